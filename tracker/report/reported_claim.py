"""A claim, as every report says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tracker.domain.account import account_of, standing
from tracker.domain.attribution import HopRole
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.evidence import Attempt, Evidence
from tracker.domain.figure import Figure
from tracker.domain.relation import RELATION_MEANINGS, Relation
from tracker.domain.safe_sentence import safe_sentence
from tracker.domain.side_by_side import Pair, Stand
from tracker.domain.status import AttributionCheck, Stage, Status
from tracker.domain.telling import NOT_VERIFIED
from tracker.report.missing import missing_words
from tracker.report.work import days_between


@dataclass(frozen=True)
class Step:
    """A hop of a chain with its source's name."""

    name: str
    role: str
    medium: str
    verb: str
    date: str


@dataclass(frozen=True)
class CounterClaim:
    """A claim that stands against another, in the same words, with where the two meet.

    ``decided`` says whether an editor confirmed that it does.
    """

    id: str
    speaker: str
    said: str
    contradicts: tuple[str, ...]
    differs: tuple[str, ...]
    agrees: tuple[str, ...]
    decided: bool


@dataclass(frozen=True)
class Related:
    """A claim that a confirmed relation ties to another without standing against it."""

    id: str
    said: str
    tie: str


@dataclass(frozen=True)
class Remark:
    """What an outlet itself wrote about a claim's standing."""

    outlet: str
    words: str


@dataclass(frozen=True)
class ReportedClaim:
    """A claim and what is known of it. ``age`` is in days; ``hedge`` the speaker's own word.

    ``said`` attributes the statement ("X said that …"); ``source`` is empty in the article's own
    voice, where ``speaker`` is the outlet.
    """

    id: str
    uid: str
    status: Status
    stage: Stage
    statement: str
    speaker: str
    role: str
    source: str
    said: str
    said_at: str
    cue: str
    voice: str
    hedge: str
    chain: str
    steps: tuple[Step, ...]
    quote: str
    article: str
    figures: tuple[Figure, ...]
    counter_claims: tuple[CounterClaim, ...]
    related: tuple[Related, ...]
    caveats: tuple[Remark, ...]
    attempts: tuple[Attempt, ...]
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    safe_sentence: str
    attribution_check: AttributionCheck
    stale: bool
    reason: str
    judged_by: str
    judged_at: datetime | None
    former_status: Status | None
    signed_by: str
    self_signed: bool
    age: int
    created_at: datetime | None
    updated_at: datetime | None

    @property
    def own_voice(self) -> bool:
        """Whether the article says it itself."""
        return not self.source


def reported(dossier: Dossier, at: datetime) -> ReportedClaim:
    """Say of a claim what a report made at a time (UTC) says."""
    claim, source = dossier.claim, dossier.source
    return ReportedClaim(
        id=str(claim.ref),
        uid=claim.uid,
        status=claim.status,
        stage=claim.stage,
        statement=claim.statement,
        speaker=dossier.speaker,
        role=source.role if source else "",
        source=str(source.ref) if source else "",
        said=account_of(dossier).words,
        said_at=claim.said_at.words if claim.said_at else "",
        cue=claim.cue,
        voice=claim.voice.value,
        hedge=claim.hedge,
        chain=_chain(dossier),
        steps=_steps(dossier),
        quote=claim.quote,
        article=str(dossier.article.ref) if dossier.article else "",
        figures=claim.figures,
        counter_claims=_counter_claims(dossier),
        related=_related(dossier),
        caveats=_caveats(dossier),
        attempts=dossier.attempts,
        evidence=dossier.evidence,
        missing=missing_words(dossier) if claim.status in NOT_VERIFIED else (),
        safe_sentence=safe_sentence(dossier),
        attribution_check=claim.attribution_check,
        stale=claim.stale,
        reason=claim.reason,
        judged_by=claim.judged_by or "",
        judged_at=claim.judged_at,
        former_status=claim.former_status,
        signed_by=claim.signed_by or "",
        self_signed=claim.self_signed,
        age=days_between(claim.created_at, at),
        created_at=claim.created_at,
        updated_at=claim.updated_at,
    )


def _chain(dossier: Dossier) -> str:
    article = f" ({dossier.article.ref})" if dossier.article else ""
    if not dossier.claim.chain:
        return f"{dossier.speaker}, in its own voice{article}"
    published = dossier.claim.chain[-1].role is HopRole.PUBLISHER
    outlet = "" if published or not dossier.outlet else f" → {dossier.outlet}"
    return f"{dossier.chain_words}{outlet}{article}"


def _steps(dossier: Dossier) -> tuple[Step, ...]:
    return tuple(
        Step(source.name, hop.role.value, hop.medium, hop.verb, hop.date)
        for hop in dossier.claim.chain
        if (source := dossier.sources.get(hop.source_id)) is not None
    )


def _counter_claims(dossier: Dossier) -> tuple[CounterClaim, ...]:
    ties = standing(dossier.counter_claims)
    accounts = {tie.other.id: account_of(dossier, tie) for tie in ties}
    found = []
    for tie in sorted(ties, key=lambda tie: accounts[tie.other.id].place):
        between = _between(dossier, tie)
        rows = Pair(dossier, Dossier(tie.other), between).rows
        stands = {
            stand: tuple(row.facet.value for row in rows if row.stand is stand) for stand in Stand
        }
        found.append(
            CounterClaim(
                id=str(tie.other.ref),
                speaker=accounts[tie.other.id].name,
                said=accounts[tie.other.id].words,
                contradicts=stands[Stand.CONTRADICT],
                differs=stands[Stand.DIFFER],
                agrees=stands[Stand.AGREE],
                decided=tie.relation.confirmed,
            )
        )
    return tuple(found)


def _between(dossier: Dossier, tie: Tie) -> tuple[Relation, ...]:
    """The relations between the two; once an editor confirmed one, no merely suggested ones."""
    return tuple(
        one.relation
        for one in dossier.ties
        if one.other.id == tie.other.id and one.relation.confirmed >= tie.relation.confirmed
    )


def _related(dossier: Dossier) -> tuple[Related, ...]:
    against = {tie.other.id for tie in dossier.counter_claims}
    found = []
    for tie in standing(dossier.ties):
        relation = tie.relation
        if relation.confirmed and tie.other.id not in against:
            this, that = str(dossier.claim.ref), str(tie.other.ref)
            first, second = (this, that) if relation.a == dossier.claim.id else (that, this)
            on = f" on {relation.facet}" if relation.facet else ""
            words = f"{first} {relation.kind} {second}{on}: {RELATION_MEANINGS[relation.kind]}"
            found.append(Related(that, account_of(dossier, tie).words, words))
    return tuple(sorted(found, key=lambda one: (len(one.id), one.id, one.tie)))


def _caveats(dossier: Dossier) -> tuple[Remark, ...]:
    remarks = []
    for caveat in dossier.claim.caveats:
        outlet = dossier.sources.get(caveat.outlet_id or 0)
        name = outlet.name if outlet else dossier.outlet or "the article"
        remarks.append(Remark(name, caveat.words))
    return tuple(remarks)
