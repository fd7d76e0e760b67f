"""Reading a hostile text takes work that grows as the text does: lines are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from reading_aloud import parser

from tracker.compare.proposing import compared
from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader

SIZE = 3_000
"""Code points of the shorter text; the other has twice as many."""
MOST = 2.6
"""How many times the work twice the text may take."""
HOSTILE: dict[str, Callable[[int], str]] = {
    "letters without a blank": lambda size: "a" * size,
    "words without a full stop": lambda size: ("he said that it sank and " * size)[:size],
    "lines of a letter": lambda size: "a\n" * (size // 2),
    "quotes opened in quotes": lambda size: "“he said " * (size // 9),
    "straight quotes": lambda size: '"' * size,
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "colons": lambda size: "he said: " * (size // 9),
    "commas": lambda size: "he said, " * (size // 9),
    "blanks": lambda size: "said" + " " * size + "that",
    "figures": lambda size: "1,000" * (size // 5),
    "full stops": lambda size: "." * size,
    "one speaker": lambda size: "“It rained,” he said.\n" * (size // 22),
    "many speakers": lambda size: "".join(
        f"Ada B{number:x} said the gate was shut.\n" for number in range(size // 35)
    ),
}  # fmt: skip


def lines_of(work: Callable[[], object]) -> int:
    lines = 0

    def count(_frame: FrameType, event: str, _argument: object) -> object:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def grows_as(work: Callable[[int], object]) -> float:
    """How many times the work twice the text takes."""
    work(SIZE)  # what is looked up once and kept
    return lines_of(lambda: work(2 * SIZE)) / lines_of(lambda: work(SIZE))


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_is_not_much_more_than_twice_the_work(kind):
    reader = Reader(parser(), load_models())
    text = {size: HOSTILE[kind](size) for size in (SIZE, 2 * SIZE)}
    # Of work that went with the square it would be four times.
    assert grows_as(lambda size: reader.read(ArticleDraft(""), text[size])) < MOST


NESTED = "The mayor said that 12 people died "
"""Said over and over, every claim holds all later ones, and their figures."""
MOST_NESTED = 2.5
"""How many times the work forty may take as against 28: a square, as their words are, is 2.04."""


def test_claims_within_claims_are_compared_by_no_more_than_their_words():
    reader = Reader(parser(), load_models())
    read = {times: reader.read(ArticleDraft(""), NESTED * times).reading for times in (28, 40)}
    compared(read[28])  # what is looked up once and kept
    work = {times: lines_of(lambda: compared(read[times])) for times in read}  # noqa: B023
    assert work[40] < MOST_NESTED * work[28]


def pairs_in_loops(size: int) -> None:
    for _ in range(size // 10):
        for _ in range(size // 10):
            pass


def pairs_in_a_comprehension(size: int) -> None:
    [one + other for one in range(size // 10) for other in range(size // 10)]


def pairs_in_a_generator(size: int) -> None:
    any(one == other + size for one in range(size // 10) for other in range(size // 10))


@pytest.mark.parametrize("square", [pairs_in_loops, pairs_in_a_comprehension, pairs_in_a_generator])
def test_work_that_goes_with_the_square_is_noticed(square):
    assert grows_as(square) > MOST
