"""A ledger file that was spoilt at random: what is wrong is said, and nothing is made worse."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoiling import hunted

from tracker.config import Settings
from tracker.domain.errors import LedgerError, TrackerError
from tracker.domain.listing import Filter, Order
from tracker.store.recovering import recover
from tracker.wiring import open_desk

pytestmark = pytest.mark.sqlite
NOW = datetime(2031, 5, 1, tzinfo=UTC)


@st.composite
def damaged(draw, good: bytes) -> bytes:
    """Bytes changed, pages zeroed or swapped, the end cut off."""
    data, page = bytearray(good), 4096
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        start = at - at % page
        match draw(st.sampled_from(["change", "zero", "swap", "cut off"])):
            case "change":
                some = draw(st.binary(min_size=1, max_size=40))
                data[at : at + len(some)] = some
            case "zero":
                data[start : start + page] = bytes(page)
            case "swap":
                other = draw(st.integers(0, len(data) // page)) * page
                data[start : start + page], data[other : other + page] = (
                    data[other : other + page],
                    data[start : start + page],
                )
            case "cut off":
                data = data[:at]
    return bytes(data)


def used(path: Path) -> list[str]:
    """Open a ledger, look at it, check it, write in it; what was said of it."""
    said = []
    try:
        desk = open_desk(Settings(ledger=str(path), editor="Ada"))
    except TrackerError as error:
        return [str(error)]
    for act in (
        lambda: desk.browsing.page(Filter(), Order.QUEUE, limit=50),
        lambda: desk.browsing.dossiers(range(1, 7)),
        desk.auditing.check,
        lambda: desk.gathering.add_note([1], "ask again", by="Ada"),
    ):
        try:
            act()
        except TrackerError as error:
            said.append(str(error))
    desk.close()
    return said


def test_a_spoilt_ledger_is_told_in_a_sentence_and_recovered_without_being_touched(full_ledger):
    good = Path(full_ledger).read_bytes()

    @hunted(12)
    @given(damaged(good))
    def looked_after(data):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "ledger.db"
            path.write_bytes(data)
            try:
                recover(path, Path(folder) / "saved.db", now=NOW)
            except LedgerError as error:
                assert "\n" not in str(error)  # noqa: PT017 - it may as well be saved
            assert path.read_bytes() == data
            assert all("\n" not in one for one in used(path))

    looked_after()


def test_what_was_recovered_is_a_whole_ledger(full_ledger):
    good = Path(full_ledger).read_bytes()

    @hunted(8)
    @given(damaged(good))
    def saved(data):
        with TemporaryDirectory() as folder:
            path, target = Path(folder) / "ledger.db", Path(folder) / "saved.db"
            path.write_bytes(data)
            try:
                recover(path, target, now=NOW)
            except LedgerError:
                assert not target.exists()
                return
            with sqlite3.connect(target) as file:
                assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            file.close()

    saved()
