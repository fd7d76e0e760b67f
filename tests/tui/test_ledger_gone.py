"""The ledger's folder is removed while the desk is open: said, and what was typed is kept."""

from __future__ import annotations

import shutil

import pytest

pytestmark = pytest.mark.sqlite


async def test_what_was_typed_can_be_copied_or_saved_when_the_folder_is_back(
    sit_down, ferry, tmp_path
):
    folder, away = tmp_path / "newsroom", tmp_path / "away"
    folder.mkdir()
    ledger = shutil.copy(ferry, folder / "ledger.db")
    async with sit_down(ledger) as seat:
        await seat.press("n")
        await seat.write("an hour of notes")
        folder.rename(away)
        await seat.press("ctrl+s")
        assert "was moved, deleted or replaced while it was open" in " ".join(
            seat.seen.replace("│", " ").split()
        )
        assert "an hour of notes" in seat.seen
        assert not folder.exists(), "no new folder, no new ledger"
        away.rename(folder)
        await seat.press("ctrl+s")
        assert [note.text for note in seat.desk.browsing.dossier(1).notes] == ["an hour of notes"]
