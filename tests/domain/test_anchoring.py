"""Anchoring: passages stand where their spans say, in code points."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tracker.domain.article import CONTEXT, Article, Publication, Span, text_sha256
from tracker.domain.errors import BadInputError

TEXT = "“We will,” he said — 𝄞 — “[we] will win.” He said so twice; he said so."


def article(text: str = TEXT, title: str = "On winning") -> Article:
    when = datetime(2031, 5, 1, tzinfo=UTC)
    return Article(text, "en", when, (Publication(title),), id=4)


def test_an_interrupted_quote_is_anchored_piece_by_piece():
    passage = article().passage("We will", "[we] will win.")
    assert passage.spans == (Span(1, 8), Span(26, 40))
    assert passage.exact == "We will … [we] will win."


def test_spans_count_code_points_beyond_the_basic_plane():
    (span,) = article().passage("𝄞").spans
    assert (TEXT[span.start : span.end], span.end - span.start) == ("𝄞", 1)


def test_a_passage_keeps_its_surroundings_so_that_it_can_be_found_again():
    passage = article("a" * 50 + "HERE" + "b" * 50).passage("HERE")
    assert (passage.prefix, passage.suffix) == ("a" * CONTEXT, "b" * CONTEXT)


@pytest.mark.parametrize("piece", ["", "she said", "WE WILL", "“We will”"])
def test_words_that_are_not_in_the_text_cannot_be_anchored(piece):
    with pytest.raises(BadInputError, match="is not in the text of “On winning”"):
        article().passage(piece)


@pytest.mark.parametrize("piece", ["he said", "e"])
def test_words_that_stand_twice_cannot_be_anchored(piece):
    with pytest.raises(BadInputError, match="stands more than once"):
        article().passage(piece)


def test_words_that_overlap_themselves_stand_twice():
    with pytest.raises(BadInputError, match="more than once"):
        article("ananas").passage("ana")


def test_an_article_anchors_its_own_passage():
    whole = article()
    assert whole.anchors(whole.passage("We will"))


@pytest.mark.parametrize("change", [{"exact": "We shall"}, {"spans": (Span(2, 9),)}, {"spans": ()}])
def test_a_passage_that_moved_is_noticed(change):
    whole = article()
    assert not whole.anchors(replace(whole.passage("We will"), **change))


def test_an_article_without_a_title_is_called_by_its_first_line():
    assert article("\n  First line\nsecond", title="").title == "First line"


def test_a_text_with_half_a_character_has_a_hash():
    assert len(text_sha256("\ud800")) == 64
