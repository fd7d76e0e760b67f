"""Who stands behind what is said, or amid it, has said all of it."""

from __future__ import annotations

import pytest
from reading_aloud import told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The ballot was void, the returning officer read out at noon.",
            [("returning officer", "the ballot was void")],
        ),
        (
            "The pumps had stopped at dawn, a stoker confided to the harbour gazette.",
            [("stoker", "the pumps had stopped at dawn")],
        ),
        (
            "The upper lock is ours, crowed the bargemen's captain.",
            [("bargemen's captain", "the upper lock is ours")],
        ),
        (
            "The vault was empty, the night porter entered in his book.",
            [("night porter", "the vault was empty")],
        ),
        (
            "The bell will be back by Easter, the sexton let the parish know.",
            [("sexton", "the bell will be back by Easter")],
        ),
        (
            "The mason's guild had made up the tale, one of them confided to the reeve.",
            [("one of them", "the mason's guild had made up the tale")],
        ),
        (
            "The boats, the harbour guild went on, lay too far out.",
            [("harbour guild", "the boats lay too far out")],
        ),
        (
            "The lamp that failed, says the keeper, was new.",
            [("keeper", "the lamp that failed was new")],
        ),
        (
            "By then, joked the sexton, the bells may be sold.",
            [("sexton", "by then the bells may be sold")],
        ),
        (
            "He believed in the cure, his steward maintained.",
            [("steward", "he believed in the cure")],
        ),
        (
            "Poachers from the next valley, the forester told his council.",
            [("forester", "“Poachers from the next valley”")],
        ),
        (
            'They came in by the cellar, the watchman, Jori Pelt, reported, "like rats".',
            [("Jori Pelt", 'they came in by the cellar "like rats"')],
        ),
        (
            (
                "A coal stove that toppled over was responsible, the mill's bookkeeper, Ada Kol, "
                "concluded the same evening."
            ),
            [("Ada Kol", "a coal stove that toppled over was responsible")],
        ),
        (
            (
                "A loose wire in the cellar set the mill alight, parish councillor Ada Kol said "
                "barely an hour after the last bucket was emptied."
            ),
            [("Ada Kol", "a loose wire in the cellar set the mill alight")],
        ),
        (
            "The lamps of the lower harbour date from the flood year, said the keepers' guild.",
            [("keepers' guild", "“The lamps of the lower harbour date from the flood year”")],
        ),
        (
            "The ropes were cut near the ring, a clerk to the harbour board assured this paper.",
            [("clerk to the harbour board", "the ropes were cut near the ring")],
        ),
        (
            "The boats would sail, his deputy, known as Captain Rook, confirmed.",
            [("Captain Rook", "the boats would sail")],
        ),
        (
            (
                "The band had lost seven boats since the start of the flood, its spokeswoman "
                "Naw Eh Say told reporters by telephone, and was holding 45 men, among them a "
                "pilot, in a barn."
            ),
            [
                ("Naw Eh Say", "the band had lost seven boats since the start of the flood"),
                ("Naw Eh Say", "the band was holding 45 men, among them a pilot, in a barn"),
            ],
        ),
        (
            (
                "The supplier, GazLune, last delivered on 20 May, its manager said; "
                "the mill had not ordered since."
            ),
            [("manager", "“The supplier, GazLune, last delivered on 20 May”")],
        ),
        (
            "After the lamp failed, the pilot said, the boat had drifted for an hour.",
            [("pilot", "after the lamp failed the boat had drifted for an hour")],
        ),
        (
            'As he left the court, the miller said, "It was nothing."',
            [("miller", "“It was nothing”")],
        ),
        (
            "Whether it floats is another matter, cautioned the ferryman.",
            [("ferryman", "whether it floats is another matter")],
        ),
    ],
)
def test_a_tag_gives_what_stands_before_it_to_its_speaker(text, claims):
    assert told(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "She would keep the post, her deputy assured lenders, because the books were clean.",
            ["she would keep the post", "the books were clean"],
        ),
        (
            "The mule had gone lame, the drover told a magistrate, and was left at the ford.",
            ["the mule had gone lame", "the mule was left at the ford"],
        ),
        (
            "The lamp failed at nine, said Ada Kol, the keeper who lit it, and the oil was old.",
            ["the lamp failed at nine", "the oil was old"],
        ),
        (
            "He had rowed badly, he told the jury, because of a fever.",
            ["he had rowed badly because of a fever"],
        ),
        (
            "No stone fell that night, the quarry's owner told the paper.",
            ["no stone fell that night"],
        ),
        (
            "The quay was dark, the pilot reported, and both lamps were out.",
            ["the quay was dark", "both lamps were out"],
        ),
    ],
)
def test_what_goes_on_behind_a_tag_is_a_claim_of_the_same_speaker(text, claims):
    assert [statement for _, statement in told(text)] == claims


@pytest.mark.parametrize(
    "text",
    [
        "Three weeks later, the drover told his council.",
        "A drover, whose mule had gone lame, entered the hall.",
        "The quay was dark, and the pilot entered the hall.",
    ],
)
def test_a_deed_behind_a_comma_is_no_tag(text):
    assert told(text) == []


def test_who_is_told_is_not_taken_for_who_tells():
    text = "Ana Krull, who chairs the guild, told the radio station that the quay was dark."
    assert told(text) == [("Ana Krull", "the quay was dark")]


def test_who_stands_at_the_end_behind_a_semicolon_says_what_is_before_it():
    text = (
        "Forty barges were at the quay, the harbour master said; "
        "closer to a dozen, the ministry reckoned."
    )
    assert told(text) == [
        ("harbour master", "forty barges were at the quay"),
        ("ministry", "“closer to a dozen”"),
    ]


def test_a_tag_may_stand_behind_what_begins_with_that_picture():
    text = "That picture was taken at another pier, asserted Chief Tora Lund."
    assert told(text) == [("Tora Lund", "that picture was taken at another pier")]


def test_a_clause_that_begins_with_its_helper_goes_on_behind_a_tag():
    text = "At no mill in the whole valley, the porter went on, did the wheel stop."
    assert told(text) == [("porter", "at no mill in the whole valley did the wheel stop")]
