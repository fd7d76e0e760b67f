"""A ledger's two doors: one for reading, one for writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Transaction, select
from sqlalchemy.exc import DBAPIError

from tracker.domain.errors import LedgerError
from tracker.store import under_way
from tracker.store.home import WRITES, Place, home_of
from tracker.store.journal import Journal
from tracker.store.outgrown import head_of
from tracker.store.shelves import Shelves
from tracker.store.tables import history

if TYPE_CHECKING:
    from tracker.store.loading import Loading

# ruff: noqa: PLC0415 - what few actions need is loaded by them: a command is to be there at once


class Database:
    """An open ledger. ``clock`` gives aware times, ``new_uid`` 32 hexadecimal characters."""

    def __init__(
        self,
        place: Place,
        *,
        clock: Callable[[], datetime],
        new_uid: Callable[[], str],
        read_only: bool = False,
        full: bool = False,
    ) -> None:
        self.read_only = read_only or full
        self.shut = ": the disk is full" if full else " is read-only"
        self._home = home_of(place, read_only=self.read_only)
        self._clock = clock
        self._new_uid = new_uid
        self._editors: frozenset[str] | None = None  # listed for certain; none before we wrote

    @property
    def name(self) -> str:
        """Where the ledger lies, as a person would name it; never with a password."""
        return self._home.name

    @property
    def title(self) -> str:
        """The same in short: the file's or the database's name."""
        return self._home.title

    def facts(self) -> dict[str, str]:
        """What there is to say of the ledger's home, by name."""
        return dict(self._home.facts())

    @property
    def private(self) -> bool:
        """Whether nobody can read it but those whom its owner has let in."""
        return self._home.private

    def now(self) -> datetime:
        """The time at the desk (aware)."""
        return self._clock()

    @contextmanager
    def reading(self) -> Iterator[Shelves]:
        """Open the ledger as it stands at this moment."""
        with self._home.connected() as connection, connection.begin():
            yield Shelves(connection, None, self._new_uid)

    @contextmanager
    def as_of(self, moment: datetime, *, searched: bool) -> Iterator[Shelves]:
        """Open the ledger as it stood at a moment: a copy of it, walked back, that is then gone.

        Search finds words only where ``searched`` says that it is asked to.

        Raises:
            RefusedError: the ledger held something then that its history cannot bring back.
        """
        from tracker.store.past import standing_at

        with (
            self._home.connected() as present,
            present.begin(),
            standing_at(present, moment, self._new_uid, searched=searched) as shelves,
        ):
            yield shelves

    @contextmanager
    def writing(
        self,
        *,
        by: str,
        did: str,
        reason: str = "",
        undoes: int | None = None,
        at_length: bool = False,
    ) -> Iterator[Shelves]:
        """Open the ledger for one action: all of it is written, with its history, or none.

        Of one that keeps others from writing ``at_length``, they are told.

        Raises:
            LedgerError: the ledger cannot be written.
            TryAgainError: another action came in between; the same may be done once more.
        """
        with self._turn((did, by) if at_length else None) as (connection, transaction, head):
            at = self._clock()
            journal = Journal(connection, head, by=by, did=did, at=at, reason=reason, undoes=undoes)
            journal.known |= self._editors or set()
            if at_length or self._editors is None:  # what an earlier program may have left
                under_way.finish(connection)
            yield Shelves(connection, journal, self._new_uid)
            self._commit(transaction, journal)
        self._editors = frozenset(journal.known)

    @contextmanager
    def loading(self, *, by: str, did: str) -> Iterator[Loading | None]:
        """Open an empty ledger for a whole one that comes in; None if it is not empty.

        Raises:
            LedgerError: the ledger cannot be written.
        """
        from tracker.store.loading import Loading, is_empty

        self._refuse_to_write()
        with self._home.connected() as connection, connection.begin():
            empty = is_empty(connection)
        if not empty:
            yield None
            return
        with self._turn((did, by)) as (connection, *_):
            under_way.finish(connection)
            if not is_empty(connection):  # by now
                yield None
                return
            loading = Loading(connection, Shelves(connection, None, self._new_uid))
            loading.begin()
            yield loading
            loading.finish()

    @contextmanager
    def _turn(
        self, announced: tuple[str, str] | None = None
    ) -> Iterator[tuple[Connection, Transaction, tuple[int, str]]]:
        """Wait for one's turn to write, in a transaction that is committed at the end.

        ``announced`` says what takes long, and who does it. Told is also where the history ends.

        Raises:
            LedgerError: nothing can be written here, or not by this version of the program.
        """
        self._refuse_to_write()
        with self._home.connected() as connection:
            connection.execution_options(**{WRITES: True})
            told = announced and under_way.begun(connection, *announced, self._clock())
            with told or connection.begin() as transaction:
                yield connection, transaction, head_of(connection, self.name)

    def _refuse_to_write(self) -> None:
        if self.read_only:
            raise LedgerError(f"{self.name}{self.shut}; nothing was changed.")

    def problems(self, doing: Callable[[str], None]) -> Iterator[tuple[str, list[str] | None]]:
        """Run every check, by its name, while others work; None: it had to write, and cannot."""
        from tracker.store import checking
        from tracker.store.interruption import interruptible

        with self._without_commit() as connection, interruptible(connection):
            yield from checking.problems(connection, doing)
        writes = {WRITES: not self.read_only}
        with self._without_commit(**writes) as connection, interruptible(connection):
            able = not self.read_only or connection.dialect.name != "sqlite"
            yield checking.search_problems(connection, doing) if able else checking.NO_SEARCH

    @contextmanager
    def _without_commit(self, **options: bool) -> Iterator[Connection]:
        """Reach the ledger for checking it: a damaged file refuses even an empty commit."""
        with self._home.connected() as connection:
            transaction = connection.execution_options(**options).begin()
            try:
                yield connection
            finally:
                transaction.rollback()

    def rebuild_derived(self, doing: Callable[[str], None]) -> None:
        """Build anew what follows: see ``mend``."""
        from tracker.store.interruption import interruptible
        from tracker.store.mending import mend

        with self._turn() as (connection, *_), interruptible(connection):
            mend(connection, self.name, doing)

    def back_up(self, target: Path) -> None:
        """Copy the ledger to a new file, verified, while it is in use.

        Raises:
            LedgerError: the file cannot be written; or a server keeps the ledger, and its own
                tools the copies.
        """
        self._home.back_up(target)

    def tend(self) -> None:
        """Do what a write would have to do else, while nobody waits for one.

        Raises:
            LedgerError: the ledger cannot be reached, or its disk is full.
        """
        if not self.read_only:
            self._home.tend()

    def close(self) -> None:
        """Let go of the ledger."""
        self._home.close()

    def _commit(self, transaction: Transaction, journal: Journal) -> None:
        """Commit; if the connection is lost over it, look in the history whether it was done.

        Raises:
            LedgerError: the connection was lost; the sentence says what became of the action.
        """
        try:
            transaction.commit()
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            if not self._is_written(journal):
                raise LedgerError(
                    f"{self.name}: the connection was lost; nothing was changed. Try again."
                ) from error

    def _is_written(self, journal: Journal) -> bool:
        seq, digest = journal.head
        try:
            # Writing waits until the server has settled the lost transaction.
            with self._without_commit(**{WRITES: True}) as connection:
                query = select(history.c.hash).where(history.c.seq == seq)
                return connection.scalar(query) == digest
        except LedgerError as error:
            raise LedgerError(
                f"{self.name}: the connection was lost while the action was being written. When it "
                "is back, look whether it was done before you do it again."
            ) from error
