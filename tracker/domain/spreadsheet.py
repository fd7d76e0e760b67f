"""Cells of a spreadsheet: text that must not be taken for a formula, and the text again."""

from __future__ import annotations

import re

_CALCULATES = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_HELD_BACK = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")


def inert(text: str) -> str:
    """Keep a spreadsheet from calculating a cell, by an apostrophe that can be taken off again."""
    return f"'{text}" if _CALCULATES.match(text) else text


def as_written(cell: str) -> str:
    """Take the apostrophe off again."""
    return cell[1:] if _HELD_BACK.match(cell) else cell
