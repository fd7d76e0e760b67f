"""Setting a text in lines, whatever it holds and however narrow the column."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from table_app import NASTY

from tracker.domain.visible import visible
from tracker.tui.widgets.typesetting import Sign, line_at, set_in_lines


def lines(text, width, signs=()):
    return [text[line.start : line.end] for line in set_in_lines(text, width, signs)]


def test_words_are_kept_whole():
    assert lines("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_longer_than_a_line_is_cut():
    assert lines("abcdefghijklm no", 8) == ["abcdefgh", "ijklm no"]


def test_line_feeds_end_lines_and_free_lines_are_not_doubled():
    assert lines("one\ntwo\n\n\n\nthree\n\n", 9) == ["one", "two", "", "three"]


def test_a_sign_takes_its_cells_and_stays_with_its_word():
    assert lines("one two three", 13) == ["one two three"]
    assert lines("one two three", 13, [Sign(4, 2)]) == ["one two", "three"]
    assert lines("one two", 8, [Sign(4, 2)]) == ["one", "two"]


def test_wide_letters_take_two_cells():
    assert lines("船が沈んだ二人", 9) == ["船が沈ん", "だ二人"]


@pytest.mark.parametrize("width", [8, 9, 20, 31, 76])
@pytest.mark.parametrize("text", [NASTY, f"{NASTY}\n{NASTY * 3}", "e" + "\u0301" * 90 + " x"])
def test_nothing_is_lost_but_blanks_and_no_line_is_too_long(text, width):
    set_ones = lines(text, width, [Sign(3, 2)])
    assert "".join("".join(set_ones).split()) == "".join(text.split())
    # Joiners and marks are shown otherwise alone than among others; a mark may be a cell more.
    assert all(cell_len(visible(one)) <= width + 9 for one in set_ones)


def test_a_place_is_found_on_its_line():
    text = "one two three four\n\nfive"
    found = set_in_lines(text, 9)
    places = [text.index(word) for word in text.split()]
    assert [line_at(found, at) for at in places] == [0, 0, 1, 2, 4]
