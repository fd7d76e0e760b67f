"""Names of bodies are neither cut short nor taken for the place where the body is."""

from __future__ import annotations

import pytest
from reading_aloud import parser, told

from tracker.domain.draft import ArticleDraft, SourceDraft
from tracker.domain.source import SourceKind
from tracker.extract.model import load_models
from tracker.extract.reader import Reader


def _sources(text: str) -> list[SourceDraft]:
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    return list(reading.sources)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Daughters of the Marsh said that the dyke had been cut.", "Daughters of the Marsh"),
        ("The State Office of Inquiry said that no key was found.", "State Office of Inquiry"),
        ("Police in Ostervale on Monday said that the ferry was empty.", "police in Ostervale"),
        ("The Health Ministry in Ostervale said that the well was clean.", "Health Ministry"),
    ],
)
def test_a_body_is_called_by_its_whole_name(words: str, name: str) -> None:
    assert [who for who, _ in told(words)] == [name]


def test_an_office_for_something_is_a_body_and_no_person() -> None:
    (source,) = _sources("The State Office of Inquiry said that no key was found.")
    assert source.kind is SourceKind.GOVERNMENT_BODY


def test_a_group_is_who_is_named_behind_what_is_told_of_it() -> None:
    words = (
        "Four clubs gave four accounts. The group that claimed the prize, the Daughters of the "
        "Marsh, said that the boats were sound."
    )
    assert told(words)[-1] == ("Daughters of the Marsh", "the boats were sound")


def test_a_prosecutor_in_that_case_is_not_the_one_in_another() -> None:
    words = (
        "Prosecutor Ada Krol said that the mill had burned.\n\n"
        "Elsewhere a jury acquitted a sexton. The prosecutor in that case said that the verdict "
        "was wrong. The prosecutor in that case, Hugo Lenz, said he would appeal."
    )
    assert [who for who, _ in told(words)] == ["Ada Krol", "Hugo Lenz", "Hugo Lenz"]


def test_forces_of_a_land_are_not_taken_up_from_the_forces_of_its_ministry() -> None:
    words = (
        "The health ministry denied that its teams had left. Ostervalian teams said that they "
        "were at work."
    )
    assert told(words)[-1][0] == "Ostervalian teams"


def test_whom_somebody_had_met_is_called_without_them() -> None:
    assert told("According to the man she had met, the gate was locked.") == [
        ("man", "the gate was locked")
    ]
