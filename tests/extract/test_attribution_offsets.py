"""Spans are true in texts of any characters, and hostile texts are read like any other."""

from __future__ import annotations

import time

import pytest
from reading_aloud import heard, parser

from tracker.extract.attributions import attributions
from tracker.extract.parsing import LONGEST, paragraph_spans, parsed

CLAIM = "The harbour master said that two ferries had collided in fog."


@pytest.mark.parametrize(
    "before",
    [
        "🚢🔥 ",
        "Ångström e\u0301te\u0301 – ",
        "\r\n\r\n",
        "\n\n\t ",
        "“Fog!”\r\n",
        "\ufeff",
        "\u202e ",
    ],
)
def test_offsets_are_code_points_of_the_text_as_it_is(before):
    text = f"{before}{CLAIM}\r\nNext line."
    assert any("two ferries had collided in fog" in each.what[0] for each in heard(text))


def test_paragraphs_end_at_line_feeds_only():
    text = "One\r\n\r\n two\u2028three \n"
    assert [text[s.start : s.end] for s in paragraph_spans(text)] == ["One", "two\u2028three"]


def test_the_sign_of_a_quotation_block_is_no_word_of_its_paragraphs():
    text = "They said:\n\n> “It is\n>\n > > over.”\nIt was > 3.\n>>"
    pieces = [text[s.start : s.end] for s in paragraph_spans(text)]
    assert pieces == ["They said:", "“It is", "over.”", "It was > 3."]


def test_a_long_paragraph_is_cut_at_a_sentence():
    spans = list(paragraph_spans("A plain sentence of words. " * 400))
    assert len(spans) > 1
    assert all(span.end - span.start <= LONGEST for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\r\n ",
        "\x00\x1b[31mred\x07",
        "“" * 2000,
        '"' * 2001,
        "'" * 500,
        "((((" * 500,
        "said " * 700,
        ": : : :\n:\n",
        "said",
        "he said: “",
        "a" * 5000,
        "\ud83d lonely",
    ],
)
def test_hostile_texts_are_read_without_an_error(text):
    found = attributions(text, parsed(text, parser()), least=0.0)
    spans = [span for each in found for span in (*each.content, each.cue, each.source) if span]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_twice_the_text_takes_about_twice_as_long():
    line = "“He said (that she said: ‘no’, “yes” " * 300
    took = []
    for text in (line, line * 4):
        began = time.process_time()
        attributions(text, parsed(text, parser()))
        took.append(time.process_time() - began)
    assert took[1] < 12 * took[0]
