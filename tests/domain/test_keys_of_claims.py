"""Under which keys a claim is found by those of other articles."""

from __future__ import annotations

from tracker.domain.article import Passage, Span
from tracker.domain.assertion import Assertion
from tracker.domain.attribution import Voice
from tracker.domain.claim_keys import keys_of
from tracker.domain.figure import Figure


def keys(words: str, prefix: str = "", figures: tuple[Figure, ...] = ()) -> tuple[str, ...]:
    start = len(prefix)
    passage = Passage(1, (Span(start, start + len(words)),), words, prefix)
    return keys_of(Assertion(words, Voice.INDIRECT, passages=(passage,), figures=figures))


def test_a_claim_without_names_is_found_by_those_before_it_in_its_sentence() -> None:
    assert "marra dead" in keys("killing two victims", "ods swept the Marra valley on Friday, ")


def test_names_of_the_sentence_before_are_not_its_own() -> None:
    assert keys("two victims were found", "all was quiet in the Marra. Then ") == ()


def test_whoever_was_killed_and_a_toll_are_looked_for_alike() -> None:
    killed = Figure("two", 2, 2, counts="killed")
    assert "selm dead" in set(keys("two shot at Selm", figures=(killed,)))
    assert "selm dead" in set(keys("bodies lay in Selm"))
