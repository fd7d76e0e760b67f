"""Ctrl+C ends what SQLite is busy with, and leaves the ledger as it was."""

from __future__ import annotations

import signal
import sqlite3

import pytest

from tracker.store import mending, search

pytestmark = pytest.mark.sqlite

LONG = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 90000000) "
    "SELECT max(x) FROM n"
)


@pytest.fixture
def soon():
    """Interrupt the program while it is busy, as ctrl+c does."""
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)

    def _soon() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0.05)

    yield _soon
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def busy(soon):
    def _busy(connection):
        soon()
        connection.exec_driver_sql(LONG)

    return _busy


def test_a_check_is_ended_in_the_midst_of_a_statement(full_desk, monkeypatch, soon):
    monkeypatch.setattr(search, "is_spoilt", busy(soon))
    with pytest.raises(KeyboardInterrupt) as ended:
        list(full_desk.auditing.check())
    assert isinstance(ended.value.__cause__, sqlite3.OperationalError)  # not at its own end
    monkeypatch.undo()
    assert not any(one.problems for one in full_desk.auditing.check())


def test_mending_that_is_ended_leaves_everything_as_it_was(full_desk, ledger, monkeypatch, soon):
    full_desk.close()
    before = ledger.read_bytes()
    monkeypatch.setattr(mending.search, "rebuild", busy(soon))
    with pytest.raises(KeyboardInterrupt):
        full_desk.auditing.rebuild_derived()
    full_desk.close()
    assert ledger.read_bytes() == before
