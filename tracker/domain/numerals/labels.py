"""Labels: numbers that are part of a name ("Flight 17", "page 3", "No. 10", "Boeing 737")."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.numerals.deeds import DEEDS
from tracker.domain.numerals.expressions import Expression
from tracker.domain.numerals.nouns import COUNTED
from tracker.domain.numerals.times import DAYS
from tracker.domain.numerals.tokens import Token, token_at, word_at

_LABELS = frozenset(
    {
        "page", "pages", "part", "chapter", "chapters", "section", "sections", "article",
        "articles", "paragraph", "clause", "verse", "room", "flight", "phase", "round", "stage",
        "grade", "step", "item", "question", "number", "numbers", "channel", "gate", "route",
        "highway", "interstate", "version", "category", "apartment", "exhibit", "level", "line",
        "type", "class", "figure", "table", "rule", "resolution", "amendment", "proposition",
        "terminal", "platform", "district", "precinct", "ward", "zone", "sector", "bus", "tram",
        "top", "rank", "ranked", "day", "code", "ground", "boeing", "airbus", "apollo", "windows",
        "iphone", "formula", "fortune", "nasdaq", "ftse", "p", "no", "title", "area", "unit",
        "block", "lot",
    }
)  # fmt: skip
_SHORT_LABELS = frozenset({"no", "nos", "art", "sec", "fig", "p", "pp", "ch", "vol", "nr", "op"})
_STREETS = frozenset(
    {"street", "avenue", "road", "square", "lane", "boulevard", "drive", "st", "ave", "blvd"}
)
_NEAR = 3


def is_label(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether a number belongs to the name before it, or to an address."""
    if number.unit is not None or number.first != number.number:
        return False
    before, after = token_at(tokens, number.number - 1), token_at(tokens, number.end)
    counts = after.word in COUNTED or after.word in DEEDS
    if before.text == ".":
        return word_at(tokens, number.number - 2) in _SHORT_LABELS
    if before.text in ("#", "№", "§"):
        return True
    if before.word in _LABELS:
        return not (counts and before.text.islower())
    if is_capital_number(tokens, number):
        return not counts
    digits = tokens[number.number].is_number and number.end == number.number + 1
    if digits and before.is_name and before.word not in DAYS:
        return not counts
    return after.is_name and _is_address(tokens, number.end)


def is_capital_number(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether it is a number word that is written as a name: "Formula One", "the Big Ten"."""
    return tokens[number.number].is_name and not tokens[number.number].is_number


def _is_address(tokens: Sequence[Token], at: int) -> bool:
    near = tokens[at : at + _NEAR]
    return any(token.is_name and token.word in _STREETS for token in near)
