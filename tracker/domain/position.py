"""Positions: what a party says on a facet by one of its claims, and how that stands to others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.domain.claim import Claim
from tracker.domain.contest import Party, is_former, pair_of
from tracker.domain.course import moment_of
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.facet_words import in_short, told_on
from tracker.domain.relation import Relation
from tracker.domain.side_by_side import Stand, facet_row, instead_of_words
from tracker.domain.words_at_odds import narrowed, words_at_odds

_FIRST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Position:
    """A party's words on a facet; empty where it is silent.

    ``former`` is what it said before, by a confirmed update; ``further`` holds its other claims
    that say something else there by now, ``against`` all others that somebody's stands against.
    ``stand`` and ``relation`` tell how it stands to the party that others are measured by.
    """

    words: str = ""
    in_full: str = ""
    """The words, or of whether it happened the first words of the claim, where deeds say little."""
    borrowed: bool = False
    """Whether the words are not about the facet, on which its claim stands against another."""
    claim: int | None = None
    rivals: tuple[int, ...] = ()
    """The claims that stand against it there, whoever's they are."""
    outdated: bool = False
    former: str = ""
    further: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    stand: Stand = Stand.SILENT
    relation: Relation | None = None

    @property
    def at_odds(self) -> bool:
        """Whether any claim stands against it."""
        return bool(self.rivals)

    @property
    def agrees(self) -> bool:
        """Whether it says the same as the other; that both name a like deed does not yet say so."""
        return self.stand is Stand.AGREE and self.in_full == self.words


def voice_of(party: Party, facet: Facet, pinned: Iterable[int]) -> Dossier | None:
    """The claim by which a party speaks on a facet; None where it is silent.

    Of those that it has not replaced it is the one that is pinned; else the newest that stands
    against somebody's there; else the newest.
    """
    speaking = [one for one in party.dossiers if told_on(one.claim, facet) or odds(one, facet)]
    fresh = [one for one in speaking if not is_former(one, facet)] or speaking
    for one in fresh:
        if one.claim.id in pinned:
            return one
    at_odds = [one for one in fresh if odds(one, facet)]
    return max(at_odds or fresh, key=_newness, default=None)


def answering(party: Party, facet: Facet, other: Dossier) -> Dossier | None:
    """The claim of a party that a relation ties to another on a facet, one against it first."""
    tied = [
        (not relation.against, place)
        for place, one in enumerate(party.dossiers)
        if not is_former(one, facet)
        for relation in pair_of(one, other).relations
        if relation.stands_on(facet)
    ]
    return party.dossiers[min(tied)[1]] if tied else None


def position_of(
    party: Party,
    facet: Facet,
    voice: Dossier,
    others: Sequence[Claim],
    facing: Sequence[int] = (),
) -> Position:
    """What a party says on a facet by one of its claims, beside the claims by which others do.

    Where others stand against it, it is told by the words that are at odds with the first of the
    claims that it is ``facing``, or else with any.
    """
    claim = voice.claim
    ties = [tie for tie in voice.ties if tie.relation in odds(voice, facet)]
    ties.sort(key=lambda tie: (*facing, tie.other.id).index(tie.other.id))
    against = [tie.relation for tie in ties]
    words = told_on(claim, facet, others) or ""
    if ties and (at_odds := words_at_odds(ties[0].relation, claim, ties[0].other)):
        words = narrowed(words.split("; "), at_odds)
    borrowed = not words and bool(against)
    if borrowed:
        words = instead_of_words(claim, against[0])
    said = {words.casefold()}
    former, further, against_others = "", [], []
    for one in sorted(party.dossiers, key=_newness, reverse=True):
        told = told_on(one.claim, facet, others)
        if one is voice or told is None or told.casefold() in said:
            continue
        said.add(told.casefold())
        if odds(one, facet):
            against_others.append(one.claim.id)
        if is_former(one, facet):
            former = former or told
        else:
            further.append(one.claim.id)
    return Position(
        words,
        in_full=words if borrowed or facet is not Facet.OCCURRENCE else in_short(claim.statement),
        borrowed=borrowed,
        claim=claim.id,
        rivals=tuple(dict.fromkeys(tie.other.id for tie in ties)),
        outdated=is_former(voice, facet),
        former=former,
        further=tuple(further),
        against=tuple(against_others),
    )


def stand_of(
    facet: Facet, one: Dossier, others: Sequence[Dossier]
) -> tuple[Stand, Relation | None]:
    """How a claim stands on a facet to the first of others that a relation ties it to there.

    Where none does, how its words stand to those of the first.
    """
    rows = [
        facet_row(facet, (one.claim,), (other.claim,), pair_of(one, other).relations)
        for other in others
    ]
    tied = (row for row in rows if row is not None and row.relation is not None)
    row = next(tied, rows[0])
    return (row.stand, row.relation) if row is not None else (Stand.SILENT, None)


def odds(dossier: Dossier, facet: Facet) -> tuple[Relation, ...]:
    """The relations by which claims stand against one on a facet."""
    return tuple(
        tie.relation
        for tie in dossier.ties
        if tie.relation.against and tie.relation.stands_on(facet) and tie.stands
    )


def _newness(dossier: Dossier) -> tuple[datetime, int]:
    return (moment_of(dossier).at or _FIRST, dossier.claim.id)
