"""Whoever said something and goes on with a second verb of speech is its speaker, nobody else."""

from __future__ import annotations

import pytest
from marked import parser

from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


def told(text: str) -> list[tuple[str, str]]:
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    return [(one.cue, one.statement) for one in reading.claims if one.chain]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The warden said four sheep were killed and blamed stray dogs.",
            [("said", "four sheep were killed"), ("blamed", "stray dogs were responsible")],
        ),
        (
            "The warden said four herdsmen had been hurt and accused the owners of opening a gate.",
            [
                ("said", "four herdsmen had been hurt"),
                ("accused", "the owners opened a gate"),
            ],
        ),
        (
            "The spokesman said two soldiers were hurt, and blamed the militia.",
            [("said", "two soldiers were hurt"), ("blamed", "the militia was responsible")],
        ),
        (
            "Passengers said the ferry hit a pier and blamed the pilot.",
            [("said", "the ferry hit a pier"), ("blamed", "the pilot was responsible")],
        ),
        (
            "The guild said the kiln was unsafe and urged the owner to close it.",
            [("said", "the kiln was unsafe"), ("urged", "the owner should close it")],
        ),
    ],
)
def test_a_second_verb_is_the_speakers(text: str, claims: list[tuple[str, str]]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    "content",
    [
        "he had been arrested and accused of theft",
        "the herdsmen had been beaten and denied water",
        "the hunters attacked a hut and threatened the warden",
    ],
)
def test_what_is_told_of_others_stays_theirs(content: str) -> None:
    assert told(f"The warden said {content}.") == [("said", content)]
