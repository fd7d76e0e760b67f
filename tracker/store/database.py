"""A ledger's two doors: one for reading, one for writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from tracker.domain.errors import LedgerError
from tracker.store import checking, search
from tracker.store.journal import Journal
from tracker.store.shelves import Shelves

BUSY_MS = 5000
_HOW_TO_BEGIN = "tracker_begin"

_PLAIN_WORDS = (
    ("database is locked", "the ledger is in use by another program; try again in a moment"),
    ("readonly database", "the ledger cannot be written (the file or its folder is read-only)"),
    ("unable to open", "the ledger cannot be opened (folder missing or not writable?)"),
    ("disk is full", "the disk is full; nothing was changed"),
    ("disk I/O error", "the disk failed or is full; nothing was changed"),
    ("malformed", "the ledger is damaged; run “tracker ledger check”"),
    ("not a database", "the file is not a ledger"),
)


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn what the database says of its file into a sentence for an editor.

    Raises:
        LedgerError: the file is locked, read-only, damaged, gone, or its disk is full.
    """
    try:
        yield
    except (DBAPIError, sqlite3.DatabaseError) as error:
        words = str(error.orig if isinstance(error, DBAPIError) else error)
        for sign, sentence in _PLAIN_WORDS:
            if sign in words:
                raise LedgerError(f"{path}: {sentence}.") from error
        raise


def sqlite_engine(path: Path, *, foreign_keys: bool = True, read_only: bool = False) -> Engine:
    """Make an engine on an SQLite file whose transactions begin when we say so."""
    if read_only:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        engine = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(uri, uri=True, check_same_thread=False),
        )
    else:
        engine = create_engine(URL.create("sqlite", database=str(path)))

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # sqlite3 begins too late for DDL and reads; _begin does it instead.
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout = {BUSY_MS}",
            "synchronous = FULL",
            f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
            # REPLACE would slip past the append-only triggers without it.
            "recursive_triggers = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        how = connection.get_execution_options().get(_HOW_TO_BEGIN, "")
        connection.exec_driver_sql(f"BEGIN {how}".strip())

    return engine


class Database:
    """An open ledger. ``clock`` gives aware times, ``new_uid`` 32 hexadecimal characters."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime],
        new_uid: Callable[[], str],
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = sqlite_engine(path, read_only=read_only)
        self._clock = clock
        self._new_uid = new_uid

    def now(self) -> datetime:
        """The time at the desk (aware)."""
        return self._clock()

    @contextmanager
    def reading(self) -> Iterator[Shelves]:
        """Open the ledger as it stands at this moment."""
        with said_plainly(self.path), self._engine.connect() as connection, connection.begin():
            yield Shelves(connection, None, self._new_uid)

    @contextmanager
    def writing(
        self, *, by: str, did: str, reason: str = "", undoes: int | None = None
    ) -> Iterator[Shelves]:
        """Open the ledger for one action: all of it is written, with its history, or none.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        if self.read_only:
            raise LedgerError(f"{self.path} is read-only; nothing was changed.")
        with said_plainly(self.path), self._engine.connect() as connection:
            immediate = connection.execution_options(**{_HOW_TO_BEGIN: "IMMEDIATE"})
            with immediate.begin():
                journal = Journal(
                    immediate, by=by, did=did, at=self._clock(), reason=reason, undoes=undoes
                )
                yield Shelves(immediate, journal, self._new_uid)

    def problems(self) -> list[tuple[str, list[str]]]:
        """Run every check of the ledger; see ``checking.problems``."""
        with said_plainly(self.path), self._engine.connect() as connection, connection.begin():
            return list(checking.problems(connection))

    def rebuild_search(self) -> None:
        """Build the search index anew."""
        with said_plainly(self.path), self._engine.connect() as connection, connection.begin():
            search.rebuild(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
