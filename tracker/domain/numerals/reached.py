"""What a number counts that something rose to, fell to or stands at, however far ahead it is named.

"The number of people killed when the dam broke has risen to seven"; "the toll was cut to five".
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.numerals.counted import Counted, deed_ahead
from tracker.domain.numerals.deeds import DEEDS
from tracker.domain.numerals.expressions import Expression
from tracker.domain.numerals.nouns import AUXILIARIES, PREPOSITIONS, is_adverb
from tracker.domain.numerals.phrases import Phrase, phrase_at
from tracker.domain.numerals.tokens import Token, word_at
from tracker.domain.numerals.words import quantity_at

_MOVES = frozenset(
    """rise rises rose risen rising climb climbs climbed climbing grow grows grew grown increase
    increases increased jump jumps jumped soar soars soared swell swells swelled swollen mount
    mounts mounted fall falls fell fallen drop drops dropped decline declines declined stand stands
    stood standing raise raises raised lower lowers lowered cut cuts revise revises revised correct
    corrects corrected update updates updated adjust adjusts adjusted put puts bring brings
    brought bringing raising""".split()  # noqa: SIM905
)
_REACHES = frozenset("reach reaches reached hit hits pass passes passed top tops topped".split())  # noqa: SIM905
"""These lead to a number by themselves; the others need "to" or "at"."""
_LEADS = frozenset({"at", "to"})
"""Not "from", which leads to what it was."""
_WAYS = frozenset({"again", "back", "by", "down", "further", "now", "since", "still", "up"})
_TOTALS = frozenset({"count", "number", "tally", "total"})
_TALLIED = {
    "body": "killed", "casualty": "casualties", "death": "killed", "fatality": "killed",
    "injury": "injured",
}  # fmt: skip
"""What a "count" counts by the word before it."""
_HARM = frozenset({"arrests", "casualties", "deaths", "fatalities", "injuries", "toll"})
_DESCRIBED = frozenset({"confirmed", "death", "known", "official", "overall", "the", "total"})
_BESIDE = PREPOSITIONS | {"after", "before", "since"}
_ENDS = frozenset({".", ";", ":", "?", "!", "(", ")"})
_APART = frozenset({"although", "but", "though", "whereas", "while"})
_REACH = 40
"""Tokens before a number among which what it counts is named."""
_NEAR = 6


def reached_at(tokens: Sequence[Token], text: str, number: Expression) -> Counted | None:
    """Read what a number counts that was risen to, fallen to or stood at; None if it was not."""
    led, moved = _led(tokens, number.first)
    if number.unit is not None or not led:
        return None
    for at in range(number.first - 2, max(-1, number.first - _REACH), -1):
        if tokens[at].text in _ENDS or tokens[at].word in _APART:
            return None
        counted = _subject(tokens, text, at)
        if counted is not None:
            told = moved or any(one.word in _MOVES for one in tokens[max(0, at - _NEAR) : at])
            return counted if told and _is_one_clause(tokens[at + 1 : number.first]) else None
    return None


def _led(tokens: Sequence[Token], number: int) -> tuple[bool, bool]:
    """Whether something leads to a number ("to", "reached"), and a verb of moving to that."""
    led = False
    for at in range(number - 1, max(-1, number - 1 - _NEAR), -1):
        word = tokens[at].word
        if word in _REACHES or (led and word in _MOVES):
            return True, True
        if word in AUXILIARIES and word_at(tokens, at + 1) == "now":
            return True, True
        led = led or word in _LEADS
        amid = word in _LEADS | _WAYS or is_adverb(word) or quantity_at(tokens, at) is not None
        if not amid:
            break
    return led, False


def _subject(tokens: Sequence[Token], text: str, at: int) -> Counted | None:
    """What is counted by "the number of people killed", "the toll" or "the body count"."""
    word, before = tokens[at].word, word_at(tokens, at - 1)
    if word in _TOTALS and word_at(tokens, at + 1) == "of" and before not in ("a", "any"):
        phrase = phrase_at(tokens, text, at + 2)
        counted = Counted(phrase, deed_ahead(tokens, phrase.end))
        return counted if counted.words else None
    if word in _TOTALS and before in _TALLIED:
        return Counted(Phrase("", "", at + 1), _TALLIED[before])
    if word in _HARM and not _is_led_to(tokens, at):
        return Counted(Phrase("", "", at + 1), DEEDS[word])
    return None


def _is_led_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun belongs to a preposition: "since the confirmed deaths"."""
    while at and word_at(tokens, at - 1) in _DESCRIBED:
        at -= 1
    return word_at(tokens, at - 1) in _BESIDE


def _is_one_clause(between: Sequence[Token]) -> bool:
    """Whether what stands between a subject and its number begins no other clause."""
    words = [one.word for one in between]
    if words.count(",") % 2:  # it stands in an aside, or behind one without an end
        return False
    return not ("and" in words and AUXILIARIES & set(words[: words.index("and")]))
