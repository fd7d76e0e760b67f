"""An article's proof: which sentences claims cover, what is checked, where each step leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tracker.domain.article import Article, Passage, Publication, Span
from tracker.domain.proof import LOST, Coverage, Mark, Proof
from tracker.domain.status import Stage, Status

TEXT = "A boat sank. Two men died, he said. It rained.\n\nThe pier was closed."
ARTICLE = Article(TEXT, "en", datetime(2031, 5, 1, tzinfo=UTC), (Publication("Boat"),), id=1)


def mark(number, *pieces, stage=Stage.OPEN, **standing):
    spans = tuple(Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces)
    passage = Passage(1, spans, " … ".join(pieces))
    given = {"proposed": None, "checkable": True, "judged": False, **standing}
    return Mark(number, 1, Status.UNVERIFIED, stage, passages=(passage,), **given)


def lost(number, words):
    return replace(mark(number), passages=(Passage(1, (Span(3, 9),), words, orphaned=True),))


def proof(*marks, article=ARTICLE):
    return Proof(article, marks)


def covers(one):
    return [coverage.value for coverage in one.coverage]


def test_a_sentence_without_a_claim_is_uncovered():
    assert covers(proof(mark(1, "Two men died"))) == ["uncovered", "open", "uncovered", "uncovered"]


def test_a_claim_over_two_sentences_covers_both():
    assert covers(proof(mark(1, "sank. Two men")))[:3] == ["open", "open", "uncovered"]


@pytest.mark.parametrize(
    ("standing", "checked"),
    [
        ({"judged": True}, True),
        ({"judged": False}, False),
        ({"judged": True, "proposed": Status.DISPUTED}, False),
        ({"checkable": False}, True),
        ({"checkable": False, "stage": Stage.SUGGESTED}, False),
        ({"stage": Stage.DISMISSED}, True),
        ({"stage": Stage.SIGNED_OFF}, True),
    ],
)
def test_a_sentence_is_checked_when_its_claim_is(standing, checked):
    one = proof(mark(1, "It rained", **standing))
    assert (one.coverage[2] is Coverage.CHECKED) == checked


def test_one_claim_left_open_keeps_a_sentence_open():
    one = proof(mark(1, "Two men died", judged=True), mark(2, "he said"))
    assert one.coverage[1] is Coverage.OPEN


def test_a_cleared_sentence_is_checked():
    cleared = ARTICLE.clearing(Span(36, 46))
    assert covers(proof(article=cleared))[2] == "checked"


def test_cleared_neighbours_are_one_stretch():
    cleared = ARTICLE.clearing(Span(36, 46)).clearing(Span(0, 12)).clearing(Span(13, 35))
    assert cleared.cleared == (Span(0, 46),)
    assert covers(proof(article=cleared)) == ["checked"] * 3 + ["uncovered"]


def test_claims_are_walked_in_the_order_of_the_text():
    one = proof(mark(3, "A boat"), mark(1, "pier"), mark(2, "A boat sank", "rained"))
    assert one.order == (2, 3, 1)
    assert [one.claim_from(n, 0, 1) for n in (2, 3, 1)] == [3, 1, None]
    assert [one.claim_from(n, 0, -1) for n in (2, 3, 1)] == [None, 2, 3]


def test_where_no_claim_is_the_next_one_is_found_by_place():
    one = proof(mark(1, "A boat"), mark(2, "pier"))
    assert one.claim_from(None, 20, 1) == 2
    assert one.claim_from(None, 20, -1) == 1


def test_a_dismissed_claim_is_passed_over_but_found_in_its_sentence():
    one = proof(mark(1, "It rained", stage=Stage.DISMISSED), mark(2, "pier"))
    assert one.order == (2,)
    assert one.in_sentence[2] == (1,)
    assert one.claim_from(1, 40, 1) == 2


def test_the_innermost_of_overlapping_claims_is_at_a_place():
    one = proof(mark(1, "Two men died, he said"), mark(2, "men died"))
    assert [one.claim_at(TEXT.index(word)) for word in ("Two", "men", "he said", "rained")] == [
        1, 2, 1, None,
    ]  # fmt: skip


def test_uncovered_sentences_are_walked_round_and_round():
    one = proof(mark(1, "Two men died"))
    assert [one.uncovered_from(n, 1) for n in (0, 1, 2, 3)] == [2, 2, 3, 0]
    assert [one.uncovered_from(n, -1) for n in (0, 1, 2, 3)] == [3, 0, 0, 2]
    assert proof(*(mark(n, w) for n, w in enumerate(("sank", "died", "rained", "pier"), 1))
                 ).uncovered_from(0, 1) is None  # fmt: skip


def test_a_lost_passage_stands_in_front_of_the_text():
    one = proof(lost(1, "Three men died"), mark(2, "A boat"))
    assert one.text == f"{LOST}\nThree men died\n\n{TEXT}"
    assert one.order == (1, 2)
    assert one.text[one.places[1][0].start : one.places[1][0].end] == "Three men died"
    assert one.text[one.places[2][0].start : one.places[2][0].end] == "A boat"
    assert one.taken(one.places[1][0]) is None
    assert one.taken(one.places[2][0]) == Span(0, 6)
    assert covers(one) == ["open", "open", "uncovered", "uncovered", "uncovered"]


def test_spans_beyond_the_text_are_left_out():
    bad = replace(mark(1), passages=(Passage(1, (Span(60, 6000), Span(5, 5)), "x"),))
    assert proof(bad).places == {}
