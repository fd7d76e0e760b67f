"""Two causes of one thing stand against each other, however each is told."""

from __future__ import annotations

import pytest
from marked import drafted
from proposed import against

from tracker.compare.accounts import accounts_of
from tracker.compare.explaining import only_explains


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the train derailed because the driver took the curve too fast",
            "a broken rail caused the derailment",
        ),
        ("the sinking was caused by overloading", "the ferry capsized because of a sudden storm"),
    ],
)
def test_who_gives_another_cause_does_not_only_explain(one: str, other: str) -> None:
    text = f"[1 The board] {{1 said}} <1 {one}>. [2 The guild] {{2 said}} <2 {other}>."
    assert against(text) == {frozenset((1, 2))}


def test_who_says_why_what_the_other_tells_of_was_only_explains() -> None:
    text = (
        "[1 The board] {1 said} <1 the train derailed at noon>. "
        "[2 The guild] {2 said} <2 a broken rail caused the derailment>."
    )
    assert only_explains(*accounts_of(drafted(text).reading))
