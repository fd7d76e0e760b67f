"""Compares found attributions with marked ones, by the words that their spans cover."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from attribution_corpus import Gold, Spans

_WORD = re.compile(r"\w+(?:[.'’&/-]\w+)*")
_AFTER_HEAD = re.compile(
    r"(?:of|in|for|from|at|on|with|who|which|that|to|and|or|by|as|whose|whom|about|among|including"
    r"|when|where|but|against|between|under)$"
)
_BREAK = re.compile(r"[,(;:–—-]")
HALF = 0.5

A = TypeVar("A")
B = TypeVar("B")

Words = frozenset[int]
Count = tuple[int, int, int]
"""How many match, how many are marked, how many were found."""


@dataclass(frozen=True)
class Covered:
    """An attribution as numbers of words; ``head`` is the source's head, None without a source."""

    source: Words
    cue: Words
    content: Words
    head: int | None


def covered(text: str, attributions: Iterable[Gold]) -> list[Covered]:
    """Turn spans into the words they cover."""
    words = [match.span() for match in _WORD.finditer(text)]
    found = []
    for each in attributions:
        source = _cover(words, each.source)
        head = _head(text, words, source)
        found.append(Covered(source, _cover(words, each.cue), _cover(words, each.content), head))
    return found


def counts(gold: Sequence[Covered], found: Sequence[Covered]) -> dict[str, Count]:
    """Count matches: of contents and sources by half their words, of words, and of both at once."""
    result: dict[str, Count] = {}
    for role in ("content", "source"):
        marked = [words for each in gold if (words := getattr(each, role))]
        read = [words for each in found if (words := getattr(each, role))]
        pairs = matched(marked, read, lambda a, b: overlap(a, b) >= HALF)
        result[f"{role}.partial"] = (len(pairs), len(marked), len(read))
        union, other = frozenset().union(*marked), frozenset().union(*read)
        result[f"{role}.token"] = (len(union & other), len(union), len(other))
    result["joint"] = (len(matched(gold, found, joint)), len(gold), len(found))
    return result


def joint(gold: Covered, found: Covered) -> bool:
    """Tell if half of the content and the source's head agree (or both name no source)."""
    return overlap(gold.content, found.content) >= HALF and same_source(gold, found)


def same_source(gold: Covered, found: Covered) -> bool:
    """Tell if the source's head is found, or both name none."""
    return gold.head in found.source if gold.head is not None else not found.source


def overlap(one: Words, other: Words) -> float:
    """Return the share of the words in both (Jaccard)."""
    return len(one & other) / len(one | other) if one or other else 0.0


def matched(gold: Sequence[A], found: Sequence[B], agree: Callable[[A, B], bool]) -> dict[int, int]:
    """Pair as many as possible one to one: the number of the found one to that of the marked."""
    partners = [[at for at, other in enumerate(found) if agree(each, other)] for each in gold]
    taken: dict[int, int] = {}

    def place(number: int, seen: set[int]) -> bool:
        for at in partners[number]:
            if at not in seen:
                seen.add(at)
                if at not in taken or place(taken[at], seen):
                    taken[at] = number
                    return True
        return False

    for number in range(len(gold)):
        place(number, set())
    return taken


def added(many: Iterable[dict[str, Count]]) -> dict[str, Count]:
    """Add up the counts of texts."""
    total: dict[str, Count] = {}
    for each in many:
        for name, (hits, marked, read) in each.items():
            before = total.get(name, (0, 0, 0))
            total[name] = (before[0] + hits, before[1] + marked, before[2] + read)
    return total


def f1(count: Count) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    hits, marked, read = count
    precision, recall = hits / read if read else 0.0, hits / marked if marked else 0.0
    return precision, recall, 2 * hits / (marked + read) if marked + read else 0.0


def intervals(texts: Sequence[dict[str, Count]], times: int) -> dict[str, tuple[float, float]]:
    """Draw texts again and again: the middle 95 % of the F1 that come out."""
    draw = random.Random(0)
    drawn: dict[str, list[float]] = {}
    for _ in range(times):
        for name, count in added(draw.choices(texts, k=len(texts))).items():
            drawn.setdefault(name, []).append(f1(count)[2])
    cut = int(0.025 * times)
    return {name: (sorted(f)[cut], sorted(f)[times - cut - 1]) for name, f in drawn.items()}


def _cover(words: list[tuple[int, int]], spans: Spans) -> Words:
    return frozenset(
        number
        for number, (start, end) in enumerate(words)
        if any(start < stop and end > begin for begin, stop in spans)
    )


def _head(text: str, words: list[tuple[int, int]], source: Words) -> int | None:
    """Take the last word before the first comma or word that begins something after the name."""
    rows = sorted(source)
    best = rows[0] if rows else None
    for before, row in pairwise(rows):
        gap = text[words[before][1] : words[row][0]]
        word = text[slice(*words[row])].lower()
        if _AFTER_HEAD.match(word) or _BREAK.search(gap) or row != before + 1:
            break
        best = row
    return best
