"""Interest: which side a speaker is on, and whom the claim serves or burdens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.camp import side_of
from tracker.domain.dossier import Dossier
from tracker.domain.phrasing import listed
from tracker.domain.source import Source
from tracker.domain.stake import Stake


class Leaning(StrEnum):
    """Whom a claim serves, as far as it and what it meets show."""

    AGAINST_OWN = "against own interest"
    BLAMES = "blames the other side"
    FOR_ITSELF = "for itself"
    NO_PARTY = "not a party"
    UNKNOWN = "unknown"


_NAMING = {
    Leaning.BLAMES: "blames the other side ({})",
    Leaning.FOR_ITSELF: "for itself, blames {}",
    Leaning.NO_PARTY: "not a party, names {}",
}


@dataclass(frozen=True)
class Interest:
    """Whom a claim serves, the side that its speaker speaks for, and the names that it burdens.

    ``side`` is None where nobody stands above the speaker.
    """

    leaning: Leaning
    side: Source | None = None
    against: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Whom the claim serves, and whom it burdens; empty where nothing is known of it."""
        if self.leaning is Leaning.UNKNOWN:
            return ""
        return _NAMING[self.leaning].format(listed(self.against)) if self.against else self.leaning

    @property
    def side_words(self) -> str:
        """For whom the speaker speaks; empty where that is nobody else."""
        return f"for {self.side.name}" if self.side is not None else ""


def interest_of(dossier: Dossier) -> Interest:
    """Weigh a claim by who makes it, whom it names as the doer, and what it stands against.

    One's own deed is no admission, for many a deed is told with pride.
    """
    if dossier.source is None:
        return Interest(Leaning.NO_PARTY)
    top = side_of(dossier.source, dossier.sources)
    side = top if top != dossier.source else None
    stake = Stake(dossier)
    if stake.admits():
        return Interest(Leaning.AGAINST_OWN, side)
    burdened = stake.burdened()
    named = tuple(name for name in burdened if name)
    if stake.stands_apart():
        return Interest(Leaning.NO_PARTY, side, named)
    if burdened and not stake.clears_first():
        return Interest(Leaning.BLAMES, side, named)
    if burdened or stake.clears():
        return Interest(Leaning.FOR_ITSELF, side, named)
    return Interest(Leaning.UNKNOWN, side)
