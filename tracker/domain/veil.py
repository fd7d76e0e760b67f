"""The veil over protected sources: their real names never leave the ledger in any text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from tracker.domain.article import Article

Value = TypeVar("Value")


def veiled(value: Value, names: Mapping[str, str]) -> Value:
    """Put the stand-in for every protected name, wherever a value holds it.

    In an article's text the name is blacked out letter by letter, so that spans stay true.
    """
    if not names:
        return value
    pattern = _any_of(names)
    stand_ins = {name.casefold(): stand_in for name, stand_in in names.items()}
    veil: Any = _through(
        value,
        lambda text: pattern.sub(lambda found: stand_ins.get(found[0].casefold(), "█"), text),
        lambda text: blackened(text, names),
    )
    return veil  # type: ignore[no-any-return]


def blackened(text: str, names: Iterable[str]) -> str:
    """Black out every protected name in a text, letter by letter."""
    return _any_of(names).sub(lambda found: "█" * len(found[0]), text)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def _through(value: Any, words: Callable[[str], str], text: Callable[[str], str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return words(value)
    if isinstance(value, tuple | list):
        return type(value)(_through(item, words, text) for item in value)
    if isinstance(value, Mapping):
        return {key: _through(item, words, text) for key, item in value.items()}
    if isinstance(value, Article):
        whole = replace(value, publications=_through(value.publications, words, text))
        return replace(whole, text=text(value.text))
    if is_dataclass(value) and not isinstance(value, type):
        made = {one.name: _through(getattr(value, one.name), words, text) for one in fields(value)}
        return replace(value, **made)
    return value
