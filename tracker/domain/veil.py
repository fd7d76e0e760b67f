"""The veil over protected sources: their real names never leave the ledger in any text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar

from tracker.domain.article import Article

Value = TypeVar("Value")
_CUT = ("prefix", "suffix")
"""The words around a passage, of which a name may be cut off."""
LEFT_OVER = 3
"""So many letters of a name, where the rest is cut off, may tell whose it is."""

_SHORTEST, _TELLING = 3, 4
"""Letters of a name's word that could be no other, and of the beginning of one."""


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


def named_in(texts: Iterable[object], names: Iterable[str]) -> bool:
    """Whether any of some values is a text that holds a protected name: quicker than to veil it."""
    whole = "\n".join([text for text in texts if text.__class__ is str])
    return _any_of(tuple(names)).search(whole) is not None


def blackened(text: str, names: Iterable[str]) -> str:
    """Black out every protected name in a text, letter by letter."""
    return _any_of(tuple(names)).sub(_black, text)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _SHORTEST}


@lru_cache(maxsize=4)  # the same names are looked for in every record of an export
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


class _Veil:
    """A veil over one value; what stands in it in many places is gone through once."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = tuple(names)
        self._pattern = _any_of(self._names)
        self._stand_ins = {name.casefold(): stand_in for name, stand_in in names.items()}
        self._met: dict[int, tuple[Any, Any]] = {}

    def over(self, value: Any) -> Any:
        """Veil a value and all that it holds; where nothing is to be hidden it is the same one."""
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            return self._pattern.sub(self._instead, value)
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
        for name in _names_of(type(value)):  # type: ignore[arg-type]  # a class is hashable
            part = getattr(value, name)
            if isinstance(value, Article) and name == "text":
                made = self._pattern.sub(_black, part)
            else:
                made = self._part(name, part)
            if made != part:
                changed[name] = made
        return replace(value, **changed) if changed else value

    def _part(self, name: str, part: Any) -> Any:
        if isinstance(part, str) and name in _CUT:
            part = _cut_off(self._names, name).sub(_black, part)
        return self.over(part)

    def _instead(self, found: re.Match[str]) -> str:
        return self._stand_ins.get(found[0].casefold(), "█")


@lru_cache(maxsize=8)
def _cut_off(names: tuple[str, ...], field: str) -> re.Pattern[str]:
    """What is left of a name at the end where the words around a passage are cut off."""
    ends = field == "suffix"
    parts = (
        name[:length] if ends else name[-length:]
        for name in names
        for length in range(len(name) - 1, LEFT_OVER - 1, -1)
    )
    cut = "|".join(map(re.escape, sorted(parts, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{cut})\Z" if ends else rf"\A(?:{cut})(?!\w)", re.IGNORECASE)


def _black(found: re.Match[str]) -> str:
    return "█" * len(found[0])


@cache
def _names_of(kind: type[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))
