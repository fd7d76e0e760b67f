"""Visible text: nothing that acts on a terminal or hides reaches a screen unmarked."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.visible import visible

FAMILY = "👨\u200d👩\u200d👧"
ANY_TEXT = st.text(st.characters(exclude_categories=()) | st.sampled_from("a\u0301\u200d\u0645\n"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x1b[2J", "␛[2J"),
        ("\x9d52;c;x\x9c", "⟨U+009D⟩52;c;x⟨U+009C⟩"),
        ("over\rwrite", "over␍write"),
        ("\x00\x7f", "␀␡"),
        ("a\u202etxt.exe", "a⟨U+202E⟩txt.exe"),
        ("\u2066open", "⟨U+2066⟩open"),
        ("zero\u200bwidth\ufeff", "zero⟨U+200B⟩width⟨U+FEFF⟩"),
        ("soft\u00adhyphen", "soft⟨U+00AD⟩hyphen"),
        ("line\u2028end\u0085", "line⟨U+2028⟩end⟨U+0085⟩"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("tag\U000e0000\U000e0fff", "tag⟨U+E0000⟩⟨U+E0FFF⟩"),
        ("selector\U000e0100", "selector⟨U+E0100⟩"),
        ("lone\ud800", "lone⟨U+D800⟩"),
        ("filler\u3164\u2800", "filler⟨U+3164⟩⟨U+2800⟩"),
        ("joined\u034f", "joined⟨U+034F⟩"),
        ("noncharacter\uffff", "noncharacter⟨U+FFFF⟩"),
        ("pay\u200dpal", "pay⟨U+200D⟩pal"),
        ("\u200cstart", "⟨U+200C⟩start"),
        (f"{FAMILY[:2]}\u200d{FAMILY[2:]}", "👨\u200d⟨U+200D⟩👩\u200d👧"),
        ("two\nlines\there", "two⏎lines here"),
    ],
)
def test_what_acts_or_hides_is_shown(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain [we] [/] 50% “quoted” — and …",
        "Гладков, Ёлка, Ελλάδα, İıß",
        "e\u0301te\u0301",
        "می\u200cخواهم",
        "क्\u200dष",
        "\u0600\u0661",
        FAMILY,
        "❤\ufe0f\u200d🔥",
        "漢字\u3000仮名",
        "non\u00a0breaking\u2009thin",
        "⟨U+202E⟩",
    ],
)
def test_what_people_write_stays_as_it_is(text):
    assert visible(text) == text


def test_line_breaks_and_tabs_stay_in_a_text_of_many_lines():
    assert visible("two\nlines\there\x1b", lines=True) == "two\nlines\there␛"


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u0e34", "\ufe0f"])
def test_a_pile_of_marks_is_cut(mark):
    assert visible("a" + mark * 200 + "b") == "a" + mark * 8 + "⟨…⟩b"


def test_joiners_do_not_hold_up_a_pile_of_marks():
    shown = visible("\u0645" + ("\u064b" * 8 + "\u200d") * 20)
    assert shown.count("\u064b") == 8


@given(ANY_TEXT)
def test_no_character_that_acts_is_left(text):
    kept = {unicodedata.category(character) for character in visible(text)}
    assert not kept & {"Cc", "Cs", "Zl", "Zp"}


@given(ANY_TEXT)
def test_what_is_shown_once_is_shown_the_same_again(text):
    assert visible(visible(text)) == visible(text)


@given(ANY_TEXT)
def test_only_line_breaks_and_tabs_differ_between_lines_and_a_line(text):
    flat = visible(text, lines=True).replace("\n", "⏎").replace("\t", " ")
    assert flat == visible(text)
