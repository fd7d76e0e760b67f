"""What looks as if it stood against something, and does not."""

from __future__ import annotations

import pytest
from proposed import against, ties


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Whom a word in another sense makes a doer.
        (
            "the border guard was to blame for the attack on the mill",
            "prices had struck bakers hard",
        ),
        # "Live" of rounds says nothing of life.
        ("the guards had fired live rounds", "one marcher had died"),
        # None of one thing, and a number of what was counted.
        ("he had seen no boats on the lake", "the figure was 15"),
        # Nobody died, and some were hurt.
        ("it was a blast in which nobody was killed", "the blast had injured three"),
        # Each side's own losses.
        ("it had lost two soldiers", "three of its fighters were killed"),
        # Other people.
        ("more than 90 marchers were injured", "27 police officers were injured"),
    ],
)
def test_what_leaves_room_for_the_other_stands_against_nothing(one: str, other: str) -> None:
    words = (
        f"[1 The union of drivers] {{1 said}} <1 {one}>. [2 The prefect] {{2 said}} <2 {other}>."
    )
    assert against(words) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("poachers had fired on the boat", "the wardens had rammed and shot at a skiff"),
        ("it was a blast in which nobody was killed", "the blast had killed three"),
        ("nobody was injured in the blast", "the blast had killed three"),
        ("it had lost two soldiers", "nine of the army's soldiers were killed"),
        ("90 marchers were injured", "12 demonstrators were injured"),
    ],
)
def test_what_leaves_no_room_still_stands_against_it(one: str, other: str) -> None:
    words = f"[1 The army] {{1 said}} <1 {one}>. [2 The rebels] {{2 said}} <2 {other}>."
    assert against(words) == {frozenset((1, 2))}


def test_a_figure_that_its_speaker_has_replaced_stands_against_no_later_one() -> None:
    words = (
        "[1 The mill] {1 said} on Friday <1 26 workers had died>. On Thursday [2 the union] had "
        "{2 spoken} <2 of 17 dead>. [3 The union] {3 said} on Friday <3 31 workers had died>."
    )
    found = ties(words)
    assert {(one.a, one.b) for one in found if one.kind == "updates"} == {(3, 2)}
    assert against(words) == {frozenset((1, 3))}


def test_a_figure_that_stands_alone_is_not_taken_for_replaced() -> None:
    words = (
        "[1 The mill] {1 said} <1 26 workers had died>. "
        "[2 The union] {2 said} <2 31 workers had died>."
    )
    assert against(words) == {frozenset((1, 2))}
