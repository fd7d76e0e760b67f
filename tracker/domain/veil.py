"""The veil over protected sources: their real names never leave the ledger in any text.

A name is found in any spelling (``domain/spelling.py``), whatever signs stand between its words,
none among them, and also with its last words first, as in “Vane, Odo”.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

from tracker.domain.article import Article
from tracker.domain.spelling import Places, plain

Value = TypeVar("Value")
_CUT = ("prefix", "suffix")
"""The words around a passage, of which a name may be cut off."""
LEFT_OVER = 3
"""So many letters of a name, where the rest is cut off, may tell whose it is."""

_SHORTEST, _TELLING = 3, 4
"""Letters of a name's word that could be no other, and of the beginning of one."""

_WORD = re.compile(r"[^\W_]+")
_GAP, _OR_NONE = r"[\W_]++", r"[\W_]*+"
_ALONE = r"(?<![^\W_])", r"(?![^\W_])"
"""Where no letter stands before, and none after."""


def veiled(value: Value, names: Mapping[str, str]) -> Value:
    """Put the stand-in for every protected name, wherever a value holds it.

    In an article's text the name is blacked out letter by letter, so that spans stay true.
    """
    if not names:
        return value
    covered: Value = _Veil(names).over(value)
    return covered


def hints_at(text: str, names: Iterable[str]) -> bool:
    """Whether a text holds a word of a name, or the beginning of one."""
    secret = {word for name in names for word in _words(name)}
    return any(
        word in secret or (len(word) >= _TELLING and any(one.startswith(word) for one in secret))
        for word in _words(text)
    )


def named_in_part(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The stand-ins of names of which a word stands in a text alone, where nothing can hide it.

    A word that is written small is none of a name, unless the whole name is.
    """
    left = blackened(text, names)
    spelt = plain(left)
    telling = {name: _telling(name) for name in names}
    if not any(word in spelt for words in telling.values() for word in words):
        return ()
    places = Places(left)
    there = {
        (found[0], _is_small(left[slice(*places.span(*found.span()))]))
        for found in _WORD.finditer(spelt)
    }
    told = (
        names[name]
        for name, words in telling.items()
        if any(
            (word, False) in there or (_is_small(name) and (word, True) in there) for word in words
        )
    )
    return tuple(sorted(set(told)))


def named_in(texts: Iterable[object], names: Iterable[str]) -> bool:
    """Whether any of some values is a text that holds a protected name: quicker than to veil it."""
    spelt = plain("\n".join([text for text in texts if text.__class__ is str]))
    return any(one.sign in spelt and one.pattern.search(spelt) for one in _sought(tuple(names)))


def blackened(text: str, names: Iterable[str]) -> str:
    """Black out every protected name in a text, letter by letter."""
    return _covered(text, _sought(tuple(names)), _black)


def signs_of(names: Iterable[str]) -> frozenset[str]:
    """Of which one stands, plainly spelt, in whatever holds a name, or what is cut off of one."""
    words = [word for name in names for word in _WORD.findall(plain(name)) or [plain(name)]]
    return frozenset(end for word in words for end in (word[:LEFT_OVER], word[-LEFT_OVER:]))


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(plain(text)) if len(word) >= _SHORTEST}


@lru_cache(maxsize=64)
def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell whose it is: no “van”, and none of two letters."""
    words = _WORD.findall(unicodedata.normalize("NFC", name))
    great = [one for one in words if not _is_small(one)]
    return frozenset(word for one in great or words for word in _words(one))


def _is_small(words: str) -> bool:
    return words == words.lower() != words.upper()


class _Sought(NamedTuple):
    """How a name is found in a text that is plainly spelt."""

    name: str
    sign: str
    """What stands wherever the name does."""
    pattern: re.Pattern[str]
    """Its first group is what is to be hidden."""


@lru_cache(maxsize=4)  # the same names are looked for in every record of an export
def _sought(names: tuple[str, ...]) -> tuple[_Sought, ...]:
    return tuple(
        _Sought(
            name,
            max(_WORD.findall(plain(name)), key=len, default=plain(name)),
            re.compile(f"({_spelt_anyhow(name)})"),
        )
        for name in names
    )


def _spelt_anyhow(name: str) -> str:
    spelt = plain(name)
    words = _WORD.findall(spelt)
    if not words:
        return re.escape(spelt) or "(?!)"
    before, after = _ALONE
    straight, *turned = _turned(words)
    end = re.escape(spelt[spelt.rindex(words[-1]) + len(words[-1]) :])  # as of “O.V.”
    ways = [f"{_GAP.join(straight)}(?:{end})?"]
    if len(words) > 1:
        ways += [f"{before}{_OR_NONE.join(way)}{after}" for way in (straight, *turned)]
    return "|".join(ways)


def _turned(words: list[str]) -> list[list[str]]:
    """The words as they stand, and with the last of them first."""
    return [words[place:] + words[:place] for place in range(len(words))]


def _covered(text: str, names: Iterable[_Sought], instead: Callable[[str, int], str]) -> str:
    """A text in which something else stands for each name that it is told, and its length."""
    spelt = plain(text)
    found = [
        (*one.span(1), sought.name)
        for sought in names
        if sought.sign in spelt
        for one in sought.pattern.finditer(spelt)
    ]
    if not found:
        return text
    places = Places(text)
    pieces, done = [], 0
    for first, last, name in sorted(found, key=lambda one: (one[0], -one[1])):
        start, end = places.span(first, last)
        if start >= done:
            pieces += [text[done:start], instead(name, end - start)]
            done = end
    return "".join([*pieces, text[done:]])


class _Veil:
    """A veil over one value; what stands in it in many places is gone through once."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._stand_ins = names
        self._names = tuple(names)
        self._sought = _sought(self._names)
        self._met: dict[int, tuple[Any, Any]] = {}

    def over(self, value: Any) -> Any:
        """Veil a value and all that it holds; where nothing is to be hidden it is the same one."""
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            return _covered(value, self._sought, self._instead)
        if isinstance(value, tuple | list):
            return type(value)(map(self.over, value))
        if not isinstance(value, Mapping) and not is_dataclass(value):
            return value
        if id(value) not in self._met:  # kept with the value, so that the number stays its own
            self._met[id(value)] = (value, self._over_parts(value))
        return self._met[id(value)][1]

    def _over_parts(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: self._part(str(key), item) for key, item in value.items()}
        changed = {}
        for name in _fields_of(type(value)):  # type: ignore[arg-type]  # a class is hashable
            part = getattr(value, name)
            if isinstance(value, Article) and name == "text":
                made = _covered(part, self._sought, _black)
            else:
                made = self._part(name, part)
            if made != part:
                changed[name] = made
        return replace(value, **changed) if changed else value

    def _part(self, name: str, part: Any) -> Any:
        if isinstance(part, str) and name in _CUT:
            part = _covered(part, _cut_off(self._names, name), _black)
        return self.over(part)

    def _instead(self, name: str, _length: int) -> str:
        return self._stand_ins[name]


@lru_cache(maxsize=8)
def _cut_off(names: tuple[str, ...], field: str) -> tuple[_Sought, ...]:
    """What is left of a name at the end where the words around a passage are cut off."""
    ends = field == "suffix"
    left = {piece for name in names for piece in _left_of(name, ends=ends)}
    cut = "|".join(sorted(left, key=len, reverse=True)) or "(?!)"
    before, after = _ALONE
    ending, beginning = rf"{before}({cut})(?=[\W_]*\Z)", rf"\A[\W_]*({cut}){after}"
    return (_Sought("", "", re.compile(ending if ends else beginning)),)


def _left_of(name: str, *, ends: bool) -> Iterator[str]:
    """What may be left of a name, and all of it: its last word may begin another turn of it."""
    for words in _turned(_WORD.findall(plain(name))):
        letters = [(sign, not place) for word in words for place, sign in enumerate(word)]
        for left in range(LEFT_OVER, len(letters) + 1):
            some = letters[:left] if ends else letters[-left:]
            yield "".join(
                rf"[\W_]*+{sign}" if begins and place else sign
                for place, (sign, begins) in enumerate(some)
            )


def _black(_name: str, length: int) -> str:
    return "█" * length


@cache
def _fields_of(kind: type[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))
