"""Sentences and words, told by their signs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tracker.domain.sentences import sentences, word_at, word_before, words


def parted(text):
    return [text[one.start : one.end] for one in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rained. It snowed!", ["It rained.", "It snowed!"]),
        ("“We won,” he said. “Did you?” she asked.", None),
        ("“Did you?” She had.", ["“Did you?”", "She had."]),
        ("Dr. Quill met Lt. Col. J. R. Marrow in St. Selm.", None),
        ("The U.S. envoy came. He left.", ["The U.S. envoy came.", "He left."]),
        ("They fled the U.S. The rest stayed.", ["They fled the U.S.", "The rest stayed."]),
        ("It fell at 5.30 p.m. on Route No. 5.", None),
        ("He said no. 5 boats sank.", None),
        ("“No.” Then he left.", ["“No.”", "Then he left."]),
        ("One line\nand another. End", ["One line", "and another.", "End"]),
        ("> “It is over.” He left.\n>\n> > So.", ["“It is over.”", "He left.", "So."]),
        ("  \n\t\n", []),
        ("船が沈んだ。二人が死んだ。", ["船が沈んだ。", "二人が死んだ。"]),
        ("Он ушёл. Она осталась.", ["Он ушёл.", "Она осталась."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, parts):
    if parts is None:
        parts = ["“We won,” he said.", "“Did you?” she asked."] if "won" in text else [text]
    assert parted(text) == parts


@given(some.text("Ab.!?” \n“U.S", max_size=80))
def test_every_letter_is_in_one_sentence(text):
    found = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    inside = "".join(text[one.start : one.end] for one in found)
    assert "".join(inside.split()) == "".join(text.split())


def test_words_come_without_the_signs_around_them():
    text = "“About 2,500 of the guard’s men,” he said – U.S. men."
    assert [text[one.start : one.end] for one in words(text)] == [
        "About", "2,500", "of", "the", "guard’s", "men", "he", "said", "U.S", "men",
    ]  # fmt: skip


def test_the_word_before_is_found_however_far_it_is():
    text = f"first {' ' * 3000}{'x' * 900}"
    last = word_before(text, len(text))
    assert last is not None
    assert text[last.start : last.end] == "x" * 900
    first = word_before(text, last.start)
    assert first is not None
    assert (first.start, first.end) == (0, 5)
    assert word_before(text, 0) is None


def test_a_place_between_words_belongs_to_the_next():
    text = "one, two"
    assert [text[one.start : one.end] for at in (0, 2, 3, 4, 7) if (one := word_at(text, at))] == [
        "one", "one", "two", "two", "two",
    ]  # fmt: skip
