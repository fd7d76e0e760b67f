"""Recovering a damaged ledger file: what can still be read goes into a new one.

What is lost from its tables is told anew by the history, as far as that is there.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from tracker.domain.errors import LedgerError
from tracker.domain.reference import Kind, Ref
from tracker.store import contents, following, schema, search
from tracker.store.complaints import said_plainly, say_plainly
from tracker.store.derived import create_derived, drop_derived, keep_used
from tracker.store.loose_ends import keep_without_copy, list_names, untie
from tracker.store.past_reading import PastReading
from tracker.store.rebuilding import Rebuilt, put_back, rebuild_cells
from tracker.store.restoring import Restored, restore
from tracker.store.salvaging import numbers_used, salvage
from tracker.store.sqlite import open_file, sqlite_engine
from tracker.store.tables import article_word, claim_key, keyed_by, metadata, name_key, tally
from tracker.store.triggers import RECKON_ALL
from tracker.store.unfinished import put_in_place, unfinished

_FOLLOWING = {one.name for one in (name_key, article_word, claim_key, tally, keyed_by)}
"""Tables that follow from others, and are made anew."""


@dataclass(frozen=True)
class Recovered:
    """What came of one table: rows saved, rows told anew, rows lost as far as can be told.

    ``cells`` counts the values that could not be read, and that the history did not tell either;
    ``things`` are those with a public id that are certainly lost.
    """

    table: str
    saved: int
    told: int
    lost: int
    cells: int
    things: tuple[Ref, ...] = ()


def recover(damaged: Path, target: Path) -> tuple[Recovered, ...]:
    """Save what can be read of a damaged ledger into a new file; the damaged one is untouched.

    Raises:
        LedgerError: the file is no ledger, its tables cannot be told apart, or the target exists.
    """
    if os.path.lexists(target):
        raise LedgerError(f"{target} exists already; name a new file.")
    try:
        with unfinished(target) as part, unfinished(target) as copy:
            with said_plainly(target):
                schema.upgrade(part)
            came = _recovered(_legible(damaged, copy, like=part), part, target)
            put_in_place(part, target)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if "disk is full" in str(error):
            say_plainly(error, target)
        raise LedgerError(
            f"{damaged} is damaged where it says what it holds ({error}); go back to a backup."
        ) from error
    except FileExistsError as error:
        raise LedgerError(f"{target} exists already; name a new file.") from error
    except OSError as error:
        raise LedgerError(f"{target} cannot be written ({error.strerror}).") from error
    return came


def _legible(damaged: Path, copy: Path, *, like: Path) -> Path:
    """The file whose tables can be told apart: the damaged one, or a copy with new contents."""
    legible, headed = damaged, contents.are_of_a_kind(damaged, like)
    if not (headed and contents.is_legible(damaged)):
        contents.written_anew(damaged, copy, like=like)
        legible = copy
    if not (headed or contents.tell_a_revision(legible)):
        raise LedgerError(
            f"{damaged} is no ledger, or too little is left of it; look for a backup."
        )
    return legible


def _recovered(legible: Path, part: Path, target: Path) -> tuple[Recovered, ...]:
    with closing(open_file(legible, read_only=True)) as source:
        with _opened(part) as saved:
            _without_triggers(saved)
            read = {table.name: salvage(source, saved, table.name)
                    for table in metadata.sorted_tables}  # fmt: skip
            rebuilt = rebuild_cells(saved)
        used = numbers_used(source)
    with said_plainly(target):
        with _tables(part) as connection:
            restored = restore(connection)
        with _opened(part) as saved:
            restored.missing.subtract(put_back(saved, rebuilt))
            restored.put.update(list_names(saved))
            restored.missing["capture"] = keep_without_copy(saved)
            left_out = untie(saved)
            came = tuple(_counted(saved, read, rebuilt, restored, left_out))
        with _tables(part) as connection:
            _complete(connection, used)
    return came


@contextmanager
def _opened(part: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_file(part)) as saved:
        saved.isolation_level = None
        saved.execute("PRAGMA foreign_keys = OFF")
        saved.execute("BEGIN")
        yield saved
        saved.execute("COMMIT")


@contextmanager
def _tables(part: Path) -> Iterator[Connection]:
    engine = sqlite_engine(part, foreign_keys=False)
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()


def _without_triggers(saved: sqlite3.Connection) -> None:
    found = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in saved.execute(found).fetchall():
        saved.execute(f'DROP TRIGGER "{name}"')


def _counted(
    saved: sqlite3.Connection,
    read: dict[str, tuple[int, int]],
    rebuilt: Rebuilt,
    restored: Restored,
    left_out: list[tuple[str, int]],
) -> Iterator[Recovered]:
    untied = Counter(table for table, _ in left_out)
    gaps = _gaps(saved)
    whole = not (read["history"][1] or gaps)
    kinds = {kind.word: kind for kind in Kind}
    things = [
        *restored.things,
        *(Ref(kinds[table], row) for table, row in left_out if table in kinds),
    ]
    for table, (_, unread) in read.items():
        lost = unread + rebuilt.left_out[table]
        told, missing = restored.put[table], max(0, restored.missing[table])
        if table in _FOLLOWING:
            continue
        if whole and table in restored.tables:
            lost = missing + untied[table]
        else:
            lost = max(missing, lost - told, bool(lost)) + untied[table]  # one at least is gone
        if table == "history":
            lost = max(lost, gaps)
        rows = saved.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        told = max(0, told - untied[table])
        gone = tuple(sorted(ref for ref in things if ref.kind.word == table))
        yield Recovered(table, rows - told, told, lost, rebuilt.cells[table], gone)


def _gaps(saved: sqlite3.Connection) -> int:
    """How many entries of the history are missing before its last."""
    many, last = saved.execute("SELECT count(*), max(seq) FROM history").fetchone()
    return int(last or 0) - int(many)


def _complete(connection: Connection, used: dict[str, int]) -> None:
    """Make anew what follows from the tables."""
    drop_derived(connection)
    connection.exec_driver_sql(RECKON_ALL)
    following.put_right(connection, PastReading(), lambda _: None)
    create_derived(connection)
    search.rebuild(connection)
    keep_used(connection, used)
