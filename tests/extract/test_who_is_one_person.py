"""Names in which a part is easily misread: particles, participles, surnames that are adverbs."""

from __future__ import annotations

import pytest
from reading_aloud import parser, told

from tracker.domain.draft import ArticleDraft
from tracker.domain.source import SourceKind
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


@pytest.mark.parametrize(
    ("whole", "short"), [("Nils de Witte", "De Witte"), ("Omar al-Sabri", "Al-Sabri")]
)
def test_a_surname_with_its_particle_is_whoever_has_it(whole: str, short: str) -> None:
    words = f"Fire chief {whole} said that the kiln had burst. {short} said that nobody was hurt."
    assert [who for who, _ in told(words)] == [whole, whole]


def test_a_managing_director_is_no_company_and_goes_on_as_he() -> None:
    words = (
        "Union secretary Ada Krol said that the gate was shut.\n\n"
        "“No gate was shut on Monday night,” the company's managing director, Ravi Menon, told "
        "reporters outside the mill. He said that ninety people had been at work."
    )
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), words).reading
    menon = next(one for one in reading.sources if one.name == "Ravi Menon")
    assert menon.kind is SourceKind.PERSON
    assert told(words)[-1] == ("Ravi Menon", "ninety people had been at work")


def test_a_surname_taken_for_an_adverb_is_a_surname() -> None:
    assert told("A spokesman for the quarry, Jan Holly, said that it rained.") == [
        ("Jan Holly", "it rained")
    ]


def test_an_hour_with_a_full_stop_in_it_is_said_whole() -> None:
    words = "The lifeboat crew said it was called at 1.10 a.m. The harbour guard said it slept."
    assert told(words)[0][1] == "it was called at 1.10 a.m."


def test_counts_that_are_denied_are_not_true() -> None:
    words = "Marta Holt, 58, denies seven counts of forgery between 2017 and 2020."
    assert told(words)[0][1] == "seven counts of forgery between 2017 and 2020 are not true"


def test_thousands_of_years_ago_are_no_time_of_an_event() -> None:
    words = "The museum said that the flute was made 42,000 years ago."
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), words).reading
    assert [one.time for one in reading.events] == [None]
