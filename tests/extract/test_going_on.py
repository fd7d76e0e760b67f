"""What goes on in the next sentence belongs to whoever spoke, where its grammar says so."""

from __future__ import annotations

import pytest
from marked import parser

from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


def told(text: str) -> list[str]:
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    return [one.statement for one in reading.claims if one.chain]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "“Pure fantasy,” replied the stationmaster. The train had left on time.",
            "the train had left on time",
        ),
        (
            "The ladder was not theirs, the guild retorted. It stood in the bishop's own barn.",
            "it stood in the bishop's own barn",
        ),
        (
            "The mayor's answer came by letter. She was at her aunt's farm all week.",
            "she was at her aunt's farm all week",
        ),
        (
            "“Mr Kol held her hand,” she read. He had been walking home from the fair.",
            "he had been walking home from the fair",
        ),
        (
            (
                "“Lamps are cheap,” Ada Kol said, adding that her guild had bought nine since May. "
                "She would need three more."
            ),
            "she would need three more",
        ),
    ],
)
def test_a_sentence_that_says_what_was_so_instead_is_the_speakers(text, last):
    assert told(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "The ladder was ours, the guild said. It published a photograph.",
        "The mayor's horse came by boat. She was at her aunt's farm all week.",
    ],
)
def test_a_sentence_about_the_speaker_is_the_articles_own(text):
    assert len(told(text)) <= 1
