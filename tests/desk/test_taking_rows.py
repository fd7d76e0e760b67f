"""Taking in rows of a spreadsheet: a quotation stands where its article says it, or is a note."""

from __future__ import annotations

import unicodedata

import pytest
from ledger_state import problems_of, state_of

from tracker.domain.article import Span
from tracker.domain.reference import Kind, Ref
from tracker.domain.row_draft import RowDraft

URL = "https://courier.example/ferry"
QUOTE = "The launch reportedly carried no lights"
OTHERWISE = {
    "not there": "The launch carried every light",
    "there twice": "two",
    "a no-break space": QUOTE.replace(" ", "\xa0", 1),
    "straight quotation marks": "The Dockers' League accused",
    "a soft hyphen": QUOTE.replace("launch", "la\xadunch"),
    "letters in pieces": unicodedata.normalize("NFD", "“The guard [will] névér"),
    "other capitals": QUOTE.upper(),
}


def take(desk, *rows, by="Ada"):
    return desk.receiving.take_rows(rows, by=by, origin="claims.csv")


def test_a_quotation_stands_where_its_article_says_it(full_desk):
    taken = take(full_desk, RowDraft("no lights", quote=QUOTE, url=URL))
    (passage,) = taken.claims[0].passages
    text = full_desk.browsing.article(1).text
    start = text.index(QUOTE)
    assert (passage.article_id, passage.spans) == (1, (Span(start, start + len(QUOTE)),))
    assert (taken.unanchored, full_desk.browsing.dossier(7).notes) == (0, ())


@pytest.mark.parametrize("quote", OTHERWISE.values(), ids=OTHERWISE)
def test_a_quotation_that_does_not_stand_just_once_is_noted_letter_for_letter(full_desk, quote):
    taken = take(full_desk, RowDraft("no lights", quote=quote, url=URL))
    assert (taken.claims[0].passages, taken.unanchored) == ((), 1)
    (note,) = full_desk.browsing.dossier(7).notes
    assert f"“{quote}”" in note.text
    assert problems_of(full_desk) == []


def test_of_an_article_that_is_not_here_its_quotations_are_kept(full_desk):
    taken = take(
        full_desk,
        RowDraft("it sank", quote="it [the boat] sank", url="https://x.example/a"),
        RowDraft("two died", quote="two died", url="https://x.example/a"),
        RowDraft("it sank indeed", quote="it [the boat] sank", url="https://x.example/a"),
    )
    assert taken.unanchored == 0
    assert {claim.passages[0].article_id for claim in taken.claims} == {2}
    assert full_desk.browsing.article(2).text == "it [the boat] sank\n\ntwo died"


def test_rows_are_one_action_and_one_undo(full_desk):
    before = state_of(full_desk)
    seq, _ = full_desk.auditing.head()
    take(full_desk, RowDraft("a", speaker="Nan Ode", event="Fire", tags=("x",)), RowDraft("b"))
    entries = full_desk.browsing.history(None, 1000)
    assert {one.action for one in entries if one.seq > seq} == {seq + 1}
    full_desk.auditing.undo(by="Ada")
    assert state_of(full_desk) == before
    assert problems_of(full_desk) == []


def test_a_row_that_came_in_before_is_passed_over(full_desk):
    rows = RowDraft("a", speaker="Nan Ode"), RowDraft("b"), RowDraft("a", speaker="Nan Ode")
    assert len(take(full_desk, *rows).claims) == 2
    head = full_desk.auditing.head()
    again = take(full_desk, *rows, by="Bea")
    assert (again.claims, again.known, full_desk.auditing.head()) == ((), 3, head)


def test_somebody_known_speaks_for_themselves_and_somebody_new_is_a_person(full_desk):
    take(full_desk, RowDraft("a", speaker="Joren Pell"), RowDraft("b", speaker="Nan Ode"))
    speakers = [full_desk.browsing.dossier(number).claim.chain[0].source_id for number in (7, 8)]
    assert speakers == [6, 9]
    told = full_desk.browsing.history(Ref(Kind.SOURCE, 9))
    assert told[0].changes["name"] == (None, "Nan Ode")


@pytest.mark.parametrize("name", ["Captain Pell", "Joren Pеll"])
def test_whom_a_new_speaker_may_be_is_proposed(full_desk, name):
    take(full_desk, RowDraft("a", speaker=name))
    (likely,) = full_desk.matching.undecided()
    assert {likely.one.name, likely.other.name} == {"Joren Pell", name}
