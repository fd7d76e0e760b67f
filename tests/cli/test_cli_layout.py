"""Cells, tables and sheets by themselves."""

from __future__ import annotations

from io import StringIO

import pytest

from tracker.cli.output import Output
from tracker.cli.sheet import Sheet
from tracker.cli.styles import quiet
from tracker.cli.table import Column, write_table
from tracker.domain.cells import cut, padded, width, wrapped


class Terminal(StringIO):
    """A terminal of a width, as ``Output`` sees it."""

    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.fixture
def paper(monkeypatch):
    """An output on a terminal so many columns wide, and what is on it."""

    def _paper(columns):
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("LINES", "24")
        stream = Terminal()
        out = Output(stream)
        out.without_color(True)
        return out, stream

    return _paper


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("基輔", 4), ("e\u0301", 1), ("", 0), ("Ｋ", 2), ("Київ", 4)]
)
def test_a_text_is_as_wide_as_its_cells(text, cells):
    assert width(text) == cells


def test_a_cut_text_says_that_it_was_cut():
    assert cut("abcdef", 4) == "abc…"
    assert cut("基輔市長", 5) == "基輔…"
    assert cut("abcd", 4) == "abcd"


def test_padding_counts_cells():
    assert padded("基", 4) == "基  "


def test_words_are_kept_whole_where_they_fit():
    assert wrapped("two passengers were killed", 14) == ["two passengers", "were killed"]


def test_a_word_longer_than_a_line_is_broken():
    assert wrapped("a https://long.example/x", 10) == ["a", "https://lo", "ng.example", "/x"]


def test_wide_characters_fit_their_lines():
    assert wrapped("基輔市長說", 4) == ["基輔", "市長", "說"]


def test_nothing_is_broken_without_a_width():
    assert wrapped("a b c", None) == ["a b c"]


COLUMNS = (Column("ID", most=4), Column("WHO", most=10, drop=1), Column("WHAT"))


def test_a_table_is_aligned_by_cells(paper):
    out, stream = paper(60)
    write_table(out, COLUMNS, [("C1", "基輔", "one"), ("C2", "Ada", "two")])
    lines = stream.getvalue().splitlines()
    assert width(lines[1].removesuffix("one")) == width(lines[2].removesuffix("two"))


def test_a_narrow_table_drops_what_it_can_spare(paper):
    out, stream = paper(30)
    write_table(out, COLUMNS, [("C1", "Ada", "a claim of some length that is cut")])
    assert "WHO" not in stream.getvalue()
    assert "…" in stream.getvalue()


def test_an_empty_column_takes_no_room_on_a_terminal(paper):
    out, stream = paper(80)
    write_table(out, COLUMNS, [("C1", "", "a claim")])
    assert "WHO" not in stream.getvalue()


def test_a_whole_table_wraps_instead_of_cutting(paper):
    out, stream = paper(30)
    write_table(out, COLUMNS, [("C1", "Ada", "a claim of some length that is whole")], whole=True)
    assert "…" not in stream.getvalue()
    assert "whole" in stream.getvalue()


def test_a_sheet_keeps_its_margin(paper):
    out, stream = paper(40)
    sheet = Sheet(out)
    sheet.side("claim", "a claim that is longer than one line has room for")
    sheet.side("empty", "")
    sheet.write()
    lines = stream.getvalue().splitlines()
    assert lines[0].startswith("claim       a claim")
    assert all(line.startswith(" " * 12) for line in lines[1:])


def test_a_look_ends_with_its_piece(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    Output(stream).say([quiet("a"), "b"])
    assert stream.getvalue() == "\x1b[2ma\x1b[0mb\n"


def test_a_line_ends_where_its_text_does(paper):
    out, stream = paper(40)
    out.say(["a", "  ", quiet("  ")])
    assert stream.getvalue() == "a\n"


def test_a_text_that_nobody_could_read_is_cut_on_a_terminal_and_its_size_told(paper):
    out, stream = paper(80)
    sheet = Sheet(out)
    sheet.side("claim", "the bridge was closed " * 9_000)
    sheet.block("the bridge was open " * 9_000)
    sheet.write()
    assert stream.getvalue().count("\n") < 200
    assert "… (198,000 characters)" in " ".join(stream.getvalue().split())
    assert "… (180,000 characters)" in " ".join(stream.getvalue().replace("│", " ").split())


def test_a_text_is_whole_in_a_pipe_however_long():
    stream = StringIO()
    sheet = Sheet(Output(stream))
    sheet.side("claim", "the bridge was closed " * 9_000)
    sheet.write()
    assert stream.getvalue().count("the bridge was closed") == 9_000
