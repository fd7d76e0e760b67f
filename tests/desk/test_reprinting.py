"""The same words through another outlet: the claims are those of the first article, once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ledger_state import problems_of, state_of
from marked import drafted

from tracker.compare.proposing import compared
from tracker.desk.taken_in import TakenIn
from tracker.domain.errors import RefusedError
from tracker.domain.listing import Filter, Order
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind, RelationState
from tracker.domain.status import Status

CLINIC = "[1 The clinic in Selm] {1 said} <1 seven miners were killed in the Selm mine>."
OWNER = "[2 Carrick Coal] {2 said} <2 two miners were killed in the Selm mine on Friday>."
CAUSE = "[3 The inspector] {3 said} <3 a lamp had set the gas in the lower gallery alight>."
DENIED = "[4 Carrick Coal] {4 denied} <4 that there had been any gas in the lower gallery>."
RAIN = "Rain fell on the valley all day, and the road to the mine was closed to everybody."
WIRE = f"{CLINIC}\n\n{OWNER}\n\n{CAUSE}\n\n{DENIED}\n\n{RAIN}"
REPRINT = f"Miners die in the north\n\nSELM, Friday - {OWNER}\n\n{CLINIC}\n\n{CAUSE}\n\n{DENIED}"
NEW = "[5 The mayor of Selm] {5 said} <5 nine miners were killed in the Selm mine>."


def take_in(desk, words, by="Ada", **article) -> TakenIn:
    reading = compared(drafted(words).reading)
    return desk.importing.take_in(
        replace(reading, article=replace(reading.article, **article)), by=by
    )


@pytest.fixture
def wire(desk):
    take_in(desk, WIRE)
    return desk


def against(desk):
    return [one for one in desk.browsing.relations() if one.kind in ("contradicts", "denies")]


def claims_in(desk, article):
    return [one.id for one in desk.browsing.page(Filter(article_id=article), Order.ID)]


def test_the_claims_of_a_reprint_are_those_of_the_first_article(wire):
    told = claims_in(wire, 1)
    taken = take_in(wire, REPRINT)
    assert (taken.claims, taken.again) == (0, 4)
    assert claims_in(wire, 2) == told[:4]
    assert problems_of(wire) == []


def test_it_is_said_whose_words_they_are(wire):
    (reprint,) = take_in(wire, f"{REPRINT}\n\n{NEW}").reprints
    assert reprint.one_text
    assert reprint.words(5).startswith("same words as A1, ")
    assert reprint.words(5).endswith(" %; 4 of 5 claims")


def test_a_text_that_shares_nothing_is_said_to_have_no_words_of_another(wire):
    assert take_in(wire, f"Of the mine little is known. {NEW}").reprints == ()


def test_a_reprint_multiplies_no_relations(wire):
    before = against(wire)
    assert before
    take_in(wire, REPRINT)
    assert against(wire) == before


def test_a_rejected_pair_does_not_come_back_with_a_reprint(wire):
    wire.relating.reject([one.id for one in against(wire)], by="Ada")
    take_in(wire, REPRINT, by="Bea")
    assert {one.state for one in against(wire)} == {RelationState.REJECTED}


def test_a_verdict_on_a_claim_holds_for_its_reprints(wire):
    counter = next(one.id for one in against(wire) if 1 in (one.a, one.b))
    wire.relating.confirm([counter], by="Ada")
    wire.reviewing.mark([1], Status.DISPUTED, by="Ada")
    take_in(wire, REPRINT, by="Bea")
    claim = wire.browsing.dossier(1).claim
    assert (claim.status, claim.stale, claim.reprinted_in) == (Status.DISPUTED, False, (2,))


def test_a_reprint_is_no_second_origin(wire):
    take_in(wire, REPRINT)
    take_in(wire, NEW)
    dossier = wire.browsing.dossier(1)
    assert len({tie.other.id for tie in dossier.ties}) == len(dossier.ties)
    assert dossier.corroborating_origins == frozenset()


def test_a_claim_keeps_its_own_words_beside_those_that_reprint_them(wire):
    before = wire.browsing.dossier(2).claim
    take_in(wire, REPRINT)
    after = wire.browsing.dossier(2).claim
    assert (after.quote, after.own_passages) == (before.quote, before.passages)
    assert after.passages[1].article_id == 2


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("seven miners", "eight miners"),
        ("seven miners were", "seven miners were not"),
        ("{1 said} <1 seven", "{1 denied} <1 that seven"),
        ("[1 The clinic in Selm]", "[1 The army]"),
    ],
)
def test_other_figures_other_speakers_and_what_is_turned_are_claims_of_their_own(
    wire, said, instead
):
    taken = take_in(wire, REPRINT.replace(said, instead))
    assert (taken.claims, taken.again) == (1, 3)


def test_what_is_new_in_a_reprint_is_held_against_the_rest_and_against_other_articles(wire):
    taken = take_in(wire, f"{REPRINT}\n\n{NEW}")
    (number,) = [one for one in claims_in(wire, 2) if one not in claims_in(wire, 1)]
    ends = [{one.a, one.b} for one in against(wire)]
    assert taken.claims == 1
    assert {1, number} in ends
    assert len({frozenset(one) for one in ends}) == len(ends)


def test_where_many_reprint_a_text_another_article_is_still_held_against_its_claims(desk):
    chained = "[1 The fire brigade] {1 said} <1 the fire doors were found chained shut>."
    smoke = (
        "Smoke rose over the Carrick ballroom in Selm, by the Lowmoor weir and the Ostrand mill."
    )
    walked = "[1 The owners] {1 said} <1 guests had walked out through open fire doors>."
    places = "Of the fire in the Carrick ballroom by Lowmoor weir and Ostrand mill I know little."
    take_in(desk, f"{smoke} {chained}")
    for outlet in ("Post", "Gazette", "Herald", "Courier"):
        take_in(desk, f"{outlet}\n\n{smoke} {chained}")
    take_in(desk, f"{places} {walked}")
    (pair,) = against(desk)
    assert desk.browsing.dossier(pair.a).claim.reprinted_in == (2, 3, 4, 5)


def test_a_sentence_of_another_article_is_said_in_its_words(wire):
    taken = take_in(
        wire,
        "A week has gone by in the valley since the mine was shut and its people sent home. "
        "Nobody knows when it will be opened again, and whether there will be work for all. "
        f"{CAUSE} A commission of three judges is to sit in the town hall from Monday on.",
    )
    assert taken.again == 1
    assert [one.words(4) for one in taken.reprints] == ["1 of 4 claims in the words of A1"]


def test_a_later_figure_in_a_text_that_is_else_the_same_updates_the_former(wire):
    risen = "[1 The clinic in Selm] {1 said} <1 the number of people killed had risen to nine>."
    take_in(wire, REPRINT.replace(CLINIC, risen))
    updates = [one for one in wire.browsing.relations() if one.kind is RelationKind.UPDATES]
    assert [(one.a, one.b) for one in updates] == [(6, 1)]


def test_a_reprint_of_a_reprint_has_the_claims_of_the_first(wire):
    take_in(wire, REPRINT)
    taken = take_in(wire, f"Twice told\n\n{REPRINT}")
    assert (taken.claims, taken.again) == (0, 4)
    assert [str(one.article) for one in taken.reprints] == ["A1", "A2"]
    assert wire.browsing.dossier(1).claim.reprinted_in == (2, 3)


def test_a_reprint_of_a_former_text_finds_the_claims_in_the_newest(desk):
    take_in(desk, WIRE, url="https://wire.example/mine")
    take_in(desk, f"{WIRE}\n\n{NEW}", url="https://wire.example/mine")
    taken = take_in(desk, REPRINT)
    assert (taken.claims, taken.again) == (0, 4)


def test_a_revision_of_a_reprint_keeps_the_claims_that_stand_there(wire):
    take_in(wire, REPRINT, url="https://post.example/mine")
    taken = take_in(wire, f"{REPRINT}\n\n{NEW}", url="https://post.example/mine")
    assert (taken.claims, taken.revision) == (1, 2)
    assert wire.browsing.dossier(1).claim.reprinted_in == (3,)
    assert problems_of(wire) == []


def test_undoing_the_ingest_of_a_reprint_takes_all_of_it_back(wire):
    before = state_of(wire)
    take_in(wire, f"{REPRINT}\n\n{NEW}", by="Bea")
    wire.auditing.undo(by="Bea")
    assert state_of(wire) == before
    assert problems_of(wire) == []


def test_work_on_a_claim_does_not_hinder_undoing_the_ingest_of_its_reprint(wire):
    take_in(wire, REPRINT, by="Bea")
    wire.reviewing.accept([1], by="Ada")
    wire.auditing.undo(by="Bea")
    assert wire.browsing.dossier(1).claim.reprinted_in == ()


def test_an_event_that_new_claims_go_on_with_is_told(wire):
    (gone_on,) = take_in(wire, f"{REPRINT}\n\n{NEW}").gone_on
    assert gone_on.words.startswith("E1 goes on from A1: “")


def test_an_editor_may_part_what_a_reprint_says_from_the_claim_and_relate_the_two(wire):
    take_in(wire, REPRINT)
    name = "seven miners were killed in the new mine"
    parted = wire.curating.split(Ref.parse("C1"), name=name, articles=[2], by="Ada").new
    twin = wire.browsing.dossier(parted.number).claim
    assert (twin.article_id, twin.quote) == (2, "seven miners were killed in the Selm mine")
    assert wire.browsing.dossier(1).claim.reprinted_in == ()
    assert wire.relating.relate(1, twin.id, RelationKind.REFINES, None, by="Ada").confirmed
    assert problems_of(wire) == []


def test_a_claim_cannot_be_parted_from_an_article_that_does_not_reprint_it(wire):
    with pytest.raises(RefusedError, match="C1 is not reprinted in A1"):
        wire.curating.split(Ref.parse("C1"), name="another", articles=[1], by="Ada")
