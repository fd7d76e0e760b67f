"""A spokesman belongs to the body for which the text says that he or she speaks."""

from __future__ import annotations

import pytest
from marked import drafted

MINISTRY = "[1 The Interior Ministry] {1 said} <1 two bridges were closed>. "


def body_of(words: str) -> str | None:
    """Whose the last source of a text is, by name."""
    sources = drafted(words).reading.sources
    names = {one.key: one.name for one in sources}
    return names.get(
        next(one for one in reversed(sources) if "poke" in one.name + one.role).affiliation or ""
    )


@pytest.mark.parametrize(
    "who",
    [
        "A ministry spokesman",
        "A spokesman for the ministry",
        "Ministry spokeswoman Lena Orth",
        "Lena Orth, a spokeswoman for the ministry",
        "Tom Asher, the Interior Ministry's chief spokesman",
    ],
)
def test_a_spokesman_belongs_to_the_body_that_the_text_names(who: str) -> None:
    words = f"{MINISTRY}[2 {who}] {{2 said}} <2 the road was open>."
    assert body_of(words) == "Interior Ministry"


@pytest.mark.parametrize(
    "who", ["A spokesman", "A former ministry spokesman, Ole Berg,", "A company spokesman"]
)
def test_who_is_said_to_speak_for_nobody_of_the_text_belongs_to_nobody(who: str) -> None:
    assert body_of(f"{MINISTRY}[2 {who}] {{2 said}} <2 the road was open>.") is None


def test_where_two_bodies_are_called_so_none_is_guessed_at() -> None:
    health = "[2 The Health Ministry] {2 said} <2 nobody was ill>. "
    words = "[3 A ministry spokesman] {3 said} <3 it rained>."
    assert body_of(MINISTRY + health + words) is None


def test_a_name_that_stands_only_beside_its_spokesman_is_a_source_too() -> None:
    assert (
        body_of("[1 Harrow Grain spokesman Ben Lund] {1 said} <1 the mill was safe>.")
        == "Harrow Grain"
    )
