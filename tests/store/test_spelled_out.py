"""An open end of a search is spelled out: the newest claims are found without all others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.listing import Filter, Order
from tracker.store import search_sqlite
from tracker.store.database import Database
from tracker.store.search_sqlite import spelled_out
from tracker.store.sqlite import sqlite_engine


@pytest.fixture(scope="module")
def place(prepare):
    """A ledger for looking only, so that one will do."""
    return prepare(lambda _: None)


@pytest.fixture(scope="module")
def queue(place):
    """Its claims."""
    database = Database(place, clock=None, new_uid=None)
    with database.reading() as shelves:
        yield shelves.queue
    database.close()


@pytest.fixture
def connection(place):
    """A connection to its file."""
    engine = sqlite_engine(place)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize(
    "words",
    ["kill", "KILL", "ferry ramm", "r", "2", "ro-ro", '"two passengers" la', "sélm", "Йор",
     "nobody", 'two passengers"', "kill ", "near", "or", "and", "not", "pier AND", "*", '"'],
)  # fmt: skip
def test_the_newest_are_the_last_of_all_that_a_search_finds(queue, words):
    every = queue.ids(Filter(search=words), Order.NEWEST)
    for most in (0, 1, 99):
        assert queue.found(Filter(search=words, newest=most)) == every[: most + 1]


WORDS = ("killed", "killing", "passengers", "rammed", "ferry", "closure", "estuary", "nobody")
BEFORE = ("", "the ", "_ ", "__ ", "- ", "ß ", '"two passengers" ', "two _ ", "selm ")


@given(st.sampled_from(BEFORE), st.sampled_from(WORDS), st.integers(1, 10))
def test_no_beginning_finds_others_than_its_words(queue, before, word, letters):
    every = queue.ids(Filter(search=before + word[:letters]), Order.NEWEST)
    assert queue.found(Filter(search=before + word[:letters], newest=99)) == every


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("expression", "spelled"),
    [
        ('"kill"*', '"killed" OR "killing"'),
        ('"Kill"*', '"killed" OR "killing"'),
        ('"two" "kill"*', '"two" AND ("killed" OR "killing")'),
        ('"killed"*', '"killed"'),
        ('"_" "kill"*', '"_" "kill"*'),
        ('"kill"', '"kill"'),
        ('"kil"*', '"kil"*'),
        ('"kil-l"*', '"kil-l"*'),
        ('"йор"*', '"йор"*'),
        ('"nobody"*', '"nobody"*'),
    ],
)
def test_an_open_end_is_put_in_the_words_of_the_ledger(connection, expression, spelled):
    assert spelled_out(connection, expression) == spelled


@pytest.mark.sqlite
def test_an_end_with_more_words_than_are_looked_for_stays_open(connection, monkeypatch):
    monkeypatch.setattr(search_sqlite, "MOST_SPELLED", 1)
    assert spelled_out(connection, '"kill"*') == '"kill"*'
    assert spelled_out(connection, '"killed"*') == '"killed"'
