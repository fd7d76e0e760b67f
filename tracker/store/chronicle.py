"""The history in the ledger: read, restored from, verified."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from tracker.domain.article import Article
from tracker.domain.claim import Claim
from tracker.domain.history import GENESIS, Entry, Verb
from tracker.domain.record import as_json
from tracker.domain.reference import Kind, Ref
from tracker.store.asked import asked
from tracker.store.journal import changes_text, entry_of
from tracker.store.tables import history

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_LAST = select(func.max(history.c.seq).label("seq"))
_TRANSIENT = ("id", "uid", "version")
_AT_ONCE = 500
_CLOCKS_DIFFER = timedelta(minutes=1)
"""So much two machines' clocks may differ without anybody having put one back."""
_UNDONE = select(history.c.undoes).where(history.c.undoes.is_not(None))
# Said so that no index is of use: nearly every entry undoes nothing.
_STANDING = (func.coalesce(history.c.undoes, 0) == 0, history.c.action.not_in(_UNDONE))
"""An entry counts that was not undone and undoes nothing."""


class Chronicle:
    """Reads the history; only the journal writes it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, subject: Ref) -> tuple[Entry, ...]:
        """The entries about one thing, oldest first."""
        rows = self._connection.execute(
            select(history)
            .where(history.c.subject_kind == subject.kind)
            .where(history.c.subject_id == subject.number)
            .order_by(history.c.seq)
        )
        return tuple(entry_of(row) for row in rows.mappings())

    def last(self) -> int:
        """The number of the last entry; 0 where there is none."""
        return asked(self._connection, _LAST)[0]["seq"] or 0

    def last_before(self, moment: datetime) -> int:
        """The number of the last entry before the first one made after a moment; 0 if none is."""
        later = select(func.min(history.c.seq)).where(history.c.at > moment)
        first = self._connection.scalar(later)
        if first is not None:
            return int(first) - 1
        return self.last()

    def back_to(self, seq: int) -> Iterator[Entry]:
        """The entries after a number, newest first."""
        rows = self._connection.execution_options(yield_per=_AT_ONCE).execute(
            select(history).where(history.c.seq > seq).order_by(history.c.seq.desc())
        )
        return (entry_of(row) for row in rows.mappings())

    def latest(self, limit: int) -> tuple[Entry, ...]:
        """The newest entries, newest first."""
        rows = self._connection.execute(select(history).order_by(history.c.seq.desc()).limit(limit))
        return tuple(entry_of(row) for row in rows.mappings())

    def hash_of(self, seq: int) -> str | None:
        """The hash of an entry, by its place in the history."""
        return self._connection.scalar(select(history.c.hash).where(history.c.seq == seq))

    def of_action(self, action: int) -> tuple[Entry, ...]:
        """The entries of one action, oldest first."""
        rows = self._connection.execute(
            select(history).where(history.c.action == action).order_by(history.c.seq)
        )
        return tuple(entry_of(row) for row in rows.mappings())

    def standing(self, kind: Kind, *, naming: Iterable[str]) -> Iterator[Entry]:
        """Every entry that was not undone and is no undoing, oldest first, read as they come.

        Of those about things of a kind only the ones that name any of some fields.
        """
        wanted = or_(history.c.subject_kind != kind, _naming(naming))
        rows = self._connection.execution_options(yield_per=_AT_ONCE).execute(
            select(history).where(*_STANDING, wanted).order_by(history.c.seq)
        )
        return (entry_of(row) for row in rows.mappings())

    def standing_of(
        self, kind: Kind, numbers: Iterable[int], *, naming: Iterable[str]
    ) -> dict[int, tuple[Entry, ...]]:
        """The standing entries about several things that name any of some fields, oldest first."""
        wanted = list(numbers)
        found: dict[int, tuple[Entry, ...]] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            rows = self._connection.execute(
                select(history)
                .where(history.c.subject_kind == kind)
                .where(history.c.subject_id.in_(wanted[start : start + _AT_ONCE]))
                .where(_naming(naming), *_STANDING)
                .order_by(history.c.subject_id, history.c.seq)  # as the index has them
            )
            for entry in (entry_of(row) for row in rows.mappings()):
                number = entry.subject.number
                found[number] = (*found.get(number, ()), entry)
        return found

    def last_standing_action(self, by: str) -> int | None:
        """An editor's newest action that is no undo and was not undone."""
        return self._connection.scalar(
            select(history.c.action)
            .where(history.c.by == by, *_STANDING)
            .order_by(history.c.action.desc())
            .limit(1)
        )

    def last_about(
        self, subject: Ref, fields: frozenset[str] | None, since: int, *, leaving_out: int
    ) -> Entry | None:
        """The newest entry after ``since``, of another action, that touched any of these fields.

        None stands for every field. A change that was itself undone does not count, nor does its
        undoing.
        """
        rows = self._connection.execute(
            select(history)
            .where(history.c.subject_kind == subject.kind)
            .where(history.c.subject_id == subject.number)
            .where(history.c.seq > since, history.c.action != leaving_out)
            .where(*_STANDING)
            .order_by(history.c.seq.desc())
        )
        for row in rows.mappings():
            entry = entry_of(row)
            if fields is None or fields & entry.changes.keys():
                return entry
        return None

    def put_back(self) -> Iterator[tuple[int, datetime, datetime]]:
        """Where the clock went back: the entry's number, its time, and that of the one before."""
        before = func.lag(history.c.at, type_=history.c.at.type).over(order_by=history.c.seq)
        dated = select(history.c.seq, history.c.at, before.label("before")).subquery()
        query = select(dated).where(dated.c.at < dated.c.before).order_by(dated.c.seq)
        for seq, at, earlier in self._connection.execute(query):
            if earlier - at > _CLOCKS_DIFFER:
                yield seq, at, earlier

    def broken_links(self) -> Iterator[str]:
        """Verify the chain from its first entry; say of each broken link what is wrong."""
        expected, previous = 1, GENESIS
        # As the rows lie there: one that was altered may be past reading as an entry.
        few = {"yield_per": _AT_ONCE}
        rows = self._connection.exec_driver_sql(
            "SELECT * FROM history ORDER BY seq", execution_options=few
        )
        for row in rows.mappings():
            number, subject = row["seq"], f"{row['subject_kind']}{row['subject_id']}"
            if number != expected:
                yield f"entry {expected} of the history is missing"
            elif row["previous"] != previous:
                yield f"entry {number} of the history does not follow the one before it"
            if sealed(row) != row["hash"]:
                yield f"entry {number} of the history was altered ({subject}, {row['did']})"
            expected, previous = number + 1, row["hash"]


def _naming(fields: Iterable[str]) -> ColumnElement[bool]:
    """Whether an entry changes one of some fields; now and then one more, by its words."""
    return or_(*(history.c.changes.contains(f'"{name}":', autoescape=True) for name in fields))


def sealed(row: Mapping[Any, Any]) -> str | None:
    """Hash a row of the history as it lies there; None if nobody could have written it so.

    Its changes are hashed as they are read, so other words for the same are none of ours: of two
    values for one name another reader might see the first.
    """
    try:
        meant = {
            "at": datetime.fromisoformat(row["at"]),
            "subject_kind": Kind(row["subject_kind"]),
            "verb": Verb(row["verb"]),
        }
        entry = entry_of({**row, **meant})
        return entry.sealed() if row["changes"] == changes_text(entry) else None
    except (ValueError, TypeError, AttributeError, LookupError):
        return None


def anchored(claim: Claim, article: Callable[[int], Article]) -> Claim:
    """Read a claim's passages from its article again: the history may hold them veiled."""
    return replace(
        claim,
        passages=tuple(
            replace(
                article(passage.article_id).passage_at(passage.spans), orphaned=passage.orphaned
            )
            for passage in claim.passages
        ),
    )


def reader_of(value_class: type[Any]) -> TypeAdapter[Any]:
    """What reads a value of a class back from what the history kept of it."""
    return _reader_of(value_class)  # type: ignore[arg-type]  # mypy takes no class for hashable


@cache  # a class's schema takes 40 ms to make, and never changes
def _reader_of(value_class: type[Any]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - only what is taken back is read so

    return TypeAdapter(value_class)


def restored(value: Any, fields: dict[str, object]) -> Any:
    """Give a value's fields the contents that the history kept of them."""
    whole = {**as_json(value), **fields}
    made = reader_of(type(value)).validate_python(whole)
    return replace(made, **{name: getattr(value, name) for name in _TRANSIENT})
