"""A thing as its history tells it, held against the thing as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from tracker.domain.history import Verb
from tracker.domain.history_words import value_said
from tracker.domain.record import Record, is_empty
from tracker.domain.reference import Ref
from tracker.domain.veil import veiled

Changes = Mapping[str, tuple[object, object]]

_NO_FIELDS = frozenset({"restricted_name", "restricted_name_erased"})
"""What an entry only says was done."""


class Likeness:
    """Whether two values of a field are the same.

    A time may be written in two ways. Where the history had to veil a name, whatever stands in that
    place passes: only who knows the name could say more. ``names`` are protected still.
    """

    def __init__(
        self, stand_ins: Iterable[str] = (), names: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._names = names
        words = sorted({word for word in stand_ins if word}, key=len, reverse=True)
        self._veil = re.compile("|".join(["█+", *map(re.escape, words)])) if words else None

    def __call__(self, told: object, here: object) -> bool:
        """Compare what the history says with what is here."""
        if told == here or (is_empty(told) and is_empty(here)):
            return True
        match told, here:
            case str(), str():
                return _is_one_moment(told, here) or self._veiled(told, here)
            case dict(), dict():
                return all(self(told.get(name), here.get(name)) for name in {*told, *here})
            case list(), list():
                return len(told) == len(here) and all(map(self, told, here))
        return False

    def said(self, value: object) -> str:
        """Say a value in short, and no protected name with it."""
        return value_said(veiled(value, self._names))

    def _veiled(self, told: str, here: str) -> bool:
        return self._covers(told, here) or self._covers(here, told)

    def _covers(self, veiled: str, whole: str) -> bool:
        if self._veil is None or not self._veil.search(veiled):
            return False
        pieces = map(re.escape, self._veil.split(veiled))
        return re.fullmatch(".+?".join(pieces), whole, re.DOTALL | re.IGNORECASE) is not None


@dataclass
class Retold:
    """What the entries about a thing come to.

    ``begun`` says whether they tell how it came in, ``saves`` how often it was saved.
    ``readable`` says whether all of them could be read: the chain tells of one that cannot.
    ``unseen`` are the changes that no entry tells of, but the next one to the same field gives
    away: the entry's number, the field, what it was and what the entry found.
    """

    there: bool = False
    begun: bool = False
    saves: int = 0
    readable: bool = True
    fields: dict[str, object] = field(default_factory=dict)
    unseen: list[tuple[int, str, object, object]] = field(default_factory=list)

    def follow(self, seq: int, verb: Verb, changes: Changes | None, same: Likeness) -> None:
        """Take one more entry into account; None stands for changes that are past reading."""
        self.there = verb is not Verb.REMOVED
        if changes is None:
            self.readable = False
            return
        self.begun = self.begun or verb is Verb.ADDED
        self.saves += not changes.keys() <= _NO_FIELDS
        for name, (old, new) in changes.items():
            if name in _NO_FIELDS:
                continue
            was = self.fields.get(name)
            if verb is not Verb.ADDED and not same(was, old):
                self.unseen.append((seq, name, was, old))
            self.fields[name] = new

    @property
    def whole(self) -> bool:
        """Whether the entries that are there tell every field of a thing that is there."""
        return self.there and self.begun and self.readable


def untold(ref: Ref, told: Retold | None, here: Record | None, same: Likeness) -> Iterator[str]:
    """Say of a thing what its history does not tell; nothing, where the two agree."""
    if told is None:
        yield f"{ref} is here, though the history never tells of it"
        return
    if not told.readable:
        return
    for seq, name, was, found in told.unseen:
        yield (
            f"{ref} {_words(name)}: changed from {same.said(was)} to {same.said(found)} before "
            f"entry {seq}, and the history does not tell of it"
        )
    if here is None or not told.there:
        if told.there:
            yield f"{ref} is gone, though the history says that it is here"
        elif here is not None:
            yield f"{ref} is here, though the history says that it was taken away"
        return
    said = told.fields
    differing = [name for name in said.keys() | here.keys() if said.get(name) != here.get(name)]
    for name in sorted(differing):
        if not same(said.get(name), here.get(name)):
            pair = _pair(same.said(here.get(name)), same.said(said.get(name)))
            yield f"{ref} {_words(name)}: {pair}"


def _pair(here: str, told: str) -> str:
    return f"{here} here, {told} in the history" if here != told else "not as in the history"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _is_one_moment(one: str, other: str) -> bool:
    moment = _moment(one)
    return moment is not None and moment == _moment(other)


def _moment(text: str) -> datetime | None:
    if text[10:11] != "T":
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        return None
