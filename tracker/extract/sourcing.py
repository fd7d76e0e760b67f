"""The cast of a text as drafts of sources: names, kinds, roles, affiliations."""

from __future__ import annotations

from tracker.domain.attribution import HopRole
from tracker.domain.draft import HopDraft, SourceDraft
from tracker.domain.source import SourceKind
from tracker.extract.chains import Chain
from tracker.extract.coreference import Cast
from tracker.extract.member import Member
from tracker.extract.spoken_for import spoken_for

_NOT_NAMED = SourceDraft("unnamed", "source not named", SourceKind.UNNAMED)
_OUTLET = "outlet"
_MOST_ALIASES = 8


class Sources:
    """Collects the sources that claims use, in the order of their first use."""

    def __init__(self, cast: Cast, outlet: str) -> None:
        self._cast = cast.members
        self._members = {member.key: member for member in cast.members}
        self._drafts: dict[str, SourceDraft] = {}
        self.outlet_key = _OUTLET if outlet else None
        if outlet:
            self._drafts[_OUTLET] = outlet_draft(outlet)

    def hops(self, chain: Chain, verb: str, date: str) -> tuple[HopDraft, ...]:
        """Turn a chain into hops; a speaker whom the text does not name has a place too."""
        speaker = self._key(chain.speaker)
        hops = (HopDraft(speaker, HopRole.SPEAKER, chain.medium, verb, date),)
        relays = (
            HopDraft(self._key(one.member), HopRole.RELAY, verb=one.verb) for one in chain.relays
        )
        return (*hops, *relays)

    def drafts(self) -> tuple[SourceDraft, ...]:
        """All sources that are in use."""
        return tuple(self._drafts.values())

    def _key(self, member: Member | None) -> str:
        if member is None or not member.called:
            self._drafts[_NOT_NAMED.key] = _NOT_NAMED
            return _NOT_NAMED.key
        if member.key not in self._drafts:
            above = self._above(member)
            self._drafts[member.key] = SourceDraft(
                key=member.key,
                name=member.called,
                kind=_kind(member),
                role=member.role if member.name and member.role != member.name else "",
                aliases=tuple(member.aliases[:_MOST_ALIASES]),
                affiliation=self._key(above) if above is not None else None,
            )
        return member.key

    def _above(self, member: Member) -> Member | None:
        above = self._members.get(member.above or "") or spoken_for(member, self._cast)
        seen = {member.key}
        at = above
        while at is not None:  # whoever names each other's in a circle belongs to neither
            if at.key in seen:
                return None
            seen.add(at.key)
            at = self._members.get(at.above or "")
        return above


def outlet_draft(name: str) -> SourceDraft:
    """Whoever published a text."""
    return SourceDraft(_OUTLET, name, SourceKind.OUTLET)


def _kind(member: Member) -> SourceKind:
    if member.kind is SourceKind.UNNAMED and member.name:
        return SourceKind.PERSON
    if member.kind is not None:
        return member.kind
    if not member.name:
        return SourceKind.UNNAMED
    if member.gender or len(member.name.split()) in (2, 3):
        return SourceKind.PERSON
    return SourceKind.ORGANISATION
