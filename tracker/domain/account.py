"""Accounts: a claim as a clause that asserts nothing but who said it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.phrasing import in_a_sentence, listed
from tracker.domain.relation import RelationKind, foremost
from tracker.domain.source import THE_ARTICLE, SourceKind
from tracker.domain.status import AttributionCheck

_ANOTHER_ARTICLE = "another article"
"""Where its outlet is not known."""

_BARE_DENIAL = re.compile(r"(?:it|this|that|the \w+) is not true\.?", re.IGNORECASE)
_QUOTED = re.compile("“[^“”]+”")
_NOT_SPOKEN = "in an article’s words"
"""Between marks a reader would otherwise take an article's words for the speaker's own."""
_LAST = datetime.max.replace(tzinfo=UTC)
_NOTES = {
    AttributionCheck.WITHDRAWN: "withdrawn since",
    AttributionCheck.ALTERED: "these words were found to be altered",
    AttributionCheck.MISATTRIBUTED: "this attribution was found to be wrong",
    AttributionCheck.FABRICATED: "this attribution was found to be fabricated",
}
_NOT_SAID = (
    AttributionCheck.ALTERED,
    AttributionCheck.MISATTRIBUTED,
    AttributionCheck.FABRICATED,
)
_NEWS = {
    RelationKind.RETRACTS: "withdrawn since",
    RelationKind.UPDATES: "updated since",
}


@dataclass(frozen=True)
class Account:
    """One speaker's claim as a clause that asserts nothing but who said it.

    ``words`` is the clause ("the mayor said that …"), ``verb`` how it is told ("said"), ``called``
    the name as a sentence has it ("the union"); ``appeared`` is when it was published, as far as
    that is known.
    """

    claim: Claim
    name: str
    called: str
    verb: str
    words: str
    appeared: datetime | None

    @property
    def place(self) -> tuple[datetime, str, int]:
        """Where it stands in the neutral order: by time, then by name; unknown times last.

        What does not say when it was said was said by the time it was published.
        """
        said = self.claim.said_at.start if self.claim.said_at else None
        return (said or self.appeared or _LAST, self.name.casefold(), self.claim.id)


def account_of(dossier: Dossier, tie: Tie | None = None) -> Account:
    """Put a dossier's claim, or the claim at the other end of a tie, as an account."""
    claim = dossier.claim if tie is None else tie.other
    name = dossier.speaker if tie is None else _name_of(dossier, tie)
    called = _called(dossier, claim.speaker_id, name)
    verb = _verb(dossier, claim)
    literal = claim.voice in (Voice.INDIRECT, Voice.MIXED) and _QUOTED.fullmatch(claim.statement)
    asides = [*_relays(dossier, claim), *_hedge(claim), *([_NOT_SPOKEN] if literal else [])]
    aside = f", {', '.join(asides)}" if asides else ""
    lead = f"{aside}:" if literal else f"{aside}{',' if asides else ''} that"
    notes = [_NOTES.get(claim.attribution_check), *(_news(dossier) if tie is None else [])]
    note = "".join(f" ({one})" for one in dict.fromkeys(notes) if one)
    if literal and claim.cue and claim.statement.startswith(f"“{claim.cue} "):
        lead = f"{aside},"  # the verb is among the quoted words
    else:
        lead = f" {verb}{lead}"
    words = f"{called}{lead} {_held_together(claim.statement)}{note}"
    denied = "" if aside or not _BARE_DENIAL.fullmatch(claim.statement) else _denied(dossier, tie)
    if denied:
        words = f"{called} denied what {denied} said{note}"
    return Account(claim, name, called, verb, words, (tie or dossier).appeared)


def standing(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """The ties whose other claim has not been dismissed."""
    return tuple(tie for tie in ties if tie.stands)


def _denied(dossier: Dossier, tie: Tie | None) -> str:
    """Whose words a bare denial rejects; empty where nothing tells it."""
    if tie is not None:
        relation = tie.relation
        denies = relation.kind is RelationKind.DENIES and relation.a == tie.other.id
        speaker = dossier.claim.speaker_id
        return _called(dossier, speaker, dossier.speaker) if denies else ""
    ties = [
        one
        for one in standing(dossier.ties)
        if one.relation.kind is RelationKind.DENIES
        and one.relation.stands
        and one.relation.a == dossier.claim.id
    ]
    first = foremost(one.relation for one in ties)[:1]
    denied = next((one for one in ties if one.relation in first), None)
    return _called(dossier, denied.other.speaker_id, denied.speaker) if denied else ""


def _called(dossier: Dossier, source_id: int | None, name: str) -> str:
    """A speaker's name as a sentence has it."""
    source = dossier.sources.get(source_id or 0)
    return in_a_sentence(source) if source is not None and source.name == name else name


def _name_of(dossier: Dossier, tie: Tie) -> str:
    if tie.speaker != THE_ARTICLE:
        return tie.speaker
    same = tie.other.article_id == dossier.claim.article_id
    return (dossier.outlet or THE_ARTICLE) if same else _ANOTHER_ARTICLE


def _verb(dossier: Dossier, claim: Claim) -> str:
    if claim.speaker_id is None:
        return "reported"
    source = dossier.sources.get(claim.speaker_id)
    if source is not None and source.kind is SourceKind.FOOTAGE:
        return "was reported to show"  # "showed" would take it as true
    return "was reported to have said" if claim.attribution_check in _NOT_SAID else "said"


def _relays(dossier: Dossier, claim: Claim) -> list[str]:
    if claim.attribution_check is AttributionCheck.PRIMARY_SEEN:
        return []
    names = [
        source.name
        for hop in claim.chain[1:]
        if hop.role is HopRole.RELAY and (source := dossier.sources.get(hop.source_id)) is not None
    ]
    return [f"as relayed by {listed(names)}"] if names else []


def _hedge(claim: Claim) -> list[str]:
    hedge = claim.hedge.strip()
    if not hedge:
        return []
    kept = re.search(rf"(?<!\w){re.escape(hedge)}(?!\w)", claim.statement, re.IGNORECASE)
    return [] if kept else [f"hedged with “{hedge}”"]


def _news(dossier: Dossier) -> list[str]:
    """Say that the speaker has since withdrawn the claim, or given a newer figure."""
    kinds = {
        tie.relation.kind
        for tie in standing(dossier.ties)
        if tie.relation.confirmed and tie.relation.b == dossier.claim.id
    }
    return [word for kind, word in _NEWS.items() if kind in kinds]


def _held_together(statement: str) -> str:
    """Keep all of a statement under its "said that": a second half would stand as a fact."""
    words = re.sub(r";\s+(?!and that\b)", "; and that ", statement.strip().removeprefix("that "))
    ends_in_stop = words.endswith(".") and "." not in words.split()[-1][:-1]
    return words[:-1] if ends_in_stop else words
