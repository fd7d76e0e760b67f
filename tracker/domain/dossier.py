"""A claim with all that bears on it: what an editor has before them when deciding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tracker.domain.article import Article
from tracker.domain.attribution import HopRole
from tracker.domain.bearing import Bearing, Bond
from tracker.domain.claim import Claim
from tracker.domain.event import Event
from tracker.domain.evidence import Note
from tracker.domain.source import THE_ARTICLE, Source, origin_of


@dataclass(frozen=True)
class Tie(Bond):
    """A relation as seen from one claim: the other claim and who said it."""

    other: Claim
    speaker: str
    appeared: datetime | None = None
    """When the other claim's article appeared, for a claim that does not say when it was made."""

    @property
    def verdict(self) -> str:
        """What was decided on the other claim, and by whom: "C2 was marked confirmed by Ada"."""
        by = f" by {self.other.judged_by}" if self.other.judged_by else ""
        return f"{self.other.ref} ({self.speaker}) was marked {self.other.status}{by}"


@dataclass(frozen=True)
class Dossier(Bearing[Claim, Tie]):
    """A claim whole. ``sources`` holds every source of its chain and their affiliations."""

    claim: Claim
    article: Article | None = None
    event: Event | None = None
    sources: Mapping[int, Source] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @property
    def source(self) -> Source | None:
        """The speaker; None in the article's own voice."""
        speaker = self.claim.speaker_id
        return None if speaker is None else self.sources.get(speaker)

    @property
    def speaker(self) -> str:
        """The speaker's name, or the outlet's when the article speaks for itself."""
        if self.source is not None:
            return self.source.name
        return self.outlet or THE_ARTICLE

    @property
    def outlet(self) -> str:
        """The outlet that published the article, or an empty text."""
        if self.article is not None:
            for publication in self.article.publications:
                outlet = self.sources.get(publication.outlet_id or 0)
                if outlet is not None:
                    return outlet.name
        return ""

    @property
    def said_when(self) -> str:
        """When it was said, in the article's words, and whether that can be."""
        time = self.claim.said_at
        if time is None:
            return ""
        late = time.start is not None and self._told_by is not None and time.start > self._told_by
        return f"{time.words} (after the article that tells it)" if late else time.words

    @property
    def appeared(self) -> datetime | None:
        """The earliest day on which its article is known to have appeared."""
        return self.article.appeared if self.article is not None else None

    @property
    def _told_by(self) -> datetime | None:
        """The latest day on which its article is known to have appeared."""
        publications = self.article.publications if self.article is not None else ()
        return max((one.published_at for one in publications if one.published_at), default=None)

    @property
    def origin(self) -> str:
        """The independent origin its chain goes back to."""
        return origin_of(self.source, self.sources)

    @property
    def chain_words(self) -> str:
        """The chain in one line: "mayor (told) → Radio Nord (reported) → wire"."""
        steps = []
        for hop in self.claim.chain:
            source = self.sources.get(hop.source_id)
            name = source.name if source else f"S{hop.source_id}"
            manner = hop.medium if hop.role is HopRole.SPEAKER else hop.verb or hop.medium
            steps.append(f"{name} ({manner})" if manner else name)
        return " → ".join(steps) if steps else "the article's own voice"
