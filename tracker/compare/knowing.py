"""Knowing: what words of a claim come down to in general, by files of our own (``knowledge/``).

A question has answers that exclude each other ("stopped" and "went on" of work); a thing is called
by many words ("ship", "vessel", "tanker").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from tracker.domain.meanings import Phrase, Table, matches, stem, words_in

Answers = Mapping[str, Mapping[str, bool]]
"""By question, the answers given, and whether each is said to be so (or said not to be)."""

_UNDOING = frozenset(
    """no not never none nobody nothing nowhere neither nor without hardly cannot denied deny denies
    isn't wasn't weren't aren't don't didn't doesn't hasn't hadn't haven't won't can't couldn't
    wouldn't""".split()  # noqa: SIM905
)
_REACH = 4
"""Telling words over which "not" undoes what follows."""
_LIGHT = frozenset(
    """a an the his her its their our my your this that these those was were is are be been being
    had has have would""".split()  # noqa: SIM905
)
"""What phrases leave out: "gates chained" is found in "the gates had been chained"."""


def answers_in(text: str) -> Answers:
    """Which questions some words answer, and how."""
    words = telling(text)
    stems = tuple(stem(word) for word in words)
    found: dict[str, dict[str, bool]] = {}
    taken: defaultdict[str, set[int]] = defaultdict(set)
    for first, last, told in sorted(_everywhere(questions(), stems), key=_longest_first):
        so = not any(word in _UNDOING for word in words[max(0, first - _REACH) : first])
        for question in {one.partition("/")[0] for one in told}:
            if taken[question].isdisjoint(range(first, last)):
                taken[question].update(range(first, last))
                answers = found.setdefault(question, {})
                for one in told:
                    asked, _, answer = one.partition("/")
                    if asked == question:
                        answers[answer] = answers.get(answer, False) or so
    return found


def _everywhere(table: Table, stems: Phrase) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield where phrases of a table stand, also within each other."""
    for at, one in enumerate(stems):
        for size in table.sizes.get(one, ()):
            if (found := table.get(stems[at : at + size])) is not None:
                yield at, at + size, found


def _longest_first(match: tuple[int, int, frozenset[str]]) -> int:
    return match[0] - match[1]


def things_in(text: str) -> Mapping[str, frozenset[Phrase]]:
    """What things some words name, each with the words for it."""
    stems = tuple(stem(word) for word in telling(text))
    found: dict[str, set[Phrase]] = {}
    for first, last, things in matches(_things(), stems):
        for one in things:
            found.setdefault(one, set()).add(stems[first:last])
    return {name: frozenset(words) for name, words in found.items()}


def telling(text: str) -> tuple[str, ...]:
    """The words of a text that phrases are made of."""
    return tuple(word for word in words_in(text) if word not in _LIGHT)


@cache
def questions() -> Table:
    """All phrases that give an answer away, each with its answers: "question/answer"."""
    found = Table()
    for name in _files("questions"):
        question = ""
        for line in _lines(f"questions/{name}.txt"):
            if line[0] == "?":
                question = f"{line[1:].strip()} ({name})"
            else:
                answer, _, words = line.partition(":")
                _add(found, f"{question}/{answer}", words)
    return found


@cache
def _things() -> Table:
    found = Table()
    for name in _files("things"):
        for line in _lines(f"things/{name}.txt"):
            thing, _, words = line.partition(":")
            _add(found, thing, words)
    return found


def _files(folder: str) -> list[str]:
    found = (files("tracker.compare") / "knowledge" / folder).iterdir()
    return sorted(one.name.removesuffix(".txt") for one in found if one.name.endswith(".txt"))


def _add(table: Table, sense: str, words: str) -> None:
    for word in words.split():
        phrase = tuple(stem(part) for part in word.split("_") if part not in _LIGHT)
        table[phrase] = table.get(phrase, frozenset()) | {sense}


def _lines(name: str) -> Iterator[str]:
    text = (files("tracker.compare") / "knowledge" / name).read_text("utf-8")
    return (line for line in text.splitlines() if line and line[0] != "#")
