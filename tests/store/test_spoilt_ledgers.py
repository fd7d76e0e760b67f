"""A ledger file that was spoilt at random: what is wrong is said, and nothing is made worse."""

from __future__ import annotations

import sqlite3
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
PAGE = 4096


damages = st.lists(
    st.tuples(
        st.sampled_from(["change", "zero", "swap", "cut off"]),
        st.floats(0, 1),
        st.floats(0, 1),
        st.binary(min_size=1, max_size=40),
    ),
    min_size=1,
    max_size=4,
)


def damaged(good: bytes, damage: list[tuple[str, float, float, bytes]]) -> bytes:
    """Bytes changed, pages zeroed or swapped, the end cut off."""
    data = bytearray(good)
    for kind, here, there, some in damage:
        at = int(here * len(data))
        page, other = (slice(way - way % PAGE, way - way % PAGE + PAGE)
                       for way in (at, int(there * len(data))))  # fmt: skip
        match kind:
            case "change":
                data[at : at + len(some)] = some
            case "zero":
                data[page] = bytes(len(data[page]))
            case "swap" if len(data[page]) == len(data[other]):
                data[page], data[other] = data[other], data[page]
            case "cut off":
                del data[at:]
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
    @given(damages)
    def looked_after(damage):
        data = damaged(good, damage)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "ledger.db"
            path.write_bytes(data)
            try:
                recover(path, Path(folder) / "saved.db")
            except LedgerError as error:
                assert "\n" not in str(error)  # noqa: PT017 - it may as well be saved
            assert path.read_bytes() == data
            assert all("\n" not in one for one in used(path))

    looked_after()


def test_what_was_recovered_is_a_whole_ledger(full_ledger):
    good = Path(full_ledger).read_bytes()

    @hunted(8)
    @given(damages)
    def saved(damage):
        data = damaged(good, damage)
        with TemporaryDirectory() as folder:
            path, target = Path(folder) / "ledger.db", Path(folder) / "saved.db"
            path.write_bytes(data)
            try:
                recover(path, target)
            except LedgerError:
                assert not target.exists()
                return
            with sqlite3.connect(target) as file:
                assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            file.close()

    saved()
