"""On what two differ that no rule sets at odds is told by the words of both."""

from __future__ import annotations

import pytest
from marked import drafted

from tracker.compare.accounts import accounts_of
from tracker.compare.questions import question
from tracker.domain.facet import Facet

ASKED = [
    (Facet.OUTCOME, "its columns had cleared the ridge", "the ridge is still ours"),
    (Facet.OUTCOME, "its troops had retaken Osk", "our flag is on the town hall"),
    (Facet.OUTCOME, "Varo had won 52 percent", "the people have elected me"),
    (Facet.INTENT, "the driver aimed his van at her on purpose", "he had dozed off at the wheel"),
    (Facet.TIME, "staff rang at 9.10 p.m.", "the first call came in at 9.47 p.m."),
    (Facet.TIME, "the audit had lasted four weeks", "it was over in three days"),
    (Facet.TIME, "the minister was told on 3 March", "the first letter reached him on 19 March"),
    (Facet.ACTOR, "the millers broke off the talks", "it was the carters who left the room"),
    (Facet.ACTOR, "the blasts were the work of the coalition", "the militia laid the charges"),
    (Facet.ACTOR, "the shells were fired from army positions", "rebels shelled the square"),
    (Facet.ACTOR, "drovers beat the boy", "two guards beat him"),
    (Facet.CAUSE, "a cable snapped because of rust", "the bridge was overloaded by walkers"),
    (Facet.CAUSE, "the man slipped off the wall", "guards pushed him"),
    (Facet.CAUSE, "excessive heat caused the blaze", "the wiring was 60 years old"),
    (Facet.PLACE, "Varo poured petrol over the van", "he was 90 kilometres away"),
    (Facet.PLACE, "Varo was detained at a checkpoint", "officers caught him in his flat"),
    (Facet.PLACE, "the barge sank south of the reef", "it went down north of the light"),
    (Facet.QUANTITY, "86 passengers were on board", "over 150 people had been packed in"),
    (Facet.QUANTITY, "most carters had stayed away", "212 carters had come to work"),
    (Facet.OCCURRENCE, "the ferry stopped at once", "the ferry sailed on"),
]


@pytest.mark.parametrize(("facet", "one", "other"), ASKED)
def test_the_words_of_both_tell_on_what_they_differ(facet: Facet, one: str, other: str) -> None:
    assert asked(one, other) is facet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the shells were fired from army positions", "no gun had fired that day"),
        ("the stores had burned because of a leak", "there was no fire"),
        ("86 passengers were on board", "there was nobody on the ferry"),
        ("Varo was detained at a checkpoint", "he was never held at the checkpoint"),
    ],
)
def test_of_a_no_it_is_asked_first_whether_it_was_so(one: str, other: str) -> None:
    assert asked(one, other) is Facet.OCCURRENCE


def test_a_no_to_a_cause_is_about_the_cause() -> None:
    assert asked("excessive heat caused the blaze", "heat was not the reason") is Facet.CAUSE


def test_what_was_caused_is_no_answer_to_why() -> None:
    effect = "the floods caused 31 deaths"
    assert asked(effect, "the floods were caused by a broken lock") is Facet.OCCURRENCE


def test_officers_are_no_rivals_of_the_police() -> None:
    assert asked("police shot the man", "officers shot the man") is not Facet.ACTOR


def asked(one: str, other: str) -> Facet:
    text = f"[1 The mayor] {{1 said}} <1 {one}>. [2 The guild] {{2 said}} <2 {other}>."
    return question(*accounts_of(drafted(text).reading))
