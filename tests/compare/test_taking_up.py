"""A figure without its noun is of what was counted just before; who is on board is one count."""

from __future__ import annotations

import pytest
from proposed import ties

from tracker.domain.facet import Facet

SHAFT = "[1 The pit] {1 said} <1 64 men were underground when the shaft flooded>.\n\n"
VOTE = (
    "[1 The board] {1 said} <1 turnout was 61 percent>. [2 The guild] {2 put} <2 it at 48 percent>."
)


def test_a_share_put_otherwise_is_of_what_was_spoken_of() -> None:
    assert told(VOTE) == {(1, 2): "61 percent ≠ 48 percent"}


def test_so_is_a_bare_number_of_whom_there_had_been() -> None:
    text = f"{SHAFT}[2 The guild] {{2 said}} <2 there had been 87>."
    assert told(text) == {(1, 2): "64 ≠ 87"}


def test_a_number_that_counts_something_is_of_that() -> None:
    text = f"{SHAFT}[2 The guild] {{2 said}} <2 there had been 87 letters>."
    assert not told(text)


def test_two_who_count_those_on_board_count_alike() -> None:
    text = (
        "[1 The line] {1 said} <1 the ferry was carrying 146 passengers>. "
        "[2 A nurse] {2 said} <2 well over 200 people were on board>."
    )
    assert told(text) == {(1, 2): "146 ≠ well over 200"}


@pytest.mark.parametrize(("one", "other"), [("babies", "infants"), ("inmates", "prisoners")])
def test_the_same_people_may_be_called_otherwise(one: str, other: str) -> None:
    text = (
        f"[1 The ward] {{1 said}} <1 six {one} died>. "
        f"[2 The guild] {{2 said}} <2 eleven {other} had died>."
    )
    assert told(text) == {(1, 2): "six ≠ eleven"}


def told(text: str) -> dict[tuple[int, int], str]:
    counts = (Facet.QUANTITY, Facet.CASUALTIES)
    return {(tie.a, tie.b): tie.reason for tie in ties(text) if tie.facet in counts}


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("fewer than a third had", "fewer than a third"),
        ("participation at 38 percent", "38 percent"),
    ],
)
def test_a_share_behind_a_share_is_of_the_same(said: str, other: str) -> None:
    text = (
        "[1 The guild] {1 said} <1 85 percent of drivers had stopped work>. "
        f"[2 The mill] {{2 said}} <2 {said}>."
    )
    assert told(text) == {(1, 2): f"85 percent ≠ {other}"}
