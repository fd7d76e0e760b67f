"""What two texts have in common: which words, and which passages say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tracker.domain.article import Span
from tracker.domain.in_common import InCommon

TEXT = (
    "The guard’s “launch” struck the ferry off Selm, killing two, the captain said.\n\n"
    "The pier stayed shut until the evening, and nobody was hurt there, its keeper told us."
)
FIRST, SECOND = TEXT.split("\n\n")


def spans(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def shared(text: str, words: str, other: str, others: str) -> float:
    return InCommon(text, other).shared(spans(text, words), spans(other, others))


@pytest.mark.parametrize(
    "other",
    [
        TEXT,
        TEXT.replace("“", '"').replace("”", '"').replace("’", "'"),
        TEXT.replace(" ", "\u00a0").replace("\n\n", "  \n"),
        TEXT.upper(),
        f"A title\n\n{TEXT}",
        f"{SECOND}\n\n{FIRST}",
    ],
)
def test_signs_capitals_titles_and_another_order_leave_a_text_what_it_is(other):
    common = InCommon(TEXT, other)
    assert (common.share, common.one_text) == (1, True)


def test_a_text_that_is_cut_is_all_in_the_other_and_the_other_only_in_part():
    assert InCommon(FIRST, TEXT).share == 1
    assert 0 < InCommon(TEXT, FIRST).share < 0.6
    assert InCommon(TEXT, FIRST).one_text


def test_a_sentence_in_common_makes_no_one_text_of_two():
    rest = " ".join(f"word{number}" for number in range(40))
    common = InCommon(f"{FIRST} {rest}", f"{FIRST} {' '.join(reversed(rest.split()))}")
    assert not common.one_text


@pytest.mark.parametrize("other", ["", "It rained.", " ".join(reversed(TEXT.split()))])
def test_what_shares_no_run_of_words_has_nothing_in_common(other):
    assert InCommon(TEXT, other).share == InCommon(other, TEXT).share == 0


def test_a_passage_that_moved_says_the_same():
    assert shared(TEXT, "killing two", f"{SECOND} {FIRST}", "killing two") == 1


def test_a_dateline_in_front_of_a_passage_changes_nothing():
    told = f"SELM, Friday - {FIRST}"
    words = "The guard’s “launch” struck the ferry off Selm"
    assert shared(FIRST, words, told, f"SELM, Friday - {words}") >= 0.8


@pytest.mark.parametrize("more", ["not ", "at least 12 and "])
def test_what_turns_or_counts_in_front_of_a_passage_makes_another_of_it(more):
    said = "the chief of the harbour said repairs had been made to the hull of the ferry in May"
    told = said.replace("repairs", f"{more}repairs")
    words = "repairs had been made to the hull of the ferry in May"
    assert shared(said, words, told, words) == 1
    assert shared(said, words, told, f"{more}{words}") == 0


def test_a_word_between_makes_another_passage_of_it():
    said = "He said the hull of the old ferry had been repaired in May by the yard in Selm."
    told = said.replace("had been", "had never been")
    assert shared(said, said[8:-1], told, told[8:-1]) == 0


def test_another_figure_makes_another_passage_of_it():
    told = FIRST.replace("two", "three")
    assert shared(FIRST, FIRST[:-1], told, told[:-1]) == 0


def test_a_few_words_in_common_are_chance_where_the_texts_are_not_one():
    rest = " ".join(f"word{number}" for number in range(40))
    words = "it had no part in this"
    said, told = f"The army said {words}. {rest}", f"A captain wrote {words}. {rest[::-1]}"
    assert shared(said, words, told, words) == 0
    said, told = (
        f"The army said on Friday that {words}. {rest}",
        f"The army said on Friday that {words}. {rest[::-1]}",
    )
    assert shared(said, words, told, words) == 1


@given(some.text(), some.text())
def test_a_share_is_a_share_of_any_texts(one, other):
    assert 0 <= InCommon(one, other).share <= 1
