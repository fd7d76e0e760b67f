"""Files become articles: what they are comes from their content."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from tracker.intake.from_eml import from_eml
from tracker.intake.reading import captured_from, read_file, read_stream

PAGE = """\
<!doctype html>
<html lang="en"><head><title>Ferries stop | Selm Courier</title>
<meta property="og:site_name" content="Selm Courier">
<meta property="og:title" content="Ferries stop">
<link rel="canonical" href="https://courier.example/ferries">
<meta name="author" content="Rosa Quill">
<meta property="article:published_time" content="2031-05-02T18:30:00+03:00">
</head><body><nav><a href="/">Home</a></nav><article><h1>Ferries stop</h1>
<p>The union said on Monday that all ferries had stopped and that they “[will] not” sail again
before the pay offer is raised.</p>
<p>The company denied it, saying that nine ferries in ten had sailed on time from every port in
the country.</p></article><script>alert("not text")</script></body></html>
"""


def test_plain_text_is_kept_letter_for_letter() -> None:
    text = "A\tb \r\nC\u2028d – “[we] will” \u202e x\n"
    assert captured_from(text.encode()).text == text


def test_a_markdown_heading_is_the_title() -> None:
    assert captured_from(b"\n# Ferries stop\n\nThe union said so.").article.title == "Ferries stop"


def test_a_byte_order_mark_is_no_text() -> None:
    assert captured_from(b"\xef\xbb\xbfFerries stop").text == "Ferries stop"


def test_utf_16_is_told_by_its_mark() -> None:
    assert captured_from("Фähre said".encode("utf-16")).text == "Фähre said"


def test_a_guessed_encoding_is_said_to_be_a_guess() -> None:
    read = captured_from("The café said so, and it was the naïve owner’s word.".encode("cp1252"))
    assert read.text.startswith("The café")
    assert "guess" in read.remarks[0]


def test_each_nul_is_replaced_and_counted() -> None:
    read = captured_from(b"He said\0 it, and then he said it once more to those who asked.")
    assert read.text.startswith("He said\N{REPLACEMENT CHARACTER} it")
    assert read.remarks[0].startswith("1 NUL")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_of_a_page_the_main_text_is_taken(encoding: str) -> None:
    text = captured_from(PAGE.encode(encoding)).text
    assert "“[will] not” sail" in text
    assert "Home" not in text


def test_a_page_says_its_title_outlet_byline_and_address() -> None:
    read = captured_from(PAGE.encode())
    said = (read.article.title, read.outlet, read.article.byline, read.article.url)
    assert said == (
        "Ferries stop",
        "Selm Courier",
        "Rosa Quill",
        "https://courier.example/ferries",
    )


def test_a_page_says_when_it_appeared_and_in_which_zone() -> None:
    article = captured_from(PAGE.encode()).article
    assert article.published_at == datetime(2031, 5, 2, 15, 30, tzinfo=UTC)
    assert article.zone == "+0300"


def test_a_page_in_its_declared_charset_is_read_without_a_guess() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Паром стоит</p></body></html>'
    read = captured_from(page.encode("cp1251"))
    assert "Паром стоит" in read.text
    assert not [remark for remark in read.remarks if "guess" in remark]


def test_a_page_without_a_main_text_gives_all_of_it() -> None:
    read = captured_from(b"<div>" * 50_000 + b"The union said so")
    assert read.text == "The union said so"


def test_a_word_document_is_told_without_its_name(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("The union said “[we] will”.")
    document.add_paragraph("The company denied it.")
    document.core_properties.title = "Ferries stop"
    document.save(str(tmp_path / "notes.txt"))
    read = read_file(tmp_path / "notes.txt")
    assert read.text == "The union said “[we] will”.\n\nThe company denied it."
    assert read.article.title == "Ferries stop"


def test_a_mail_says_its_subject_sender_and_date() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Rosa Quill <rosa@courier.example>", "Ferries stop – café"
    mail["Date"] = "Fri, 02 May 2031 18:30:00 +0300"
    mail.set_content("The union said so.\n")
    read = captured_from(mail.as_bytes())
    article = read.article
    assert (read.text.strip(), article.title, article.byline, article.published_at) == (
        "The union said so.",
        "Ferries stop – café",
        "Rosa Quill",
        datetime(2031, 5, 2, 15, 30, tzinfo=UTC),
    )


def test_a_mail_in_html_is_read_as_a_page() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "rosa@courier.example", "Ferries"
    mail.set_content(PAGE, subtype="html")
    assert "Home" not in captured_from(mail.as_bytes()).text


def test_a_text_that_begins_with_a_colon_is_no_mail() -> None:
    assert captured_from(b"Note: this is so.\nMore: of it.\n").text.startswith("Note:")


def test_lines_of_a_page_of_print_become_paragraphs() -> None:
    from tracker.intake.from_pdf import reflowed

    page = "The union said that all of the fer-\nries had stopped on Monday and\nmore.\nA new one."
    assert reflowed(page) == (
        "The union said that all of the ferries had stopped on Monday and more.\n\nA new one."
    )


def test_standard_input_is_read_like_a_file() -> None:
    assert read_stream(BytesIO(b"The union said so.")).text == "The union said so."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Jury hears two accounts\n\nThe mill burned.", "Jury hears two accounts"),
        ("Who lit the mill?\r\n\r\nThe mill burned.", "Who lit the mill?"),
        ("The mill burned.\n\nIt rained.", ""),
        ("The mill burned\nand it rained.", ""),
        ("Jury hears two accounts\n", ""),
        ("***\n\nThe mill burned.", ""),
    ],
)
def test_a_line_by_itself_on_top_is_the_title(text, title) -> None:
    read = captured_from(text.encode())
    assert (read.article.title, read.text) == (title, text)


def test_a_word_document_that_names_no_title_has_none(tmp_path: Path) -> None:
    import zipfile
    from io import BytesIO

    from docx import Document

    whole, bare = BytesIO(), BytesIO()
    document = Document()
    document.add_paragraph("The union said so.")
    document.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            if name != "docProps/core.xml":
                new.writestr(name, old.read(name).replace(b"docProps/core.xml", b"x.xml"))
        new.writestr("x.xml", b"<x/>")
    assert captured_from(bare.getvalue()).article.title == ""


def test_a_mail_whose_plain_part_is_empty_is_read_from_its_page():
    mail = (
        "From: a@selm.example\nTo: b@selm.example\nSubject: Quay\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="x"\n\n'
        "--x\nContent-Type: text/plain\n\n\n"
        "--x\nContent-Type: text/html\n\n<p>The pilot said the quay was dark.</p>\n--x--\n"
    )
    assert "The pilot said the quay was dark." in from_eml(mail.encode()).text
