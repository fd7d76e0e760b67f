"""A ledger file that was spoilt at random: what is wrong is said, and nothing is made worse."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoiling import hunted

from tracker.config import Settings
from tracker.domain.errors import LedgerError, TrackerError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.listing import Filter, Order
from tracker.store.recovering import recover
from tracker.store.tables import metadata
from tracker.wiring import open_desk

pytestmark = pytest.mark.sqlite
PAGE = 4096
TOLD = {
    *("source", "alias", "match", "article", "publication", "event", "claim", "passage", "hop"),
    *("figure", "facet_value", "caveat", "claim_tag", "relation", "evidence", "attempt", "note"),
}
"""Tables of which the history tells every row, and nothing else where it has forgotten."""


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


@pytest.fixture(scope="module")
def worked_on(prepare, two_sides):
    """A ledger of many pages in which there was much done."""

    log = EvidenceDraft("https://x.example", Stance.CONTEXT, "log")

    def work(desk):
        for number in range(1, 13):
            article = replace(two_sides.article, url=f"https://other.example/{number}")
            text = f"{two_sides.text}\nAgain, {number}."
            unsure = tuple(replace(one, hedge=f"perhaps {number}") for one in two_sides.claims)
            again = replace(two_sides, article=article, text=text, claims=unsure)
            desk.importing.take_in(again, by="Bea")
            claims = [number * 6 + 1, number * 6 + 3]
            desk.gathering.tag(claims, ["ferry", f"night {number}"], by="Ada")
            desk.gathering.untag(claims[:1], ["ferry"], by="Ada")
            desk.gathering.add_note(claims, f"ask again, {number}", by="Cem")
            desk.gathering.add_evidence(claims, log, by="Ada")
        desk.auditing.undo(by="Ada")

    return prepare(work)


def rows(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    with closing(sqlite3.connect(path)) as file:
        return {
            table.name: file.execute(f"SELECT count(*) FROM {table.name!r}").fetchone()[0]
            for table in metadata.sorted_tables
        }


def test_what_the_history_tells_is_there_again_or_counted_as_lost(worked_on):
    good = Path(worked_on).read_bytes()
    whole = rows(worked_on)

    @hunted(15)
    @given(damages)
    def told(damage):
        with TemporaryDirectory() as folder:
            path, target = Path(folder) / "ledger.db", Path(folder) / "saved.db"
            path.write_bytes(damaged(good, damage))
            try:
                came = {one.table: one for one in recover(path, target)}
            except LedgerError:
                return
            there, forgotten = rows(target), came["history"].lost > 0
            for name, one in came.items():
                assert there[name] == one.saved + one.told
                missing = whole[name] - there[name]
                assert missing <= one.lost or (forgotten and (one.lost or name in TOLD)), name
            desk = open_desk(Settings(ledger=str(target), editor="Ada"))
            found = {one.name: one.problems for one in desk.auditing.check()}
            desk.close()
            gone = {line.split()[0] for line in found["as the history tells"] if "is gone" in line}
            assert gone <= {str(ref) for one in came.values() for ref in one.things}

    told()
