"""Relating claims: what may stand between them, and what follows."""

from __future__ import annotations

import pytest
from ledger_state import state_of

from tracker.desk.reviewing import Backing
from tracker.domain.errors import GuardError, RefusedError, UnknownRefError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind, RelationOrigin, RelationState
from tracker.domain.status import Stage, Status

LOG = EvidenceDraft("https://harbour.example/log", Stance.UNDERMINES)
BECAUSE = Backing("the log says so", LOG)


def relate(desk, a: int, b: int, kind: RelationKind, facet: Facet | None = None):
    return desk.relating.relate(a, b, kind, facet, by="Ada")


def claim(desk, number: int):
    return desk.browsing.dossier(number).claim


@pytest.mark.parametrize("kind", list(RelationKind))
def test_a_claim_is_not_related_to_itself(full_desk, kind):
    with pytest.raises(RefusedError, match="a claim cannot be related to itself"):
        relate(full_desk, 1, 1, kind)


@pytest.mark.parametrize("pair", [(1, 99), (99, 1)])
def test_a_claim_that_is_not_there_is_not_related(full_desk, pair):
    with pytest.raises(UnknownRefError, match="there is no claim C99"):
        relate(full_desk, *pair, RelationKind.DENIES)


def test_an_editors_relation_is_confirmed_and_theirs(full_desk):
    made = relate(full_desk, 3, 2, RelationKind.DENIES)
    assert (made.state, made.origin, made.by) == (
        RelationState.CONFIRMED,
        RelationOrigin.PERSON,
        "Ada",
    )


def test_an_editors_relation_confirms_the_same_that_was_suggested(full_desk):
    made = relate(full_desk, 2, 1, RelationKind.CONTRADICTS, Facet.ACTOR)
    assert (str(made.ref), made.state, made.origin) == (
        "R1",
        RelationState.CONFIRMED,
        RelationOrigin.MACHINE,
    )


def test_without_a_facet_it_confirms_the_one_that_was_suggested(full_desk):
    full_desk.relating.set_facet(1, Facet.PLACE, by="Ada")
    made = relate(full_desk, 2, 1, RelationKind.CONTRADICTS)
    assert (str(made.ref), made.facet) == ("R1", Facet.PLACE)


def test_the_same_relation_twice_is_refused(full_desk):
    relate(full_desk, 3, 2, RelationKind.DENIES)
    with pytest.raises(RefusedError, match="R3 is already confirmed"):
        relate(full_desk, 3, 2, RelationKind.DENIES)


def test_another_facet_or_the_other_direction_is_another_relation(full_desk):
    made = {
        relate(full_desk, 3, 2, RelationKind.DENIES).id,
        relate(full_desk, 2, 3, RelationKind.DENIES).id,
        relate(full_desk, 3, 2, RelationKind.DENIES, Facet.CAUSE).id,
    }
    assert made == {3, 4, 5}


@pytest.mark.parametrize(
    ("a", "b"),
    [(1, 3), (3, 6), (1, 6)],
    ids=["steward and his league", "one speaker", "league and its steward"],
)
def test_what_goes_back_to_one_origin_does_not_corroborate(full_desk, a, b):
    with pytest.raises(RefusedError, match=rf"C{a} and C{b} go back to one origin.*“relays”"):
        relate(full_desk, a, b, RelationKind.CORROBORATES)


def test_two_unnamed_origins_do_not_corroborate_each_other(full_desk):
    full_desk.curating.split(Ref.parse("S8"), by="Ada", name="passengers")
    full_desk.editing.edit(Ref.parse("C3"), "chain", ["S9"], by="Ada")
    with pytest.raises(RefusedError, match="go back to one origin"):
        relate(full_desk, 3, 4, RelationKind.CORROBORATES)


def test_two_articles_in_their_own_voice_do_not_corroborate_each_other(full_desk):
    full_desk.editing.edit(Ref.parse("C4"), "chain", ["none"], by="Ada")
    with pytest.raises(RefusedError, match="go back to one origin"):
        relate(full_desk, 4, 5, RelationKind.CORROBORATES)


def test_an_editor_can_let_a_source_count_as_its_own_origin(full_desk):
    full_desk.editing.edit(Ref.parse("S6"), "own-origin", ["yes"], by="Ada")
    assert relate(full_desk, 1, 3, RelationKind.CORROBORATES).confirmed


def test_confirming_a_suggested_corroboration_looks_at_the_origins_again(full_desk):
    full_desk.editing.edit(Ref.parse("S2"), "affiliation", ["S3"], by="Ada")
    with pytest.raises(RefusedError, match="go back to one origin"):
        full_desk.relating.confirm([2], by="Ada")


@pytest.mark.parametrize("kind", [RelationKind.UPDATES, RelationKind.RETRACTS])
def test_only_ones_own_claim_is_updated_or_retracted(full_desk, kind):
    with pytest.raises(RefusedError, match="have different speakers; only one's own claim is"):
        relate(full_desk, 2, 1, kind)
    assert relate(full_desk, 6, 3, kind).confirmed


@pytest.mark.parametrize("kind", [RelationKind.UPDATES, RelationKind.RETRACTS])
def test_what_was_said_before_a_claim_neither_updates_nor_retracts_it(full_desk, kind):
    for number, day in ((3, "2031-05-01"), (6, "2031-05-02")):
        full_desk.editing.edit(Ref.parse(f"C{number}"), "said", [day], by="Ada")
    with pytest.raises(RefusedError, match=r"C3 was said \(2031-05-01\) before C6 \("):
        relate(full_desk, 3, 6, kind)
    assert relate(full_desk, 6, 3, kind).confirmed


def test_a_corroborated_claim_stands_on_a_confirmed_corroboration(full_desk):
    full_desk.relating.reject([1], by="Bea")
    with pytest.raises(GuardError):
        full_desk.reviewing.mark([1], Status.CORROBORATED, by="Ada")
    full_desk.relating.confirm([2], by="Bea")
    full_desk.reviewing.mark([1, 2], Status.CORROBORATED, by="Ada")
    assert claim(full_desk, 1).status is Status.CORROBORATED


def test_a_confirmed_contradiction_bars_corroborated(full_desk):
    full_desk.relating.confirm([1, 2], by="Bea")
    with pytest.raises(GuardError, match="a confirmed counter-claim stands against it"):
        full_desk.reviewing.mark([1], Status.CORROBORATED, by="Ada")


def test_a_suggested_contradiction_bars_nothing(full_desk):
    full_desk.relating.confirm([2], by="Bea")
    full_desk.reviewing.mark([1], Status.CORROBORATED, by="Ada")
    assert claim(full_desk, 1).contested


def test_a_confirmed_contradiction_proposes_disputed_for_both(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    proposals = [claim(full_desk, number).proposed for number in (1, 2)]
    assert [one.status for one in proposals] == [Status.DISPUTED, Status.DISPUTED]
    assert [one.reason for one in proposals] == [
        "C2 contradicts it on actor",
        "C1 contradicts it on actor",
    ]


def test_a_proposal_says_who_denies_whom(full_desk):
    relate(full_desk, 3, 4, RelationKind.DENIES)
    reasons = [claim(full_desk, number).proposed.reason for number in (3, 4)]
    assert reasons == ["it denies C4", "C3 denies it"]


def test_a_proposal_never_sets_the_status(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    assert claim(full_desk, 1).status is Status.UNVERIFIED


def test_a_proposal_is_accepted_with_its_reason(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    (marked,) = full_desk.reviewing.accept([1], by="Ada")
    assert (marked.status, marked.reason, marked.judged_by, marked.proposed) == (
        Status.DISPUTED,
        "C2 contradicts it on actor",
        "Ada",
        None,
    )


def test_a_proposal_that_is_dismissed_leaves_the_claim(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    (kept,) = full_desk.reviewing.dismiss([1], by="Ada")
    assert (kept.stage, kept.proposed) == (Stage.OPEN, None)


@pytest.mark.parametrize("kind", [RelationKind.CORROBORATES, RelationKind.REFINES])
def test_agreement_proposes_nothing_and_unsettles_nothing(full_desk, kind):
    full_desk.reviewing.mark([4], Status.REFUTED, by="Bea", backing=BECAUSE)
    relate(full_desk, 2, 4, kind)
    assert (claim(full_desk, 4).proposed, claim(full_desk, 4).stale) == (None, False)


@pytest.mark.parametrize("kind", [RelationKind.CONTRADICTS, RelationKind.DENIES])
@pytest.mark.parametrize("end", [3, 4])
def test_a_new_counter_claim_makes_a_verdict_stale(full_desk, kind, end):
    full_desk.reviewing.mark([end], Status.REFUTED, by="Bea", backing=BECAUSE)
    relate(full_desk, 3, 4, kind)
    assert claim(full_desk, end).stale
    assert claim(full_desk, end).status is Status.REFUTED


def test_a_settled_claim_is_unsettled_but_not_proposed_for(full_desk):
    full_desk.reviewing.mark([4], Status.REFUTED, by="Bea", backing=BECAUSE)
    full_desk.reviewing.ready([4], by="Bea")
    full_desk.reviewing.sign_off([4], by="Cem")
    relate(full_desk, 3, 4, RelationKind.DENIES)
    assert (claim(full_desk, 4).stale, claim(full_desk, 4).proposed) == (True, None)


def test_rejecting_the_last_counter_claim_ends_the_contest(full_desk):
    assert claim(full_desk, 1).contested
    full_desk.relating.reject([1], by="Ada", reason="two ferries")
    assert not claim(full_desk, 1).contested
    assert full_desk.pairing.pairs() == ()


def test_what_a_relation_proposed_goes_when_it_is_rejected(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    full_desk.relating.reject([1], by="Ada", reason="two ferries")
    assert [claim(full_desk, number).proposed for number in (1, 2)] == [None, None]


def test_what_another_relation_proposes_stays_when_one_is_rejected(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    denial = relate(full_desk, 3, 1, RelationKind.DENIES)
    full_desk.relating.reject([1], by="Ada")
    assert claim(full_desk, 1).proposed.reason == "C3 denies it"
    full_desk.relating.reject([denial.id], by="Ada")
    assert claim(full_desk, 1).proposed is None


def test_a_rejected_relation_can_be_confirmed_after_all(full_desk):
    full_desk.relating.reject([1], by="Ada")
    full_desk.relating.confirm([1], by="Bea")
    assert claim(full_desk, 1).contested


def test_deciding_several_is_all_or_nothing(full_desk):
    full_desk.relating.reject([2], by="Ada")
    before = state_of(full_desk)
    with pytest.raises(RefusedError, match="R2 is already rejected"):
        full_desk.relating.reject([1, 2], by="Ada")
    assert state_of(full_desk) == before


@pytest.mark.parametrize("decide", ["confirm", "reject"])
def test_there_must_be_something_to_decide(full_desk, decide):
    with pytest.raises(RefusedError, match="no relation is selected"):
        getattr(full_desk.relating, decide)([], by="Ada")


def test_a_pair_shows_agreement_and_contradiction_at_once(full_desk):
    (pair,) = full_desk.pairing.pairs()
    assert {row.facet.value: row.stand.value for row in pair.rows} == {
        "actor": "contradict",
        "casualties": "agree",
    }


def test_pairs_that_wait_for_a_decision_come_first(full_desk):
    relate(full_desk, 3, 4, RelationKind.DENIES)
    relate(full_desk, 3, 5, RelationKind.DENIES)
    full_desk.relating.reject([4], by="Ada")
    states = [pair.state.value for pair in full_desk.pairing.pairs()]
    assert states == ["suggested", "confirmed"]
    assert len(full_desk.pairing.pairs(RelationState.REJECTED)) == 1


def test_of_many_pairs_the_first_are_those_that_wait(full_desk):
    relate(full_desk, 3, 4, RelationKind.DENIES)
    every = full_desk.pairing.pairs()
    assert [pair.state for pair in every] == [RelationState.SUGGESTED, RelationState.CONFIRMED]
    (first,) = full_desk.pairing.pairs(limit=1)
    assert [first.left.claim, first.right.claim] == [every[0].left.claim, every[0].right.claim]


def test_the_facet_of_a_relation_can_be_corrected(full_desk):
    assert full_desk.relating.set_facet(1, Facet.CAUSE, by="Ada").facet is Facet.CAUSE


def test_the_facet_of_a_relation_cannot_be_one_that_another_has(full_desk):
    relate(full_desk, 1, 2, RelationKind.CONTRADICTS, Facet.CAUSE)
    with pytest.raises(RefusedError, match="have such a relation on cause already"):
        full_desk.relating.set_facet(1, Facet.CAUSE, by="Ada")


def test_a_contradiction_is_filed_where_the_two_claims_are_at_odds(full_desk):
    full_desk.relating.reject([1], by="Ada")
    full_desk.editing.edit(Ref.parse("C2"), "figures", ["one passenger killed"], by="Ada")
    assert relate(full_desk, 1, 2, RelationKind.CONTRADICTS).facet is Facet.CASUALTIES


def test_an_editors_facet_stands_whatever_the_words_say(full_desk):
    made = relate(full_desk, 1, 2, RelationKind.CONTRADICTS, Facet.PLACE)
    assert made.facet is Facet.PLACE


def test_other_relations_are_filed_on_no_facet_unless_it_is_named(full_desk):
    assert relate(full_desk, 1, 2, RelationKind.DENIES).facet is None


def test_whoever_confirms_what_another_rejected_does_not_take_over_the_reason(full_desk):
    proposed = full_desk.relating.confirm([1], by="Ada")[0].reason
    full_desk.relating.reject([1], by="Bram", reason="unsure")
    (confirmed,) = full_desk.relating.confirm([1], by="Ada")
    assert confirmed.reason == proposed != "unsure"


def test_whoever_confirms_what_two_editors_were_at_odds_on_gives_no_reason_of_theirs(full_desk):
    made = full_desk.relating.relate(
        3, 2, RelationKind.DENIES, Facet.PLACE, by="Ada", reason="she says so"
    )
    full_desk.relating.reject([made.id], by="Bram", reason="unsure")
    (confirmed,) = full_desk.relating.confirm([made.id], by="Cleo")
    assert confirmed.reason == ""
    (kept,) = full_desk.relating.reject([made.id], by="Cleo", reason="she took it back")
    assert kept.reason == "she took it back"


def test_the_first_decision_keeps_what_it_was_suggested_for(full_desk):
    suggested = full_desk.browsing.dossier(1).ties[0].relation
    (confirmed,) = full_desk.relating.confirm([suggested.id], by="Ada")
    assert confirmed.reason == suggested.reason != ""


AGREES = r"“C1 corroborates C2 on actor” cannot hold beside R1, which is confirmed: “C1 contradicts"


def test_two_claims_that_are_confirmed_to_be_at_odds_do_not_agree_there(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    before = state_of(full_desk)
    with pytest.raises(RefusedError, match=AGREES):
        relate(full_desk, 1, 2, RelationKind.CORROBORATES, Facet.ACTOR)
    with pytest.raises(RefusedError, match=r"Reject that first \(tracker reject R1\)\."):
        relate(full_desk, 1, 2, RelationKind.REFINES, Facet.ACTOR)
    assert state_of(full_desk) == before
    full_desk.relating.reject([1], by="Ada")
    assert relate(full_desk, 1, 2, RelationKind.CORROBORATES, Facet.ACTOR).confirmed


def test_of_two_suggestions_that_exclude_each_other_one_is_confirmed(full_desk):
    full_desk.relating.set_facet(2, Facet.ACTOR, by="Ada")
    with pytest.raises(RefusedError, match=r"cannot hold beside R1"):
        full_desk.relating.confirm([1, 2], by="Ada")
    full_desk.relating.confirm([2], by="Ada")
    with pytest.raises(RefusedError, match=r"cannot hold beside R2"):
        full_desk.relating.confirm([1], by="Ada")


def test_a_claim_does_not_update_what_updates_it(full_desk):
    relate(full_desk, 6, 3, RelationKind.UPDATES)
    with pytest.raises(RefusedError, match=r"“C3 updates C6” cannot hold beside R3"):
        relate(full_desk, 3, 6, RelationKind.UPDATES)


def test_no_other_facet_brings_two_relations_together_that_exclude_each_other(full_desk):
    full_desk.relating.confirm([1, 2], by="Ada")
    with pytest.raises(RefusedError, match=AGREES):
        full_desk.relating.set_facet(2, Facet.ACTOR, by="Ada")
    with pytest.raises(RefusedError, match=AGREES):
        full_desk.editing.edit(Ref.parse("R2"), "facet", ["actor"], by="Ada")


def test_merging_two_claims_confirms_nothing_that_is_excluded(full_desk):
    twin = full_desk.curating.split(Ref.parse("C2"), by="Ada", name="a boat lay there").new
    full_desk.relating.confirm([1], by="Ada")
    relate(full_desk, 1, twin.number, RelationKind.CORROBORATES, Facet.ACTOR)
    with pytest.raises(RefusedError, match=AGREES):
        full_desk.curating.merge(Ref.parse("C2"), twin, by="Ada")


def test_undo_confirms_nothing_again_that_is_excluded_by_now(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    full_desk.relating.reject([1], by="Bea")
    relate(full_desk, 1, 2, RelationKind.CORROBORATES, Facet.ACTOR)
    with pytest.raises(RefusedError, match=r"cannot hold beside R3, which is confirmed"):
        full_desk.auditing.undo(by="Bea")


def test_claims_of_two_events_that_are_related_are_named_with_their_events(full_desk):
    put = [
        relate(full_desk, 5, 1, RelationKind.DENIES, Facet.ACTOR),
        relate(full_desk, 5, 2, RelationKind.REFINES),
        relate(full_desk, 4, 1, RelationKind.CORROBORATES),
        relate(full_desk, 1, 5, RelationKind.DENIES),
    ]
    assert [one.words for one in full_desk.relating.apart(put)] == ["C5 is about E2, C1 about E1"]


def test_the_pairs_of_one_state_are_walked(full_desk):
    def walked(state):
        return [(one.a, one.b, one.waiting) for one in full_desk.pairing.walk(Filter(), state)]

    def told():
        return [walked(state) for state in (None, *RelationState)]

    pair, decided = [(1, 2, True)], [(1, 2, False)]
    assert told() == [pair, pair, [], []]
    full_desk.relating.confirm([1, 2], by="Ada")
    assert told() == [decided, [], decided, []]
    full_desk.relating.reject([1], by="Ada")
    assert told() == [[], [], [], decided]
