"""The file that SQLite keeps beside a ledger (``-wal``): lost, or an old one laid there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tracker.config import Settings
from tracker.desk.desk import Desk
from tracker.domain.errors import LedgerError
from tracker.domain.history import Entry, Seal
from tracker.wiring import open_desk

pytestmark = pytest.mark.sqlite


def beside(ledger: Path) -> Path:
    return ledger.with_name(f"{ledger.name}-wal")


def problems(ledger: Path) -> list[str]:
    """What is wrong with a ledger; the refusal, where it is not even opened."""
    try:
        desk = open_desk(Settings(str(ledger), "Ada"))
        try:
            return [line for check in desk.auditing.check() for line in check.problems]
        finally:
            desk.close()
    except LedgerError as error:
        return [str(error)]


def last_entry(desk: Desk) -> Entry:
    with desk._database.reading() as shelves:
        (entry,) = shelves.history.latest(1)
    return entry


def test_a_copy_without_the_file_beside_it_is_whole_and_misses_what_was_sealed(full_desk, ledger):
    full_desk.gathering.tag([1], ["harbour"], by="Ada")
    sealed = Seal(last_entry(full_desk).seq, last_entry(full_desk).hash)
    assert beside(ledger).stat().st_size
    copy = Path(shutil.copy(ledger, f"{ledger}.copy"))
    assert problems(copy) == []
    desk = open_desk(Settings(str(copy), "Ada"))
    assert "its end was cut off" in sealed.broken(last_entry(desk).seq, None)
    desk.close()


def test_an_old_file_laid_beside_a_newer_ledger_is_noticed(full_desk, ledger):
    full_desk.gathering.tag([1], ["harbour"], by="Ada")
    old = shutil.copy(beside(ledger), f"{ledger}.old")
    full_desk.close()
    desk = open_desk(Settings(str(ledger), "Ada"))
    for number in range(2, 7):
        desk.gathering.tag([number], [f"pier-{number}"], by="Ada")
        desk.gathering.add_note([number], "a note " * 400, by="Ada")
    desk.close()
    assert not beside(ledger).exists()
    assert problems(ledger) == []
    shutil.copy(old, beside(ledger))
    assert problems(ledger)


def test_a_ledger_that_is_tended_needs_the_file_beside_it_no_more(full_desk, ledger):
    full_desk.gathering.tag([1], ["harbour"], by="Ada")
    full_desk.tend()
    copy = Path(shutil.copy(ledger, f"{ledger}.copy"))
    desk = open_desk(Settings(str(copy), "Ada"))
    assert last_entry(desk) == last_entry(full_desk)
    desk.close()


def test_a_ledger_is_tended_while_others_read_and_write_it(full_desk, ledger):
    with full_desk._database.reading() as shelves:
        before = shelves.history.latest(1)
        other = open_desk(Settings(str(ledger), "Bea"))
        other.gathering.tag([1], ["harbour"], by="Bea")
        full_desk.tend()
        other.gathering.tag([2], ["pier"], by="Bea")
        other.close()
        assert shelves.history.latest(1) == before
    assert last_entry(full_desk).by == "Bea"
    assert problems(ledger) == []
