"""Punctuation alone may give words to somebody: a signed quotation, a name and a colon."""

from __future__ import annotations

import pytest

from tracker.extract.parsing import Paragraph, paragraph_spans
from tracker.extract.signatures import signatures


def read(text):
    lines = [Paragraph(line.start, line.end, None) for line in paragraph_spans(text)]
    return [
        (text[one.source.start : one.source.end], text[one.content[0].start : one.content[0].end])
        for one in signatures(text, lines)
    ]


@pytest.mark.parametrize("dash", ["—", "―", "–", "--"])
def test_a_signed_quotation_is_its_signers(dash):
    text = f"“The weir was never safe at all.” {dash} Ada Byron, engineer\n"
    assert read(text) == [("Ada Byron", "“The weir was never safe at all.”")]


def test_a_name_and_a_colon_say_the_rest_of_the_line():
    text = "Ada Byron: the weir was never safe\n\nIn May the engineer Ada Byron left."
    assert read(text) == [("Ada Byron", "the weir was never safe")]


def test_three_lines_with_names_in_capitals_are_a_transcript():
    text = "BYRON: The weir was never safe.\nCARR: Who knew of it then?\nBYRON: The board knew it."
    assert [name for name, _ in read(text)] == ["BYRON", "CARR", "BYRON"]


@pytest.mark.parametrize(
    "text",
    [
        "Weir Breaks Again: the town is under water now",
        "Editor’s Note: an earlier version of this was wrong",
        "UPDATE: the weir was never safe at all",
        "Q: Was the weir ever safe?\nQ: Who knew of that then?\nQ: Did the board know of it?",
        "She said “the weir” — Ada Byron’s own — was safe.",
    ],
)
def test_a_label_is_no_speaker(text):
    assert read(text) == []
