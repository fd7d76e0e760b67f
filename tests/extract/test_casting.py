"""Who is meant by the names and roles of a text, where the parser or the layout misleads."""

from __future__ import annotations

import pytest
from marked import drafted

from tracker.domain.source import SourceKind


def cast(words):
    return {one.name: one for one in drafted(words).reading.sources}


def test_a_forename_that_is_a_small_word_too_is_part_of_the_name():
    assert "Per Holm" in cast("[1 Mayor Per Holm] {1 said} <1 that the pump had failed>.")


@pytest.mark.parametrize(
    ("operator", "kind"),
    [
        ("waterworks operator Norrvann", SourceKind.COMPANY),
        ("crane operator Kolar", SourceKind.PERSON),
    ],
)
def test_what_an_operator_operates_says_whether_it_is_a_company(operator, kind):
    sources = cast(f"[1 The {operator}] {{1 said}} <1 that a pump had failed>.")
    assert {one.kind for one in sources.values()} == {kind}


def test_the_company_is_the_operator_and_no_place_of_a_dateline():
    sources = cast(
        "SELMA, 24 November - A pump failed on Monday.\n\n"
        "[1 The waterworks operator Norrvann] {1 said} <1 that it was old>. "
        '<2 "It was new,"> [2 its spokeswoman, Lise Dahl], {2 said}. '
        "[3 The company] {3 put} <3 the damage at 40 euros>."
    )
    assert set(sources) == {"Norrvann", "Lise Dahl"}
    assert sources["Lise Dahl"].affiliation == sources["Norrvann"].key


def test_each_side_is_called_so():
    assert "each side" in cast("[1 Each side] {1 accused} <1 the other of firing first>.")


def test_an_internal_e_mail_is_one_word():
    assert "internal e-mail" in cast("{1 According to} [1 an internal e-mail], <1 it had failed>.")


def test_its_spokesman_is_of_whoever_the_sentence_begins_with():
    sources = cast(
        "The army was silent.\n\n<1 The rebel group Dawn released six men>, "
        "[1 its spokesman Idris Kane] {1 said}."
    )
    assert sources["Idris Kane"].affiliation == sources["Dawn"].key


def test_a_name_goes_on_over_a_small_word():
    assert "Water for All" in cast("[1 The aid group Water for All] {1 said} <1 it had left>.")


def test_one_of_several_is_a_person():
    words = (
        "[1 One of the hostages] {1 said} <1 they had been freed>. "
        '<2 "I did not hear a shot,"> [2 she] {2 said}.'
    )
    speakers = [one.chain[0].source for one in drafted(words).reading.claims]
    assert len(set(speakers)) == 1


def test_a_dateline_names_nobody_whom_its_means():
    sources = cast(
        "SELMA, 24 November - A pump failed on Monday.\n\n"
        "[1 Its spokeswoman, Lise Dahl], {1 said} <1 it was old>."
    )
    assert sources["Lise Dahl"].affiliation is None


def test_a_word_that_opens_a_sentence_is_no_name_for_its_capital():
    first = cast("[1 Police] {1 said} <1 the lock was open>.")
    second = cast("<1 The lock was open>, [1 police] {1 said}.")
    assert first.keys() == second.keys() == {"police"}


def test_a_word_with_a_capital_amid_a_sentence_is_a_name_where_it_opens_one():
    text = "[1 Hope] {1 said} <1 the lock was open>. The mayor thanked Hope for it."
    assert "Hope" in cast(text)
