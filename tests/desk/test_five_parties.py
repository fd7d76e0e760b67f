"""Contests in a ledger: five parties on one event, and what can be printed of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from contests import election, reactor, strike, trial

from tracker.desk import side_by_side
from tracker.desk.reviewing import Backing
from tracker.domain.contest import LEFT, RIGHT
from tracker.domain.errors import UnknownRefError
from tracker.domain.event_sentence import event_sentence
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.grid import Grid
from tracker.domain.interest import interest_of
from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind, RelationState
from tracker.domain.side_by_side import Stand
from tracker.domain.status import Dismissal, Stage, Status

READINGS = {"strike": strike, "trial": trial, "election": election, "reactor": reactor}


@pytest.fixture
def of(desk):
    def take_in(name: str):
        desk.importing.take_in(READINGS[name](), by="Ada", stage=Stage.OPEN)
        return desk

    return take_in


def sentence(desk, a: int, b: int, side: int = LEFT) -> str:
    return event_sentence(desk.pairing.contest(a, b), side)


@pytest.mark.parametrize("name", READINGS)
def test_five_parties_make_a_grid(of, name):
    assert len(of(name).pairing.contest(1, 2).parties) == 5


def test_the_two_that_are_compared_are_the_pair(of):
    pairing = of("strike").pairing
    contest, pair = pairing.contest(2, 1), pairing.pair(2, 1)
    assert [one.claim for one in contest.sides] == [pair.left.claim, pair.right.claim]
    assert contest.pair.relations == pair.relations


def test_the_grid_marks_where_two_cannot_both_be_right(of):
    contest = of("reactor").pairing.contest(1, 3)
    grid = Grid(contest, contest.parties)
    assert {facet: grid.stand(facet) for facet in grid.facets} == {
        Facet.ACTOR: Stand.CONTRADICT,
        Facet.TIME: Stand.SILENT,
        Facet.CAUSE: Stand.CONTRADICT,
        Facet.OUTCOME: Stand.CONTRADICT,
    }


def test_an_admission_in_court_goes_against_ones_own_interest(of):
    contest = of("trial").pairing.contest(1, 5)
    accuser, accused = contest.sides
    assert interest_of(accuser).words == "blames the other side (Piet Laan)"
    assert interest_of(accused).words == "against own interest"


def test_counter_claims_under_another_event_are_told_too(of):
    desk = of("strike")
    proposed = [one for one in desk.browsing.relations() if 2 in (one.a, one.b)]
    desk.relating.confirm([one.id for one in proposed if not one.confirmed], by="Ada")
    desk.curating.split(Ref.parse("E1"), by="Ada", claims=[2], name="The charge")
    numbers = {one.claim.id for one in desk.pairing.contest(1, 5).accounts}
    assert numbers == {1, 2, 3, 4, 5, 6}


def test_a_claim_that_was_dismissed_leaves_the_contest(of):
    desk = of("strike")
    desk.reviewing.dismiss([3], by="Ada", why=Dismissal.OUT_OF_SCOPE)
    assert 3 not in {one.claim.id for one in desk.pairing.contest(1, 2).accounts}


def test_of_very_many_accounts_some_are_set_side_by_side_and_the_rest_counted(of, monkeypatch):
    monkeypatch.setattr(side_by_side, "MOST_ACCOUNTS", 3)
    contest = of("election").pairing.contest(1, 2)
    assert (len(contest.accounts), contest.more) == (3, 2)


def test_who_speaks_of_an_event_is_the_same_for_each_pair_and_counts_all_claims(of, monkeypatch):
    desk = of("strike")
    told = [desk.pairing.contest(*ends).origins_told for ends in ((1, 2), (3, 5), (1, 6))]
    monkeypatch.setattr(side_by_side, "MOST_ACCOUNTS", 1)
    told += [desk.pairing.contest(1, 2).origins_told, desk.pairing.crowd(1).words]
    assert set(told) == {"5 speakers, 4 independent origins"}


def test_a_pair_brings_nobody_of_another_event_along(of):
    desk = of("strike")
    desk.curating.split(Ref.parse("E1"), by="Ada", claims=[2], name="The charge")
    apart = [desk.pairing.contest(1, 6).origins_told, desk.pairing.crowd(1).words]
    assert set(apart) == {"4 speakers, 3 independent origins"}


def test_an_article_speaks_in_one_voice_of_its_own_and_who_was_dismissed_in_none(of):
    desk = of("election")
    before = desk.pairing.crowd(1)
    desk.reviewing.dismiss([1], by="Ada", why=Dismissal.OUT_OF_SCOPE)
    desk.editing.edit(Ref.parse("C2"), "chain", ["none"], by="Ada")
    desk.editing.edit(Ref.parse("C3"), "chain", ["none"], by="Ada")
    assert desk.pairing.crowd(1).speakers == before.speakers - 2


def test_a_claim_that_is_not_there_is_set_beside_nothing(of):
    with pytest.raises(UnknownRefError, match="there is no claim C99"):
        of("election").pairing.contest(1, 99)


def test_a_pair_alone_has_the_safe_sentence_of_the_side(full_desk):
    assert sentence(full_desk, 1, 2).startswith("Dockers’ League said that a harbour guard")


def test_every_account_stands_in_one_order_in_sentences_of_its_own(of):
    desk = of("election")
    desk.relating.confirm([1, 2, 3], by="Bea")
    assert sentence(desk, 1, 2) == (
        "Civic Union said that Civic Union won the count. "
        "Green List said that Green List won the count. "
        "Electoral Board said that no result has been declared. "
        "What came of it has not been independently verified."
    )


def test_it_is_the_same_sentence_whichever_two_are_looked_at(of):
    desk = of("reactor")
    assert sentence(desk, 1, 3) == sentence(desk, 5, 4, RIGHT)


def test_accounts_that_stand_against_nobody_are_not_told(of):
    assert "boxes" not in sentence(of("election"), 1, 2)


def test_those_confirmed_to_agree_and_newer_words_are_told(of):
    told = sentence(of("strike"), 1, 2)
    assert "St. Brede hospital said that eleven people were hurt." in told
    assert "three people were hurt (updated since)." in told
    assert "Orla police said that six people were hurt." in told


def test_what_nobody_has_decided_raises_no_question(of):
    assert sentence(of("election"), 1, 2).endswith(
        "None of these accounts has been independently verified."
    )


def test_every_open_question_is_named_once(of):
    assert sentence(of("reactor"), 1, 3).endswith(
        "Who was responsible, what caused it and what came of it have not been independently "
        "verified."
    )


def test_a_hedge_is_kept_among_many(of):
    desk = of("election")
    desk.relating.relate(5, 2, RelationKind.CONTRADICTS, Facet.OUTCOME, by="Bea")
    assert "Tarn Polls said that Green List reportedly won." in sentence(desk, 1, 2)


def test_could_not_be_is_said_only_where_every_account_was_tried(of):
    desk = of("election")
    desk.relating.confirm([1, 2, 3], by="Bea")
    tried = AttemptDraft("asked for the protocol", "refused")
    desk.gathering.log_attempt([1, 2], tried, by="Ada")
    assert "could not be" not in sentence(desk, 1, 2)
    desk.gathering.log_attempt([3], tried, by="Ada")
    assert "What came of it could not be independently verified." in sentence(desk, 1, 2)


def test_what_evidence_decides_is_said_and_raises_no_question_any_more(of):
    desk = of("election")
    desk.relating.confirm([1, 2, 3], by="Bea")
    log = EvidenceDraft("https://board.example/protocol", Stance.UNDERMINES)
    desk.reviewing.mark([1, 2], Status.REFUTED, by="Ada", backing=Backing("no protocol", log))
    told = sentence(desk, 1, 2)
    assert "What Green List said has been shown by evidence to be false." in told
    assert "verified" not in told


def test_a_merged_event_holds_the_claims_of_both_and_is_parted_by_an_undo(of, two_sides):
    desk = of("strike")
    desk.importing.take_in(two_sides, by="Ada", stage=Stage.OPEN)
    desk.curating.merge(Ref.parse("E1"), Ref.parse("E2"), by="Bea")
    assert len(desk.pairing.contest(1, 2).parties) > 5
    desk.auditing.undo(by="Bea")
    assert len(desk.pairing.contest(1, 2).parties) == 5
    assert desk.browsing.event(2).merged_into is None


def test_a_split_event_takes_its_claims_along_and_is_joined_by_an_undo(of):
    desk = of("strike")
    new = desk.curating.split(Ref.parse("E1"), by="Bea", claims=[3, 4], name="The blocked gate").new
    assert {desk.browsing.dossier(number).claim.event_id for number in (3, 4)} == {new.number}
    desk.auditing.undo(by="Bea")
    assert {desk.browsing.dossier(number).claim.event_id for number in (3, 4)} == {1}


def test_of_many_accounts_those_are_told_that_meet_the_two_that_are_compared(of):
    desk = of("strike")
    desk.importing.take_in(reactor(), by="Ada", stage=Stage.OPEN)
    desk.curating.merge(Ref.parse("E1"), Ref.parse("E2"), by="Ada")
    told = sentence(desk, 1, 2)
    assert told.count(" said that ") < sum(one.contested for one in contested(desk))
    assert "Orla police said that" in told
    assert "Nordmark" not in told


def contested(desk):
    numbers = desk.browsing.ids(Filter(contested=True))
    return [one.claim for one in desk.browsing.dossiers(numbers)]


def test_the_two_that_are_compared_are_told_where_anything_ties_them(of):
    desk = of("strike")
    untied = sentence(desk, 3, 5)
    desk.relating.relate(3, 5, RelationKind.RELAYS, None, by="Ada")
    gate = "Hanna Dorn said that the depot gate was blocked"
    assert [gate in untied, gate in sentence(desk, 3, 5)] == [False, True]


def test_beside_a_confirmed_account_none_is_told_that_is_only_suggested(desk):
    reading = reactor()
    guessed = tuple(
        replace(one, state=RelationState.SUGGESTED, score=0.5) for one in reading.relations
    )
    desk.importing.take_in(replace(reading, relations=guessed), by="Ada", stage=Stage.OPEN)
    all_told = sentence(desk, 1, 3)
    met = next(one for one in desk.browsing.relations() if (one.a, one.b) == (1, 3))
    desk.relating.confirm([met.id], by="Ada")
    settled = sentence(desk, 1, 3)
    for speaker in ("Nordmark", "Clear Water"):
        assert speaker in all_told
        assert speaker not in settled
