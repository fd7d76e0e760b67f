"""A later text at the same address: a revision that takes the article's claims over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from ledger_state import problems_of, state_of

from tracker.desk.reviewing import Backing
from tracker.domain.article import Span
from tracker.domain.attribution import Voice
from tracker.domain.draft import ClaimDraft
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import EvidenceDraft, EvidenceKind, Stance
from tracker.domain.listing import Filter, Order
from tracker.domain.reference import Ref
from tracker.domain.status import Status

SHUT = "The pier stayed closed on Wednesday."
TOLL = "said two passengers were killed"


@pytest.fixture
def revised(two_sides):
    """The article an evening later: a toll corrected, a paragraph put in front, one claim new."""
    text = "Updated with the guard’s toll.\n\n" + two_sides.text.replace(
        TOLL, "said three passengers were killed"
    ).replace(SHUT, f"{SHUT} The harbour reopened on Thursday.")
    guard = replace(
        two_sides.claims[1],
        quote=(two_sides.claims[1].quote[0], "said three passengers were killed"),
    )
    new = ClaimDraft(
        "reopened", "the harbour reopened", Voice.ARTICLE,
        quote=("The harbour reopened on Thursday.",), event="closure",
    )  # fmt: skip
    claims = (two_sides.claims[0], guard, *two_sides.claims[2:], new)
    address = "http://www.courier.example/ferry/?utm_source=feed#top"
    article = replace(two_sides.article, url=address)
    return replace(two_sides, text=text, claims=claims, article=article)


def revise(desk, reading):
    return desk.importing.take_in(reading, by="Bea")


def test_another_text_at_the_same_address_is_a_revision(full_desk, revised):
    taken = revise(full_desk, revised)
    assert (str(taken.article.ref), taken.first, taken.revision) == ("A2", 1, 2)
    assert problems_of(full_desk) == []


def test_it_says_what_was_found_again_and_what_was_not(full_desk, revised):
    taken = revise(full_desk, revised)
    assert (taken.found, taken.orphaned) == (5, 1)


def test_the_former_text_stays(full_desk, revised, two_sides):
    revise(full_desk, revised)
    texts = full_desk.browsing.revisions(1)
    assert [text.text for text in texts] == [two_sides.text, revised.text]
    assert full_desk.browsing.revisions(2) == texts


def test_a_claim_moves_with_its_words(full_desk, revised):
    revise(full_desk, revised)
    claim = full_desk.browsing.dossier(3).claim
    (passage,) = claim.passages
    assert (claim.article_id, passage.article_id, passage.orphaned) == (2, 2, False)
    assert full_desk.browsing.article(2).anchors(passage)


def test_a_passage_whose_words_changed_is_orphaned_where_it_stood(full_desk, revised):
    revise(full_desk, revised)
    claim = full_desk.browsing.dossier(2).claim
    (passage,) = claim.passages
    assert (claim.article_id, passage.article_id, passage.orphaned) == (2, 1, True)
    assert full_desk.browsing.article(1).anchors(passage)


def test_claims_that_are_there_already_are_not_doubled(full_desk, revised):
    taken = revise(full_desk, revised)
    assert taken.claims == 2
    assert [full_desk.browsing.dossier(number).claim.statement for number in (7, 8)] == [
        revised.claims[1].statement,
        "the harbour reopened",
    ]


def test_a_claim_that_an_editor_reworded_is_still_there(full_desk, revised):
    full_desk.editing.edit(Ref.parse("C5"), "statement", ["nobody could use the pier"], by="Ada")
    assert revise(full_desk, revised).claims == 2


def test_what_only_known_claims_need_is_not_put_again(full_desk, revised):
    revise(full_desk, revised)
    sizes = full_desk.auditing.sizes()
    assert (sizes["source"], sizes["event"], sizes["article"]) == (8, 2, 2)
    assert full_desk.browsing.dossier(8).event.title == "Closure of the pier"


def test_a_relation_that_was_rejected_is_not_suggested_again(full_desk, revised, two_sides):
    full_desk.relating.reject([2], by="Ada")
    text = two_sides.text + "\nMore later."
    revise(full_desk, replace(two_sides, text=text))
    assert full_desk.auditing.sizes()["relation"] == 2


def test_a_verdict_goes_stale_when_the_article_changes(full_desk, revised):
    seen = EvidenceDraft(EvidenceKind.DOCUMENT, Stance.SUPPORTS, "Log")
    full_desk.gathering.add_evidence([5], seen, by="Ada")
    full_desk.reviewing.mark([5], Status.CONFIRMED, by="Ada", backing=Backing("seen"))
    revise(full_desk, revised)
    claims = {number: full_desk.browsing.dossier(number).claim for number in (4, 5)}
    assert (claims[5].status, claims[5].stale) == (Status.CONFIRMED, True)
    assert not claims[4].stale


def test_undo_takes_a_revision_back(full_desk, revised):
    before = state_of(full_desk)
    revise(full_desk, revised)
    full_desk.auditing.undo(by="Bea")
    assert state_of(full_desk) == before
    assert problems_of(full_desk) == []


def test_a_revision_that_somebody_works_on_is_not_taken_back(full_desk, revised):
    revise(full_desk, revised)
    full_desk.editing.edit(Ref.parse("C8"), "statement", ["the harbour is open"], by="Ada")
    with pytest.raises(RefusedError, match="C8 was changed by Ada"):
        full_desk.auditing.undo(by="Bea")


def test_a_third_text_finds_an_orphan_whose_words_came_back(full_desk, revised, two_sides):
    revise(full_desk, revised)
    taken = revise(full_desk, replace(two_sides, text=f"{two_sides.text}\nCorrected."))
    assert (taken.revision, taken.orphaned) == (3, 2)
    (passage,) = full_desk.browsing.dossier(2).claim.passages
    assert (passage.article_id, passage.orphaned) == (3, False)
    assert problems_of(full_desk) == []


def test_a_former_text_again_is_no_new_revision(full_desk, revised, two_sides):
    revise(full_desk, revised)
    again = revise(full_desk, two_sides)
    assert (again.new, str(again.article.ref), again.revision) == (False, "A1", 1)


def test_facet_values_move_with_their_words(desk, revised, two_sides):
    at = two_sides.text.index("no lights")
    lights = replace(two_sides.claims[2].facets[0], span=Span(at, at + 9))
    claims = list(two_sides.claims)
    claims[2] = replace(claims[2], facets=(lights,))
    desk.importing.take_in(replace(two_sides, claims=tuple(claims)), by="Ada")
    revise(desk, revised)
    (moved,) = desk.browsing.dossier(3).claim.facets
    assert revised.text[moved.span.start : moved.span.end] == "no lights"
    assert moved.span.start != at


def test_only_the_newest_revision_is_listed(full_desk, revised):
    revise(full_desk, revised)
    (line,) = full_desk.browsing.articles()
    assert (str(line.ref), line.revision_words, line.claims) == ("A2", "revision 2 of A1", 8)
    assert full_desk.browsing.ids(Filter(article_id=2), Order.ID) == (1, 2, 3, 4, 5, 6, 7, 8)


def test_the_same_text_elsewhere_is_a_second_publication(full_desk, two_sides):
    there = replace(two_sides.article, url="https://post.example/9", outlet="radio")
    taken = revise(full_desk, replace(two_sides, article=there))
    assert (taken.new, taken.published, str(taken.article.ref)) == (False, True, "A1")
    outlets = [one.outlet_id for one in full_desk.browsing.article(1).publications]
    names = full_desk.browsing.source_names(outlets)
    assert [names[number] for number in outlets] == ["Selm Courier", "Radio Estuary"]
    assert full_desk.auditing.sizes()["source"] == 8


def test_a_second_publication_can_be_taken_back(full_desk, two_sides):
    before = state_of(full_desk)
    there = replace(two_sides.article, url="https://post.example/9")
    revise(full_desk, replace(two_sides, article=there))
    full_desk.auditing.undo(by="Bea")
    assert state_of(full_desk) == before


def test_a_text_that_left_both_its_addresses_is_revised_under_either(full_desk, two_sides):
    there = replace(two_sides.article, url="https://post.example/9")
    revise(full_desk, replace(two_sides, article=there))
    taken = revise(full_desk, replace(two_sides, article=there, text=two_sides.text + "More."))
    assert (taken.first, taken.revision) == (1, 2)


def test_an_article_without_an_address_is_no_revision(full_desk, two_sides):
    nowhere = replace(two_sides.article, url="")
    taken = revise(full_desk, replace(two_sides, article=nowhere, text=two_sides.text + "More."))
    assert (taken.new, taken.revision, taken.claims, taken.again) == (True, 1, 0, 6)


def test_a_protected_name_stays_hidden_through_a_revision(full_desk, revised):
    full_desk.editing.edit(Ref.parse("S8"), "restricted-name", ["Hospital"], by="Ada")
    revise(full_desk, revised)
    full_desk.auditing.undo(by="Bea")
    assert problems_of(full_desk) == []
    entries = full_desk.browsing.history(limit=500)
    assert "Hospital" not in str([one.changes for one in entries if one.by == "Bea"])


def test_the_day_of_the_capture_is_kept(full_desk, revised):
    taken = revise(full_desk, revised)
    assert taken.article.captured_at.astimezone(UTC) > datetime(2031, 5, 1, 9, tzinfo=UTC)


def test_what_was_cleared_and_still_stands_stays_cleared(full_desk, revised, two_sides):
    title = two_sides.text.index("\n")
    at = two_sides.text.index(TOLL)
    spans = [Span(0, title), Span(at, at + len(TOLL))]
    full_desk.claiming.clear(1, spans, by="Ada")
    (span,) = revise(full_desk, revised).article.cleared
    assert revised.text[span.start : span.end] == two_sides.text[:title]
