"""A new article is held against the ledger: relations across articles, and events in common."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest
from marked import drafted

from tracker.compare.proposing import compared
from tracker.desk.comparing import compare_with_ledger
from tracker.domain.facet import Facet
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind, RelationState

FIRST = (
    "[1 The clinic in Selm] {1 said} <1 seven miners were killed in the Selm mine>. Rain fell on "
    "the valley all day."
)
SECOND = "[1 Carrick Coal] {1 said} <1 two miners were killed in the Selm mine>."
ELSEWHERE = "[1 The mayor of Ostrand] {1 said} <1 nine miners were killed in the Ostrand mine>."
DENIAL = "[1 Carrick Coal] {1 denied} <1 that any miners had been killed in the Selm mine>."


CHAINED = (
    "Smoke rose over the Carrick ballroom in Selm. "
    "[1 The fire brigade] {1 said} <1 the fire doors were found chained shut>."
)
OPEN = (
    "Of the fire in the Carrick ballroom, Selm knows little. "
    "[1 The owners] {1 said} <1 guests had walked out through open fire doors>."
)
OPEN_ELSEWHERE = (
    "Little is known of a party in Ostrand. "
    "[1 The owners] {1 said} <1 guests had walked out through open doors>."
)


def take_in(desk, words):
    return desk.importing.take_in(compared(drafted(words).reading), by="Ada")


def contradictions(desk):
    return [one for one in desk.browsing.relations() if one.kind is RelationKind.CONTRADICTS]


def test_claims_of_two_articles_that_cannot_both_be_right_are_related(desk):
    take_in(desk, FIRST)
    take_in(desk, SECOND)
    (relation,) = contradictions(desk)
    assert (relation.state, relation.reason) == (RelationState.SUGGESTED, "seven ≠ two")


def test_claims_are_at_odds_on_what_the_words_of_both_are_about(desk):
    take_in(
        desk,
        "[1 The board] {1 said} <1 the ferry sank because it was overloaded>. "
        "[2 The guild] {2 said} <2 a sudden storm caused the sinking>.",
    )
    assert desk.relating.facet_at_odds(1, 2) is Facet.CAUSE


def test_articles_about_one_event_share_it(desk):
    take_in(desk, FIRST)
    take_in(desk, SECOND)
    (relation,) = contradictions(desk)
    events = {desk.browsing.dossier(end).claim.event_id for end in (relation.a, relation.b)}
    assert len(events) == 1


def test_an_article_about_another_place_is_left_alone(desk):
    take_in(desk, FIRST)
    take_in(desk, ELSEWHERE)
    assert contradictions(desk) == []


def test_claims_that_name_nothing_are_compared_where_their_articles_tell_of_one_event(desk):
    take_in(desk, CHAINED)
    take_in(desk, OPEN)
    assert [(one.a, one.b) for one in contradictions(desk)] == [(2, 4)]


def test_where_a_ledger_is_small_a_few_words_in_common_tell_little(desk):
    take_in(desk, "Music came from a radio. " + CHAINED.partition("Selm. ")[2])
    take_in(desk, "A radio lay on the stairs. " + OPEN.partition("little. ")[2])
    assert contradictions(desk) == []


def test_claims_that_name_nothing_are_left_alone_where_their_articles_share_too_little(desk):
    take_in(desk, CHAINED)
    take_in(desk, OPEN_ELSEWHERE)
    assert contradictions(desk) == []


def test_revisions_of_one_article_are_not_held_against_each_other(desk):
    for words in (FIRST, SECOND):
        reading = compared(drafted(words).reading)
        at = replace(reading.article, url="https://gazette.example/mine")
        desk.importing.take_in(replace(reading, article=at), by="Ada")
    assert contradictions(desk) == []


@pytest.mark.parametrize(
    ("speaker", "words", "kinds"),
    [
        (
            "The mayor of Selm",
            "the number of people killed had risen to seven",
            ["updates"],
        ),
        ("The harbour guard", "seven people were killed in the Selm mine", []),
    ],
)
def test_a_revised_text_updates_what_the_same_speaker_said_before(desk, speaker, words, kinds):
    former = "[1 The mayor of Selm] {1 said} <1 four people were killed in the Selm mine>."
    for told in (former, f"[1 {speaker}] {{1 said}} <1 {words}>."):
        reading = compared(drafted(told).reading)
        at = replace(reading.article, url="https://gazette.example/mine")
        desk.importing.take_in(replace(reading, article=at), by="Ada")
    found = [(one.kind.value, one.a, one.b) for one in desk.browsing.relations()]
    assert found == [(kind, 2, 1) for kind in kinds]


@pytest.mark.parametrize(("days", "ends"), [((4, 5), (2, 1)), ((5, 4), (1, 2))])
def test_a_later_figure_updates_the_former_whichever_came_in_first(desk, days, ends):
    for day, count in zip(days, ("four", "seven"), strict=True):
        told = f"[1 The mayor of Selm] {{1 said}} <1 {count} people were killed in the Selm mine>."
        reading = compared(drafted(told).reading)
        at = replace(reading.article, published_at=datetime(2031, 5, day, tzinfo=UTC))
        desk.importing.take_in(replace(reading, article=at), by="Ada")
    found = [(one.kind, (one.a, one.b)) for one in desk.browsing.relations()]
    assert found == [(RelationKind.UPDATES, ends)]


def test_a_denial_in_another_article_finds_what_it_denies(desk):
    take_in(desk, FIRST)
    take_in(desk, DENIAL)
    against = [one for one in desk.browsing.relations() if one.against]
    assert len(against) == 1


def test_what_somebody_takes_back_is_found_in_another_article(desk):
    take_in(desk, CHAINED.replace("The fire brigade", "Chief Anna Holm"))
    take_in(
        desk,
        "Of the fire in the Carrick ballroom, Selm knows little. [1 Chief Anna Holm] {1 withdrew} "
        "<1 her statement that the fire doors were found chained shut>.",
    )
    found = [(one.kind, one.a, one.b) for one in desk.browsing.relations()]
    assert found == [(RelationKind.RETRACTS, 4, 2)]


def test_a_new_counter_claim_shakes_a_verdict_that_was_signed_off(desk):
    take_in(desk, FIRST)
    desk.reviewing.accept([1], by="Ada")
    desk.reviewing.start([1], by="Ada")
    desk.reviewing.ready([1], by="Ada")
    desk.reviewing.sign_off([1], by="Ben")
    take_in(desk, SECOND)
    assert desk.browsing.dossier(1).claim.stale


def test_undoing_an_import_takes_what_it_related_along(desk):
    take_in(desk, FIRST)
    take_in(desk, SECOND)
    desk.auditing.undo(by="Ada")
    assert desk.browsing.relations() == ()


@pytest.mark.parametrize("words", [FIRST, SECOND])
def test_the_same_text_again_relates_nothing(desk, words):
    take_in(desk, FIRST)
    take_in(desk, SECOND)
    before = desk.browsing.relations()
    take_in(desk, words)
    assert desk.browsing.relations() == before


def test_what_an_editor_rejected_is_not_proposed_when_the_articles_are_compared_again(desk):
    take_in(desk, FIRST)
    second = take_in(desk, SECOND).article
    (relation,) = contradictions(desk)
    desk.relating.reject([relation.id], by="Ada")
    with desk.importing._database.writing(by="Ada", did="take in") as shelves:
        claims = [one.id for one in shelves.claims.of_article(second.id)]
        compare_with_ledger(shelves, second, claims)
    assert [one.state for one in contradictions(desk)] == [RelationState.REJECTED]


TWO_IN_SELM = (
    "[1 The clinic in Selm] {1 said} <1 seven miners were killed in the Selm mine>. "
    "[2 A foreman] {2 said} <2 two rescuers were injured in the Selm mine>."
)
BOTH_AGAIN = (
    "[1 Carrick Coal] {1 said} <1 two miners were killed in the Selm mine>. "
    "[2 The inspector] {2 said} <2 nine rescuers were injured in the Selm mine>."
)


def test_events_that_an_editor_parted_stay_apart_when_an_article_tells_of_both(desk):
    take_in(desk, TWO_IN_SELM)
    parted = desk.curating.split(Ref.parse("E1"), name="Rescue, Selm", claims=[2], by="Ada")
    take_in(desk, BOTH_AGAIN)
    assert len(contradictions(desk)) > 1
    events = {one: desk.browsing.event(one) for one in (1, parted.new.number)}
    assert [one.merged_into for one in events.values()] == [None, None]
    assert [desk.browsing.dossier(number).claim.event_id for number in (1, 2)] == [*events]


@pytest.mark.parametrize(
    ("place", "related", "one_event"),
    [("Selm", True, True), ("", True, False), ("Ostrand", False, False)],
)
def test_what_happened_in_another_town_is_another_event(desk, place, related, one_event):
    for words, where in ((CHAINED, "Selm"), (OPEN, place)):
        reading = compared(drafted(words).reading)
        events = tuple(replace(one, place=where) for one in reading.events)
        desk.importing.take_in(replace(reading, events=events), by="Ada")
    assert bool(contradictions(desk)) is related
    first, second = (desk.browsing.dossier(number).claim.event_id for number in (2, 4))
    assert (first == second) is one_event


COLLISION = (
    "[1 The coastguard] {1 said} <1 a ferry and a trawler collided off Selm on Sunday night>.",
    (
        "[1 The league] {1 said} <1 the ferry rammed the trawler off Selm on Sunday night>. "
        "[2 Blue Line] {2 said} <2 two passengers were injured>."
    ),
    (
        "[1 The hospital] {1 said} <1 seven passengers were injured when a ferry collided with a "
        "trawler off Selm on Sunday>."
    ),
)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_same_is_proposed_in_whatever_order_articles_come_in(desk, order):
    for number in order:
        read = drafted(COLLISION[number], published=datetime(2031, 5, 5, number, tzinfo=UTC))
        desk.importing.take_in(compared(read.reading), by="Ada")
    assert {one.reason for one in contradictions(desk) if "even" in one.reason} == {"two ≠ seven"}


def claim_of(desk):
    return lambda number: desk.browsing.dossier(number).claim


@pytest.mark.parametrize(
    ("words", "one_event"),
    [
        ("the march in Selm on Sunday was peaceful", True),
        ("the march in Ostrand on Sunday was peaceful", False),
        ("a car hit a wall in Selm on Sunday", False),
    ],
)
def test_one_deed_of_one_day_in_one_place_is_one_event(desk, words, one_event):
    first = "[1 The growers] {1 said} <1 thousands marched in Selm on Sunday against the tax>."
    for told, day in ((first, 5), (f"[1 The mayor] {{1 said}} <1 {words}>.", 6)):
        reading = drafted(told, published=datetime(2031, 5, day, 12, tzinfo=UTC)).reading
        desk.importing.take_in(compared(reading), by="Ada")
    events = {claim_of(desk)(number).event_id for number in (1, 2)}
    assert (len(events) == 1) is one_event


def test_what_an_article_says_in_its_own_voice_has_its_outlets_name_in_another(desk):
    take_in(desk, FIRST)
    told = drafted("Two miners were killed in the Selm mine on Sunday.", outlet="Radio Fen")
    desk.importing.take_in(told.reading, by="Ada")
    desk.relating.relate(1, 3, RelationKind.CONTRADICTS, None, by="Ada")
    assert [tie.speaker for tie in desk.browsing.dossier(1).ties][-1] == "Radio Fen"
