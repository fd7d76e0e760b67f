"""References on the command line: any number of them, before the last words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from tracker.domain.errors import RefusedError, UnknownRefError
from tracker.domain.reference import Kind, Ref


def refs_of(words: Iterable[str], *kinds: Kind) -> list[Ref]:
    """Read references of these kinds, each once, in order.

    Raises:
        UnknownRefError: a word is none of them.
    """
    return list(dict.fromkeys(Ref.parse(word, among=kinds) for word in words))


def claim_numbers(words: Iterable[str]) -> list[int]:
    """Read references to claims.

    Raises:
        UnknownRefError: a word is none.
    """
    return [ref.number for ref in refs_of(words, Kind.CLAIM)]


def claims_and_words(words: Sequence[str]) -> tuple[list[int], list[str]]:
    """Part leading references to claims from the words after them.

    Raises:
        UnknownRefError: the first word is no reference to a claim.
    """
    numbers = claim_numbers(words[:1])
    rest = list(words[1:])
    while rest:
        with suppress(UnknownRefError):
            numbers.append(Ref.parse(rest[0], among=(Kind.CLAIM,)).number)
            rest.pop(0)
            continue
        break
    return list(dict.fromkeys(numbers)), rest


def number_of(word: str | None, kind: Kind) -> int | None:
    """Read a reference whose letter may be left out: ``S7`` or ``7``.

    Raises:
        UnknownRefError: it is neither.
    """
    if word is None:
        return None
    lettered = f"{kind.value}{word}" if word.strip().isascii() and word.strip().isdigit() else word
    return Ref.parse(lettered, among=(kind,)).number


def of_one_kind(refs: Sequence[Ref]) -> Kind:
    """The kind that all references have.

    Raises:
        RefusedError: there are several.
    """
    kinds = {ref.kind for ref in refs}
    if len(kinds) > 1:
        raise RefusedError("give claims, relations or matches, not several kinds at once.")
    return kinds.pop()
