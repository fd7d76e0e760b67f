"""A ledger in a database of PostgreSQL: how it is reached, and its complaints in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from tracker.domain.errors import BadInputError, LedgerError, TryAgainError
from tracker.store import under_way
from tracker.store.home import ANNOUNCED, HALF_CHARACTER, NUL, TOO_LARGE, TOO_LONG, WRITES
from tracker.store.tables import metadata
from tracker.store.types import UnreadableError

DRIVER = "postgresql+psycopg"
SCHEMES = (DRIVER, "postgresql", "postgres")

LOCK_MS = 20_000
"""As long as a file waits for its turn."""
STATEMENT_MS = 60_000
"""A statement that takes longer serves nobody at a desk."""
IDLE_MS = 60_000
"""A program that sleeps in the middle of an action must not keep all others waiting."""

LOCK_CLASS = 0x54524B52
"""“TRKR”: whose advisory lock it is; the second half of its key is the schema."""
TRY_LOCK = (
    f"SELECT pg_try_advisory_xact_lock({LOCK_CLASS}, current_schema()::regnamespace::oid::int)"
)
LOCK = f"SELECT pg_advisory_xact_lock({LOCK_CLASS}, current_schema()::regnamespace::oid::int)"

_DEFAULTS = {
    "application_name": "tracker",
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}
_LONGEST = 200
_AGAIN = ("40001", "40P01")
_BAD_INPUT = {"22001": TOO_LONG, "22003": TOO_LARGE, "22021": NUL, "22P05": NUL}
_SENTENCES = {
    "25006": "the ledger cannot be written (a copy that follows another server, or read-only)",
    "25P03": "the connection was closed because nothing came for a minute; nothing was changed",
    "3D000": "there is no such database on the server",
    "42501": "your role may not do that; ask whoever looks after the ledger",
    "42P01": "this database holds no ledger, or your role's search path does not reach it",
    "53100": "the server's disk is full; nothing was changed",
    "53200": "the server has no memory left; nothing was changed",
    "53300": "the server has no connection left; try again in a moment",
    "55P03": "the ledger is in use by another program; try again in a moment",
    "57014": "that took too long and was given up; nothing was changed",
}
_NOT_REACHED = (
    ("password authentication failed", "the server refuses the name or the password"),
    ("no password supplied", "the server wants a password (PGPASSWORD, or ~/.pgpass)"),
    ("no pg_hba.conf entry", "the server lets nobody of this name in from here"),
    ("does not exist", "the server knows no such role or database"),
    ("permission denied", "the server does not let this role into the database"),
    ("Connection refused", "no server answers there"),
    ("timeout expired", "the server does not answer"),
    ("too many clients", "the server has no connection left; try again in a moment"),
    ("remaining connection slots", "the server has no connection left; try again in a moment"),
    ("starting up", "the server is starting; try again in a moment"),
    ("shutting down", "the server is being stopped; try again in a moment"),
    ("could not translate host name", "there is no host of that name"),
    ("resolve host", "there is no host of that name"),
    ("SSL", "the encrypted connection could not be made"),
)

for _table in metadata.tables.values():
    for _index in _table.indexes:
        # Told here, since to name this dialect beside the tables would load it for every file.
        if "postgresql_where" in _index.info:
            _index.dialect_options["postgresql"]["where"] = _index.info["postgresql_where"]


def url_of(place: str) -> URL:
    """Read the URL of a ledger; ``postgresql://`` is enough.

    Raises:
        LedgerError: it is no such URL. What was written may hold a password and is not repeated.
    """
    try:
        url = make_url(place)
    except (ArgumentError, ValueError):
        raise LedgerError(
            "that is no URL of a ledger; write postgresql+psycopg://NAME@HOST/DATABASE."
        ) from None
    if url.drivername not in SCHEMES:
        raise LedgerError(
            f"{url.drivername} ledgers are not supported; name a file, or a database as "
            "postgresql+psycopg://NAME@HOST/DATABASE."
        )
    return url.set(drivername=DRIVER)


def name_of(url: URL) -> str:
    """Name a ledger as a person would, without its password or anything else that lets one in."""
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database)
    return bare.render_as_string(hide_password=True)


class PostgresDatabase:
    """A database, or one schema of it if the role's search path says so."""

    def __init__(self, place: str) -> None:
        url = url_of(place)
        self.name = name_of(url)
        self.title = url.database or url.username or "ledger"
        self._secret = url.password
        self.private = True  # the server says who may read it
        self.engine = _engine(url)

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """Reach the server.

        Raises:
            LedgerError: it cannot be reached, refuses, or the connection was lost.
            TryAgainError: another transaction came in between; the same may be done once more.
            BadInputError: a text or number is of a kind that no ledger can hold.
        """
        with self._said_plainly(), self.engine.connect() as connection:
            try:
                yield connection
            except UnreadableError as error:
                from tracker.store.cells import say_damage  # noqa: PLC0415 - as seldom as damage

                connection.rollback()
                say_damage(error, connection)
                raise

    def facts(self) -> dict[str, str]:
        """Which server it is, how large the database, and whom one is there."""
        query = (
            "SELECT current_setting('server_version'), current_user::text, "
            "current_schema()::text, pg_size_pretty(pg_database_size(current_database()))"
        )
        with self.connected() as connection, connection.begin():
            version, role, schema, size = connection.exec_driver_sql(query).one()
        return {"server": f"PostgreSQL {version}", "role": role, "schema": schema, "size": size}

    def back_up(self, target: Path) -> None:
        """Leave it to PostgreSQL, and say how."""
        raise LedgerError(
            f"{self.name} is copied by PostgreSQL's own tool: pg_dump --format=custom "
            f"--file={target} “{self.name}” (“tracker help postgresql” says more)."
        )

    def tend(self) -> None:
        """Leave it to the server, which tends itself."""

    def close(self) -> None:
        """Let go of the connections."""
        self.engine.dispose()

    @contextmanager
    def _said_plainly(self) -> Iterator[None]:
        try:
            yield
        except UnicodeEncodeError as error:
            raise BadInputError(HALF_CHARACTER) from error
        except DBAPIError as error:
            raise self._in_plain_words(error) from error

    def _in_plain_words(self, error: DBAPIError) -> Exception:
        said: Any = error.orig
        state = getattr(said, "sqlstate", None)
        if state in _BAD_INPUT or "contain NUL" in str(said):
            return BadInputError(_BAD_INPUT.get(state or "", NUL))
        if state in _AGAIN or getattr(said.diag, "constraint_name", None) == "pk_history":
            return TryAgainError(
                f"{self.name}: others kept coming in between; nothing was changed. Try again."
            )
        if state in _SENTENCES:
            return LedgerError(f"{self.name}: {_SENTENCES[state]}.")
        if error.connection_invalidated:
            return LedgerError(
                f"{self.name}: the connection was lost; nothing was changed. Try again."
            )
        if state is None:
            return LedgerError(f"{self.name}: {self._not_reached(str(said))}.")
        # The server's details may repeat what was written, so they are left out.
        return LedgerError(f"{self.name}: refused ({said.diag.message_primary}, {state}).")

    def _not_reached(self, words: str) -> str:
        for sign, sentence in _NOT_REACHED:
            if sign in words:
                return sentence
        line = next(iter(words.strip().splitlines()), "")[:_LONGEST]
        hidden = line.replace(self._secret, "***") if self._secret else line
        return f"the server cannot be reached ({hidden})"


def _engine(url: URL) -> Engine:
    """Make an engine whose transactions are read at one moment, or written one after another.

    Raises:
        LedgerError: the driver is not installed, or the URL asks for what it does not know.
    """
    given = {name: value for name, value in _DEFAULTS.items() if name not in url.query}
    try:
        # Of an idle desk the server or a firewall may have closed the connection: try it first.
        engine = create_engine(url, connect_args=given, pool_pre_ping=True, hide_parameters=True)
    except ModuleNotFoundError as error:
        raise LedgerError(
            "a ledger on PostgreSQL needs its driver: pip install “claim-tracker[postgres]”."
        ) from error

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
        connection.execute(
            f"SET lock_timeout = {LOCK_MS}; SET statement_timeout = {STATEMENT_MS}; "
            f"SET idle_in_transaction_session_timeout = {IDLE_MS}; "
            # A plan for any words at all would walk every claim for a rare one.
            "SET plan_cache_mode = force_custom_plan"
        )
        connection.commit()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get(WRITES):
            # One writer at a time, so that the history never forks; and each statement sees what
            # the writer before has left, which a snapshot from before the wait would not.
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE")
            if not connection.exec_driver_sql(TRY_LOCK).scalar_one():
                if not options.get(ANNOUNCED):
                    under_way.refuse(connection)
                connection.exec_driver_sql(LOCK)
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine
