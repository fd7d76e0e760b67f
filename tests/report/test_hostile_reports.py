"""Text from outside does nothing, whatever the kind of report and the format."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from io import BytesIO, StringIO

import pytest
from docx import Document
from hostile import HOSTILE
from markdown_it import MarkdownIt
from reading_html import Reader
from saying import saying
from told import text_of

from tracker.domain.visible import visible
from tracker.report.formats import Format, rendered
from tracker.report.report import ReportKind
from tracker.report.to_lines import to_lines

KINDS = list(ReportKind)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
INERT = {
    "text", "text_special", "softbreak", "strong_open", "strong_close", "link_open", "link_close",
}  # fmt: skip
BLOCKS = {
    "heading", "paragraph", "bullet_list", "list_item", "blockquote", "table", "thead", "tbody",
    "tr", "th", "td", "inline",
}  # fmt: skip
FOLLOWED = ("https://evil.example/?a=1&b=2",)
"""The one of the texts that is an address to follow, where one is given."""


def inner(tokens):
    return [child for token in tokens for child in token.children or []]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE)
def test_in_markdown_it_is_only_text(kind, text):
    tokens = PARSER.parse(text_of(saying(kind, text), Format.MARKDOWN))
    assert {token.type for token in inner(tokens)} <= INERT
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert blocks <= BLOCKS
    links = {str(one.attrs["href"]) for one in inner(tokens) if one.type == "link_open"}
    assert links <= ({text} if text in FOLLOWED else set())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE)
def test_in_html_it_adds_no_tag_and_no_link(kind, text):
    reader = Reader(text_of(saying(kind, text), Format.HTML))
    assert reader.open == []
    assert set(reader.tags) <= set(Reader(text_of(saying(kind, "plain"), Format.HTML)).tags) | {"a"}
    links = {value for name, value in reader.attributes if name == "href" and value[:1] != "#"}
    assert links <= ({text} if text in FOLLOWED else set())
    assert not [name for name, _ in reader.attributes if name.startswith("on")]


@pytest.mark.parametrize("kind", KINDS)
def test_in_html_and_markdown_it_never_acts_on_a_terminal(kind):
    for form in (Format.HTML, Format.MARKDOWN, Format.JSON):
        written = "".join(text_of(saying(kind, text), form) for text in HOSTILE)
        assert written == visible(written, lines=True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE)
def test_in_csv_no_cell_calculates_and_every_text_is_whole(kind, text):
    rows = list(csv.DictReader(StringIO(text_of(saying(kind, text), Format.CSV)), strict=True))
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)]
    assert rows[0]["statement"].removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE)
def test_in_json_it_stays_letter_for_letter(kind, text):
    document = json.loads(text_of(saying(kind, text), Format.JSON))
    assert document["made_by"] == text
    assert "</script" not in json.dumps(document["history"])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("first", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"])
def test_no_first_sign_makes_a_cell_calculate(kind, first):
    cells = [cell for row in csv.reader(StringIO(text_of(saying(kind, first), Format.CSV)))
             for cell in row]  # fmt: skip
    assert not [cell for cell in cells if cell.startswith(first[0])]


@pytest.mark.parametrize("kind", KINDS)
def test_in_word_it_is_words_and_nothing_else(kind):
    written = rendered(saying(kind, "\n".join(HOSTILE)), Format.DOCX)
    with zipfile.ZipFile(BytesIO(written)) as parts:
        body = parts.read("word/document.xml").decode()
        relations = parts.read("word/_rels/document.xml.rels").decode()
    assert not re.search(r"<w:(fldSimple|instrText|object|altChunk|drawing|pict)\b", body)
    assert 'TargetMode="External"' not in relations
    shown = "".join(element.text or "" for element in Document(BytesIO(written)).element.iter())
    assert visible("\n".join(HOSTILE)) in shown


@pytest.mark.parametrize("kind", KINDS)
def test_in_word_only_an_address_to_follow_is_a_link(kind):
    written = rendered(saying(kind, FOLLOWED[0]), Format.DOCX)
    with zipfile.ZipFile(BytesIO(written)) as parts:
        relations = parts.read("word/_rels/document.xml.rels").decode()
    targets = re.findall(r'Target="([^"]*)" TargetMode="External"', relations)
    assert set(targets) <= {FOLLOWED[0].replace("&", "&amp;")}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [30, 80])
def test_on_a_terminal_no_line_is_too_long_or_acts(kind, width):
    for text in HOSTILE:
        for line in to_lines(saying(kind, text).page(), width):
            shown = "".join(piece.text for piece in line)
            assert shown == visible(shown)
            assert len(shown.rstrip()) <= max(width, 30) + 1
