"""Retelling: what the history says of every thing, held against what lies in the tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, or_, select

from tracker.domain.article import text_sha256
from tracker.domain.evidence import NoCapture
from tracker.domain.holdings import SECTIONS, Section
from tracker.domain.record import NOT_KEPT, Record
from tracker.domain.reference import Kind, Ref
from tracker.domain.retold import Changes, Likeness, Retold, untold
from tracker.store.past_reading import PastReading, but
from tracker.store.records import Records
from tracker.store.tables import history, source
from tracker.store.veiling import stand_ins

_AT_ONCE = 1000
_TOLD, _HERE = 0, 1


def untold_things(
    connection: Connection, unread: PastReading, doing: Callable[[str], None]
) -> Iterator[str]:
    """Say of each thing what is otherwise than its history tells, and which could not be read."""
    same = likeness(connection, unread)
    for section in SECTIONS:
        if section.kind is not None:
            doing(f"{section.many} as the history tells")
        for ref, story, kept in told_and_kept(connection, section, same, unread):
            yield from untold(ref, story, kept, same)
    yield from unread.said()


def told_and_kept(
    connection: Connection, section: Section, same: Likeness, unread: PastReading
) -> Iterator[tuple[Ref, Retold | None, Record | None]]:
    """Each thing of a section: what its history comes to, and what lies in the tables of that.

    Both are read side by side in the order of the things' numbers, so that however many there are
    only a few are in memory.
    """
    if section.kind is None:
        return
    told = ((number, _TOLD, one) for number, one in _retold(connection, section.kind, same, unread))
    records = Records(connection, None, unread).of(section.many)
    here = ((one["id"], _HERE, one) for one in records)
    for number, found in groupby(merge(told, here, key=itemgetter(0, 1)), key=itemgetter(0)):
        sides: dict[int, Any] = {side: value for _, side, value in found}
        story, kept = sides.get(_TOLD), _kept(section.kind, sides.get(_HERE))
        if kept is not None and kept.get("no_capture") == NoCapture.WITHHELD:
            kept = _with_copy(kept, story)
        yield Ref(section.kind, number), story, kept


def _retold(
    connection: Connection, kind: Kind, same: Likeness, unread: PastReading
) -> Iterator[tuple[int, Retold]]:
    columns = (history.c.subject_id, history.c.seq, history.c.verb, history.c.changes)
    query = (
        select(*columns)
        .where(history.c.subject_kind == kind, but(history.c.subject_id, unread.of(kind)))
        .where(but(history.c.seq, unread.entries))
        .order_by(history.c.subject_id, history.c.seq)
    )
    rows = connection.execute(query, execution_options={"yield_per": _AT_ONCE})
    for number, entries in groupby(rows, key=itemgetter(0)):
        whole = Retold()
        for _, seq, verb, changes in entries:
            whole.follow(seq, verb, changes_in(changes), same)
        yield number, whole


def changes_in(text: str) -> Changes | None:
    """Read what an entry changed; None, if it is past reading."""
    try:
        return {name: (old, new) for name, (old, new) in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return None


def _kept(kind: Kind, record: Record | None) -> Record | None:
    """What the history keeps of a record."""
    if record is None:
        return None
    kept = {name: value for name, value in record.items() if name not in NOT_KEPT}
    if kind is Kind.ARTICLE:
        kept["sha256"] = text_sha256(kept.pop("text"))
    return kept


def _with_copy(kept: Record, story: Retold | None) -> Record:
    """Evidence whose copy was withheld when it left another ledger, as it was there."""
    told = story.fields if story else {}
    return {**kept, "capture": told.get("capture"), "no_capture": told.get("no_capture")}


def likeness(connection: Connection, unread: PastReading) -> Likeness:
    """What tells whether a value is as the history tells it, whatever it had to veil."""
    return Likeness(_stand_ins(connection, unread), stand_ins(connection))


def _stand_ins(connection: Connection, unread: PastReading) -> Iterator[str]:
    """The names that stand, or have stood, for protected sources."""
    of_sources = (history.c.subject_kind == Kind.SOURCE, but(history.c.seq, unread.entries))
    was = select(history.c.subject_id).where(*of_sources, history.c.changes.contains('"restricted'))
    protected = select(source.c.id).where(or_(source.c.restricted, source.c.id.in_(was)))
    legible = but(source.c.id, unread.of(Kind.SOURCE))
    yield from connection.scalars(select(source.c.name).where(source.c.id.in_(protected), legible))
    told = select(history.c.changes).where(*of_sources, history.c.subject_id.in_(protected))
    for changes in connection.scalars(told):
        names = (changes_in(changes) or {}).get("name", ())
        yield from (name for name in names if isinstance(name, str))
