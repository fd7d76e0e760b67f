"""The grammar of numbers: every quantity of a text as a figure, and one figure from an editor.

It refuses rather than guesses: dates, people's ages, names and pronouns are no figures, and what
cannot be read one way only is left to a person. Time grows with the length of the text and no
faster.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.domain.article import Span
from tracker.domain.errors import BadInputError
from tracker.domain.figure import Figure
from tracker.domain.numerals.ages import old_thing
from tracker.domain.numerals.counted import Counted, counted_at, follows, is_part
from tracker.domain.numerals.deeds import DONE_WITH
from tracker.domain.numerals.expressions import Expression, expression_at, may_begin, may_hold_one
from tracker.domain.numerals.naming import names_something
from tracker.domain.numerals.nouns import COUNTED, HARM_NOUNS, PEOPLE, names_many
from tracker.domain.numerals.phrases import Phrase
from tracker.domain.numerals.reached import reached_at
from tracker.domain.numerals.tokens import Token, token_at, tokens_of, word_at
from tracker.domain.numerals.words import quantity_at

_NOTATION = re.compile(r"([\[(])([^,;\[\]()]*)[,;]([^,;\[\]()]*)([\])])")
_INFINITE = frozenset({"", "∞", "+∞", "inf", "infinity", "-∞"})
_SHOWN = 60


@dataclass(frozen=True)
class FoundFigure:
    """A figure and its words in a text, comparator and unit included.

    ``span`` is in code points, end exclusive.
    """

    span: Span
    figure: Figure


def figures_in(text: str) -> tuple[FoundFigure, ...]:
    """Find every quantity of a sentence or passage, in order; spans never overlap."""
    if not may_hold_one(text):
        return ()
    tokens = tokens_of(text)
    found: list[tuple[Expression, Counted]] = []
    at = 0
    while at < len(tokens):
        expression = expression_at(tokens, at) if may_begin(tokens[at]) else None
        if expression is None:
            at += 1
            continue
        at = expression.end
        if not expression.refused and (thing := old_thing(tokens, expression)):
            aged = replace(expression, end=thing[1], unit=f"{expression.unit} old")
            found.append((aged, Counted(Phrase(thing[0], thing[0].lower(), thing[1]))))
            continue
        if expression.refused or names_something(tokens, expression):
            continue
        counted = counted_at(tokens, text, expression, found[-1][1] if found else None)
        if not counted.phrase.words:
            counted = reached_at(tokens, text, expression) or counted
        if _says_something(tokens, expression, counted):
            found.append((expression, counted))
    _share_deeds(tokens, found)
    return tuple(_found(tokens, text, *each) for each in found)


def parse_figure(text: str) -> Figure:
    """Read one figure as an editor types it: "at least two civilians killed", "[2,5] killed".

    What follows the number is what it counts, in the editor's words.

    Raises:
        BadInputError: it is no figure, or more than one.
    """
    typed = text.strip()
    if notation := _NOTATION.match(typed):
        return _from_notation(typed, notation)
    tokens = tokens_of(typed)
    expression = expression_at(tokens, 0)
    if expression is None or expression.refused or token_at(tokens, expression.end).glued:
        raise _unreadable(typed)
    end = tokens[expression.end - 1].end
    return _figure(expression, typed[:end], _rest(typed, end))


def _says_something(tokens: Sequence[Token], number: Expression, counted: Counted) -> bool:
    """Whether it is a figure of something: "no plans" and "the two" are not."""
    head = counted.phrase.head
    match word_at(tokens, number.number):
        case "without":
            return head in HARM_NOUNS
        case "no" | "zero" if number.shy and number.end == number.number + 1:
            # "No rubber bullets were fired" says with what it was not done, and counts nothing.
            done = bool(counted.deed) and counted.deed not in DONE_WITH
            harmed = done and (head in COUNTED or names_many(head))
            return harmed or head in HARM_NOUNS or head in PEOPLE
        case _ if number.shy:
            return bool(counted.deed)
    definite = word_at(tokens, number.first - 1) in ("the", "these", "those")
    return bool(not definite or counted.words or number.unit or number.compared)


def _share_deeds(tokens: Sequence[Token], found: list[tuple[Expression, Counted]]) -> None:
    """Give an enumeration the deed that stands behind it: "two men and a child were killed"."""
    for place in range(len(found) - 2, -1, -1):
        number, counted = found[place]
        following, behind = found[place + 1]
        if number.unit or counted.deed or not behind.followed or is_part(tokens, number):
            continue
        if follows(tokens, counted, following):
            found[place] = number, replace(counted, deed=behind.deed, followed=True)


def _found(tokens: Sequence[Token], text: str, number: Expression, counted: Counted) -> FoundFigure:
    span = Span(tokens[number.first].start, tokens[number.end - 1].end)
    return FoundFigure(span, _figure(number, text[span.start : span.end], counted.words))


def _figure(number: Expression, text: str, counts: str) -> Figure:
    return Figure(
        text=text,
        low=number.low,
        high=number.high,
        low_open=number.low_open,
        high_open=number.high_open,
        approximate=number.approximate,
        of=number.of,
        unit=number.unit,
        counts=counts,
    )


def _from_notation(typed: str, notation: re.Match[str]) -> Figure:
    """Read "[2, 5] killed" and "(2500, ∞) displaced"."""
    left, low, high, right = notation.groups()
    bottom, top = _bound(typed, low), _bound(typed, high)
    if bottom is None and top is None:
        raise _unreadable(typed)
    if bottom is not None and top is not None and bottom > top:
        raise BadInputError(f"“{_short(typed)}” runs downwards; write the lower number first.")
    return Figure(
        text=notation.group(),
        low=bottom,
        high=top,
        low_open=left == "(" and bottom is not None,
        high_open=right == ")" and top is not None,
        counts=_rest(typed, notation.end()),
    )


def _bound(typed: str, written: str) -> int | float | None:
    written = written.strip()
    if written in _INFINITE:
        return None
    tokens = tokens_of(written)
    quantity = quantity_at(tokens, 0)
    if quantity is None or quantity.refused or quantity.soft or quantity.end != len(tokens):
        raise _unreadable(typed)
    return quantity.value


def _rest(typed: str, end: int) -> str:
    """Return what is counted; a second figure in it is refused."""
    counts = typed[end:].strip().removeprefix("of ").strip()
    if any(found.figure.unit is None for found in figures_in(counts)):
        raise BadInputError(f"“{_short(typed)}” holds more than one figure; write one at a time.")
    return counts


def _unreadable(typed: str) -> BadInputError:
    return BadInputError(
        f"“{_short(typed)}” is not a figure; write the number first, as in “at least two civilians "
        "killed”, “>=2 killed”, “2-5 dead”, “≈20 drones” or “[2,5] killed”."
    )


def _short(typed: str) -> str:
    return typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
