"""Interest: which side a speaker is on, and against whose interest a claim goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracker.domain.assertion import ACCUSING_CUES
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind
from tracker.domain.source import Source, SourceKind

ADMITTING_CUES = ("admit", "conced", "acknowledg", "confess", "own up", "owned up")
"""Beginnings of the cues with which somebody says what weighs against themselves."""


@dataclass(frozen=True)
class Interest:
    """The side that a speaker is on, None where it is not known, and the sides that it burdens.

    ``itself`` says that nobody stands above the speaker; ``own`` that the claim goes against the
    speaker's own side, as an admission does.
    """

    side: Source | None
    itself: bool = False
    against: tuple[Source, ...] = ()
    own: bool = False

    @property
    def side_words(self) -> str:
        """For whom the speaker speaks."""
        if self.side is None:
            return "side not known"
        return "for itself" if self.itself else f"for {self.side.name}"

    @property
    def against_words(self) -> str:
        """Whom the claim burdens; an empty text where it burdens nobody that is known."""
        if self.own:
            return "against its own interest"
        names = " and ".join(one.name for one in self.against)
        return f"against the interest of {names}" if names else ""


def side_of(source: Source | None, sources: Mapping[int, Source]) -> Source | None:
    """The side that a source is on: the top of its affiliations; None for nobody one can name."""
    if source is None:
        return None
    seen = {source.id}
    while (above := sources.get(source.affiliation_id or 0)) and above.id not in seen:
        source = above
        seen.add(above.id)
    return None if source.kind is SourceKind.UNNAMED else source


def interest_of(dossier: Dossier) -> Interest:
    """Weigh a claim by who makes it: from affiliations, and from whom it names as the actor.

    To name somebody burdens them where it accuses, tells of harm, or is contested by their side.
    Of one's own side only an admission does: many a deed is told with pride.
    """
    side = side_of(dossier.source, dossier.sources)
    named = dict.fromkeys(_named(dossier))
    others = tuple(one for one in named if side is None or one.id != side.id)
    against = tuple(one for one in others if _burdens(dossier, one))
    itself = side is not None and dossier.source is not None and side.id == dossier.source.id
    return Interest(side, itself, against, own=_admits(dossier, named, side))


def _named(dossier: Dossier) -> Iterator[Source]:
    for value in dossier.claim.facets:
        if value.facet is Facet.ACTOR and value.source_id is not None:
            side = side_of(dossier.sources.get(value.source_id), dossier.sources)
            if side is not None:
                yield side


def _burdens(dossier: Dossier, side: Source) -> bool:
    claim = dossier.claim
    if claim.cue.casefold().startswith(ACCUSING_CUES) or claim.harms:
        return True
    speakers = (dossier.sources.get(tie.other.speaker_id or 0) for tie in dossier.counter_claims)
    return any(
        (theirs := side_of(one, dossier.sources)) is not None and theirs.id == side.id
        for one in speakers
    )


def _admits(dossier: Dossier, named: Mapping[Source, None], side: Source | None) -> bool:
    claim = dossier.claim
    if any(
        tie.relation.kind is RelationKind.CONCEDES
        and tie.relation.a == claim.id
        and tie.relation.stands
        for tie in dossier.ties
    ):
        return True
    own = side is not None and any(one.id == side.id for one in named)
    cue = claim.cue.casefold()
    if own and cue.startswith(ADMITTING_CUES):
        return True
    actors = {one.source_id for one in claim.facets if one.facet is Facet.ACTOR}
    return own and cue.startswith(ACCUSING_CUES) and claim.speaker_id not in actors
