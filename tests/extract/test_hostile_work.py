"""Reading a hostile text takes work that grows as the text does: calls are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from reading_aloud import parser

from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader

SIZE = 3_000
"""Code points of the shorter text; the other has twice as many."""
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


def calls_to_read(text: str) -> int:
    """How often a function is called, of Python or below it, to read a text."""
    reader, calls = Reader(parser(), load_models()), 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        reader.read(ArticleDraft(""), text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_text_is_not_much_more_than_twice_the_work(kind):
    text = HOSTILE[kind]
    calls_to_read(text(SIZE))  # what is looked up once and kept
    once, twice = calls_to_read(text(SIZE)), calls_to_read(text(2 * SIZE))
    assert twice < 2.6 * once  # of work that went with the square it would be four times
