"""The place of a dateline, by itself."""

from __future__ import annotations

import pytest

from tracker.extract.datelines import written_in


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("PORTO ALTO, May 4 (Fen Post) – It rained.", "PORTO ALTO"),
        ("AL-SELM (Fen Post) – It rained.", "AL-SELM"),
        ("Selm, 4 May – It rained.", "Selm"),
        ("It rained – all day.", ""),
    ],
)
def test_the_place_stands_before_the_day_and_the_outlet(text, place):
    assert written_in(text) == place
