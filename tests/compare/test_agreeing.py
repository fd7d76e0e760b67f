"""What two claims must share to bear each other out."""

from __future__ import annotations

import pytest
from proposed import ties


def kinds(text: str) -> set[str]:
    return {one.kind for one in ties(text)}


def test_one_place_bears_nothing_out() -> None:
    text = (
        "[1 The ministry] {1 said} <1 jets had bombed a depot near Varn>. "
        "[2 The council] {2 said} <2 a nurse near Varn had won a prize>."
    )
    assert "corroborates" not in kinds(text)


def test_two_that_cannot_both_be_right_bear_nothing_out() -> None:
    text = (
        "[1 The union] {1 said} <1 the company's guards beat two welders at Varn>. "
        "[2 The company] {2 said} <2 the union's guards beat two welders at Varn>."
    )
    assert kinds(text) == {"contradicts"}


def figures(one: str, other: str) -> tuple[str, str]:
    text = (
        f"[1 The ministry] {{1 said}} <1 {one} sailors were killed off Varn>. "
        f"[2 The hospital] {{2 said}} <2 {other} sailors were killed off Varn>."
    )
    (tie,) = ties(text)
    return tie.kind, tie.reason


@pytest.mark.parametrize(
    ("one", "other", "kind", "reason"),
    [
        ("nine", "nine", "corroborates", "nine = nine"),
        ("at least six", "nine", "refines", "nine ⊂ at least six"),
        ("dozens of", "more than nine", "refines", "dozens ⊂ more than nine"),
        ("nine", "dozens of", "contradicts", "nine ≠ dozens"),
        ("90", "hundreds of", "contradicts", "90 ≠ hundreds"),
    ],
)
def test_two_speakers_figures_agree_narrow_or_exclude_each_other(
    one: str, other: str, kind: str, reason: str
) -> None:
    assert figures(one, other) == (kind, reason)


def test_figures_that_only_meet_bear_nothing_out() -> None:
    text = (
        "[1 The ministry] {1 said} <1 at least two sailors were killed off Varn>. "
        "[2 The hospital] {2 said} <2 up to five sailors were killed off Varn>."
    )
    assert "corroborates" not in kinds(text)
