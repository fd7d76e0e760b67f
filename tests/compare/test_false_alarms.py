"""What looks as if it stood against something, and does not."""

from __future__ import annotations

import pytest
from marked import drafted
from proposed import against, ties

from tracker.compare.accounts import accounts_of
from tracker.compare.doers import excuses
from tracker.compare.juxtaposing import juxtaposed


@pytest.mark.parametrize(
    ("one", "other"),
    [
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


def test_a_figure_that_stands_alone_is_not_taken_for_replaced() -> None:
    words = (
        "[1 The mill] {1 said} <1 26 workers had died>. "
        "[2 The union] {2 said} <2 31 workers had died>."
    )
    assert against(words) == {frozenset((1, 2))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("guards had fired live rounds at the marchers", "one man had died"),
        ("the Ostrian army had attacked the mill", "inflation had struck households hard"),
        ("nobody was killed in the fire", "the fire had injured three people"),
        ("his men lost two soldiers", "only three of its fighters had been killed"),
        ("at least 22 people died", "the raiders had killed 18 hostages"),
        ("112 people had been arrested", "at least 140 had been detained, including 14 minors"),
        ("she had 54 percent of the vote", "sheets from 80 percent of polling stations were in"),
    ],
)
def test_what_is_of_another_thing_is_not_set_against_it(one: str, other: str) -> None:
    text = (
        f"[1 The Ombudsman] {{1 said}} <1 {one}>. [2 The Front], however, {{2 said}} <2 {other}>."
    )
    wrong = ("14", "18", "≠ 80", "live", "inflation", "three", "ended")
    found = [one for one in ties(text) if one.kind == "contradicts"]
    assert not [one for one in found if any(word in one.reason for word in wrong)]


def test_that_nobody_was_hurt_still_stands_against_the_injured() -> None:
    text = (
        "[1 The owner] {1 said} <1 nobody was hurt in the fire>. "
        "[2 The nurse], however, {2 said} <2 the fire had injured three people>."
    )
    assert against(text) == {frozenset((1, 2))}


def test_what_its_speaker_has_since_put_higher_is_not_set_against_others() -> None:
    text = (
        "[1 The warden] {1 said} <1 31 miners were dead>. "
        "On Thursday [2 he] had {2 spoken} <2 of 17 dead>. "
        "[3 The company] {3 put} <3 the death toll at 26> on Friday."
    )
    assert against(text) == {frozenset((1, 3))}


def test_one_side_does_not_update_its_own_dead_by_those_of_the_other() -> None:
    text = (
        "[1 The Front] {1 said} <1 only three of its fighters had been killed>. "
        "[2 It] {2 said} <2 11 soldiers had been killed>."
    )
    assert not [one for one in ties(text) if one.kind == "updates"]


def test_a_toll_that_names_nobody_may_be_of_the_same_fighters() -> None:
    text = (
        "[1 The army] {1 said} <1 eleven militants were killed>. "
        "[2 The Front], however, {2 put} <2 the toll at fourteen>."
    )
    assert against(text) == {frozenset((1, 2))}


def test_none_that_somebody_saw_stands_against_no_number_of_what_was_counted() -> None:
    text = (
        "[1 A farmer] {1 said} <1 he had seen no soldiers in the village>. "
        "[2 The mayor] {2 said} <2 the figure was 15>."
    )
    assert against(text) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the toll rose to 14 after three people died in the night", "14 people had been killed"),
        ("11 bodies had been brought to the morgue", "divers pulled two bodies from the mud"),
        ("27 wardens were injured", "the clinic had received two bodies with gunshot wounds"),
        ("at least 22 people died", "his men had searched the hall and lost two soldiers"),
        ("his men lost two soldiers", "only three of its fighters had been killed"),
    ],
)
def test_a_part_that_is_smaller_than_the_whole_is_not_set_against_it(one: str, other: str) -> None:
    text = (
        f"[1 The Ombudsman] {{1 said}} <1 {one}>. [2 The Front], however, {{2 said}} <2 {other}>."
    )
    assert against(text) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nine people were killed", "13 bodies had been pulled from the mud"),
        ("two bodies had been recovered from the river", "five bodies were found in the river"),
        ("the toll rose to 14 after three people died in the night", "12 people had been killed"),
    ],
)
def test_what_cannot_be_a_part_of_it_is(one: str, other: str) -> None:
    text = (
        f"[1 The Ombudsman] {{1 said}} <1 {one}>. [2 The Front], however, {{2 said}} <2 {other}>."
    )
    assert against(text) == {frozenset((1, 2))}


def test_what_is_told_in_one_breath_as_lost_is_lost_by_who_tells_it() -> None:
    text = (
        "[1 The prefect] {1 said} his men had searched the hall and <1 lost two soldiers>. "
        "[2 The raiders], however, {2 said} <2 only three of their fighters had been killed>."
    )
    assert against(text) == set()


def test_who_shot_at_some_may_have_been_shot_by_others() -> None:
    text = (
        "[1 The raiders] {1 said} <1 they had shot dead nine guards>. "
        "[2 A cook] {2 said} <2 the guards had shot at guests>."
    )
    assert not [one for one in ties(text) if one.facet == "actor"]


def test_who_shot_at_each_other_are_two_doers_of_one_deed() -> None:
    text = (
        "[1 The raiders] {1 said} <1 the guards had shot at the raiders>. "
        "[2 A guard] {2 said} <2 the raiders had shot at the guards>."
    )
    assert [one.facet for one in ties(text)] == ["actor"]


def test_a_figure_that_is_put_right_says_no_to_nothing_else() -> None:
    text = (
        "[1 The bureau] {1 said} <1 the car was stationary when the shots were fired>. "
        "[2 The sheriff] {2 said} <2 a guard had fired five shots, not two>."
    )
    first, second = accounts_of(drafted(text).reading)
    assert not list(juxtaposed(first, second, 0.5))


def test_who_saw_no_soldiers_clears_only_soldiers_of_his_own() -> None:
    text = (
        "[1 The mayor] {1 blamed} <1 the Ostrian army> for the attack. "
        "[2 A farmer] {2 said} <2 he had seen no soldiers at the market>."
    )
    first, second = accounts_of(drafted(text).reading)
    assert not list(excuses(first, second, 0.5))


@pytest.mark.parametrize(
    ("one", "other", "facet"),
    [
        ("the strike was costing the valley $80m a day", "the strike cost $45m a day", "quantity"),
        ("at least 35 colleagues were dead", "12 miners were dead", "casualties"),
        ("the company had walked away from the talks",
         "the union had walked away from the talks", "actor"),
    ],
)  # fmt: skip
def test_what_says_otherwise_of_one_thing_in_like_words_stands_against_it(
    one: str, other: str, facet: str
) -> None:
    text = f"[1 A clerk] {{1 said}} <1 {one}>. [2 Nora Bell] {{2 said}} <2 {other}>."
    assert [one.facet for one in ties(text)] == [facet]
