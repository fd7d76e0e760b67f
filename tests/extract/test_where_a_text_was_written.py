"""A dateline is no part of the sentence behind it."""

from __future__ import annotations

import pytest
from reading_aloud import parser, told

from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


@pytest.mark.parametrize(
    "dateline",
    ["SELM, May 4 - ", "SELM, May 4 – ", "SELM, Sept. 4 - ", "SELM, Sept. 4 (NPA) -- ", "SELM — "],
)
def test_the_first_figure_behind_a_dateline_is_read(dateline: str) -> None:
    words = f"{dateline}Two divers were killed in a collision off the pier, the harbour guard said."
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), words).reading
    assert [one.text for claim in reading.claims for one in claim.figures] == ["Two"]


def test_the_place_of_a_dateline_speaks_not() -> None:
    words = "From our correspondent. SELM, Sept. 5 - Captain Aker reports that the tug has sunk."
    assert told(words) == [("Aker", "the tug has sunk")]
