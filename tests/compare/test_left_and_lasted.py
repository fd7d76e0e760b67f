"""Only one side walked out, and a thing lasted only so long."""

from __future__ import annotations

import pytest
from marked import drafted
from proposed import ties

from tracker.compare.accounts import accounts_of
from tracker.compare.doers import doer_clashes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the owners had walked out of the talks", "the guild's team had left the table"),
        ("the owners got up and left after an hour", "it was the guild that walked out"),
    ],
)
def test_two_who_are_said_to_have_walked_out_are_rivals(one: str, other: str) -> None:
    text = f"[1 Ada Lorn] {{1 said}} <1 {one}>. [2 Osk Varo] {{2 said}} <2 {other}>."
    ours, theirs = accounts_of(drafted(text).reading)
    assert any(doer_clashes(ours, theirs, 0.5))


def test_how_long_one_thing_took_cannot_be_two_things() -> None:
    text = (
        "[1 The works] {1 said} <1 vapour leaked for around 15 minutes>.\n\n"
        "[2 The guild] {2 said} <2 vapour leaked for at least two hours>."
    )
    assert [tie.reason for tie in ties(text)] == ["around 15 minutes ≠ at least two hours"]
