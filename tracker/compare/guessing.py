"""Guessing: on what two accounts differ that no rule tells, for an editor to see it at once."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.compare.account import Account
from tracker.compare.alike import own_side
from tracker.compare.clash import Clash
from tracker.compare.doers import charged, is_happening, is_weapon
from tracker.compare.opposing import VAGUE
from tracker.compare.reasons import of_doers, of_figures, quoted
from tracker.compare.stakes import one_stake
from tracker.domain.facet import Facet
from tracker.domain.figure import Figure
from tracker.domain.meanings import lexicon, named
from tracker.domain.sides import heads

_GUESSED = 0.3
_KINDS = (Facet.INTENT, Facet.CAUSE, Facet.MEANS)


def guessed(ours: Account, theirs: Account) -> Clash:
    """Name the question that both answer, and put their words side by side."""
    pair = _figures(ours, theirs)
    if pair is not None:
        harm = all(one.harm is not None for one in pair)
        facet = Facet.CASUALTIES if harm else Facet.QUANTITY
        return Clash(facet, _GUESSED, of_figures(pair[0], "≠", pair[1]))
    doers = charged(ours), charged(theirs)
    things = [one is not None and (is_weapon(one.words) or is_happening(one)) for one in doers]
    if (
        doers[0] is not None
        and doers[1] is not None
        and not (any(things) or _done_and_not(ours, theirs))
        and _differ(doers[0].words, doers[1].words)
        and not own_side(doers[0], ours, doers[1])
        and not own_side(doers[1], theirs, doers[0])
    ):
        return Clash(Facet.ACTOR, _GUESSED, of_doers(ours, theirs, doers[0], doers[1]))
    places = _places(ours, theirs)
    if places is not None:
        return Clash(Facet.PLACE, _GUESSED, " ≠ ".join(places))
    kinds = [(facet, ours.kinds(facet), theirs.kinds(facet)) for facet in _KINDS]
    apart = (facet for facet, mine, other in kinds if mine and other and mine != other)
    facet = next(apart, Facet.OCCURRENCE)
    return Clash(facet, _GUESSED, quoted(ours, theirs))


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


def _done_and_not(ours: Account, theirs: Account) -> bool:
    """Whether one says of a deed that it was done, and the other that it was not."""
    return any(
        mine.denied is not other.denied and (mine.senses & other.senses) - VAGUE
        for mine in ours.deeds
        for other in theirs.deeds
    )


def _differ(one: str, other: str) -> bool:
    """Whether two doers are called by different nouns; "rebels of the north" are rebels.

    A pronoun is no noun.
    """
    nouns = heads(one.lower()), heads(other.lower())
    return all(nouns) and not nouns[0] & nouns[1]


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
