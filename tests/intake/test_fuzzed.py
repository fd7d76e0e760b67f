"""Readers of outside files on files that were spoilt at random: read, or refused in a sentence."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from spoiling import hunted, misused, spoilt

from tracker.config import SettingsError
from tracker.config import settings as settings_of_a_run
from tracker.domain.errors import BadInputError
from tracker.intake.captured import Captured
from tracker.intake.from_claimreview import read_claimreview
from tracker.intake.from_csv import read_csv
from tracker.intake.from_docx import from_docx
from tracker.intake.from_eml import from_eml
from tracker.intake.from_html import from_html
from tracker.intake.from_pdf import from_pdf
from tracker.intake.from_seed import read_seed
from tracker.intake.from_text import from_text
from tracker.resources import seed_folder

TEXT = "Two boats sank off Selm, the harbour master said. “We saw it,” she told Radio Estuary."

HTML = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Boats sink</title>
<meta name="author" content="R. Quill">
<meta property="article:published_time" content="2031-05-01">
<script type="application/ld+json">
{{"@type": "NewsArticle", "datePublished": "2031-05-01"}}</script>
</head><body><nav>Home</nav><article><h1>Boats sink</h1><p>{TEXT}</p><p>{TEXT} Again.</p></article>
</body></html>""".encode()


def _pdf() -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(612, 792)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    names = DictionaryObject({NameObject(key): NameObject(name) for key, name in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): names})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    words = DecodedStreamObject()
    words.set_data(b"BT /F1 12 Tf 72 700 Td (The mayor said that two boats sank off Selm.) Tj ET")
    page[NameObject("/Contents")] = writer._add_object(words)
    writer.add_metadata({"/Title": "Boats sink", "/CreationDate": "D:20310501060000Z"})
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _docx() -> bytes:
    document = Document()
    document.add_heading("Boats sink")
    document.add_paragraph(TEXT)
    document.add_table(1, 2).cell(0, 0).text = TEXT
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _eml() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bü Quill <b@courier.example>", "Boats sink – again"
    mail["Date"] = "Thu, 01 May 2031 06:00:00 +0200"
    mail.set_content(TEXT)
    mail.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    return mail.as_bytes()


PDF, DOCX, EML = _pdf(), _docx(), _eml()
CSV = (
    "statement,speaker,status,figure,date,tags\n"
    f'"{TEXT}",Ilse Marrow,unverified,two boats,2031-05-01,"a; b"\nit rained,=1+1,,,,\n'
).encode()
REVIEWS = {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    "dataFeedElement": [
        {
            "@type": "ClaimReview",
            "claimReviewed": "two boats sank",
            "datePublished": "2031-05-01",
            "url": "https://desk.example/1",
            "author": {"@type": "Organization", "name": "Selm Desk"},
            "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "False"},
            "itemReviewed": {"@type": "Claim", "author": {"name": "Joren Pell"}},
        }
    ],
}
SETTINGS = (
    b'ledger = "a.db"\neditor = "Ada"\ntheme = "light"\n[keys]\n"claim.accept" = "A,ctrl+a"\n'
)


@pytest.mark.parametrize(
    "made", [HTML, PDF, DOCX, EML, CSV], ids=["html", "pdf", "docx", "eml", "csv"]
)
def test_the_files_that_are_spoilt_are_good(made):
    readers = {HTML: from_html, PDF: from_pdf, DOCX: from_docx, EML: from_eml, CSV: read_csv}
    assert "boats sank" in str(readers[made](made))


def sentence_of(read, *refusals):
    """How it was refused; an empty text where it was read. Anything else would be a traceback."""
    try:
        read()
    except refusals as error:
        return str(error) or "no sentence"
    return ""


def read_or_refused(reader, data):
    found = []
    said = sentence_of(lambda: found.append(reader(data)), BadInputError)
    assert "\n" not in said
    for one in found:
        assert isinstance(one, Captured)
        assert one.text.strip()
        assert "\0" not in one.text


@hunted(60)
@given(spoilt(HTML))
def test_any_page_is_read_or_refused(data):
    read_or_refused(from_html, data)


@hunted(60)
@given(spoilt(PDF))
def test_any_pdf_is_read_or_refused(data):
    read_or_refused(from_pdf, data)


@hunted(40)
@given(spoilt(DOCX))
def test_any_word_document_is_read_or_refused(data):
    read_or_refused(from_docx, data)


@hunted(60)
@given(st.data())
def test_any_word_document_with_whole_members_is_read_or_refused(data):
    with zipfile.ZipFile(io.BytesIO(DOCX)) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    members[name] = data.draw(spoilt(members[name]))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for one, content in members.items():
            archive.writestr(one, content)
    read_or_refused(from_docx, file.getvalue())


@hunted(80)
@given(spoilt(EML))
def test_any_mail_is_read_or_refused(data):
    read_or_refused(from_eml, data)


@hunted(60)
@given(spoilt(TEXT.encode()) | st.binary(max_size=200))
def test_any_text_is_read_or_refused(data):
    read_or_refused(from_text, data)


@hunted(80)
@given(spoilt(CSV))
def test_any_sheet_is_read_or_refused(data):
    assert "\n" not in sentence_of(lambda: read_csv(data), BadInputError)


@hunted(120)
@given(misused(REVIEWS).map(json.dumps) | spoilt(json.dumps(REVIEWS).encode()))
def test_any_feed_of_reviews_is_read_or_refused(feed):
    text = feed if isinstance(feed, str) else feed.decode("utf-8", "replace")
    assert "\n" not in sentence_of(lambda: read_claimreview(text), BadInputError)


@settings(parent=hunted(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spoilt(SETTINGS))
def test_any_settings_file_is_taken_or_refused(tmp_path, monkeypatch, data):
    file = tmp_path / "settings.toml"
    file.write_bytes(data)
    monkeypatch.setenv("TRACKER_SETTINGS", str(file))
    said = sentence_of(settings_of_a_run, SettingsError)
    assert said.startswith(f"the settings file {file}") or not said


@settings(parent=hunted(80), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_seed_is_read_or_refused(tmp_path, data):
    good = Path(seed_folder())
    (tmp_path / "brief.txt").write_bytes((good / "brief.txt").read_bytes())
    claims = json.loads((good / "claims.json").read_bytes())
    (tmp_path / "claims.json").write_text(json.dumps(data.draw(misused(claims))))
    assert "\n" not in sentence_of(lambda: read_seed(tmp_path), BadInputError)
