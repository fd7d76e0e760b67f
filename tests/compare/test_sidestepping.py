"""What answers nothing that was alleged, and stands against nothing."""

from __future__ import annotations

import pytest
from proposed import against

CHARGE = "[1 Relatives] {1 said} <1 the guards had beaten two inmates with staves>. "


@pytest.mark.parametrize(
    "answer",
    [
        "the guards strike only those who attack them",
        "its guards never strike inmates",
        "the guards do not beat inmates",
        "it was looking into the reports",
        "it would examine what the relatives said",
        "it takes such complaints seriously",
        "it had opened an inquiry",
    ],
)
def test_a_non_denial_stands_against_nothing(answer: str) -> None:
    assert against(CHARGE + f"[2 The prison service] {{2 said}} <2 {answer}>.") == set()


@pytest.mark.parametrize(
    "answer",
    ["the guards had not beaten any inmates", "two inmates had beaten the guards with staves"],
)
def test_what_says_how_it_was_then_does(answer: str) -> None:
    assert against(CHARGE + f"[2 The prison service] {{2 said}} <2 {answer}>.") == {
        frozenset((1, 2))
    }


def test_who_looks_into_it_contradicts_that_nobody_did() -> None:
    text = (
        "[1 Relatives] {1 said} <1 the coroner had not investigated the death>. "
        "[2 The coroner] {2 said} <2 he was investigating the death>."
    )
    assert against(text) == {frozenset((1, 2))}
