"""What a file says of itself, and the lines above its text, name the article."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from docx import Document

from tracker.intake.from_docx import from_docx
from tracker.intake.from_pdf import title_apart
from tracker.intake.from_text import from_text

DAY = datetime(2031, 5, 3, tzinfo=UTC)


def test_front_matter_names_the_article() -> None:
    text = (
        b"---\ntitle: 'Ferries stop'\noutlet: The Selm Times\ndate: 2031-05-03\n"
        b"author: Ada Byron\nurl: https://selm.example/1\n---\n\n# Ferries\n\nIt rained.\n"
    )
    read = from_text(text)
    article = read.article
    assert (article.title, article.byline, article.url, read.outlet, article.published_at) == (
        "Ferries stop",
        "Ada Byron",
        "https://selm.example/1",
        "The Selm Times",
        DAY,
    )
    assert read.text == text.decode()


def test_a_rule_on_top_is_no_front_matter() -> None:
    assert from_text(b"---\n\nThe mayor: it rained.\n\n---\n").article.title == ""


def test_lines_above_a_word_document_say_who_wrote_it_and_when() -> None:
    document = Document()
    for line in ("Ferries stop", "By Ada Byron, The Selm Times, 3 May 2031", "It rained."):
        document.add_paragraph(line)
    document.core_properties.author = "a program"
    kept = BytesIO()
    document.save(kept)
    read = from_docx(kept.getvalue())
    article = read.article
    assert (article.title, article.byline, read.outlet, article.published_at) == (
        "Ferries stop",
        "Ada Byron",
        "The Selm Times",
        DAY,
    )


def test_a_title_is_not_run_into_the_first_sentence_of_a_page_of_print() -> None:
    page = "Ferries stop for the whole\nsummer\nSELM - The union said so.\n"
    apart = title_apart(page, "Ferries stop for the whole summer")
    assert apart == "Ferries stop for the whole summer\n\nSELM - The union said so.\n"
