"""A passage in the next revision of its text: found again, or orphaned, never moved."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.domain.anchoring import Anchoring
from tracker.domain.article import Article, Passage, Span

OLD = (
    "The union said nine ferries stopped on Monday.\n\n"
    "Two were hurt, the hospital said. Two were hurt, the police said on Tuesday."
)


def reanchored(passage: Passage, old: str, new: str) -> Passage:
    revision = Article(new, "en", datetime(2031, 5, 2, tzinfo=UTC), (), revision_of=1, id=2)
    return Anchoring(old, revision).passage(passage)


def _passage(text: str, start: int, words: str) -> Passage:
    article = Article(text, "en", datetime(2031, 5, 1, tzinfo=UTC), ())
    at = text.index(words, start)
    return article.passage_at((Span(at, at + len(words)),))


def _words(passage: Passage, text: str) -> str:
    return text[passage.spans[0].start : passage.spans[-1].end]


@pytest.mark.parametrize(
    "new",
    [
        "Ferries stop\n\n" + OLD,
        OLD + "\n\nThe company denied it.",
        OLD.replace("Two were hurt, the hospital said. ", ""),
    ],
)
def test_a_passage_moves_with_its_words(new: str) -> None:
    again = reanchored(_passage(OLD, 0, "nine ferries stopped"), OLD, new)
    assert (again.orphaned, _words(again, new)) == (False, "nine ferries stopped")


def test_a_passage_whose_words_are_gone_is_orphaned() -> None:
    new = OLD.replace("nine ferries", "eight ferries")
    assert reanchored(_passage(OLD, 0, "nine ferries stopped"), OLD, new).orphaned


def test_an_orphan_keeps_where_it_stood() -> None:
    passage = _passage(OLD, 0, "nine ferries stopped")
    assert reanchored(passage, OLD, "Nothing of it is left.").spans == passage.spans


def test_of_two_places_the_one_with_the_same_words_around_is_found() -> None:
    new = "New: " + OLD
    second = OLD.index("Two", OLD.index("Two") + 1)
    again = reanchored(_passage(OLD, second, "Two were hurt"), OLD, new)
    assert again.spans[0].start == second + 5


def test_a_look_alike_elsewhere_is_not_taken() -> None:
    new = "Two were hurt when a tram left its rails in another town."
    second = OLD.index("Two", OLD.index("Two") + 1)
    assert reanchored(_passage(OLD, second, "Two were hurt"), OLD, new).orphaned


def test_two_places_that_look_the_same_are_left_to_a_person() -> None:
    old = "It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained."
    passage = _passage(old, 44, "It rained.")
    assert reanchored(passage, old, f"{old} {old}").orphaned


def test_other_quotation_marks_are_the_same_words() -> None:
    old = "He said “we will” on Monday, and nobody who heard it there doubted his word."
    new = old.replace("“", '"').replace("”", '"')
    again = reanchored(_passage(old, 0, "“we will”"), old, new)
    assert (again.orphaned, again.exact) == (False, '"we will"')
