from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tracker.tui.widgets.pieces import Piece, fit

HOSTILE = [
    "",
    "plain",
    "[/foo] [b] \x1b]0;x\x07",
    "防空部队在基辅上空击落",
    "e\u0301\u0301\u0301 tówn",
    "👨\u200d👩\u200d👧 ❤\ufe0f 👍🏽",
    "\u202etxt.exe",
    "a" + "\u0300" * 300,
    "\u200d" * 50,
    "قال المتحدث",
    "tab\there\nand there",
    "\ud800",
]


def text_of(pieces: list[Piece]) -> str:
    return "".join(text for text, _ in pieces)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("width", [1, 2, 3, 7, 20, 40])
def test_a_cell_is_as_wide_as_it_should_be(text: str, width: int):
    assert cell_len(text_of(fit(text, width))) == width


@given(st.text(), st.integers(1, 30), st.booleans())
def test_any_text_fits(text: str, width: int, right: bool):
    assert cell_len(text_of(fit(text, width, right=right))) == width


def test_a_short_text_is_filled_on_the_right():
    assert text_of(fit("two", 5)) == "two  "


def test_a_number_is_filled_on_the_left():
    assert text_of(fit("two", 5, right=True)) == "  two"


def test_a_long_text_ends_in_an_ellipsis():
    assert text_of(fit("at least two", 6)) == "at le…"


def test_half_of_a_wide_letter_is_not_drawn():
    assert text_of(fit("日本語", 4)) == "日 …"


def test_markup_is_text():
    assert text_of(fit("[/foo] [b]", 10)) == "[/foo] [b]"


def test_control_characters_are_shown_not_sent():
    assert text_of(fit("\x1b]0;x\x07", 6)) == "␛]0;x␇"


def test_emoji_are_drawn_apart_so_that_terminals_agree_on_their_width():
    assert text_of(fit("👨\u200d👩 ❤\ufe0f", 6)) == "👨👩 ❤"


def test_a_joiner_inside_a_word_stays():
    assert "\u200c" in text_of(fit("می\u200cخواهم", 10))


def test_pieces_keep_their_styles():
    assert fit([Piece("≠", "$contradiction"), Piece(" 2")], 4) == [
        Piece("≠", "$contradiction"),
        Piece(" 2"),
        Piece(" "),
    ]


def test_the_ellipsis_has_the_style_of_what_it_cuts():
    assert fit([Piece("ab", "bold"), Piece("cdef", "dim")], 4) == [
        Piece("ab", "bold"),
        Piece("c…", "dim"),
    ]


def test_no_width_draws_nothing():
    assert fit("text", 0) == []
