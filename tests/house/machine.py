"""A pattern as a machine: the states that it goes through as it reads a text, sign by sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from re import _compiler as compiler
from re import _constants as sre
from re import _parser as parser
from typing import Any

LONG = 5_000
"""A repeat of so many and more is as one without an end."""
SAMPLE = "aZ05_ \n\t\r.,;:!?-–'\"’“”()[]<>{}/\\@#&*+=|~^$%éЯ٣一\u00a0\x00"
"""Signs of every kind, to which come those that a pattern names."""
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
SIGNS = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)

Condition = Callable[[str | None, str], bool]
"""Whether one may go on between two signs; None stands before a text."""


def always(_before: str | None, _after: str) -> bool:
    """Go on."""
    return True


def perhaps(_before: str | None, _after: str) -> bool:
    """Go on, if what an aside reads is there."""
    return True


def at_the_end(_before: str | None, _after: str) -> bool:
    """Go on where no sign comes any more."""
    return False


def is_word(sign: str | None) -> bool:
    """Whether a sign is part of a word."""
    return sign is not None and (sign.isalnum() or sign == "_")


def condition(place: Any, flags: int) -> Condition:
    """What has to be so at a place such as ``\\b`` or ``^``."""
    lines = bool(flags & re.MULTILINE)
    match place:
        case sre.AT_BOUNDARY:
            return lambda before, after: is_word(before) != is_word(after)
        case sre.AT_NON_BOUNDARY:
            return lambda before, after: is_word(before) == is_word(after)
        case sre.AT_BEGINNING if lines:
            return lambda before, _: before in (None, "\n")
        case sre.AT_BEGINNING | sre.AT_BEGINNING_STRING:
            return lambda before, _: before is None
        case sre.AT_END if lines:
            return lambda _, after: after == "\n"
    return at_the_end


class Machine:
    """A pattern's states: from each one goes on by reading a sign, or by skipping to another."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._tree = parser.parse(pattern, flags)
        self._sets: dict[str, frozenset[str]] = {}
        self._all = dict.fromkeys((*SAMPLE, *_named(self._tree)))
        self.reads: list[list[tuple[frozenset[str], int]]] = []
        self.skips: list[list[tuple[Condition, int]]] = []
        self.looped: set[int] = set()
        self.first = self._state()
        self.ends: set[int] = set()
        self.ends.add(self._sequence(self._tree, self.first, self._tree.state.flags))
        bound = any(
            one not in (always, perhaps, at_the_end) for each in self.skips for one, _ in each
        )
        kinds: dict[tuple[object, ...], str] = {}
        for sign in self._all:
            kind = (sign in each for each in self._sets.values())
            kinds.setdefault((*kind, bound and (is_word(sign), sign == "\n")), sign)
        self.signs = tuple(kinds.values())
        """A sign of each kind that the pattern tells apart."""
        self.before: dict[str | None, str | None] = {None: None}
        """For each sign one that stands for it where it has been read."""
        bounds = {one for each in self.skips for one, _ in each}
        alike: dict[tuple[bool, ...], str] = {}
        for sign in self.signs:
            goes = tuple(only(sign, after) for only in bounds for after in self.signs)
            self.before[sign] = alike.setdefault(goes, sign)

    def _state(self) -> int:
        self.reads.append([])
        self.skips.append([])
        return len(self.reads) - 1

    def _skip(self, start: int, to: int | None = None, only: Condition = always) -> int:
        to = self._state() if to is None else to
        self.skips[start].append((only, to))
        return to

    def _set(self, piece: Any, flags: int) -> frozenset[str]:
        key = f"{piece} {flags}"
        if key not in self._sets:
            nodes = piece if isinstance(piece, parser.SubPattern) else [piece]
            test = compiler.compile(parser.SubPattern(self._tree.state, list(nodes)), flags)
            self._sets[key] = frozenset(filter(test.fullmatch, self._all))
        return self._sets[key]

    def _sequence(self, nodes: Iterable[Any], at: int, flags: int) -> int:
        for name, value in nodes:
            at = self._piece(name, value, at, flags)
        return at

    def _piece(self, name: Any, value: Any, at: int, flags: int) -> int:
        if name in SIGNS:
            self.reads[at].append((self._set((name, value), flags), to := self._state()))
            return to
        if name in REPEATS:
            return self._repeat(*value, at, flags)
        match name:
            case sre.BRANCH:
                to = self._state()
                for one in value[1]:
                    self._skip(self._sequence(one, self._skip(at), flags), to)
                return to
            case sre.SUBPATTERN:
                _, on, off, inner = value
                return self._sequence(inner, at, (flags | on) & ~off)
            case sre.ATOMIC_GROUP:
                return self._sequence(value, at, flags)
            case sre.AT:
                return self._skip(at, only=condition(value, flags))
            case sre.ASSERT | sre.ASSERT_NOT:
                return self._look(name, *value, at, flags)
        assert name is sre.GROUPREF, name
        return self._skip(at)

    def _repeat(self, least: int, most: int, inner: Any, at: int, flags: int) -> int:
        for _ in range(min(least, 2)):
            at = self._sequence(inner, at, flags)
        out = self._state()
        if most < LONG:
            for _ in range(min(most - least, 2)):
                self._skip(at, out)
                at = self._sequence(inner, at, flags)
            return self._skip(at, out)
        loop = self._skip(at)
        self._skip(self._sequence(inner, self._skip(loop), flags), loop)
        self.looped |= set(range(loop, len(self.reads)))
        return self._skip(loop, out)

    def _look(self, name: Any, way: int, inner: Any, at: int, flags: int) -> int:
        wanted = name is sre.ASSERT
        if way > 0:  # read as an aside, and gone on from where it began
            self.ends.add(self._sequence(inner, self._skip(at, only=perhaps), flags))
            # What is not to follow a loop seldom follows a round less of it.
            return self._skip(at, only=perhaps if wanted else always)
        if inner.getwidth() != (1, 1):
            return self._skip(at)
        seen = self._set(inner, flags)
        return self._skip(at, only=lambda before, _: (before in seen) is wanted)


def _named(tree: Any) -> Iterator[str]:
    """The signs that a pattern names, in either case."""
    for part in tree:
        match part:
            case (sre.LITERAL | sre.NOT_LITERAL, int(code)):
                yield from {chr(code), chr(code).lower()[:1], chr(code).upper()[:1]}
            case (sre.RANGE, (int(low), int(high))):
                yield from (chr(low), chr(high))
            case parser.SubPattern() | tuple() | list():
                yield from _named(part)
