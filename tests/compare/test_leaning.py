"""To which answers of general questions the words of claims lean, two claims side by side."""

from __future__ import annotations

from tracker.compare.account import Account
from tracker.compare.leaning import NAMES, leanings, leanings_apart
from tracker.compare.pair import Pair

CHAINED = "the fire doors of the hall were found chained"
OPEN = "guests walked out through open doors within minutes"
CAKE = "the bakery sells cake on Mondays"


def of(one, other, *more):
    accounts = [Account(n, words, at=n) for n, words in enumerate((one, other, *more))]
    (found,) = leanings([Pair(*accounts[:2])], accounts)
    return found


def test_claims_on_one_question_lean_apart_more_than_claims_on_two():
    assert of(CHAINED, OPEN)["apart 3"] > of(CHAINED, CAKE)["apart 3"]
    assert of(CHAINED, OPEN)["one topic"] > of(CHAINED, CAKE)["one topic"]


def test_one_claim_told_twice_leans_to_the_same():
    found = of(CHAINED, CHAINED)
    assert found["apart most"] < 0.01 < found["alike most"]


def test_what_many_claims_speak_of_says_less():
    assert of(CHAINED, OPEN, *[OPEN] * 8)["apart 3"] < of(CHAINED, OPEN)["apart 3"]


def test_either_order_tells_the_same():
    one, other = of(CHAINED, OPEN), of(OPEN, CHAINED)
    assert all(abs(one[name] - other[name]) < 1e-4 for name in NAMES)


def test_words_that_answer_nothing_lean_nowhere():
    assert of("xyzzy", CHAINED)["apart 10"] == 0


def test_what_is_rare_is_so_among_the_claims_of_its_own_group():
    accounts = [Account(n, words, at=n) for n, words in enumerate((CHAINED, OPEN, *[OPEN] * 8))]
    few, many = ([Pair(*accounts[:2])], accounts[:2]), ([Pair(*accounts[1:3])], accounts[1:])
    (alone,) = leanings(*few)
    first, second = leanings_apart([few, many])
    assert first == alone
    assert [second] == [*leanings(*many)]
