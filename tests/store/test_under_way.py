"""Who writes while an import is under way is told whose it is; who reads is not kept waiting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

import pytest
from sqlalchemy import Connection, select

from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter
from tracker.domain.row_draft import RowDraft
from tracker.store.home import WRITES
from tracker.store.tables import under_way
from tracker.store.under_way import begun

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def announced(desk):
    """Who is said to be at work."""
    with desk._database.reading() as shelves:
        return list(shelves._connection.scalars(select(under_way.c.by)))


@pytest.fixture
def importing(full_desk):
    """Bea's import, in the middle of it."""
    with full_desk._database.writing(by="Bea", did="import", at_length=True) as shelves:
        yield shelves


def test_who_writes_meanwhile_is_told_at_once_who_imports(importing, ledger, open_desk):
    with pytest.raises(LedgerError, match=r"Bea has been importing .* since \d\d:\d\d"):
        open_desk(ledger).gathering.add_note([1], "so", by="Ada")


def test_who_reads_meanwhile_reads_on(importing, ledger, open_desk):
    assert len(open_desk(ledger).browsing.ids(Filter())) == 6


def test_when_it_is_done_anybody_writes_again(full_desk, ledger, open_desk):
    with full_desk._database.writing(by="Bea", did="import", at_length=True):
        pass
    assert open_desk(ledger).gathering.add_note([1], "so", by="Ada")
    assert announced(full_desk) == []


def test_what_a_killed_import_leaves_keeps_nobody_out(full_desk, ledger, open_desk):
    with full_desk._database._home.connected() as connection:
        connection.execution_options(**{WRITES: True})
        begun(connection, "import", "Bea", NOON).rollback()
    assert open_desk(ledger).gathering.add_note([1], "so", by="Ada")
    assert announced(full_desk) == []


def test_who_writes_before_the_import_has_its_turn_does_not_silence_it(
    full_desk, ledger, open_desk, monkeypatch
):
    begin, begins = Connection.begin, count()

    def begin_late(self):
        if next(begins) == 1:  # announced, but not begun
            open_desk(ledger).gathering.add_note([1], "so", by="Ada")
        return begin(self)

    monkeypatch.setattr(Connection, "begin", begin_late)
    with full_desk._database.writing(by="Bea", did="import", at_length=True):
        assert announced(open_desk(ledger)) == ["Bea"]


def test_a_spreadsheet_is_an_import_that_others_are_told_of(full_desk, ledger, open_desk):
    told = []

    class Rows(list[RowDraft]):
        def __iter__(self) -> Iterator[RowDraft]:
            told.extend(announced(open_desk(ledger)))
            return super().__iter__()

    full_desk.receiving.take_rows(Rows(), by="Bea", origin="sheet.csv")
    assert told == ["Bea"]
