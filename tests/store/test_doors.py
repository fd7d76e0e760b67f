"""The two doors of a ledger: how it is opened for reading and for writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace

import pytest
from ledgers import raw, wait_for_no_disk
from sqlalchemy import event, text

from tracker.domain.errors import BadInputError, ChangedMeanwhileError, LedgerError
from tracker.domain.event import Event
from tracker.domain.evidence import Note
from tracker.domain.listing import Filter
from tracker.store import sqlite
from tracker.store.database import Database
from tracker.store.search import lend_means


@pytest.fixture
def database(full_desk, ledger, clock, new_uid) -> Iterator[Database]:
    opened = Database(ledger, clock=clock, new_uid=new_uid)
    yield opened
    opened.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait 50 ms for a locked ledger instead of five seconds."""
    monkeypatch.setattr(sqlite, "BUSY_MS", 50)


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("busy_timeout", sqlite.BUSY_MS),
    ],
)
def test_a_ledger_is_opened_with_care(database, pragma, value):
    event.remove(database._home.engine, "checkout", wait_for_no_disk)
    database.close()  # what is opened from here on is opened as it is without the tests
    with database.reading() as shelves:
        found = shelves.claims._connection.execute(text(f"PRAGMA {pragma}")).scalar()
    assert found == value


def test_an_action_that_fails_leaves_nothing(database):
    with suppress(ZeroDivisionError), database.writing(by="Ada", did="test") as shelves:
        shelves.events.add(Event("A second collision"))
        _ = 1 / 0
    with database.reading() as shelves:
        assert shelves.events.size() == 2
        assert shelves.history.latest(1)[0].did == "take in"


def test_an_editor_whose_first_action_failed_is_entered_with_the_next(database):
    with suppress(ZeroDivisionError), database.writing(by="Zoe", did="test") as shelves:
        shelves.events.add(Event("A second collision"))
        _ = 1 / 0
    with database.writing(by="Zoe", did="test") as shelves:
        shelves.events.add(Event("A second collision"))
    with database.reading() as shelves:
        assert shelves.history.latest(1)[0].by == "Zoe"


def test_an_action_that_changes_nothing_leaves_no_entry(database):
    with database.reading() as shelves:
        before = shelves.history.latest(1)
    with database.writing(by="Dan", did="test") as shelves:
        shelves.claims.save(shelves.claims.get(1))
    with database.reading() as shelves:
        assert shelves.history.latest(1) == before


def test_a_reader_sees_one_moment(database):
    with database.reading() as shelves:
        before = shelves.events.size()
        with database.writing(by="Ada", did="test") as writing:
            writing.events.add(Event("A second collision"))
        assert shelves.events.size() == before


def test_the_reading_door_is_not_for_writing(database):
    with database.reading() as shelves, pytest.raises(AssertionError, match="reading door"):
        shelves.events.add(Event("A second collision"))


@pytest.mark.sqlite
def test_a_ledger_that_somebody_else_writes_to_is_said_to_be_in_use(impatient, database, ledger):
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(LedgerError, match=r"in use by another program; try again"),
            database.writing(by="Ada", did="test"),
        ):
            pass


@pytest.mark.sqlite
def test_reading_goes_on_while_somebody_writes(impatient, database, ledger):
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        lend_means(other)
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE claim SET statement = 'changed'")
        with database.reading() as shelves:
            assert shelves.claims.get(5).statement == "the pier stayed closed on Wednesday"


@pytest.mark.sqlite
def test_reading_waits_for_nobody_also_after_an_action(impatient, database, ledger):
    with database.writing(by="Ada", did="test") as shelves:
        shelves.events.add(Event("A second collision"))
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with database.reading() as shelves:
            assert shelves.events.size() == 3


@pytest.mark.sqlite
def test_a_reader_who_fails_leaves_nothing_to_the_next_of_what_was_seen(database):
    with suppress(ZeroDivisionError), database.reading() as shelves:
        assert shelves.events.size() == 2
        _ = 1 / 0
    with database.writing(by="Ada", did="test") as shelves:
        shelves.events.add(Event("A second collision"))
    with database.reading() as shelves:
        assert shelves.events.size() == 3


def test_an_action_may_read_before_it_writes_whatever_others_do(database, ledger):
    with database.writing(by="Ada", did="test") as shelves:
        claim = shelves.claims.get(1)
        shelves.claims.save(claim.tagged("harbour"))
    with raw(ledger) as other:
        other.execute("UPDATE claim SET cue = 'said' WHERE id = 1")
    with database.writing(by="Ada", did="test") as shelves:
        claim = shelves.claims.get(1)
        shelves.claims.save(claim.tagged("pier"))
    with database.reading() as shelves:
        assert shelves.claims.get(1).tags == ("harbour", "pier")


def test_half_a_character_is_refused_in_words(database):
    with (
        pytest.raises(BadInputError, match="half a character"),
        database.writing(by="Ada", did="test") as shelves,
    ):
        shelves.events.add(Event("\ud800"))


def test_a_text_with_a_nul_in_it_is_refused_in_words(database):
    with (
        pytest.raises(BadInputError, match="a NUL character"),
        database.writing(by="Ada", did="test") as shelves,
    ):
        shelves.events.add(Event("a\0b"))


def test_what_another_program_changed_without_waiting_is_not_overwritten(database, monkeypatch):
    with database.writing(by="Ada", did="test") as shelves:
        claim = shelves.claims.get(1)
        monkeypatch.setattr(shelves.claims, "get", lambda _: claim)
        shelves.claims._connection.execute(text("UPDATE claim SET version = 9 WHERE id = 1"))
        with pytest.raises(ChangedMeanwhileError, match="C1 was changed"):
            shelves.claims.save(claim.tagged("harbour"))


def test_a_number_beyond_all_bounds_is_refused_in_words(database):
    with (
        pytest.raises(BadInputError, match="too large to be stored"),
        database.writing(by="Ada", did="test") as shelves,
    ):
        shelves.notes.add(Note(2**70, "x", "Ada", shelves.journal.at))


def test_a_row_that_points_nowhere_is_refused(database):
    with (
        pytest.raises(Exception, match=r"(?i)foreign key"),
        database.writing(by="Ada", did="test") as shelves,
    ):
        shelves.claims.save(replace(shelves.claims.get(1), event_id=99))


def test_a_read_only_ledger_refuses_writing_in_words(database, ledger, clock, new_uid):
    looking = Database(ledger, clock=clock, new_uid=new_uid, read_only=True)
    with (
        pytest.raises(LedgerError, match="is read-only; nothing was changed"),
        looking.writing(by="Ada", did="test"),
    ):
        pass
    looking.close()


def test_a_read_only_ledger_shows_what_others_write_meanwhile(full_desk, ledger, clock, new_uid):
    looking = Database(ledger, clock=clock, new_uid=new_uid, read_only=True)
    full_desk.gathering.tag([1], ["harbour"], by="Ada")
    with looking.reading() as shelves:
        assert shelves.queue.count(Filter(tag="harbour")) == 1
    looking.close()


def test_a_read_only_ledger_can_be_checked(full_desk, ledger, clock, new_uid):
    looking = Database(ledger, clock=clock, new_uid=new_uid, read_only=True)
    assert [name for name, found in looking.problems(lambda _: None) if found] == []
    looking.close()


def test_numbers_and_uids_are_given_once(database):
    with database.writing(by="Ada", did="test") as shelves:
        one, two = shelves.events.add(Event("one")), shelves.events.add(Event("two"))
    assert two.id == one.id + 1
    assert one.uid != two.uid


@pytest.mark.sqlite
def test_opening_what_is_not_there_makes_no_empty_file(tmp_path, clock, new_uid):
    missing = Database(tmp_path / "gone.db", clock=clock, new_uid=new_uid)
    with pytest.raises(LedgerError, match="cannot be opened"), missing.reading():
        pass
    assert not (tmp_path / "gone.db").exists()
