"""Where a ledger is at home, whatever database keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote

if TYPE_CHECKING:
    from sqlalchemy import Connection

Place = Path | str
"""Where a ledger lies: the path of an SQLite file, or the URL of a PostgreSQL database."""

HEAD = "0001"
"""The newest revision; known here so that opening a ledger need not load Alembic."""

APPLICATION_ID = 0x54524B52
"""“TRKR”: says in the file's header whose it is (PRAGMA application_id)."""

WRITES = "tracker_writes"
"""The option of a connection that asks for its next transaction to be one that writes."""

ANNOUNCED = "tracker_announced"
"""The option of one that writes what it announced itself, so that it is not told of it."""

REVISION = "SELECT version_num FROM alembic_version"

HALF_CHARACTER = (
    "a text holds half a character (a lone surrogate), which cannot be stored; nothing was changed."
)
NUL = "a text holds a NUL character, which cannot be stored; nothing was changed."
TOO_LARGE = "a number is too large to be stored; nothing was changed."
TOO_LONG = "a name or word is longer than the ledger has room for; nothing was changed."


class Home(Protocol):
    """A ledger's home, as its doors see it.

    ``name`` is the whole name that a person would use, ``title`` a short one; neither ever holds a
    password. A transaction begun on a connection waits its turn where the option ``WRITES`` is
    set, unless a work was announced that may take long; and else it sees the ledger as it stands
    at that moment.
    """

    name: str
    title: str

    @property
    def private(self) -> bool:
        """Whether nobody can read it but those whom its owner has let in."""

    def connected(self) -> AbstractContextManager[Connection]:
        """Reach the ledger.

        Raises:
            LedgerError: it cannot be reached, or the database says what is wrong with it.
            BadInputError: a text or number is of a kind that no ledger can hold.
        """

    def facts(self) -> Mapping[str, str]:
        """What there is to say of the home itself, by name."""

    def back_up(self, target: Path) -> None:
        """Copy it to a new file, verified, while it is in use.

        Raises:
            LedgerError: the file cannot be written, or copying is not ours to do.
        """

    def tend(self) -> None:
        """Do what a write would have to do else, while nobody waits for one."""

    def close(self) -> None:
        """Let go of it."""


def place_of(words: str) -> Place:
    """Read where a ledger lies: a path, the URL of an SQLite file, or that of a server."""
    if words.startswith("sqlite:///"):
        return Path(unquote(words.removeprefix("sqlite:///")))
    return words if "://" in words else Path(words)


def home_of(place: Place, *, read_only: bool = False) -> Home:
    """Where a ledger is at home, not yet reached."""
    # A file needs nothing of what a server does, and its dialect takes a while to load.
    if isinstance(place, str):
        from tracker.store.postgres import PostgresDatabase  # noqa: PLC0415

        return PostgresDatabase(place)
    from tracker.store.sqlite import SqliteFile  # noqa: PLC0415

    return SqliteFile(place, read_only=read_only)
