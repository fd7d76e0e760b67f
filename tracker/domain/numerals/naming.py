"""Numbers that name or date something and count nothing: "F-16", "page 3", "in 2023", "aged 12"."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.numerals.ages import is_age
from tracker.domain.numerals.expressions import Expression
from tracker.domain.numerals.labels import is_label
from tracker.domain.numerals.nouns import DETERMINERS, is_adverb
from tracker.domain.numerals.times import is_clock, is_date, is_distance, is_year
from tracker.domain.numerals.tokens import Token, token_at, word_at

_BEFORE_NUMBER = frozenset('([{"“”‘«»—…*$€£¥≈~<>≤≥=')
_BEHIND_NUMBER = frozenset(".,;:!?)]}\"“”’'»—…*")
_STRONG = "strong"
_PARTS = frozenset({"them", "whom", "these", "those", "which", "us", "you"})
_SINGLED_OUT = DETERMINERS | {"which", "only", "last", "another", "some", "number"}
"""Before "one" these make it a pronoun."""
_ONE = 1


def names_something(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether an expression's number is a date, an age, a label, a pronoun, or part of a word."""
    reasons = (
        _is_part_of_a_word,
        _is_in_a_row,
        _is_in_a_list,
        is_clock,
        is_age,
        is_date,
        is_distance,
        is_year,
        is_label,
        _is_excepted,
        _is_subset,
        _is_pronoun,
    )
    return any(reason(tokens, number) for reason in reasons)


def _is_part_of_a_word(tokens: Sequence[Token], number: Expression) -> bool:
    """Tell "F-16", "7:30", "24/7", "22nd", "two-state" and "-5" from numbers that stand alone."""
    here, before = tokens[number.number], token_at(tokens, number.number - 1)
    if here.glued and number.first == number.number:
        digits_before = before.text == ":" and token_at(tokens, number.number - 2).is_number
        attribute = token_at(tokens, number.number - 2).text == "=" and before.glued
        if before.text not in _BEFORE_NUMBER | {":"} or digits_before or attribute:
            return True
    after, behind = token_at(tokens, number.end), token_at(tokens, number.end + 1)
    bracketed = before.text == "[" or (before.text == "," and after.text == "]")
    if number.bare and bracketed and not after.is_word:
        return True  # "[1]", "[1, 2]": notes
    if before.word == "minus" or not after.glued:
        return before.word == "minus"
    if after.text == "-":
        return behind.word != _STRONG
    joined = behind.glued and (behind.is_number or (after.text == "'" and behind.is_word))
    return after.text not in _BEHIND_NUMBER or joined


def _is_in_a_row(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether numbers stand side by side, as in "020 7946 0000"; "two 500-pound bombs" do not."""
    after, behind = token_at(tokens, number.end), token_at(tokens, number.end + 1)
    compound = behind.glued and (behind.text == "-" or behind.is_word)
    follows = token_at(tokens, number.first - 1).is_number and not tokens[number.first].opening
    return follows or (after.is_number and not after.opening and not compound)


def _is_in_a_list(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether it numbers a line ("10. Who knew?") or ends "a week or two"."""
    here, before = tokens[number.number], token_at(tokens, number.number - 1)
    after = token_at(tokens, number.end)
    opens = (here.opening and before.text != ":") or before.text == "("
    if number.bare and opens and after.text in (".", ")"):
        return after.glued and (before.text == "(" or token_at(tokens, number.end + 1).is_word)
    return before.word == "or" and here.word == "two"


def _is_excepted(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether it is denied or left out: "not two", "all but three"."""
    before = word_at(tokens, number.first - 1)
    return before == "not" or (before == "but" and word_at(tokens, number.first - 2) == "all")


def _is_subset(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether it counts part of what was counted: "two of them", ", two critically"."""
    after, behind = token_at(tokens, number.end), token_at(tokens, number.end + 1)
    if after.word == "of" and behind.word in _PARTS:
        return True
    enumerated = word_at(tokens, number.first - 1) in (",", "and")
    return enumerated and is_adverb(after.word) and not behind.is_word


def _is_pronoun(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether "one" stands for somebody: "one of the groups", "this one"."""
    if number.low != _ONE or not number.shy:
        return False
    singled_out = word_at(tokens, number.first - 1) in _SINGLED_OUT
    return singled_out or word_at(tokens, number.end) == "of"
