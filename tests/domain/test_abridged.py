"""Texts that are too long for a screen are cut at a word, and their size is told."""

from __future__ import annotations

from tracker.domain.abridged import abridged


def test_a_text_that_can_be_read_stays_as_it_is():
    assert abridged("a b c", 5) == "a b c"


def test_a_text_that_is_too_long_is_cut_between_words_and_its_size_is_told():
    assert abridged("one two three " * 1000, 20) == "one two three one … (14,000 characters)"


def test_a_text_without_words_is_cut_anywhere():
    assert abridged("x" * 1234, 4) == "xxxx … (1,234 characters)"
