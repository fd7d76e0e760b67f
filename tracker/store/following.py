"""What follows from a thing and lies beside it to be found by: keys, words, who speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, delete, select, update

from tracker.domain.reference import Kind, Ref
from tracker.store.asked import add_rows
from tracker.store.keying import is_outgrown, note_lexicon
from tracker.store.past_reading import PastReading
from tracker.store.rows import rows_where
from tracker.store.shelf import Shelf
from tracker.store.shelves import Shelves
from tracker.store.tables import article_word, claim, claim_key, name_key

_AT_ONCE = 500
_FEWER = {Kind.ARTICLE: 20}
"""Of things with long texts fewer are in memory at once."""
_MENDED = "; “tracker ledger check --mend” puts that right"
_BESIDE = {
    Kind.SOURCE: (name_key, "keys"),
    Kind.ARTICLE: (article_word, "words"),
    Kind.CLAIM: (claim_key, "keys"),
}

Rows = list[dict[str, Any]]


class Astray(NamedTuple):
    """What lies beside a thing, or in its row, and does not follow from it; ``rows`` would."""

    ref: Ref
    what: str
    table: Table
    rows: Rows


def astray(
    connection: Connection, unread: PastReading, doing: Callable[[str], None]
) -> Iterator[Astray]:
    """Find what does not follow, thing by thing, of those that can be read."""
    shelves = Shelves(connection, None, _no_uid)
    for kind in _BESIDE:
        doing(f"what follows from each {kind.word}")
        shelf = shelves.of_kind(kind)
        for numbers in _batches(connection, shelf, unread):
            yield from _astray(connection, shelf, numbers, unread)


def said(
    connection: Connection, unread: PastReading, doing: Callable[[str], None]
) -> Iterator[str]:
    """The same in words: each claim whose speaker is wrong, and how many things have other keys.

    That claim keys are those of another lexicon is no fault.
    """
    outgrown = is_outgrown(connection)
    firsts: dict[tuple[Kind, str], Ref] = {}
    counted: Counter[tuple[Kind, str]] = Counter()
    for one in astray(connection, unread, doing):
        if one.table is claim:
            yield f"{one.ref}: the speaker is not who its chain says{_MENDED}"
        elif not (outgrown and one.table is claim_key):
            firsts.setdefault((one.ref.kind, one.what), one.ref)
            counted[one.ref.kind, one.what] += 1
    for (kind, what), first in firsts.items():
        others = counted[kind, what] - 1
        who = f"{kind.word} {first}" + (f" and {others:,} more" if others else "")
        yield f"the {what} that {who} should be found by are not right{_MENDED}"
    yield from unread.said(_BESIDE)


def put_right(connection: Connection, unread: PastReading, doing: Callable[[str], None]) -> None:
    """Let everything follow again that can be read."""
    waiting: dict[Table, list[Astray]] = {}
    for one in astray(connection, unread, doing):
        some = waiting.setdefault(one.table, [])
        some.append(one)
        if len(some) == _AT_ONCE:
            _put(connection, waiting.pop(one.table))
    for some in waiting.values():
        _put(connection, some)
    note_lexicon(connection)


def _put(connection: Connection, some: Sequence[Astray]) -> None:
    """Let what lies beside some things, or in their rows, be what follows; all in one table."""
    table = some[0].table
    if table is claim:
        for one in some:
            here = update(claim).where(claim.c.id == one.ref.number)
            connection.execute(here.values(**one.rows[0]))
        return
    owner = next(iter(table.primary_key))
    connection.execute(delete(table).where(owner.in_([one.ref.number for one in some])))
    add_rows(connection, table, [row for one in some for row in one.rows])


def _batches(connection: Connection, shelf: Shelf[Any], unread: PastReading) -> Iterator[list[int]]:
    most, last = _FEWER.get(shelf.kind, _AT_ONCE), 0
    number, left_out = shelf.table.c.id, unread.of(shelf.kind)
    while some := list(
        connection.scalars(select(number).where(number > last).order_by(number).limit(most))
    ):
        yield [one for one in some if one not in left_out]
        last = some[-1]


def _astray(
    connection: Connection, shelf: Shelf[Any], numbers: Sequence[int], unread: PastReading
) -> Iterator[Astray]:
    beside, what = _BESIDE[shelf.kind]
    owner = next(iter(beside.primary_key))
    rows = dict(shelf.rows_of([*shelf.get_many(numbers).values()]))
    follow = _by_owner(rows[beside], owner.name)
    torn = unread.beside(shelf.kind)
    legible = [number for number in numbers if number not in torn]
    here = _by_owner(map(dict, rows_where(connection, owner, legible, owner)), owner.name)
    for number in numbers:
        told, lies = follow.get(number, []), here.get(number, [])
        if number in torn or _set(told) != _set(lies):
            yield Astray(Ref(shelf.kind, number), what, beside, told)
    if shelf.table is claim:
        yield from _claims_astray(connection, rows[claim], numbers)


def _claims_astray(connection: Connection, rows: Rows, numbers: Sequence[int]) -> Iterator[Astray]:
    only = (claim.c.id, claim.c.speaker_id)
    speakers = {
        row["id"]: row["speaker_id"]
        for row in rows_where(connection, claim.c.id, numbers, only=only)
    }
    for row in rows:
        if row["speaker_id"] != speakers[row["id"]]:
            told = {"speaker_id": row["speaker_id"]}
            yield Astray(Ref(Kind.CLAIM, row["id"]), "speaker", claim, [told])


def _by_owner(rows: Any, owner: str) -> dict[int, Rows]:
    found = sorted(rows, key=itemgetter(owner))
    return {number: list(some) for number, some in groupby(found, key=itemgetter(owner))}


def _set(rows: Rows) -> set[tuple[Any, ...]]:
    return {tuple(sorted(row.items())) for row in rows}


def _no_uid() -> str:
    raise AssertionError("nothing is added here")
