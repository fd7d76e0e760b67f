"""Whoever is told of as having said it has said it; whoever tells of it passes it on."""

from __future__ import annotations

import pytest
from reading_aloud import chained


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "According to Radio Velm, fire chief Tora Lund said the mill was empty.",
            ("Tora Lund < Radio Velm", "the mill was empty"),
        ),
        (
            "According to the Velm Courier, the ministry told the council that the pier was safe.",
            ("ministry < Velm Courier", "the pier was safe"),
        ),
        (
            "According to the coast guard, the skipper said he had seen no lamp.",
            ("skipper < coast guard", "he had seen no lamp"),
        ),
        (
            "Tora Lund said the mill was empty, according to the Velm Press Agency.",
            ("Tora Lund < Velm Press Agency", "the mill was empty"),
        ),
        (
            "The mill was empty, fire chief Tora Lund said, according to the Velm Courier.",
            ("Tora Lund < Velm Courier", "the mill was empty"),
        ),
        (
            '"The mill was empty," fire chief Tora Lund said, according to the Velm Courier.',
            ("Tora Lund < Velm Courier", "“The mill was empty”"),
        ),
        (
            "The Velm Courier reported that the ministry had said nine barges were lost.",
            ("ministry < Velm Courier", "nine barges were lost"),
        ),
        (
            "Fire chief Tora Lund said the mill was empty, Radio Velm reported.",
            ("Tora Lund < Radio Velm", "the mill was empty"),
        ),
    ],
)
def test_who_is_told_of_speaks_through_who_tells_of_it(text, claim):
    assert chained(text) == [claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The coast guard said that the skipper had told them he had seen no lamp.",
            ("skipper < coast guard", "he had seen no lamp"),
        ),
        (
            "The Velm Courier said fire chief Tora Lund had said the mill was empty.",
            ("Tora Lund < Velm Courier", "the mill was empty"),
        ),
    ],
)
def test_what_one_says_that_another_had_said_is_the_others(text, claim):
    assert chained(text) == [claim]


def test_what_one_says_of_anothers_thoughts_stays_his_own():
    text = "The skipper said that the coast guard thought that the lamp was out."
    assert chained(text)[0][0] == "skipper"


def test_an_outlet_that_reports_what_another_found_is_no_speaker_for_it():
    text = "Hark reports that one barge in ten is lost, according to the Lund Institute."
    assert chained(text)[0][0] == "Lund Institute"


@pytest.mark.parametrize(
    "text",
    [
        "The Velm Courier reported, citing the ministry, that nine barges were lost.",
        "The Velm Courier reported that nine barges were lost, citing the ministry.",
        "Nine barges were lost, according to the Velm Courier, citing the ministry.",
    ],
)
def test_whom_an_outlet_cites_is_the_speaker_and_no_part_of_what_is_said(text):
    assert chained(text) == [("ministry < Velm Courier", "nine barges were lost")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "According to O Sol, port authority director Rui Bento said nine people had drowned.",
            ("Rui Bento < O Sol", "nine people had drowned"),
        ),
        (
            "According to Radio Velm, the pier was empty, harbour master Ada Kol said.",
            ("Ada Kol < Radio Velm", "the pier was empty"),
        ),
        (
            'According to Velm TV, "the pier is empty," harbour master Ada Kol said.',
            ("Ada Kol < Velm TV", "“the pier is empty”"),
        ),
    ],
)
def test_whom_a_sentence_begins_by_naming_is_no_part_of_what_another_says(text, claim):
    assert chained(text) == [claim]


def test_somebody_told_of_by_an_outlet_may_be_told_of_by_according_to():
    text = "Radio Velm reports that, according to harbour master Ada Kol, the pier was empty."
    assert chained(text) == [("Ada Kol < Radio Velm", "the pier was empty")]


def test_each_of_two_who_are_told_of_speaks_through_who_tells_of_both():
    text = (
        "According to Radio Velm, Tora Lund said the pit was dry and the guild said it had burnt."
    )
    assert chained(text) == [
        ("Tora Lund < Radio Velm", "the pit was dry"),
        ("guild < Radio Velm", "it had burnt"),
    ]


def test_the_outlet_behind_a_speaker_is_no_part_of_what_is_said():
    text = "The pier was empty, harbour master Ada Kol said, Radio Velm reported."
    assert chained(text) == [("Ada Kol < Radio Velm", "the pier was empty")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The skipper has said the pier is empty, according to the Velm Courier.",
            ("skipper < Velm Courier", "the pier is empty"),
        ),
        (
            "The bishop has denied that money was stolen, according to the Velm Courier.",
            ("bishop < Velm Courier", "it is not true that money was stolen"),
        ),
        (
            "According to the Velm Courier, the judge has also said the trial ends in May.",
            ("judge < Velm Courier", "the trial ends in May"),
        ),
        (
            "According to Radio Velm, the mayor, Tora Lund, said nine stalls had burnt.",
            ("Tora Lund < Radio Velm", "nine stalls had burnt"),
        ),
    ],
)
def test_who_has_said_it_speaks_though_another_tells_of_it_now(text, claim):
    assert chained(text) == [claim]


def test_each_of_two_before_who_tells_of_both_says_only_his_own():
    text = (
        "The mayor said the pit was dry and the guild said it had burnt, according to Radio Velm."
    )
    assert chained(text) == [
        ("mayor < Radio Velm", "the pit was dry"),
        ("guild < Radio Velm", "it had burnt"),
    ]


def test_who_is_named_behind_a_tag_says_only_his_own():
    text = "Four porters were hurt, according to the guild, and the mayor said nine were in bed."
    assert chained(text) == [("guild", "four porters were hurt"), ("mayor", "nine were in bed")]


def test_what_tells_of_a_speaker_is_not_said():
    text = "The strike is not over, Kol says, who also wants the board gone."
    assert chained(text) == [("Kol", "the strike is not over")]


def test_what_somebody_has_worried_about_is_told_by_who_tells_of_it():
    text = "According to friends, the mayor has worried that the pit was dry."
    assert [chain for chain, _ in chained(text)] == ["friends"]


def test_any_number_in_one_sentence_say_each_his_own():
    each = [f"Kol {number} said the pit was dry" for number in range(2, 40)]
    text = f"According to Radio Velm, the mayor said the pit was dry, and {' and '.join(each)}."
    assert len(chained(text)) > len(each) // 2


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The pit was dry, the mayor said, according to Die Woche.", "Die Woche"),
        ("The mayor said the pit was dry, O Sol reported.", "O Sol"),
        ("The mayor said the pit was dry, A Voz reported.", "A Voz"),
        ("According to El Norte, the mayor said the pit was dry.", "El Norte"),
    ],
)
def test_an_article_of_another_language_is_part_of_an_outlets_name(text, outlet):
    assert chained(text) == [(f"mayor < {outlet}", "the pit was dry")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "According to the indictment he had been asleep at the wheel.",
            ("indictment", "he had been asleep at the wheel"),
        ),
        (
            "According to the officers they were asked to leave.",
            ("officers", "they were asked to leave"),
        ),
    ],
)
def test_a_sentence_may_begin_by_naming_whom_it_follows_without_a_comma(text, claim):
    assert claim in chained(text)


def test_what_stands_before_whoever_warned_of_it_is_only_passed_on():
    text = "According to the magazine, the pier will close, Varo stood up on Tuesday and warned."
    assert [who for who, _ in chained(text)] == ["Varo < magazine"]


def test_what_somebody_did_before_he_promised_is_told_by_who_tells_of_both():
    text = (
        "According to the magazine, Varo sat at the table for three hours on Tuesday and promised "
        "his host a permit for the pier."
    )
    assert ("magazine", text.removesuffix(".")[27:]) in chained(text)
