"""Guessing: on what two accounts differ that no rule tells, for an editor to see it at once."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.compare.account import Account
from tracker.compare.clash import Clash
from tracker.compare.questions import question, rivals
from tracker.compare.reasons import of_doers, of_figures, quoted
from tracker.compare.stakes import one_stake
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.meanings import lexicon, named
from tracker.domain.numerals.clock import clock_in
from tracker.domain.sides import heads

_GUESSED = 0.3


def guessed(ours: Account, theirs: Account) -> Clash:
    """Name the question that both answer, and put their words side by side."""
    pair = _figures(ours, theirs)
    if pair is not None and not (clock_in(ours.words) and clock_in(theirs.words)):
        harm = all(one.harm is not None for one in pair)
        facet = Facet.CASUALTIES if harm else Facet.QUANTITY
        return Clash(facet, _GUESSED, of_figures(pair[0], "≠", pair[1]))
    if places := _places(ours, theirs):
        return Clash(Facet.PLACE, _GUESSED, " ≠ ".join(places))
    facet = question(ours, theirs)
    doers = rivals(ours, theirs) if facet is Facet.ACTOR else None
    reason = of_doers(ours, theirs, *doers) if doers else quoted(ours, theirs)
    return Clash(facet, _GUESSED, reason)


def _places(ours: Account, theirs: Account) -> tuple[str, str] | None:
    """The places by name in which each has one deed; None where there are no two of them."""
    mine, other = (
        [one for one in each.of(Facet.PLACE) if not one.sense] for each in (ours, theirs)
    )
    if len(mine) != 1 or len(other) != 1 or not ours.senses & theirs.senses:
        return None
    first, second = (value.place or value.words for value in (*mine, *other))
    named = all(any(word[:1].isupper() for word in place.split()) for place in (first, second))
    return (first, second) if named and not heads(first) & heads(second) else None


def counts_apart(ours: Account, theirs: Account) -> bool:
    """Whether the figures of two accounts differ, and only because each is of another thing."""
    stakes = [
        one_stake(ours, mine.text, theirs, other.text) for mine, other in _unmet(ours, theirs)
    ]
    return bool(stakes) and not any(stakes)


def _figures(ours: Account, theirs: Account) -> tuple[Figure, Figure] | None:
    """Two figures that may count one thing and do not meet."""
    return next(
        (
            (mine, other)
            for mine, other in _unmet(ours, theirs)
            if _count_alike(mine, other) and one_stake(ours, mine.text, theirs, other.text)
        ),
        None,
    )


def _unmet(ours: Account, theirs: Account) -> Iterator[tuple[Figure, Figure]]:
    for mine in ours.figures:
        for other in theirs.figures:
            if mine.unit == other.unit and mine.harm is other.harm and mine.distance(other):
                yield mine, other


def _count_alike(one: Figure, other: Figure) -> bool:
    """Whether the nouns of two figures may name one thing, or one leaves its own out."""
    nouns = heads(one.counts), heads(other.counts)
    fields = (named(lexicon().fields, each.counts) for each in (one, other))
    return not all(nouns) or bool(nouns[0] & nouns[1] or frozenset.intersection(*fields))
