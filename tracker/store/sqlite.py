"""A ledger in a file of SQLite: how it is opened, used and let go."""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import ExceptionContext, ExecutionContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from tracker.domain.errors import LedgerError, TrackerError
from tracker.store import search, under_way
from tracker.store.asked import refuse_nul_in
from tracker.store.complaints import said_plainly, say_plainly
from tracker.store.home import ANNOUNCED, WRITES
from tracker.store.interruption import tell_interruption

BUSY_MS = 20_000
"""Eight editors at once on a busy machine each get their turn within this."""
OFTEN_MS = 20
"""Whoever waits asks several times within this."""
SOON_MS = 1_000
"""Whoever has not got a turn within this is told what takes so long, if that was announced."""

UNTENDED = 8_000
"""Pages (of 4 KiB) in the write-ahead log of a desk that never rests, beyond which a write brings
them back into the file, as a command does beyond SQLite's own 1,000."""

_MALFORMED = "database disk image is malformed"


class SqliteFile:
    """The file, known by its place on the disk and by which file lay there when it was opened."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.name = str(path)
        self.title = path.name
        self.engine = sqlite_engine(path, read_only=read_only)
        self._file = _identity(self.path)
        self._idle: deque[Connection] = deque()
        """Kept for whoever comes next: to get one from the engine takes longer than to ask it."""

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """Reach the file, if it still is the one that was opened.

        Raises:
            LedgerError: it is gone or was replaced, or the database says what is wrong with it.
        """
        if _identity(self.path) != self._file:
            raise LedgerError(
                f"{self.path} was moved, deleted or replaced while it was open; nothing was "
                "changed. Put it back, or start again."
            )
        connection = self._connection()
        try:
            yield connection
            connection.rollback()
        except BaseException as error:
            try:
                _say_damage(error, connection)
            finally:
                connection.close()
            say_plainly(error, self.path)
            raise
        self._idle.append(connection)

    @property
    def private(self) -> bool:
        """Whether nobody but its owner can read the file."""
        return not self.path.stat().st_mode & 0o077

    def facts(self) -> dict[str, str]:
        """Nothing that the owner of a file cannot see by other means."""
        return {}

    def back_up(self, target: Path) -> None:
        """Copy it by SQLite's online backup."""
        from tracker.store.backup import copy_ledger  # noqa: PLC0415 - few need it

        copy_ledger(self.path, target)

    def tend(self) -> None:
        """Bring the write-ahead log back into the file, and let this connection's writes leave it.

        It is the connection that was used last, and will be next. Nothing is at stake: what is
        committed is on the disk, in the log.
        """
        with self.connected() as connection:
            file: Any = connection.connection.dbapi_connection
            file.execute(f"PRAGMA wal_autocheckpoint = {UNTENDED}")
            file.execute("PRAGMA wal_checkpoint(PASSIVE)")  # waits for nobody, halts nobody

    def close(self) -> None:
        """Let go of the file."""
        while self._idle:
            self._idle.pop().close()
        self.engine.dispose()

    def _connection(self) -> Connection:
        try:
            connection = self._idle.pop()
        except IndexError:
            with said_plainly(self.path):
                return self.engine.connect()
        return connection.execution_options(**{WRITES: False, ANNOUNCED: False})


def _say_damage(error: BaseException, connection: Connection) -> None:
    if not isinstance(error, Exception) or isinstance(error, TrackerError):
        return
    from tracker.store.cells import say_damage  # noqa: PLC0415 - a sound ledger needs none of it

    with suppress(DBAPIError, sqlite3.Error):
        connection.rollback()
        say_damage(error, connection.execution_options(**{WRITES: False}))


def open_file(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open an SQLite file that is there; a ledger that is gone must not come back empty."""
    uri = path.resolve().as_uri()
    if not read_only:
        return sqlite3.connect(f"{uri}?mode=rw", uri=True, check_same_thread=False)
    try:
        file = sqlite3.connect(f"{uri}?mode=ro", uri=True, check_same_thread=False)
        with _damage_told():
            file.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # Beside a ledger in a read-only folder there is no room for the files that WAL needs.
        uri = f"{uri}?mode=ro&immutable=1"
        file = sqlite3.connect(uri, uri=True, check_same_thread=False)
    return file


@contextmanager
def _damage_told() -> Iterator[None]:
    """Say of a file that it is damaged, where it is so badly that sqlite3 cannot say it."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise sqlite3.DatabaseError(_MALFORMED) from error


def _tell_damage(context: ExceptionContext) -> None:
    if isinstance(context.original_exception, UnicodeDecodeError):
        raise sqlite3.DatabaseError(_MALFORMED) from context.original_exception


def sqlite_engine(path: Path, *, foreign_keys: bool = True, read_only: bool = False) -> Engine:
    """Make an engine on an SQLite file whose transactions begin when we say so."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: open_file(path, read_only=read_only),
        poolclass=QueuePool,
        hide_parameters=True,  # an error may be shown or logged; what editors write may not
    )

    event.listen(engine, "handle_error", _tell_damage)
    event.listen(engine, "handle_error", tell_interruption)

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
            with _damage_told():
                connection.execute(f"PRAGMA {pragma}")
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
        search.lend_means(connection)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        file: Any = connection.connection.dbapi_connection
        options = connection.get_execution_options()
        _begin_writing(connection, file) if options.get(WRITES) else file.execute("BEGIN")

    @event.listens_for(engine, "before_cursor_execute")
    def _refuse_nul(
        _connection: Connection,
        _cursor: Any,
        _statement: str,
        values: Any,
        context: ExecutionContext | None,
        _executemany: bool,
    ) -> None:
        if context is not None and (context.isinsert or context.isupdate):
            # Rows that are inserted for their numbers come as one flat tuple, many as they are.
            for row in values if isinstance(values, list) else (values,):
                refuse_nul_in([*row.values()] if isinstance(row, Mapping) else row)

    return engine


def _begin_writing(connection: Connection, file: sqlite3.Connection) -> None:
    """Wait for one's turn; who waits for long is told of a work that was announced.

    Raises:
        LedgerError: it was.
    """
    file.execute(f"PRAGMA busy_timeout = {OFTEN_MS}")
    try:
        if not _has_turn(file, within=SOON_MS):
            if not connection.get_execution_options().get(ANNOUNCED):
                under_way.refuse(connection)
            if not _has_turn(file, within=BUSY_MS):
                raise sqlite3.OperationalError("database is locked")
    finally:
        file.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def _has_turn(file: sqlite3.Connection, *, within: int) -> bool:
    """Ask for one's turn often: left to itself SQLite asks ever more seldom, and is overtaken."""
    give_up = time.monotonic() + within / 1000
    while True:
        try:
            # A read that turned into a write would fail at once, however long one may wait.
            file.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            if time.monotonic() > give_up:
                return False
        else:
            return True


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
