"""Taking in a reading: all of it, in one action, and the same text only once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from ledger_state import problems_of, state_of

from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, Reading
from tracker.domain.errors import BadInputError, RefusedError
from tracker.domain.facet import Facet
from tracker.domain.listing import Filter, Order
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind, RelationOrigin, RelationState
from tracker.domain.status import Stage, Status


def test_a_reading_is_taken_in_whole(desk, two_sides):
    taken = desk.importing.take_in(two_sides, by="Ada")
    assert (taken.new, taken.claims, str(taken.article.ref)) == (True, 6, "A1")
    sizes = desk.auditing.sizes()
    assert (sizes["article"], sizes["source"], sizes["event"]) == (1, 8, 2)
    assert (sizes["claim"], sizes["relation"]) == (6, 2)
    assert problems_of(desk) == []


def test_what_the_reading_says_is_what_the_claim_says(full_desk, two_sides):
    draft, dossier = two_sides.claims[2], full_desk.browsing.dossier(3)
    assert dossier.claim.statement == draft.statement
    assert dossier.claim.quote == draft.quote[0]
    assert dossier.chain_words == "Joren Pell (interview) → Radio Estuary (quoted)"
    assert (dossier.claim.hedge, dossier.claim.cue) == ("reportedly", "saying")
    assert dossier.event.title == "Collision off Selm"
    assert dossier.claim.facets[0].facet is Facet.MEANS


def test_a_caveat_is_the_outlets(full_desk):
    caveat = full_desk.browsing.dossier(1).claim.caveats[0]
    assert full_desk.browsing.source(caveat.outlet_id).name == "Selm Courier"


def test_claims_come_in_as_suggestions_unless_an_editor_opens_them(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada")
    suggested = (Status.UNVERIFIED, Stage.SUGGESTED)
    assert desk.browsing.tally() == {(*suggested, False, False): 4, (*suggested, True, False): 2}


def test_a_scored_relation_is_the_machines_another_a_persons(desk, two_sides):
    by_hand = replace(two_sides.relations[1], score=None)
    desk.importing.take_in(
        replace(two_sides, relations=(two_sides.relations[0], by_hand)), by="Ada"
    )
    assert [one.origin for one in desk.browsing.relations()] == [
        RelationOrigin.MACHINE,
        RelationOrigin.PERSON,
    ]


def test_the_same_text_twice_is_one_article(full_desk, two_sides):
    before = state_of(full_desk), full_desk.auditing.head()
    again = full_desk.importing.take_in(two_sides, by="Bea")
    assert (again.new, again.claims, str(again.article.ref)) == (False, 0, "A1")
    assert (state_of(full_desk), full_desk.auditing.head()) == before


def test_an_import_that_was_undone_can_be_done_again(full_desk, two_sides):
    full_desk.auditing.undo(by="Ada")
    taken = full_desk.importing.take_in(two_sides, by="Ada")
    assert (taken.new, str(taken.article.ref)) == (True, "A2")
    assert full_desk.browsing.ids(Filter(), Order.ID) == (7, 8, 9, 10, 11, 12)


def test_known_sources_are_met_again_by_name_or_alias(full_desk, two_sides):
    later = replace(
        two_sides,
        article=replace(two_sides.article, url=""),
        text=two_sides.text + "\nMore later.",
        claims=tuple(replace(one, hedge="perhaps") for one in two_sides.claims),
        sources=tuple(
            replace(one, name="Йорен Пелл", aliases=()) if one.key == "steward" else one
            for one in two_sides.sources
        ),
    )
    full_desk.importing.take_in(later, by="Bea")
    assert full_desk.auditing.sizes()["source"] == 8
    assert full_desk.browsing.dossier(9).source.name == "Joren Pell"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"quote": ("never said",)}, "“never said” is not in the text"),
        ({"quote": ("the",)}, "“the” stands more than once"),
    ],
)
def test_a_reading_that_does_not_fit_its_text_leaves_nothing(desk, two_sides, fault, said):
    claims = (*two_sides.claims[:5], replace(two_sides.claims[5], **fault))
    with pytest.raises(BadInputError, match=said):
        desk.importing.take_in(replace(two_sides, claims=claims), by="Ada")
    assert state_of(desk) == {}
    assert desk.auditing.head() == (0, "")


def test_a_confirmed_corroboration_must_be_independent_in_a_reading_too(desk, two_sides):
    own = replace(
        two_sides.relations[1], a="lights", b="trust", state=RelationState.CONFIRMED, score=None
    )
    with pytest.raises(RefusedError, match="go back to one origin"):
        desk.importing.take_in(replace(two_sides, relations=(own,)), by="Ada")
    assert state_of(desk) == {}


def test_a_contradiction_that_a_reading_confirms_proposes_disputed(desk, two_sides):
    sure = replace(two_sides.relations[0], state=RelationState.CONFIRMED)
    desk.importing.take_in(replace(two_sides, relations=(sure,)), by="Ada")
    assert desk.browsing.dossier(1).claim.proposed.status is Status.DISPUTED


def test_the_article_is_kept_letter_for_letter(desk):
    text = "A\r\nB\tC\u00a0D\u202eE \U0001d11e [we] e\u0301\ufeff"
    taken = desk.importing.take_in(Reading(ArticleDraft("t"), text), by="Ada")
    assert desk.browsing.article(taken.article.id).text == text


def test_the_history_keeps_an_articles_hash_not_its_text(full_desk):
    (entry, *_) = full_desk.browsing.history(Ref.parse("A1"))
    assert entry.changes["sha256"][1] == full_desk.browsing.article(1).sha256
    assert "text" not in entry.changes


def test_a_claim_keeps_when_it_came_in(full_desk):
    claim = full_desk.browsing.dossier(1).claim
    assert isinstance(claim.created_at, datetime)
    full_desk.gathering.tag([1], ["pier"], by="Bea")
    later = full_desk.browsing.dossier(1).claim
    assert later.created_at == claim.created_at
    assert later.updated_at > claim.updated_at


def test_a_reading_of_many_claims_is_one_action(desk):
    text = "".join(f"Claim number {number:04}. " for number in range(300))
    claims = tuple(
        ClaimDraft(
            f"c{number}", f"claim {number}", Voice.ARTICLE, quote=(f"Claim number {number:04}",)
        )
        for number in range(300)
    )
    desk.importing.take_in(Reading(ArticleDraft("Many"), text, claims=claims), by="Ada")
    assert desk.browsing.count(Filter()) == 300
    desk.auditing.undo(by="Ada")
    assert desk.browsing.count(Filter()) == 0


def test_relations_by_kind_are_stored_in_their_order(desk, two_sides):
    denies = replace(two_sides.relations[0], a="guard", b="league", kind=RelationKind.DENIES)
    contradicts = replace(two_sides.relations[0], a="guard", b="league")
    desk.importing.take_in(replace(two_sides, relations=(denies, contradicts)), by="Ada")
    assert [(one.a, one.b) for one in desk.browsing.relations()] == [(2, 1), (1, 2)]


def test_several_articles_are_stored_at_once_and_undone_one_by_one(desk, two_sides):
    later = replace(two_sides, article=replace(two_sides.article, url=""), text="A pier stood.")
    later = replace(later, claims=(), relations=(), events=())
    taken = desk.importing.take_in_all([two_sides, later, two_sides], by="Ada")
    assert [(str(one.article.ref), one.new) for one in taken] == [
        ("A1", True), ("A2", True), ("A1", False),
    ]  # fmt: skip
    desk.auditing.undo(by="Ada")
    assert [line.id for line in desk.browsing.articles()] == [1]


def test_one_article_that_cannot_be_stored_leaves_none_of_those_stored_with_it(desk, two_sides):
    broken = replace(two_sides, text="Nothing of it stands here.", article=ArticleDraft("B"))
    with pytest.raises(BadInputError):
        desk.importing.take_in_all([two_sides, broken], by="Ada")
    assert desk.browsing.articles() == ()


def test_a_text_that_was_not_read_is_never_stored(desk, two_sides):
    known = replace(two_sides, claims=(), relations=(), events=(), searched=False)
    with pytest.raises(RefusedError, match="ingest it again"):
        desk.importing.take_in_all([known], by="Ada")
    assert desk.browsing.articles() == ()


def test_a_reading_that_confirms_what_excludes_each_other_is_refused_whole(desk, two_sides):
    against, agrees = (
        replace(one, facet=Facet.ACTOR, state=RelationState.CONFIRMED, score=None)
        for one in two_sides.relations
    )
    with pytest.raises(RefusedError, match="cannot hold beside R1"):
        desk.importing.take_in(replace(two_sides, relations=(against, agrees)), by="Ada")
    assert desk.auditing.sizes()["claim"] == 0
