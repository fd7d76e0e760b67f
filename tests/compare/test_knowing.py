"""What general knowledge says of words: answers that exclude each other, things by any name."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tracker.compare.account import Account
from tracker.compare.knowing import answers_in, things_in
from tracker.compare.knowing import questions as table
from tracker.compare.known_features import known, shared
from tracker.compare.pair import Pair


def features(one, other):
    accounts = [Account(1, one, at=0), Account(2, other, at=1)]
    return known(Pair(*accounts), shared(accounts))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("she jumped", "she was pushed"),
        ("the garrison surrendered", "we are at our posts"),
        ("nothing moved, the port was at a standstill", "four vessels were unloaded"),
        ("the beams were rotten", "the timber was as sound as a bell"),
    ],
)
def test_answers_to_one_question_exclude_each_other(one, other):
    assert features(one, other)["answers opposed"] > 0


def test_answers_that_agree_are_not_opposed():
    assert features("the garrison surrendered", "the hill was captured")["answers opposed"] == 0


def test_a_no_turns_an_answer_round():
    assert answers_in("they were never warned")["warned or not (violence)"]["warned"] is False
    assert features("they were warned", "they were not warned")["answers undone"] > 0


def test_a_thing_is_known_by_other_words():
    assert things_in("a tanker").keys() & things_in("two vessels").keys() >= {"ship"}
    assert features("the tanker sank", "the vessel is afloat")["things renamed"] > 0


def test_no_phrase_answers_one_question_in_two_ways():
    twice = defaultdict(list)
    for phrase, told in table().items():
        questions = [one.partition("/")[0] for one in told]
        if len(set(questions)) < len(questions):
            twice[" ".join(phrase)] += sorted(told)
    assert not twice, dict(twice)
