"""Two figures of one unit stand against each other where they measure one thing, and only there."""

from __future__ import annotations

import pytest
from proposed import ties

from tracker.domain.facet import Facet

COUNTS = (Facet.QUANTITY, Facet.CASUALTIES)


def told(one: str, other: str) -> list[str]:
    text = f"[1 The mill] {{1 said}} <1 {one}>. [2 The guild] {{2 said}} <2 {other}>."
    return [tie.kind for tie in ties(text) if tie.facet in COUNTS]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("its revenue was 9 million euros", "its costs were 12 million euros"),
        ("the chimney was 60 metres high", "the fence was 3 metres high"),
        ("sales rose 4 percent", "wages rose 9 percent"),
        ("profits were 4 million euros", "losses were 4 million euros"),
        ("it had raised its revenue by 3 million euros", "there was revenue of 12 million euros"),
    ],
)
def test_two_measures_are_not_held_against_each_other(one: str, other: str) -> None:
    assert not told(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("its revenue was 9 million euros", "its revenue was 12 million euros"),
        ("wages would rise by nine percent", "the increase comes to four percent"),
        ("raiders had abducted 140 weavers", "only 38 weavers had been taken"),
    ],
)
def test_one_measure_is(one: str, other: str) -> None:
    assert told(one, other) == ["contradicts"]
