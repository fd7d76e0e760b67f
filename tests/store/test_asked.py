"""What SQLite's own driver gives and takes is what the library would give and take."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from tracker.domain.errors import BadInputError
from tracker.store import tables
from tracker.store.asked import done
from tracker.store.rows import over, rows_where


def test_the_rows_of_one_key_are_those_of_the_library_in_value_and_type(full_desk):
    with full_desk._database.reading() as shelves:
        connection = shelves.claims._connection
        looked_at = 0
        for table in tables.metadata.sorted_tables:
            for column in table.primary_key.columns:
                for key in connection.scalars(select(column).limit(5)).all():
                    ours = [dict(row) for row in rows_where(connection, column, [key])]
                    theirs = connection.execute(select(table).where(column == key)).mappings()
                    assert ours == [dict(row) for row in theirs]
                    assert [type(one) for row in ours for one in row.values()] == [
                        type(one)
                        for row in connection.execute(select(table).where(column == key))
                        for one in row
                    ]
                    looked_at += len(ours)
    assert looked_at > 50


@pytest.mark.sqlite
def test_what_the_driver_refuses_is_said_by_the_library(full_desk):
    with full_desk._database.reading() as shelves:
        connection = shelves.claims._connection
        with pytest.raises(DBAPIError):
            list(rows_where(connection, tables.claim.c.id, [object()]))


@pytest.mark.sqlite
def test_what_is_saved_past_the_library_is_refused_a_nul_all_the_same(full_desk):
    with full_desk._database.writing(by="Ada", did="edit") as shelves:
        claim = shelves.claims.get(1)
        with pytest.raises(BadInputError, match="NUL"):
            shelves.claims.save(replace(claim, reason="cut\0off"))


def test_a_row_saved_over_another_version_counts_as_not_written(full_desk):
    with full_desk._database.writing(by="Ada", did="edit") as shelves:
        connection = shelves.claims._connection
        row = {"reason": "late", "version": 9, "old_id": 1, "old_version": 8}
        assert done(connection, over(tables.claim), row) == 0
        assert done(connection, over(tables.claim), {**row, "old_version": 1}) == 1
