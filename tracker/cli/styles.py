"""Pieces of a line and how they look."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Self


class Style(StrEnum):
    """A look, as the number of its terminal sequence (ECMA-48, Select Graphic Rendition)."""

    STRONG = "1"
    QUIET = "2"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    MAGENTA = "35"
    CYAN = "36"


class Styled(str):
    """A piece of text with a look."""

    __slots__ = ("style",)
    style: Style

    def __new__(cls, text: str, style: Style) -> Self:
        """Give a text a look."""
        piece = super().__new__(cls, text)
        piece.style = style
        return piece


Line = str | Sequence[str]
"""One line on the terminal, whole or in pieces."""


def like(piece: str, text: str) -> str:
    """Give a text the look of a piece."""
    return Styled(text, piece.style) if isinstance(piece, Styled) else text


def strong(text: str) -> str:
    """A heading."""
    return Styled(text, Style.STRONG)


def quiet(text: str) -> str:
    """What stands back."""
    return Styled(text, Style.QUIET)
