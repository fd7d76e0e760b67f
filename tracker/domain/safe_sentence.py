"""The safe sentence: what can be printed now, every side in the same words and neutral order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind, foremost
from tracker.domain.source import THE_ARTICLE, SourceKind
from tracker.domain.status import AttributionCheck, Status

ANOTHER_ARTICLE = "another article"

_PAIR = 2
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

    ``words`` is the clause ("the mayor said that …"), ``verb`` how it is told ("said").
    """

    claim: Claim
    name: str
    verb: str
    words: str

    @property
    def place(self) -> tuple[datetime, str, int]:
        """Where it stands in the neutral order: by time, then by name; unknown times last."""
        said = self.claim.said_at.start if self.claim.said_at else None
        return (said or _LAST, self.name.casefold(), self.claim.id)


def safe_sentence(dossier: Dossier) -> str:
    """Say what can be printed now: who said what, and how far it is verified.

    Text is kept letter for letter; making it harmless belongs to the boundary that shows it.
    """
    against = standing(dossier.counter_claims)
    agreeing = () if against else _corroborations(dossier)
    told = in_order(dossier, (*against, *agreeing))
    clauses = [account.words for account in told]
    if dossier.claim.checkable:
        clauses.append(_ending(dossier, len(told), contested=bool(against)))
    sentence = capital("; ".join(clauses))
    return sentence if sentence.endswith(".") else f"{sentence}."


def account_of(dossier: Dossier, tie: Tie | None = None) -> Account:
    """Put a dossier's claim, or the claim at the other end of a tie, as an account."""
    claim = dossier.claim if tie is None else tie.other
    name = dossier.speaker if tie is None else _name_of(dossier, tie)
    verb = _verb(dossier, claim)
    literal = claim.voice in (Voice.INDIRECT, Voice.MIXED) and _QUOTED.fullmatch(claim.statement)
    asides = [*_relays(dossier, claim), *_hedge(claim), *([_NOT_SPOKEN] if literal else [])]
    aside = f", {', '.join(asides)}" if asides else ""
    lead = f"{aside}:" if literal else f"{aside}{',' if asides else ''} that"
    notes = [_NOTES.get(claim.attribution_check), *(_news(dossier) if tie is None else [])]
    note = "".join(f" ({one})" for one in dict.fromkeys(notes) if one)
    words = f"{name} {verb}{lead} {_held_together(claim.statement)}{note}"
    denied = "" if aside or not _BARE_DENIAL.fullmatch(claim.statement) else _denied(dossier, tie)
    if denied:
        words = f"{name} denied what {denied} said{note}"
    return Account(claim, name, verb, words)


def _denied(dossier: Dossier, tie: Tie | None) -> str:
    """Whose words a bare denial rejects; empty where nothing tells it."""
    if tie is not None:
        relation = tie.relation
        denies = relation.kind is RelationKind.DENIES and relation.a == tie.other.id
        return dossier.speaker if denies else ""
    ties = [
        one
        for one in standing(dossier.ties)
        if one.relation.kind is RelationKind.DENIES
        and one.relation.stands
        and one.relation.a == dossier.claim.id
    ]
    first = foremost(one.relation for one in ties)[:1]
    return next((one.speaker for one in ties if one.relation in first), "")


def in_order(dossier: Dossier, ties: Iterable[Tie]) -> tuple[Account, ...]:
    """The accounts of a claim and of its ties in neutral order, each claim once."""
    told = {dossier.claim.id: account_of(dossier)}
    for tie in ties:
        told.setdefault(tie.other.id, account_of(dossier, tie))
    return tuple(sorted(told.values(), key=lambda account: account.place))


def standing(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """The ties whose other claim has not been dismissed."""
    return tuple(tie for tie in ties if tie.stands)


def open_facets(dossier: Dossier) -> tuple[Facet, ...]:
    """The facets on which an editor confirmed that a standing counter-claim is against it."""
    named = {
        tie.relation.facet or Facet.OCCURRENCE
        for tie in standing(dossier.ties)
        if tie.relation.against and tie.relation.confirmed
    }
    return tuple(facet for facet in Facet if facet in named)


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def capital(sentence: str) -> str:
    """Begin a sentence with a capital letter."""
    return sentence[0].upper() + sentence[1:] if "a" <= sentence[:1] <= "z" else sentence


def proven(dossier: Dossier, this: str) -> str:
    """What evidence says of a claim, called ``this``; empty where it does not decide."""
    match dossier.claim.status:
        case Status.CONFIRMED if dossier.grounds().supporting:
            return f"{this} has been confirmed by primary evidence"
        case Status.CONFIRMED:
            return f"{this} has been confirmed by an admission against interest"
        case Status.REFUTED:
            return f"{this} has been shown by evidence to be false"
        case Status.MISLEADING:
            return f"{this} is literally right but misleading"
        case Status.CORROBORATED | Status.UNVERIFIED | Status.DISPUTED | Status.UNVERIFIABLE:
            return ""


def questions_open(facets: Iterable[Facet], *, tried: bool) -> str:
    """Say what is not verified; "could not be" where that was tried. Empty without a facet."""
    questions = [facet.open_question for facet in facets]
    if not questions:
        return ""
    has = "could" if tried else "has" if len(questions) == 1 else "have"
    return f"{listed(questions)} {has} not {'be' if tried else 'been'} independently verified"


def what_was_said(dossier: Dossier) -> str:
    """Name what a claim says without saying it: "what the mayor said"."""
    account = account_of(dossier)
    return f"what {account.name} {account.verb}"


def _ending(dossier: Dossier, told: int, *, contested: bool) -> str:
    this = "this" if told == 1 else what_was_said(dossier)
    if decided := proven(dossier, this):
        return decided
    if dossier.claim.status is Status.CORROBORATED and not contested:
        if told == 1:
            return "this has not been confirmed by primary evidence"
        return "the accounts have independent origins, but no primary evidence confirms them"
    return _unproven(dossier, told)


def _unproven(dossier: Dossier, told: int) -> str:
    # "Could not be" claims that somebody tried, so it needs a logged attempt.
    tried = bool(dossier.attempts)
    if told == 1:
        return f"this {'could not be' if tried else 'has not been'} independently verified"
    if questions := questions_open(open_facets(dossier), tried=tried):
        return questions
    if tried:
        return f"{what_was_said(dossier)} could not be independently verified"
    # The attempts are this claim's own, so they say nothing of the other accounts.
    none = "neither account" if told == _PAIR else "none of the accounts"
    return f"{none} has been independently verified"


def _corroborations(dossier: Dossier) -> tuple[Tie, ...]:
    if dossier.claim.status is not Status.CORROBORATED:
        return ()
    return tuple(
        tie
        for tie in standing(dossier.ties)
        if tie.relation.kind is RelationKind.CORROBORATES
        and tie.relation.confirmed
        and tie.origin != dossier.origin
    )


def _name_of(dossier: Dossier, tie: Tie) -> str:
    if tie.other.speaker_id is not None:
        return tie.speaker
    same = tie.other.article_id == dossier.claim.article_id
    return (dossier.outlet or THE_ARTICLE) if same else ANOTHER_ARTICLE


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
    words = re.sub(r";\s+(?!and that\b)", "; and that ", statement.strip())
    ends_in_stop = words.endswith(".") and "." not in words.split()[-1][:-1]
    return words[:-1] if ends_in_stop else words
