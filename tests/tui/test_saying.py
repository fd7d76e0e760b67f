"""What the desk says stands for a while in place of the keys."""

from __future__ import annotations

import pytest

from tracker.domain.errors import LedgerError
from tracker.tui import saying
from tracker.tui.saying import sentence_of


def _foot(seat) -> str:
    return seat.seen.rstrip().splitlines()[-1].strip()


async def test_a_message_stands_in_place_of_the_keys(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("i")
        assert _foot(seat) == "C1 given to Ada."


async def test_the_keys_come_back(sit_down, ferry, monkeypatch):
    monkeypatch.setattr(saying, "SAID_FOR", 0.01)
    async with sit_down(ferry) as seat:
        keys = _foot(seat)
        await seat.press("i")
        for _ in range(200):
            if _foot(seat) == keys:
                break
            await seat.pilot.pause(0.01)
        assert _foot(seat) == keys
        assert seat.told == ""


async def test_what_went_wrong_has_a_sign(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("w")
        assert _foot(seat) == "! C1 is already unverified."


async def test_a_message_that_is_too_long_for_the_line_stands_above_it(sit_down, ferry):
    async with sit_down(ferry) as seat:
        keys = _foot(seat)
        seat.app.screen.say("word " * 30 + "end")
        await seat.settled()
        assert _foot(seat) == keys
        assert "word\n▌ end\n" in seat.seen


async def test_a_message_goes_with_the_editor_to_another_screen(sit_down, ferry):
    async with sit_down(ferry) as seat:
        await seat.press("i", "4")
        assert _foot(seat) == "C1 given to Ada."


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("nothing is left.", "Nothing is left."),
        ("refused: nothing is left.", "Refused: nothing is left."),
        ("ferry.db: the disk is full.", "ferry.db: the disk is full."),
        (
            "postgresql://ada@sea/l: no server answers.",
            "postgresql://ada@sea/l: no server answers.",
        ),
    ],
)
def test_only_the_first_letter_of_a_word_becomes_a_capital(said, shown):
    assert sentence_of(LedgerError(said)) == shown
