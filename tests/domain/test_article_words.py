"""By which words articles about one event are found."""

from __future__ import annotations

from tracker.domain.article_words import telling_words


def test_what_an_article_names_and_speaks_of_tells_of_its_event() -> None:
    told = telling_words("On Monday a gas main burst near the weir at Selm.")
    assert {"selm", "weir", "gas"} <= set(told)


def test_days_and_common_words_tell_nothing() -> None:
    told = telling_words("The people of Selm said on Monday that it was the first time.")
    assert told == ("selm",)


def test_of_a_long_article_what_it_says_most_often_counts() -> None:
    rare = " ".join(f"thing{number}" for number in range(500))
    assert "weir" in telling_words(f"{rare} weir weir")


def test_of_a_long_article_no_more_than_a_bounded_number_counts() -> None:
    words = " ".join(f"a Name{number} and a thing{number}" for number in range(500))
    assert len(telling_words(words)) <= 80
