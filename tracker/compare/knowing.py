"""Knowing: what words of a claim come down to in general, by files of our own (``knowledge/``).

A question has answers that exclude each other ("stopped" and "went on" of work); a thing is called
by many words ("ship", "vessel", "tanker").
"""

from __future__ import annotations

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
"""Words over which "not" undoes what follows."""


def answers_in(text: str) -> Answers:
    """Which questions some words answer, and how."""
    words = words_in(text)
    stems = tuple(stem(word) for word in words)
    found: dict[str, dict[str, bool]] = {}
    for first, _, told in matches(_questions(), stems):
        so = not any(word in _UNDOING for word in words[max(0, first - _REACH) : first])
        for one in told:
            question, _, answer = one.partition("/")
            answers = found.setdefault(question, {})
            answers[answer] = answers.get(answer, False) or so
    return found


def things_in(text: str) -> Mapping[str, frozenset[Phrase]]:
    """What things some words name, each with the words for it."""
    stems = tuple(stem(word) for word in words_in(text))
    found: dict[str, set[Phrase]] = {}
    for first, last, things in matches(_things(), stems):
        for one in things:
            found.setdefault(one, set()).add(stems[first:last])
    return {name: frozenset(words) for name, words in found.items()}


@cache
def _questions() -> Table:
    found = Table()
    for name in ("war", "violence", "work", "things"):
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
    return _table("things.txt")


def _table(name: str) -> Table:
    found = Table()
    for line in _lines(name):
        sense, _, words = line.partition(":")
        _add(found, sense, words)
    return found


def _add(table: Table, sense: str, words: str) -> None:
    for word in words.split():
        phrase = tuple(stem(part) for part in word.split("_"))
        table[phrase] = table.get(phrase, frozenset()) | {sense}


def _lines(name: str) -> Iterator[str]:
    text = (files("tracker.compare") / "knowledge" / name).read_text("utf-8")
    return (line for line in text.splitlines() if line and line[0] != "#")
