"""Whoever types faster than a form moves on finds every letter in the blank it was meant for."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tracker.domain.status import Status


def strike(seat, *keys: str) -> None:
    for key in keys:
        seat.strike(key)


async def test_letters_after_enter_stand_in_the_next_blank(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("c")
        strike(seat, *"log.pdf", "enter", *"it says so", "enter")
        await seat.settled()
        dossier = seat.desk.browsing.dossier(1)
        assert [one.url for one in dossier.evidence] == ["log.pdf"]
        assert (dossier.claim.status, dossier.claim.reason) == (Status.CONFIRMED, "it says so")


@pytest.mark.parametrize(("on", "back"), [("down", "up"), ("tab", "shift+tab")])
async def test_letters_after_a_step_stand_where_it_leads(sit_down, ferry, on, back):
    async with sit_down(ferry) as seat:
        await seat.press("c")
        blanks = list(seat.app.screen.query(Input))
        strike(seat, *"one", on, *"two", back, *"three")
        await seat.settled()
        assert [blank.value for blank in blanks[:2]] == ["onethree", "two"]
