"""A ledger's two doors: one for reading, one for writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from tracker.domain.errors import BadInputError, LedgerError
from tracker.store import checking, search
from tracker.store.journal import Journal
from tracker.store.shelves import Shelves

BUSY_MS = 20_000
"""Eight editors at once on a busy machine each get their turn within this."""
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
        BadInputError: a text or number is of a kind that no ledger can hold.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise BadInputError(
            "a text holds half a character (a lone surrogate), which cannot be stored; "
            "nothing was changed."
        ) from error
    except OverflowError as error:
        raise BadInputError("a number is too large to be stored; nothing was changed.") from error
    except (DBAPIError, sqlite3.DatabaseError) as error:
        words = str(error.orig if isinstance(error, DBAPIError) else error)
        for sign, sentence in _PLAIN_WORDS:
            if sign in words:
                raise LedgerError(f"{path}: {sentence}.") from error
        raise


def open_file(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open an SQLite file that is there; a ledger that is gone must not come back empty."""
    uri = path.resolve().as_uri()
    if not read_only:
        return sqlite3.connect(f"{uri}?mode=rw", uri=True, check_same_thread=False)
    try:
        file = sqlite3.connect(f"{uri}?mode=ro", uri=True, check_same_thread=False)
        file.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # Beside a ledger in a read-only folder there is no room for the files that WAL needs.
        uri = f"{uri}?mode=ro&immutable=1"
        file = sqlite3.connect(uri, uri=True, check_same_thread=False)
    return file


def sqlite_engine(path: Path, *, foreign_keys: bool = True, read_only: bool = False) -> Engine:
    """Make an engine on an SQLite file whose transactions begin when we say so."""
    engine = create_engine(
        "sqlite://", creator=lambda: open_file(path, read_only=read_only), poolclass=QueuePool
    )

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
        connection.create_function("folded", 1, search.folded, deterministic=True)

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
        self._file = _identity(path)

    @property
    def private(self) -> bool:
        """Whether nobody but its owner can read the file."""
        return not self.path.stat().st_mode & 0o077

    def now(self) -> datetime:
        """The time at the desk (aware)."""
        return self._clock()

    @contextmanager
    def reading(self) -> Iterator[Shelves]:
        """Open the ledger as it stands at this moment."""
        with self._connected() as connection, connection.begin():
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
        with self._connected() as connection:
            immediate = connection.execution_options(**{_HOW_TO_BEGIN: "IMMEDIATE"})
            with immediate.begin():
                journal = Journal(
                    immediate, by=by, did=did, at=self._clock(), reason=reason, undoes=undoes
                )
                yield Shelves(immediate, journal, self._new_uid)

    def problems(self) -> list[tuple[str, list[str]]]:
        """Run every check of the ledger; see ``checking.problems``."""
        how = "" if self.read_only else "IMMEDIATE"
        with self._connected() as connection:
            connection.execution_options(**{_HOW_TO_BEGIN: how})
            transaction = connection.begin()
            try:
                return list(checking.problems(connection, read_only=self.read_only))
            finally:
                transaction.rollback()

    def rebuild_search(self) -> None:
        """Build the search index anew."""
        with self._connected() as connection, connection.begin():
            search.rebuild(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """Reach the file, if it still is the one that was opened.

        Raises:
            LedgerError: it is gone or was replaced, or the database says what is wrong with it.
        """
        if _identity(self.path) != self._file:
            raise LedgerError(
                f"{self.path} was moved, deleted or replaced while it was open; nothing was "
                "changed. Put it back, or start again."
            )
        with said_plainly(self.path), self._engine.connect() as connection:
            yield connection


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
