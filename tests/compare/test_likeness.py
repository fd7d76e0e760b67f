"""Two sources that may be one: what speaks for it, and what does not."""

from __future__ import annotations

import pytest

from tracker.compare.names import likeness
from tracker.domain.source import Source, SourceKind

PERSON, BODY = SourceKind.PERSON, SourceKind.ORGANISATION


def reason(one, other, kind):
    alike = likeness(Source(one, kind), Source(other, kind))
    return alike.reason.partition(":")[0] if alike else ""


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Gladkov", "Гладков", "the same name in other letters"),
        ("Pеll", "Pell", "letters of two scripts that look alike"),
        ("Pell", "Joren Pell", "the surname alone"),
        ("Captain Pell", "Joren Pell", "the surname alone"),
        ("Captain Joren Pell", "Joren Pell", "the same name but for a title or article"),
        ("Pell Joren", "Joren Pell", "the same names in another order"),
        ("J. Pell", "Joren Pell", "the same surname and initial"),
        ("Joren Ivar Pell", "Joren Pell", "one name more"),
        ("Volodymyr Zelenskyy", "Володимир Зеленський", "names spelled alike"),
        ("Gladkova", "Vyacheslav Gladkov", "surnames spelled alike"),
    ],
)
def test_persons_may_be_one(one, other, why):
    assert reason(one, other, PERSON) == reason(other, one, PERSON) == why


@pytest.mark.parametrize(
    ("one", "other"),
    [("Joren Pell", "Ilse Pell"), ("Joren", "Joren Pell"), ("Pell", "Marrow"), ("Xi", "Li Xi")],
)
def test_persons_with_part_of_a_name_in_common_are_two(one, other):
    assert reason(one, other, PERSON) == ""


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Ministry of Harbours", "MoH", "the initials"),
        ("Harbour Ministry", "MoH", "the initials"),
        ("Varland Harbour Ministry", "Varland MoH", "the initials"),
        ("Institute for the Study of Tides", "IST", "the initials"),
        ("Ministry of Harbours", "Harbours Ministry", "the same words in another order"),
        ("the Harbour Guard", "Harbor Guard", "words spelled alike"),
        ("Harbour Guard", "Selm Harbour Guard", "one word more"),
        ("BBC", "ВВС", "letters of two scripts that look alike"),
    ],
)
def test_bodies_may_be_one(one, other, why):
    assert reason(one, other, BODY) == reason(other, one, BODY) == why


@pytest.mark.parametrize(
    ("one", "other"),
    [("Harbour Ministry", "Health Ministry"), ("UN", "UNESCO"), ("IST", "ITS"), ("Guard", "Dock")],
)
def test_other_bodies_are_two(one, other):
    assert reason(one, other, BODY) == ""


def test_an_alias_counts_as_a_name():
    known = Source("Ilse Marrow", PERSON, aliases=("Ίλσε Μάρροου",))
    assert likeness(Source("Ίλσε Μάρροου", PERSON), known).score > 0.9


def test_a_person_is_never_a_body():
    assert likeness(Source("Pell", PERSON), Source("Pell", BODY)) is None


def test_bodies_of_two_kinds_may_be_one():
    assert likeness(Source("Harbour Guard", SourceKind.ARMED_GROUP), Source("Harbour Guard", BODY))


def test_a_body_of_one_word_may_be_somebody_called_by_the_surname():
    body, person = Source("Gladnev", BODY), Source("Pavel Gladnev", PERSON)
    assert likeness(body, person) == likeness(person, body)
    assert likeness(body, person).reason == "the surname alone: “Gladnev”, “Pavel Gladnev”"


@pytest.mark.parametrize(
    ("name", "kind"), [("Pavel", BODY), ("GLADNEV", BODY), ("Gladnev", SourceKind.STATE)]
)
def test_what_cannot_be_a_surname_is_no_person(name, kind):
    assert likeness(Source(name, kind), Source("Pavel Gladnev", PERSON)) is None
