"""Whom "he", "she" and "it" mean where several might be meant."""

from __future__ import annotations

from marked import drafted


def speakers(words: str) -> list[str]:
    reading = drafted(words).reading
    names = {one.key: one.name for one in reading.sources}
    return [names[one.chain[0].source or ""] for one in reading.claims if one.chain]


def test_a_new_paragraph_turns_to_whom_it_begins_with() -> None:
    words = (
        "[1 The farmer's wife] {1 said} <1 the dogs had run off>.\n\n"
        "His lawyer waited on the steps of the court. "
        "<2 “They were shot,”> [2 she] {2 said}."
    )
    assert speakers(words) == ["farmer's wife", "farmer’s lawyer"]


def test_a_name_known_from_another_sentence_is_one_whatever_the_parser_makes_of_it() -> None:
    words = (
        "Erik Nye was driven home. <1 A can stood in the hall>, [1 Greta Lund] {1 said}.\n\n"
        "Nye is in custody and unmoved. <2 “It was a neighbour,”> [2 he] {2 said}."
    )
    assert speakers(words)[-1].endswith("Nye")


def test_whoever_belongs_to_a_party_is_a_person_and_not_the_party() -> None:
    words = (
        "[1 Leader Hugh Ferris] {1 said} <1 the vote was won>.\n\n"
        "Labour's Sonja Dunn rose at once. <2 There had been a tie>, [2 she] {2 said}."
    )
    assert speakers(words)[-1] == "Sonja Dunn"


def test_a_body_of_which_another_tells_does_not_tell_it() -> None:
    words = (
        "<1 Soldiers crossed the line>, [1 the interior ministry] {1 said}. "
        "<2 The patrol did not return fire>, [2 it] {2 said}."
    )
    assert speakers(words)[-1] == "interior ministry"


def test_a_body_that_opens_a_paragraph_may_tell_it() -> None:
    words = (
        "[1 A driver] {1 said} <1 the road was icy>.\n\n"
        "<2 The ministry has hired two ploughs>, [2 it] {2 said}."
    )
    assert speakers(words)[-1] == "ministry"


def test_whoever_spoke_before_speaks_on_where_a_paragraph_only_mentions_another() -> None:
    words = (
        "[1 Ivar Cole] {1 said} <1 the vote was won>. "
        "Outside the rain fell on the square, on empty chairs and on the flags of the fair.\n\n"
        "To those who asked about Captain Hugh Ferris [2 he] {2 said} <2 the count was over>."
    )
    assert speakers(words)[-1] == "Ivar Cole"


def test_a_body_that_a_sentence_begins_with_announces_it_whatever_else_is_named_there() -> None:
    words = (
        "<1 The brewing group Halm will shut its plant and move to a site it bought last autumn>, "
        "[1 it] {1 announced}."
    )
    assert speakers(words) == ["Halm"]
