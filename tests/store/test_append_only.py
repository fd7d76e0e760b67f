"""The history only grows, whoever asks."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from tracker.domain.errors import LedgerError
from tracker.store.database import Database

ONE_MORE = (
    "INSERT {how} INTO history (seq, action, at, by, did, subject_kind, subject_id, verb, changes,"
    " reason, previous, hash) SELECT {seq}, action, at, by, did, subject_kind, subject_id, verb,"
    " changes, 'forged', previous, {hash} FROM history WHERE seq = 3"
)


ON_SQLITE = [
    "UPDATE OR IGNORE history SET by = 'Bea'",
    ONE_MORE.format(how="OR REPLACE", seq=3, hash="'x'"),
    ONE_MORE.format(how="OR REPLACE", seq=999, hash="hash"),
    "REPLACE INTO history SELECT * FROM history WHERE seq = 3",
    "INSERT INTO history SELECT * FROM history WHERE 1 ON CONFLICT DO UPDATE SET reason = ''",
]
ON_POSTGRES = [
    "TRUNCATE history",
    "TRUNCATE editor CASCADE",
    "INSERT INTO history SELECT * FROM history ON CONFLICT (seq) DO UPDATE SET reason = ''",
    "WITH gone AS (DELETE FROM history RETURNING *) SELECT * FROM gone",
]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET reason = 'because' WHERE seq = 3",
        "UPDATE history SET seq = 999 WHERE seq = 3",
        "DELETE FROM history WHERE seq = 3",
        "DELETE FROM history",
        ONE_MORE.format(how="", seq=3, hash="'x'"),
        ONE_MORE.format(how="", seq=999, hash="hash"),
        *(pytest.param(one, marks=pytest.mark.sqlite) for one in ON_SQLITE),
        *(pytest.param(one, marks=pytest.mark.postgres) for one in ON_POSTGRES),
    ],
)
def test_no_entry_is_ever_altered_or_taken_away(full_desk, ledger, clock, new_uid, statement):
    database = Database(ledger, clock=clock, new_uid=new_uid)
    refused = r"the history only grows|UNIQUE constraint|unique constraint|others kept coming"
    with (
        pytest.raises((IntegrityError, LedgerError), match=refused),
        database.writing(by="Ada", did="test") as shelves,
    ):
        shelves.claims._connection.exec_driver_sql(statement)
    database.close()
    assert all(not one.problems for one in full_desk.auditing.check())
