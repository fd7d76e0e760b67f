from __future__ import annotations

import pytest

from tracker.tui.widgets.typed import Typed


def _typed(*keys: str, text: str = "") -> Typed:
    typed = Typed(text, len(text))
    for key in keys:
        typed = typed.struck(key, key if len(key) == 1 else None)
    return typed


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["!"], "the pier!"),
        (["backspace", "backspace"], "the pi"),
        (["home", "delete"], "he pier"),
        (["left", "left", "x"], "the pixer"),
        (["home", "left", "right", "x"], "txhe pier"),
        (["home", "end", "x"], "the pierx"),
        (["ctrl+w"], "the "),
        (["left", "ctrl+u"], "r"),
        (["f7"], "the pier"),
    ],
)
def test_a_line_is_written_key_by_key(keys, text):
    assert _typed(*keys, text="the pier").text == text


def test_lines_that_are_pasted_become_one():
    assert Typed("at ", 3).put("the\npier") == Typed("at the pier", 11)


def test_the_place_of_the_next_letter_is_seen_of_a_long_line():
    shown = Typed("a long way to the pier", 22).shown(8)
    assert (shown.plain, shown.cell_length) == ("he pier ", 8)


def test_what_is_typed_does_nothing_to_the_terminal():
    assert "\x1b" not in Typed("\x1b[2J", 0).shown(20).plain


@pytest.mark.parametrize(
    ("keys", "text"),
    [(["x"], "x"), (["backspace"], ""), (["end", "x"], "the pierx"), (["left", "x"], "the piexr")],
)
def test_the_word_of_the_search_before_gives_way_to_the_first_letter(keys, text):
    typed = Typed("the pier", 8, old=True)
    for key in keys:
        typed = typed.struck(key, key if len(key) == 1 else None)
    assert (typed.text, typed.old) == (text, False)


def test_a_paste_takes_the_place_of_the_search_before():
    assert Typed("the pier", 8, old=True).put("a ferry").text == "a ferry"
