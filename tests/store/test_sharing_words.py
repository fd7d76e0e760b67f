"""Articles are found by the telling words that they share with another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tracker.domain.article import Article
from tracker.store.shelves import Shelves

DAY = datetime(2031, 5, 1, tzinfo=UTC)


@pytest.fixture
def shelves(desk) -> Iterator[Shelves]:
    with desk.importing._database.writing(by="Ada", did="take in") as shelves:
        yield shelves


def put(shelves: Shelves, text: str) -> Article:
    return shelves.articles.add(Article(text, "en", DAY, ()))


def test_what_shares_more_words_is_likelier_about_one_event(shelves):
    both, one = put(shelves, "The weir at Selm burst."), put(shelves, "A fair opened at Selm.")
    found = shelves.articles.sharing_words(put(shelves, "Selm: the weir."), most=9)
    assert found[both.id] > found[one.id]


def test_a_rare_word_tells_more_than_one_of_many_articles(shelves):
    for number in range(3):
        put(shelves, f"The mill {number}.")
    weir = put(shelves, "The weir.")
    found = shelves.articles.sharing_words(put(shelves, "A weir and a mill."), most=9)
    assert found[weir.id] > max(told for number, told in found.items() if number != weir.id)


def test_a_word_of_too_many_articles_tells_nothing(shelves):
    for number in range(3):
        put(shelves, f"The mill {number}.")
    assert shelves.articles.sharing_words(put(shelves, "A mill."), most=2) == {}


def test_an_article_does_not_find_itself(shelves):
    assert shelves.articles.sharing_words(put(shelves, "The weir."), most=9) == {}
