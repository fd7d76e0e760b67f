"""A value that nobody could have written is said in the desk's line; the desk goes on."""

from __future__ import annotations

import shutil

import pytest
from ledgers import raw, without_triggers

from tracker.domain.errors import LedgerError
from tracker.tui.dialogs.pick import Pick

pytestmark = pytest.mark.sqlite


@pytest.fixture
def spoilt(ferry, tmp_path):
    """A ledger in which something was changed behind the program's back."""

    def _spoilt(statement: str):
        path = shutil.copy(ferry, tmp_path / "spoilt.db")
        without_triggers(path)
        with raw(path) as file:
            file.execute(statement)
        return path

    return _spoilt


def seen(seat) -> str:
    return " ".join(seat.seen.replace("│", " ").split())


async def test_a_claim_whose_time_cannot_be_read_is_told(sit_down, spoilt):
    path = spoilt("UPDATE claim SET updated_at = '2031-0103T00:99:00' WHERE id = 1")
    async with sit_down(path) as seat:
        assert "Claim C1: updated_at cannot be read" in seen(seat)
        assert seat.app.is_running


async def test_reports_over_a_title_that_is_no_text_are_told(sit_down, spoilt):
    path = spoilt("UPDATE event SET title = CAST(x'6e63ff80' AS TEXT) WHERE id = 1")
    async with sit_down(path) as seat:
        await seat.press("5")
        assert "Event E1: title cannot be read" in seen(seat)
        assert seat.app.is_running


async def test_a_search_in_a_dialog_that_meets_damage_is_told_there(sit_down, ferry):
    def find(_search: str):
        raise LedgerError("event E1: title cannot be read.")

    async with sit_down(ferry) as seat:
        await seat.app.push_screen(Pick("Which event?", "", find))
        await seat.press("down")
        assert "E1: title cannot be read" in seen(seat)
        assert seat.app.is_running
