"""The doors of a ledger on a server: turns, limits, lost connections, actions done once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event as Signal
from threading import Thread
from typing import Any

import pytest
from ledgers import raw
from sqlalchemy import text

from tracker.desk.acting import MOST_TRIES
from tracker.domain.errors import BadInputError, LedgerError
from tracker.store import database as doors
from tracker.store import postgres
from tracker.store.database import Database
from tracker.store.outgrown import head_of

pytestmark = pytest.mark.postgres

TURNED_AWAY = """
CREATE SEQUENCE turns;
CREATE FUNCTION turn_away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF nextval('turns') <= {times} THEN
    RAISE EXCEPTION 'turned away' USING ERRCODE = '{state}';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER turn_away BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION turn_away()
"""


@pytest.fixture
def database(full_desk, ledger, clock, new_uid) -> Iterator[Database]:
    opened = Database(ledger, clock=clock, new_uid=new_uid)
    yield opened
    opened.close()


def told(database: Database, statement: str) -> object:
    with database.reading() as shelves:
        return shelves.claims._connection.execute(text(statement)).scalar()


def own_pid(shelves) -> int:
    return shelves.claims._connection.execute(text("SELECT pg_backend_pid()")).scalar()


def cut_off(ledger: str, pid: int) -> None:
    """Take a connection away, as a restart of the server would."""
    with raw(ledger) as administrator:
        administrator.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))


def tag(database: Database, then: Callable[[Any], object] = lambda _: None) -> None:
    """Tag a claim, and let something happen before the end of it."""
    with database.writing(by="Ada", did="test") as shelves:
        shelves.claims.save(shelves.claims.get(1).tagged("harbour"))
        then(shelves)


@contextmanager
def another_writer(ledger: str) -> Iterator[None]:
    """Somebody is in the middle of an action."""
    with raw(ledger) as other:
        other.execute(postgres.LOCK)
        yield


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("lock_timeout", "20s"),
        ("statement_timeout", "1min"),
        ("idle_in_transaction_session_timeout", "1min"),
        ("transaction_isolation", "repeatable read"),
        ("transaction_read_only", "on"),
    ],
)
def test_a_ledger_on_a_server_is_read_with_care(database, setting, value):
    assert told(database, f"SHOW {setting}") == value


def test_who_waits_too_long_is_told_that_it_is_in_use(monkeypatch, database, ledger):
    monkeypatch.setattr(postgres, "LOCK_MS", 50)
    with (
        another_writer(ledger),
        pytest.raises(LedgerError, match=r"in use by another program; try again"),
        database.writing(by="Ada", did="test"),
    ):
        pass


def test_reading_goes_on_while_somebody_writes(database, ledger):
    with another_writer(ledger), database.reading() as shelves:
        assert shelves.claims.size() == 6


def test_who_waited_sees_what_the_other_wrote(full_desk, database, ledger):
    waiting, done = Signal(), []

    def write() -> None:
        waiting.set()
        done.append(full_desk.gathering.tag([1], ["second"], by="Bea"))

    thread = Thread(target=write)
    with database.writing(by="Ada", did="test") as shelves:
        thread.start()
        waiting.wait()
        shelves.claims.save(shelves.claims.get(1).tagged("first"))
    thread.join()
    assert full_desk.browsing.dossier(1).claim.tags == ("first", "second")
    assert all(not one.problems for one in full_desk.auditing.check())


def test_a_statement_without_end_is_given_up_in_words(monkeypatch, database):
    monkeypatch.setattr(postgres, "STATEMENT_MS", 50)
    with pytest.raises(LedgerError, match="took too long and was given up; nothing was changed"):
        told(database, "SELECT pg_sleep(20)")


LOST = r"connection was lost; nothing was changed\. Try again"


def test_a_connection_lost_in_the_middle_of_an_action_changes_nothing(full_desk, database, ledger):
    def middle(shelves) -> None:
        cut_off(ledger, own_pid(shelves))
        shelves.claims.save(shelves.claims.get(2).tagged("harbour"))

    with pytest.raises(LedgerError, match=LOST):
        tag(database, middle)
    assert full_desk.browsing.dossier(1).claim.tags == ()


def test_a_connection_lost_before_the_end_arrives_changes_nothing(full_desk, database, ledger):
    with pytest.raises(LedgerError, match=LOST):
        tag(database, lambda shelves: cut_off(ledger, own_pid(shelves)))
    assert full_desk.browsing.dossier(1).claim.tags == ()


def test_the_next_action_finds_a_connection_of_its_own(full_desk, ledger):
    with full_desk._database.reading() as shelves:
        pid = own_pid(shelves)
    cut_off(ledger, pid)
    full_desk.gathering.tag([1], ["harbour"], by="Ada")
    assert full_desk.browsing.dossier(1).claim.tags == ("harbour",)


@pytest.fixture
def lost_after_the_end(database) -> Iterator[None]:
    """The server does what was asked, and is gone before it can say so."""
    dialect = database._home.engine.dialect
    commit = type(dialect).do_commit
    with pytest.MonkeyPatch.context() as patch:

        def committed_and_lost(connection) -> None:
            wrote = connection.execute("SELECT txid_current_if_assigned()").fetchone()[0]
            commit(dialect, connection)
            if wrote is None:  # only a look, before the action
                return
            patch.undo()
            connection.driver_connection.pgconn.finish()
            connection.execute("SELECT 1")

        patch.setattr(dialect, "do_commit", committed_and_lost)
        yield


def test_an_action_that_was_written_after_all_counts_as_done(
    lost_after_the_end, full_desk, database
):
    tag(database)
    assert [one.did for one in full_desk.browsing.history(limit=2)] == ["test", "take in"]
    assert full_desk.browsing.dossier(1).claim.tags == ("harbour",)


def test_an_action_of_which_nothing_is_known_is_to_be_looked_for(
    lost_after_the_end, database, monkeypatch
):
    with pytest.raises(LedgerError, match="look whether it was done before you do it again"):
        tag(database, lambda _: monkeypatch.setattr(database._home, "connected", _gone))


@contextmanager
def _gone() -> Iterator[None]:
    raise LedgerError("the server is being stopped.")
    yield


@pytest.mark.parametrize("state", ["40001", "40P01"])
def test_what_the_server_wants_once_more_is_done_once_more_and_once_only(full_desk, ledger, state):
    with raw(ledger) as owner:
        owner.execute(TURNED_AWAY.format(times=MOST_TRIES - 1, state=state))
    full_desk.gathering.add_note([1], "ring them", by="Ada")
    assert [one.text for one in full_desk.browsing.dossier(1).notes] == ["ring them"]
    assert all(not one.problems for one in full_desk.auditing.check())


def test_who_is_always_turned_away_is_told(full_desk, ledger):
    with raw(ledger) as owner:
        owner.execute(TURNED_AWAY.format(times=MOST_TRIES, state="40001"))
    with pytest.raises(LedgerError, match="others kept coming in between; nothing was changed"):
        full_desk.gathering.add_note([1], "ring them", by="Ada")
    assert full_desk.browsing.dossier(1).notes == ()


def test_a_writer_without_the_lock_does_not_fork_the_history(full_desk, database, monkeypatch):
    """As where the locks of another engine do nothing: both begin from the same entry."""
    before = full_desk.auditing.head()
    tag(database)
    late = [before]
    monkeypatch.setattr(doors, "head_of", lambda *of: late.pop() if late else head_of(*of))
    full_desk.gathering.tag([2], ["pier"], by="Bea")
    assert late == []
    assert all(not one.problems for one in full_desk.auditing.check())


def test_a_name_that_is_too_long_is_refused_in_words(full_desk):
    with pytest.raises(BadInputError, match="longer than the ledger has room for"):
        full_desk.gathering.tag([1], ["x" * 90], by="Ada")
