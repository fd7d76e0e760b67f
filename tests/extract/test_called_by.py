"""Passives that say who calls something what, and clauses that tell what somebody said."""

from __future__ import annotations

import pytest
from reading_aloud import parser, told

from tracker.extract.called_by import called_by
from tracker.extract.parsed_text import ParsedText
from tracker.extract.parsing import parsed


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The raid was described by the consul as a crime.", ("consul", "the raid was a crime")),
        ("The march was denounced by the mayor as a riot.", ("mayor", "the march was a riot")),
        ("The vote was denounced as a fraud by the opposition.",
         ("opposition", "the vote was a fraud")),
        ("The ruling was hailed by the union as a victory for dockers.",
         ("union", "the ruling was a victory for dockers")),
        ("The mine was called safe by the owner.", ("owner", "the mine was safe")),
        ("The bridges were declared unsafe by engineers.",
         ("engineers", "the bridges were unsafe")),
        ("The firm was described by analysts as close to ruin.",
         ("analysts", "the firm was close to ruin")),
        ("The bank was accused by savers of hiding losses.",
         ("savers", "the bank was guilty of hiding losses")),
        ("Dockers were warned by the firm that the strike was illegal.",
         ("firm", "the strike was illegal")),
        ("Sales were said by the firm to have fallen by nine percent.",
         ("firm", "sales had fallen by nine percent")),
        ("It was claimed by the union that 2,300 drivers had walked out.",
         ("union", "2,300 drivers had walked out")),
    ],
)  # fmt: skip
def test_a_passive_says_who_calls_something_what(text: str, claim: tuple[str, str]):
    assert told(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "The road was called by name.",
        "The thief was described as a man driven by greed.",
        "The mine was declared safe by Friday.",
        "The road was described by signs.",
    ],
)
def test_a_passive_whose_by_names_nobody_says_nothing(text: str):
    assert called_by(ParsedText(text, parsed(text, parser())), ()) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The pilot, who said the fuel had run out, was taken to a clinic.",
         ("pilot", "the fuel had run out")),
        ("The hall was full, according to the union, which says 400 dockers came.",
         ("union", "400 dockers came")),
        ("The army, which claims to have sunk 12 tugs, gave no proof.",
         ("army", "the army had sunk 12 tugs")),
        ("The judge, who had earlier ruled that the letters could be shown, left the room.",
         ("judge", "the letters could be shown")),
        ("The group, which has denied firing on the town, sent flowers.",
         ("group", "it did not fire on the town")),
    ],
)  # fmt: skip
def test_a_clause_that_tells_more_of_somebody_may_tell_what_they_said(
    text: str, claim: tuple[str, str]
):
    assert claim in told(text)
