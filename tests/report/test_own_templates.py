"""A desk's own templates: taken where they are there, shut in a sandbox, escaped all the same."""

from __future__ import annotations

import pytest
from docx import Document
from saying import saying

from tracker.domain.errors import BadInputError
from tracker.report import sandbox
from tracker.report.formats import Format, rendered
from tracker.report.report import ReportKind

NASTY = "<script>alert(1)</script>"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "templates"
    made.mkdir()
    return made


def html(folder, kind=ReportKind.UNVERIFIED, text="plain") -> str:
    return rendered(saying(kind, text), Format.HTML, folder).decode()


def test_a_page_of_ones_own_takes_the_place_of_ours(folder):
    (folder / "page.html").write_text("<p>{{ page.title }} of the Courier</p>")
    assert html(folder) == "<p>Unverified claims of the Courier</p>"


def test_a_kind_may_have_a_template_of_its_own(folder):
    (folder / "sources.html").write_text("{{ kind }}")
    assert html(folder, ReportKind.SOURCES) == "sources"
    assert html(folder).startswith("<!DOCTYPE html>")


def test_ours_can_be_built_upon(folder):
    (folder / "page.html").write_text(
        '{% extends "built-in/page.html" %}{% block masthead %}<p>The Courier</p>{% endblock %}'
    )
    written = html(folder)
    assert "<p>The Courier</p>" in written
    assert "default-src 'none'" in written


def test_a_style_of_ones_own_is_taken_alone(folder):
    (folder / "style.css").write_text("body { color: #123456 }")
    assert "#123456" in html(folder)


def test_it_escapes_by_itself(folder):
    (folder / "page.html").write_text("<p>{{ page.facts[1].lines[0].text }}</p>")
    assert html(folder, text=NASTY) == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ page.facts.__init__.__globals__ }}",
        "{% for n in range(10 ** 9) %}{% endfor %}",
        "{{ page.nothing.at.all }}",
        "{{ 'x' * 10 ** 10 }}",
        "{{ '%9d' % 1 }}",
        "{% if %}",
        '{% include "/etc/passwd" %}',
        '{% include "../../secret" %}',
    ],
)
def test_it_reaches_nothing_but_the_page(folder, template):
    (folder / "page.html").write_text(template)
    with pytest.raises(BadInputError, match="template cannot be used"):
        html(folder)


def test_loops_that_would_go_round_for_hours_are_ended(folder, monkeypatch):
    monkeypatch.setattr(sandbox, "MOST_PASSES", 100)
    (folder / "page.html").write_text("{% for n in range(9) %}{{ n }}{% endfor %}")
    assert html(folder) == "012345678"
    loops = "{% for a in range(99) %}{% for b in range(99) %}{% endfor %}{% endfor %}"
    (folder / "page.html").write_text(loops)
    with pytest.raises(BadInputError, match="go round more than 100 times"):
        html(folder)


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path):
    (tmp_path / "secret").write_text("secret")
    (folder / "link.html").symlink_to(tmp_path / "secret")
    (folder / "page.html").write_text('{% include "link.html" %}')
    with pytest.raises(BadInputError, match=r"link\.html leads out of the folder"):
        html(folder)


def test_a_word_document_of_ones_own_lends_its_styles(folder):
    own = Document()
    own.add_paragraph("what stood there before")
    own.styles["Title"].font.name = "Courier"
    own.save(str(folder / "page.docx"))
    written = folder / "written.docx"
    written.write_bytes(rendered(saying(ReportKind.UNVERIFIED, "plain"), Format.DOCX, folder))
    document = Document(str(written))
    assert document.paragraphs[0].text == "Unverified claims"
    assert document.styles["Title"].font.name == "Courier"
    assert "what stood there before" not in [one.text for one in document.paragraphs]


def test_a_word_document_that_is_none_is_refused(folder):
    (folder / "page.docx").write_bytes(b"not a document")
    with pytest.raises(BadInputError, match=r"page\.docx cannot be used"):
        rendered(saying(ReportKind.UNVERIFIED, "plain"), Format.DOCX, folder)
