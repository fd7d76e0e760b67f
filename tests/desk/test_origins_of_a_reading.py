"""What one said and what is told of one's saying it go back to one origin."""

from __future__ import annotations

import pytest

from tracker.compare.proposing import compared
from tracker.domain.draft import ArticleDraft
from tracker.domain.errors import RefusedError
from tracker.domain.relation import RelationKind
from tracker.extract.model import load_models
from tracker.extract.parsing import load_parser
from tracker.extract.reader import Reader


@pytest.fixture(scope="module")
def reader():
    return Reader(load_parser(), load_models())


@pytest.mark.parametrize(
    "told_on",
    [
        "According to Radio Velm, fire chief Tora Lund said the mill was empty.",
        "The Velm Courier reported that fire chief Tora Lund had said the mill was empty.",
        "Fire chief Tora Lund said the mill was empty, according to the coast guard.",
        "The mill was empty, the Velm Courier reported, citing fire chief Tora Lund.",
    ],
)
def test_who_speaks_through_another_does_not_corroborate_himself(desk, reader, told_on):
    for text in ("Fire chief Tora Lund said the mill was empty.", told_on):
        reading = reader.read(ArticleDraft(""), text).reading
        desk.importing.take_in(compared(reading), by="Ada")
    with pytest.raises(RefusedError, match="go back to one origin"):
        desk.relating.relate(1, 2, RelationKind.CORROBORATES, None, by="Ada")


SPOKEN = "The {} said two bridges were closed. A ministry spokesman said the bridges were closed."


def test_a_body_and_its_spokesman_are_one_origin(desk, reader):
    reading = reader.read(ArticleDraft(""), SPOKEN.format("Transport Ministry")).reading
    desk.importing.take_in(compared(reading), by="Ada")
    with pytest.raises(RefusedError, match="go back to one origin"):
        desk.relating.relate(1, 2, RelationKind.CORROBORATES, None, by="Ada")


def test_a_spokesman_of_another_body_is_another(desk, reader):
    for number, name in enumerate(
        ("Transport Ministry", "Interior Ministry", "Transport Ministry")
    ):
        text = (
            f"The {name} said {number + 3} bridges were closed. "
            f"A ministry spokesman said {number + 7} mills were safe."
        )
        desk.importing.take_in(compared(reader.read(ArticleDraft(""), text).reading), by="Ada")
    sources = {one.id: one for one in map(desk.browsing.source, (1, 2, 3, 4))}
    assert len(desk.browsing.sources()) == len(sources)
    belonging = {one.name: sources[one.affiliation_id].name for one in sources.values()
                 if one.affiliation_id == 1}  # fmt: skip
    assert belonging == {"ministry spokesman": "Transport Ministry"}
