"""Where the tests keep their ledgers: in files, or in databases of a PostgreSQL server.

A test asks for a ledger and is given its place: a path, or in a run with ``--postgres`` a URL. What
is said here holds for both.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from tracker.store.home import Place
from tracker.store.search import lend_means

try:
    import psycopg
except ImportError:  # nobody asked for PostgreSQL
    psycopg = None  # type: ignore[assignment]

REFUSALS: tuple[type[Exception], ...] = (
    sqlite3.IntegrityError,
    *((psycopg.IntegrityError,) if psycopg else ()),
)
"""What a database says to a row that breaks a rule."""


def raw(place: Place) -> Any:
    """Open a ledger behind the program's back; ``execute`` takes SQL."""
    if isinstance(place, str):
        return psycopg.connect(place.replace("+psycopg", ""))
    file = sqlite3.connect(place)
    lend_means(file)
    return file


def without_triggers(place: Place) -> None:
    """Take away what guards a ledger, as only its owner can."""
    with raw(place) as file:
        if isinstance(place, str):
            found = file.execute(
                "SELECT tgname, tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal"
            ).fetchall()
            for name, table in found:
                file.execute(f"DROP TRIGGER {name} ON {table}")
            return
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            file.execute(f'DROP TRIGGER "{name}"')


def wait_for_no_disk(file: sqlite3.Connection, *_pooled: Any) -> None:
    """Let the system write a file when it likes, as it does in the end for a killed program."""
    file.execute("PRAGMA synchronous = OFF")


class Files:
    """Ledgers that are files of SQLite."""

    def make(self, path: Path, now: datetime) -> Place:
        """Make a new ledger."""
        from tracker.store.schema import make_ready

        make_ready(path, now=now)
        return path

    def copy(self, template: Place, to: Place) -> Place:
        """Copy a ledger to a place, over whatever is there."""
        return Path(shutil.copy(template, to))

    def tidy(self) -> None:
        """Leave it to pytest to take away old folders."""

    close = tidy


class Databases:
    """Ledgers that are databases of a server, each known by the path that a file would have."""

    def __init__(self, url: str) -> None:
        self._server = psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
        self._url = url.rpartition("/")[0]
        self._numbers = count()
        self._templates: list[str] = []
        self._mine: list[str] = []

    def empty(self) -> str:
        """Make a database that holds nothing, for the test that asks for it."""
        return self._at(self._new(self._mine, "template0"))

    def make(self, path: Path, now: datetime) -> Place:
        """Make a new ledger, which stays until the run ends."""
        from tracker.store.server_schema import make_server_ready

        name = self._new(self._templates, "template0")
        make_server_ready(self._at(name))
        return self._at(name)

    def copy(self, template: Place, to: Place) -> Place:
        """Copy a ledger to a place, over whatever is there."""
        original = self._named(template)
        if isinstance(to, str):
            name = self._named(to)
            self._drop(name)
            self._copy(name, original)
            return to
        kept = self._templates if "template" in to.parent.name else self._mine
        return self._at(self._new(kept, original))

    def tidy(self) -> None:
        """Take away what the last test had."""
        while self._mine:
            self._drop(self._mine.pop())

    def close(self) -> None:
        """Take away everything."""
        self.tidy()
        for name in self._templates:
            self._drop(name)
        self._server.close()

    def _new(self, kept: list[str], original: str) -> str:
        name = f"tracker_test_{os.getpid()}_{next(self._numbers)}"  # no two runs share one
        self._copy(name, original)
        kept.append(name)
        return name

    def _copy(self, name: str, original: str) -> None:
        self._server.execute(f"CREATE DATABASE {name} TEMPLATE {original} STRATEGY file_copy")

    def _drop(self, name: str) -> None:
        self._server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _at(self, name: str) -> str:
        return f"{self._url}/{name}"

    def _named(self, place: Place) -> str:
        return str(place).rpartition("/")[2]
