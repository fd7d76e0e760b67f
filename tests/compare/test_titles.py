"""An event is called by what it was, by the article's headline and first claims."""

from __future__ import annotations

import pytest

from tracker.compare.proposing import compared
from tracker.domain.draft import ArticleDraft
from tracker.extract.reader import load_reader

EXPLOSION = (
    "Explosion rocks mill; owner blames welder\n\n"
    "An explosion at a mill in Ostrel killed six on Tuesday morning, the fire chief said. "
    "The alarm was raised at six, she said. The owner said a welder had ignored the "
    "rules. The alarm rang for an hour, he said."
)
DERAILMENT = (
    "Train derails near Ostrel, four dead\n\n"
    "Four people died when a train derailed near Ostrel late on Friday, police said. The "
    "guild said the signs had been removed."
)
MARCH = (
    "Organisers said 900 people marched through Ostrel on Saturday against a plan. Police "
    "put the number at 350. The ministry said the plan would stay.\n\n"
    "A guard said that masked men had marched at the back."
)
SHELLING = (
    "Rebels and the army accused each other of shelling a school in the town of Ostrel, "
    "where at least nine were killed."
)


@pytest.fixture(scope="module")
def reader():
    return load_reader()


def first_event(reader, text):
    return compared(reader.read(ArticleDraft(""), text).reading).events[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (EXPLOSION, "Explosion, mill, Ostrel, Tuesday"),
        (DERAILMENT, "Derailment, train, Ostrel, Friday"),
        (MARCH, "Protest, Ostrel, Saturday"),
        (SHELLING, "Attack, town of Ostrel"),
    ],
)
def test_an_event_is_called_by_its_own_deed(reader, text, title):
    assert first_event(reader, text).title == title


def test_gunfire_is_no_fire(reader):
    text = (
        "The crew said they came under fire off Ostrel on Monday. The navy denied opening fire on "
        "the tanker. The guild said the tanker was in port."
    )
    assert "fire" not in first_event(reader, text).title.lower()


def test_where_one_late_claim_has_something_brought_is_not_where_it_was(reader):
    text = (
        "At least 31 people were killed when a missile hit a market on Tuesday, the hospital said. "
        "The army denied it. The ministry said the market was empty.\n\nA rescuer said that bodies "
        "were brought to a hall near the brewery."
    )
    assert first_event(reader, text).place == ""


def test_a_place_ends_on_its_noun(reader):
    text = "A rescuer said that bodies were brought to a hall outside the town."
    claim = reader.read(ArticleDraft(""), text).reading.claims[0]
    assert "outside the town" in [one.words for one in claim.facets]
