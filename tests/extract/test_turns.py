"""Turns of phrase, answers, views and what follows them are claims of whoever they name."""

from __future__ import annotations

import pytest
from reading_aloud import parser, told

from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The ferrymen's guild would have it that nobody had rung the bell.",
            [("ferrymen's guild", "nobody had rung the bell")],
        ),
        (
            "In the view of the harbour board, the quay was safe.",
            [("harbour board", "the quay was safe")],
        ),
        (
            "The innkeeper laughed off the idea: none of the guests had left a room.",
            [("innkeeper", "none of the guests had left a room")],
        ),
        (
            "“It is no slip,” said the archivist, who also holds that the seal is a copy.",
            [("archivist", "“It is no slip”"), ("archivist", "the seal is a copy")],
        ),
        (
            "A suggestion by the stokers' union that the valve was shut made the master laugh.",
            [("stokers' union", "the valve was shut")],
        ),
        (
            "She holds that office, which was vacant for a year.",
            [],
        ),
        (
            "The readings, in the version given by the works manager, never left the usual range.",
            [("works manager", "the readings never left the usual range")],
        ),
        (
            "Ada Kol recalled it otherwise: the lawyers had closed their books and left.",
            [("Ada Kol", "the lawyers had closed their books and left")],
        ),
        (
            "The warden pinned the flood on two lock-keepers.",
            [("warden", "two lock-keepers were responsible for the flood")],
        ),
        (
            "His deputy put the loss down to the frost.",
            [("deputy", "the loss was due to the frost")],
        ),
        (
            "The lamp had gone out, the keeper said; the relief boat was two hours late.",
            [("keeper", "the lamp had gone out"), ("keeper", "the relief boat was two hours late")],
        ),
        (
            "The lamp went out at nine, the keeper said. Nobody had trimmed the wick.",
            [("keeper", "the lamp went out at nine"), ("keeper", "nobody had trimmed the wick")],
        ),
        (
            "“Pure invention,” replied the ferry's owner, Orla Dent.",
            [("Orla Dent", "“Pure invention”")],
        ),
        (
            "Both bolts were loose, a welder who had climbed the mast reported.",
            [("welder", "both bolts were loose")],
        ),
        (
            "The bakers' league said nine ovens were lit, while the millers' union spoke of four.",
            [("bakers' league", "nine ovens were lit"), ("millers' union", "there were four")],
        ),
        (
            "A porter holding a sheet of paper declared on local radio that the dam had held.",
            [("porter", "the dam had held")],
        ),
        (
            "Something humbler was offered as an explanation by the warden: a cat had slept there.",
            [("warden", "a cat had slept there")],
        ),
        (
            "The guild's answer has not changed: the first letter came in May.",
            [("guild", "the first letter came in May")],
        ),
        (
            "The keeper of that lodge, reached on a bad line, said he had no guests in his book.",
            [("keeper", "he had no guests in his book")],
        ),
        (
            "Carters waiting behind the gate are unanimous that no bell rang before noon.",
            [("carters", "no bell rang before noon")],
        ),
    ],
)
def test_it_is_a_claim_of_whoever_is_named(text: str, claims: list[tuple[str, str]]) -> None:
    assert told(text) == claims


def test_a_bare_name_answers_too_and_what_it_answers_is_not_denied() -> None:
    text = "The gate was shut, Ada Kol said. Kol disputed that as well: the ferry had sunk in May."
    assert told(text)[-1] == ("Ada Kol", "the ferry had sunk in May")


def test_what_follows_in_another_tense_is_the_articles_own() -> None:
    text = "The lamp went out at nine, the keeper said. Rain fell on the harbour all day."
    assert told(text) == [("keeper", "the lamp went out at nine")]


def test_who_was_only_told_is_not_said() -> None:
    text = 'Nurses had told the couple, she said, that burns on his neck were "normal".'
    assert "the couple" not in [statement for _, statement in told(text)]


def test_who_only_asks_does_not_speak_next() -> None:
    text = (
        "Jon Hale said the gate was shut. Asked by Mara Quist where the key was, he answered: "
        "“It hung on its nail.”"
    )
    assert ("Jon Hale", "“It hung on its nail”") in told(text)


def test_a_relative_pronoun_means_whom_it_tells_of() -> None:
    text = (
        "Another story came from a hall porter, who said that he had seen two men carry a sack. "
        "The sack was heavy, he said."
    )
    assert [name for name, _ in told(text)] == ["hall porter", "hall porter"]


def test_she_who_tells_what_a_woman_saw_is_that_woman() -> None:
    text = (
        "General Orrin Vale said the town was calm. An old woman from the mill saw boots in the "
        "lane, she told a reporter."
    )
    assert [name for name, _ in told(text)][-1] == "old woman from the mill"


def test_an_outlet_that_quotes_somebody_passes_on() -> None:
    text = "The harbour radio quoted an officer as saying that no boat had crossed the line."
    assert [name for name, _ in told(text)] == ["officer"]


def test_a_union_of_workers_keeps_its_whole_name() -> None:
    text = "The Salt Workers' Union said that nine men had been hurt."
    assert told(text) == [("Salt Workers' Union", "nine men had been hurt")]


def test_a_share_of_people_is_no_source() -> None:
    text = "Thirty-one percent said the ferry should stay. Rain is expected."
    assert "Thirty-one percent" not in [name for name, _ in told(text)]


def test_when_something_else_happened_is_not_when_it_was_said() -> None:
    text = "The fire was out, officials said, in the worst week since a truce was signed in May."
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    assert [one.said_at for one in reading.claims if one.chain] == [None]
