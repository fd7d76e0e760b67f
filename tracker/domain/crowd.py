"""A crowd: how many speak of an event, and from how many independent origins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.domain.dossier import Dossier

_TWO = 2


@dataclass(frozen=True)
class Crowd:
    """How many speakers there are, and how many independent origins they go back to."""

    speakers: int
    origins: int

    @property
    def words(self) -> str:
        """Say it; how many speakers there are, only of more than two."""
        origins = "one origin" if self.origins == 1 else f"{self.origins:,} independent origins"
        if self.speakers <= _TWO:
            return "two independent origins" if self.origins == _TWO else origins
        return f"{self.speakers:,} speakers, {origins}"


def crowd_of(dossiers: Iterable[Dossier]) -> Crowd:
    """Count who speaks in some claims."""
    told = list(dossiers)
    return Crowd(len(set(map(voice_of, told))), len({one.origin for one in told}))


def voice_of(dossier: Dossier) -> tuple[int, str]:
    """Who speaks: a source; or, where an article speaks for itself, its outlet."""
    return (dossier.source.id if dossier.source else 0, dossier.speaker)
