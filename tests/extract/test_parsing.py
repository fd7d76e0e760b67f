"""Words are taken for forms of the verb that they are forms of."""

from __future__ import annotations

import pytest
from reading_aloud import parser


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("She hopes that it rains.", "hope"),
        ("The bird hops about.", "hop"),
        ("They scraped the hull.", "scrape"),
        ("They scrapped the hull.", "scrap"),
        ("He staged a raid.", "stage"),
    ],
)
def test_a_form_of_a_verb_is_not_taken_for_one_of_a_shorter_verb(text: str, lemma: str) -> None:
    assert lemma in {word.lemma_ for word in parser()(text)}
