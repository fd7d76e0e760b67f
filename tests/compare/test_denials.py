"""Which claim a denial denies, and what is no denial."""

from __future__ import annotations

import pytest
from marked import drafted
from proposed import against, ties

from tracker.compare import pairing
from tracker.compare.account import Account
from tracker.compare.accounts import accounts_of
from tracker.compare.antecedents import denied_by
from tracker.compare.pair import Pair
from tracker.compare.party import Party

TALKS = (
    "[1 The weekly] {1 reported} <1 that the board had opened merger talks>. "
    "[2 Two lawyers] {2 said} <2 a first meeting took place in the spring>. "
)


def denials(text: str) -> set[tuple[int, int]]:
    return {(one.a, one.b) for one in ties(text) if one.kind == "denies"}


def test_no_such_thing_denies_whoever_told_of_it():
    text = TALKS + "<3 No such talks are being held>, [3 Ilse Brand] {3 said}."
    assert (3, 1) in denials(text)


def test_rejecting_an_accusation_denies_the_claim_before_it():
    text = (
        "[1 The union] {1 said} <1 the managers had hidden two reports>.\n\n"
        "[2 The company] {2 rejected} <2 the accusation>."
    )
    assert denials(text) == {(2, 1)}


def test_a_denied_deed_stands_against_the_deed():
    text = (
        "[1 The agency] {1 said} <1 solvent had leaked from a tank>. "
        "[2 The factory] {2 denied} <2 that any solvent had leaked>."
    )
    assert against(text) == {frozenset((1, 2))}


def test_what_is_called_a_lie_is_denied():
    text = (
        "[1 The army] {1 said} <1 its columns had reached the citadel>. "
        "[2 The spokeswoman] {2 called} <2 the army's statement a lie>."
    )
    assert denials(text) == {(2, 1)}


SIREN = "[1 Villagers] {1 said} <1 the siren never sounded>. "


def test_a_bare_denial_gives_way_to_what_its_sentence_says_instead():
    text = SIREN + (
        "[2 The utility] {2 rejected} <2 that>, and [3 it] {3 said} <3 the siren had sounded>."
    )
    assert denials(text) == set()


@pytest.mark.parametrize("who", ["The utility", "Its spokesman"])
def test_a_bare_denial_stays_whatever_is_said_next(who: str):
    text = (
        SIREN + "[2 The utility] {2 denied} <2 this>. "
        f"[3 {who}] {{3 said}} <3 the siren had sounded twice>."
    )
    assert denials(text) == {(2, 1)}
    assert frozenset((1, 3)) in against(text)


def test_a_bare_denial_is_of_what_was_said_last_and_not_of_what_names_its_speaker():
    text = (
        "[1 The union] {1 said} <1 the utility had ignored two alarms>. "
        "[2 An inspector] {2 said} <2 the gauges had been removed in May>.\n\n"
        "[3 The utility] {3 denied} <3 this>."
    )
    assert (3, 2) in denials(text)


def test_a_bare_denial_is_of_all_that_the_sentence_before_it_says():
    text = (
        "[1 The army] {1 said} <1 its columns had reached the citadel> "
        "and [2 it] had {2 said} <2 forty rebels had been captured>. "
        "[3 A rebel commander] {3 denied} <3 this>."
    )
    assert denials(text) == {(3, 1), (3, 2)}


def test_what_is_rejected_is_quoted_in_one_pair_of_marks():
    text = (
        "[1 The owner] {1 accused} <1 the union of blocking vans at the gate>, a charge [2 Pell] "
        '{2 rejected} <2 as "pure invention">.'
    )
    (denial,) = [one for one in ties(text) if one.kind == "denies"]
    assert denial.reason.count('"') == 0
    assert denial.reason.count("“") == denial.reason.count("”") == 2


def test_two_who_deny_one_deed_do_not_stand_against_each_other():
    text = (
        "[1 The Front] {1 denies} <1 shelling the market>.\n\n"
        '[2 A colonel] {2 said} <2 "our units did not fire on the market">.'
    )
    assert not [one for one in ties(text) if one.kind in ("contradicts", "denies")]


def test_a_denial_of_this_denies_what_was_said_last():
    text = (
        "[1 The mayor] {1 said} <1 the sluice had been opened>. "
        "[2 A fireman] {2 said} <2 a caller had spoken of a drill>. "
        "[3 The dam's owner] {3 denies} <3 this>."
    )
    assert denials(text) == {(3, 2)}
    assert against(text) == {frozenset((3, 2))}


def test_a_denial_that_saves_the_deed_denies_it():
    text = (
        "[1 The owner] {1 said} <1 the cracks had been mended>; "
        "[2 a diver] {2 said} <2 they had not>."
    )
    assert denials(text) == {(2, 1)}


def test_who_was_dismissed_denies_nothing():
    text = (
        "[1 The club] {1 said} <1 the cook had left>. [2 The cook] {2 said} <2 he was dismissed>."
    )
    assert denials(text) == set()


def test_a_pair_of_which_one_denies_the_other_is_no_contradiction_of_the_deed_besides():
    text = (
        "[1 Two porters] {1 said} <1 the night shift had emptied a tank>. "
        "[2 The plant] {2 denied} <2 that any tank had been emptied>."
    )
    assert [(one.kind, one.facet) for one in ties(text)] == [("denies", "occurrence")]


def test_each_side_stands_against_neither():
    text = (
        "[1 Each side] {1 accused} <1 the other of shelling the clinic>. "
        "[2 The north] {2 said} <2 southern guns had shelled the clinic>."
    )
    assert against(text) == set()


def test_what_only_points_is_surer_of_the_claim_right_before_it_than_of_one_paragraphs_ago():
    claim = Account(1, "the sluice had been opened", Party(1, "S1", line=frozenset({1})), at=1)

    def sure(paragraph):
        denial = Account(2, "this", Party(2, "S2"), "denies", at=2, paragraph=paragraph)
        ((_, more),) = denied_by(denial, [claim, denial])
        return more

    assert sure(0) >= 0.2 > sure(1)


def test_what_is_told_as_a_denial_denies_and_is_quoted_with_its_no():
    text = (
        "[1 The marchers] {1 said} <1 guards had attacked the choir with smoke>. "
        "[2 The abbey] {2 denied} <2 that guards used smoke>."
    )
    (one,) = pairing.against(Pair(*accounts_of(drafted(text).reading)), 0.6)
    assert (one.a, one.kind) == (2, "denies")
    assert "“denied guards used smoke”" in one.reason


def test_two_denials_of_one_deed_are_not_set_against_each_other():
    text = (
        "[1 The guild] {1 said} <1 rovers had attacked the town of Orlin>. "
        "[2 The rovers] {2 denied} <2 attacking the town of Orlin>. "
        "“<3 We did not attack Orlin>,” {3 said} [3 their envoy Jan Kol]."
    )
    assert frozenset((2, 3)) not in against(text)


@pytest.mark.parametrize(
    "denied", ["that rovers had shelled the school", "responsibility for the attack"]
)
def test_who_did_it_is_not_denied_to_those_who_only_count_the_harmed(denied: str):
    text = (
        f"[1 The rovers] {{1 denied}} <1 {denied}>. "
        "[2 The hospital] {2 said} <2 four people were killed in the attack on the school>."
    )
    assert against(text) == set()
