"""Independence: which origin a chain's root belongs to."""

from __future__ import annotations

import pytest

from tracker.domain.source import OWN_VOICE, UNNAMED, Source, SourceKind, origin_of

SOURCES = {
    1: Source("Varland", SourceKind.STATE, id=1),
    2: Source("harbour guard", SourceKind.GOVERNMENT_BODY, affiliation_id=1, id=2),
    3: Source("Ilse Marrow", SourceKind.PERSON, affiliation_id=2, id=3),
    4: Source("coroner", SourceKind.GOVERNMENT_BODY, affiliation_id=1, id=4),
    5: Source("Dockers’ League", SourceKind.ORGANISATION, id=5),
    6: Source("hospital staff", SourceKind.UNNAMED, id=6),
    7: Source("passengers", SourceKind.UNNAMED, id=7),
    8: Source("a guardsman", SourceKind.UNNAMED, affiliation_id=2, id=8),
    9: Source("auditor", SourceKind.GOVERNMENT_BODY, affiliation_id=1, own_origin=True, id=9),
    10: Source("auditor's clerk", SourceKind.PERSON, affiliation_id=9, id=10),
    11: Source("a reader", SourceKind.UNNAMED, own_origin=True, id=11),
    12: Source("left", SourceKind.PERSON, affiliation_id=13, id=12),
    13: Source("right", SourceKind.PERSON, affiliation_id=12, id=13),
    14: Source("orphan", SourceKind.PERSON, affiliation_id=99, id=14),
    15: Source("their spokesman", SourceKind.PERSON, affiliation_id=7, id=15),
    16: Source("beside the circle", SourceKind.PERSON, affiliation_id=13, id=16),
}


def origin(number: int | None) -> str:
    return origin_of(None if number is None else SOURCES[number], SOURCES)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (None, OWN_VOICE),
        (1, "S1"),
        (2, "S1"),
        (3, "S1"),
        (4, "S1"),
        (5, "S5"),
        (6, UNNAMED),
        (7, UNNAMED),
        (8, "S1"),
        (9, "S9"),
        (11, "S11"),
        (14, "S14"),
    ],
)
def test_a_root_belongs_to_the_origin_at_the_top_of_its_affiliations(number, expected):
    assert origin(number) == expected


def test_a_spokesman_of_an_own_origin_speaks_for_it():
    assert origin(10) == "S9"


def test_a_spokesman_of_the_unnamed_is_no_origin_apart_from_them():
    assert origin(15) == origin(7)


def test_two_sources_that_name_each_other_are_one_origin():
    assert origin(12) == origin(13) == origin(16)


def test_a_long_line_of_affiliations_has_one_origin():
    line = {n: Source(f"{n}", SourceKind.COMPANY, affiliation_id=n + 1, id=n) for n in range(500)}
    origins = {origin_of(source, line) for source in line.values()}
    assert origins == {"S499"}


def test_absorbing_takes_over_name_and_aliases_once():
    keep = Source("Pell", SourceKind.PERSON, aliases=("J. Pell",))
    gone = Source("Joren Pell", SourceKind.PERSON, aliases=("J. Pell", "Pell", "Йорен Пелл"))
    assert keep.absorbing(gone).aliases == ("J. Pell", "Joren Pell", "Йорен Пелл")
