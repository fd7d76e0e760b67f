"""Ages: how old somebody is counts nothing; how old a thing is said to be is an amount of it."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.numerals.expressions import Expression
from tracker.domain.numerals.measures import TIME_UNITS
from tracker.domain.numerals.nouns import COUNTED, PEOPLE, STOPS, names_many
from tracker.domain.numerals.tokens import Token, token_at, word_at, words_match

_AGES = frozenset({"aged", "age", "ages", "turned", "turns", "turning"})
_AGE_BOUNDS = frozenset({"under", "over"})
_COMPARED = frozenset({"younger", "older"})
_RANGED = frozenset({"and", "or", "to", "between", "from"})
_BEING = frozenset({"is", "are", "was", "were"})
_SOMEBODY = (COUNTED - PEOPLE) | {"he", "she"}
_OLDEST = 120
"""Years that nobody is older than."""


def is_age(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether it is somebody's age: "45-year-old", "aged 12", "John Smith, 45,", "under 18"."""
    before, after = word_at(tokens, number.first - 1), token_at(tokens, number.end)
    if _is_led(tokens, number.number) or _is_led(tokens, number.first):
        return True
    if before == "than" and word_at(tokens, number.first - 2) in _COMPARED:
        return True
    if number.unit in TIME_UNITS:
        return bool(_behind(tokens, number))
    if not number.bare or number.low is None or number.low > _OLDEST:
        return False
    if after.is_word and not after.opening and not (after.word in STOPS and _is_he(tokens, number)):
        return False
    if word_at(tokens, number.first) in _AGE_BOUNDS or _is_he(tokens, number):
        return True
    aside = not number.compared and before == "," and (after.text == "," or not after.text)
    named = before == "," and token_at(tokens, number.number - 2).text[:1].isupper()
    somebody = aside and word_at(tokens, number.first - 2) in _SOMEBODY
    return (named and not number.compared) or somebody or (before == "(" and after.text == ")")


def old_thing(tokens: Sequence[Token], number: Expression) -> tuple[str, int] | None:
    """What is said to be so old, in its own word, and where the age ends (exclusive).

    None where it is only somebody's age: "a 45-year-old man", of whom there may be more.
    """
    end = _behind(tokens, number) if number.unit in TIME_UNITS else 0
    if not end:
        return None
    being, noun = token_at(tokens, number.first - 1), token_at(tokens, number.first - 2)
    if being.word in _BEING and noun.is_word:
        return (noun.text, end) if noun.word not in STOPS else None
    thing = token_at(tokens, end)
    beyond = number.unit != "years" or (number.low or 0) <= _OLDEST
    if beyond or not thing.is_word or thing.word in STOPS:
        return None
    return thing.text, end


def _is_led(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word for ages leads to a number: "aged 12", "the age of 12", "aged 5 and 9"."""
    before = word_at(tokens, at - 1)
    if before in _RANGED and not names_many(word_at(tokens, at + 1)):
        at -= 2 if token_at(tokens, at - 2).is_number else 1
        before = word_at(tokens, at - 1)
    return before in _AGES or (before == "of" and word_at(tokens, at - 2) in _AGES)


def _behind(tokens: Sequence[Token], number: Expression) -> int:
    """Where "old" or "of age" behind a number of years ends; 0 if neither follows."""
    at = number.end + 1 if word_at(tokens, number.end) == "-" else number.end
    if word_at(tokens, at) == "old":
        return at + 1
    return at + 2 if words_match(tokens, at, ("of", "age")) else 0


def _is_he(tokens: Sequence[Token], number: Expression) -> bool:
    """Whether somebody is so many: "he is 34"."""
    being = word_at(tokens, number.first - 1) in _BEING
    return being and word_at(tokens, number.first - 2) in _SOMEBODY
