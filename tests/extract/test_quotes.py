"""Quotations in marks of every kind."""

from __future__ import annotations

import pytest

from tracker.extract.parsing import paragraph_spans
from tracker.extract.quotes import quotes


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in quotes(text, tuple(paragraph_spans(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "no" twice.', ['"no"']),
        ("She said “no” twice.", ["“no”"]),
        ("She said ''no'' twice.", ["''no''"]),
        ("Sie sagte „nein“ zweimal.", ["„nein“"]),
        ("She said «no» twice.", ["«no»"]),
        ("A town's 'safe zone' is full.", ["'safe zone'"]),
        ("The town’s mayor and the town’s council", []),
        ("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
    ],
)
def test_marks_enclose_a_quotation(text, expected):
    assert quoted(text) == expected


def test_a_missing_mark_ends_the_quotation_with_its_paragraph():
    assert quoted("“We left at dawn.\nNobody followed.") == ["“We left at dawn."]


def test_a_reopened_quotation_goes_on_below():
    text = "“We left at dawn.\n\n“Nobody followed.”"
    found = quotes(text, tuple(paragraph_spans(text)))
    assert [each.continued for each in found] == [True, False]
