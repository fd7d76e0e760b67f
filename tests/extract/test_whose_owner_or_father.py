"""Whose owner, or father, speaks: the thing's that is told of; never an official's."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A ferry sank off the coast of Kerrin on Friday, its owner said.", "ferry’s owner"),
        (
            "A police spokesman said the boy had been armed. His father said he had no gun.",
            "boy’s father",
        ),
        (
            "A prosecutor said Jan Brock had fled. His lawyer said he was at home.",
            "Jan Brock’s lawyer",
        ),
        ("The minister said he was ill. His wife said he was well.", "minister’s wife"),
        (
            "A police spokesman said the mill had burnt down. His father said it stood.",
            "father",
        ),
    ],
)
def test_whose_somebody_is_who_speaks(text: str, who: str) -> None:
    assert told(text)[-1][0] == who
