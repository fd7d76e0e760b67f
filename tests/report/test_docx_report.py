"""The report as a Word document: headings, tables that say what they are, nothing that moves."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document

from tracker.report.formats import Format, rendered
from tracker.report.report import ReportKind
from tracker.report.tones import TONES
from tracker.report.wanted import Wanted


@pytest.fixture
def document(worked_desk):
    def write(kind: ReportKind):
        report = worked_desk.reporting.report(Wanted(kind, "Cem"))
        return Document(BytesIO(rendered(report, Format.DOCX)))

    return write


@pytest.mark.parametrize("kind", list(ReportKind))
def test_its_title_and_headings_are_styles(document, kind):
    made = document(kind)
    assert (made.paragraphs[0].style.name, made.paragraphs[0].text) == ("Title", kind.heading)
    assert any(one.style.name == "Heading 1" for one in made.paragraphs)
    assert made.core_properties.title == kind.heading


def test_a_table_repeats_its_headings_on_each_page(document):
    (table, *_) = document(ReportKind.CONTRADICTIONS).tables
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert [cell.text for cell in table.rows[0].cells] == [
        "Facet", "Dockers’ League (C1)", "Ilse Marrow (C2)", "The two",
    ]  # fmt: skip


def test_notes_stand_beside_the_articles_text(document):
    tables = document(ReportKind.ARTICLE).tables
    beside = next(table for table in tables if "accused a harbour" in table.cell(0, 0).text)
    assert "1  Dockers’ League  C1" in beside.cell(0, 1).text


def test_evidence_is_linked_to_its_address(document):
    made = document(ReportKind.UNVERIFIED)
    targets = {one.target_ref for one in made.part.rels.values() if one.is_external}
    assert targets == {"https://quay.example/cam", "https://courier.example/ferry"}


def test_no_date_of_making_is_in_the_file_itself(worked_desk):
    report = worked_desk.reporting.report(Wanted(ReportKind.UNVERIFIED, "Cem"))
    with zipfile.ZipFile(BytesIO(rendered(report, Format.DOCX))) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_its_colours_are_those_of_the_page(worked_desk):
    html = rendered(worked_desk.reporting.report(Wanted(ReportKind.SOURCES, "Cem")), Format.HTML)
    light = html.decode().split("@media (prefers-color-scheme: dark)")[0]
    assert not [tone for tone, ink in TONES.items() if f"--{tone}: #{ink};" not in light]
