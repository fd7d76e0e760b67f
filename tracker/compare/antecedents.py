"""Antecedents: which of the claims before it a denial is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.compare.account import Account
from tracker.compare.contrast import contrast
from tracker.compare.denials import CLAIMED, denies, is_bare, only_points, says_no_such
from tracker.domain.meanings import lexicon, named
from tracker.domain.sides import heads

_THAT = re.compile(r"^\W*(?:that|this|it|them)\b", re.IGNORECASE)
_AT_THAT = re.compile(r"^\W*\w+ (?:that|this|it)\W*$", re.IGNORECASE)
"""How somebody "disputed that", which is what was said last."""
_WHOLE = re.compile(r"\b(?:claims|accusations|allegations|reports?|account|story|version)\b")
"""What holds all that one speaker said in one go."""
_SEVERAL = re.compile(r"\b(?:claims|accusations|allegations|charges|reports|all|both)\b")
_ACCUSING = re.compile(r"\b(?:accus|alleg|charg)", re.IGNORECASE)
_BACK = 10
"""Claims of one article in which a denial looks for what it denies."""
_MUCH = 2
"""How much a denial has in common with what is only told behind it."""
_BLANKET = 4
"""Claims of one speaker, at most, that one denial of them all reaches."""


def denied_by(denial: Account, others: Sequence[Account]) -> Iterator[tuple[Account, float]]:
    """Yield the accounts that a denial is about, each with how sure that is, 0–1.

    ``others`` are the accounts of the same article, in their order.
    """
    before = [
        one
        for one in others
        if denial.at - _BACK <= one.at != denial.at
        and (one.at < denial.at or _cites(denial, one) or _answers_ahead(denial, one))
        and not one.party.allied(denial.party)
        and one.party.id is not None
        and not denies(one)
        and one.checkable
    ]
    if not before:
        return
    beside = [one for one in before if one.sentence == denial.sentence]
    named = [one for one in before if _names_speaker(denial, one)]
    # Whoever denies is, more often than not, whom the claim was about.
    named = named or [one for one in before if denial.party.names & one.stems]
    pool = beside or named or before
    common = {one.id: telling(denial, one) for one in pool}
    most = max(common.values())
    if not most and not is_bare(denial) and not beside:
        return
    if most:
        chosen = [one for one in pool if common[one.id] >= most - 0.5]
    else:
        nearest = pool[-1]
        chosen = [one for one in pool if one.party.allied(nearest.party)]
        chosen = [one for one in chosen if one.paragraph >= nearest.paragraph - 1]
        # "rejected the accusation": the first thing that the other side said, unless it is several.
        if not _SEVERAL.search(denial.words):
            last = _THAT.search(denial.words) or _AT_THAT.search(denial.words)
            pointed = CLAIMED.search(denial.words) and not last
            accused = [one for one in chosen if _ACCUSING.search(one.cue)]
            if accused and _ACCUSING.search(denial.words):
                chosen = accused
            chosen = chosen[:1] if pointed else chosen[-1:]
    best = chosen[-1]
    blanket = says_no_such(denial)
    if blanket:
        chosen = [
            one
            for one in pool
            if one in chosen
            or one.party.allied(best.party)
            or one.relays & best.party.line
            or one.relays & best.relays
        ]
    if is_bare(denial) and _WHOLE.search(denial.words):
        chosen = [one for one in before if one in chosen or _told_with(one, best)]
    also = [
        one
        for one in before
        if one not in chosen
        and any(one.party.allied(two.party) and telling(one, two) >= 1 for two in chosen)
    ]
    for one in (*also, *chosen)[-_BLANKET:]:
        sure = (
            0.1 * bool(named) + 0.1 * min(1.0, telling(denial, one)) + 0.1 * contrast(denial, one)
        )
        at_once = only_points(denial) and one is pool[-1] and one.paragraph == denial.paragraph
        yield one, sure + 0.2 * at_once


def _answers_ahead(denial: Account, other: Account) -> bool:
    """Whether a denial that is told first says what the other goes on to say."""
    near = other.at - denial.at <= _BACK and not is_bare(denial)
    return near and telling(denial, other) >= _MUCH


def _told_with(one: Account, other: Account) -> bool:
    """Whether two are one speaker's, in one paragraph."""
    return one.party.is_one(other.party) and one.paragraph == other.paragraph


def _cites(denial: Account, other: Account) -> bool:
    """Whether a denial tells itself what it rejects, and whose: "the army's claim that …"."""
    return denial.sentence == other.sentence and _names_speaker(denial, other)


def _names_speaker(denial: Account, other: Account) -> bool:
    """Whether a denial says whose word it rejects: "the army's assertion"."""
    words = heads(denial.words) | heads(denial.lead)
    sides = named(lexicon().parties, denial.words) - denial.party.sides
    return bool(words & other.party.names) or bool(sides & other.party.sides)


def telling(denial: Account, other: Account) -> float:
    """How much of the same a denial and what it may deny speak of."""
    words = denial.stems & other.stems
    fields = denial.fields & other.fields
    senses = {s for one in denial.deeds for s in one.senses} & {
        s for one in other.deeds for s in one.senses
    }
    return len(words) + 0.7 * len(fields) + 0.7 * len(senses)
