"""The report of an article: its text letter for letter, claims numbered, what none covers."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from told import text_of

from tracker.domain.listing import Filter
from tracker.domain.status import Stage, Status
from tracker.report.formats import Format
from tracker.report.page import Reading
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted

KIND = ReportKind.ARTICLE


@pytest.fixture
def annotated(worked_desk):
    def ask(where=None):
        (article,) = worked_desk.reporting.report(Wanted(KIND, "Cem", where or Filter())).articles
        return article

    return ask


def test_claims_are_numbered_as_they_stand_in_the_text(annotated):
    assert [(one.number, one.claim.id) for one in annotated().claims] == [
        (1, "C1"), (2, "C2"), (3, "C3"), (4, "C4"), (5, "C5"), (6, "C6"),
    ]  # fmt: skip


def test_a_number_leads_to_the_articles_own_words(annotated):
    article = annotated()
    spans = article.claims[2].spans
    assert [article.text[one.start : one.end] for one in spans] == [
        "The launch reportedly carried no lights"
    ]


def test_sentences_that_no_claim_covers_are_named(annotated):
    article = annotated()
    assert [article.text[one.start : one.end] for one in article.uncovered] == [
        "Two dead after ferry and launch collide off Selm",
        "Neither account could be independently verified.",
    ]


def test_a_filter_takes_notes_away_but_uncovers_nothing(annotated):
    narrowed = annotated(Filter(status=Status.DISPUTED))
    assert [one.claim.id for one in narrowed.claims] == ["C1", "C2"]
    assert len(narrowed.uncovered) == 2


def test_the_text_of_the_page_is_the_articles_own(worked_desk):
    page = worked_desk.reporting.page(Wanted(KIND, "Cem"))
    (section,) = page.sections
    (reading,) = [one for part in section.parts for one in part.blocks if isinstance(one, Reading)]
    lines = ["".join(one.text for one in paragraph.stretches) for paragraph in reading.paragraphs]
    text = worked_desk.browsing.article(1).text
    assert lines == [line for line in text.split("\n") if line]


def test_the_headline_is_quoted_and_no_heading(worked_desk):
    written = text_of(worked_desk.reporting.report(Wanted(KIND, "Cem")), Format.MARKDOWN)
    assert "## Selm Courier, 30 April 2031 (A1)\n\n“Two dead after ferry" in written


def test_an_article_without_claims_is_shown_when_it_is_asked_for(desk, two_sides):
    desk.importing.take_in(two_sides, by="Ada", stage=Stage.SUGGESTED)
    report = desk.reporting.report(Wanted(KIND, "Cem", Filter(article_id=1)))
    (article,) = report.articles
    assert (article.claims, len(article.uncovered)) == ((), article.sentences)


def test_no_article_is_cut_in_two_where_there_are_too_many_claims(worked_desk):
    report = worked_desk.reporting.report(Wanted(KIND, "Cem", most=2))
    (article,) = report.articles
    assert (len(article.claims), report.left_out) == (6, 0)


def test_a_spreadsheet_has_a_row_for_each_claim_and_each_bare_sentence(worked_desk):
    written = text_of(worked_desk.reporting.report(Wanted(KIND, "Cem")), Format.CSV)
    rows = list(csv.DictReader(StringIO(written)))
    assert [row["id"] for row in rows] == ["C1", "C2", "C3", "C4", "C5", "C6", "", "", "report"]


def test_what_an_editor_cleared_is_not_bare(worked_desk, annotated):
    article = annotated()
    worked_desk.claiming.clear(1, list(article.uncovered[:1]), by="Ada")
    again = annotated()
    assert (len(again.uncovered), len(again.cleared)) == (1, 1)
