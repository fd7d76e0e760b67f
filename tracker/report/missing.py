"""What a claim still lacks: what the domain's guards find missing, in words."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.domain.account import standing
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.facet import Facet
from tracker.domain.phrasing import listed
from tracker.domain.relation import RelationKind
from tracker.domain.status import AttributionCheck, Missing, Stage, Status, missing_for

VERDICTS = (
    Status.CORROBORATED,
    Status.CONFIRMED,
    Status.DISPUTED,
    Status.REFUTED,
    Status.UNVERIFIABLE,
)
"""The statuses that end "unverified"; the domain's guards say what each stands on."""

_SUPPOSED = "a reason"
"""An editor gives the reason when deciding, so its absence is nothing that is missing."""


def missing_words(dossier: Dossier) -> tuple[str, ...]:
    """Name what would let the claim leave its status, in the order an editor would add it."""
    claim = dossier.claim
    grounds = dossier.grounds(_SUPPOSED)
    lacks = {status: missing_for(status, grounds) for status in (*VERDICTS, Status.MISLEADING)}
    pieces = {piece for lacking in lacks.values() for piece in lacking}
    allowed = claim.status is Status.UNVERIFIED and any(not lacks[one] for one in VERDICTS)
    return (
        *_evidence(pieces),
        *(["a logged attempt"] if Missing.ATTEMPT in pieces else []),
        *_agreement(dossier, pieces),
        *_counter_claims(dossier),
        *_attribution(dossier),
        *([f"a decision on the proposed “{claim.proposed.status}”"] if claim.proposed else []),
        *(["a verdict (what has been gathered allows one)"] if allowed else []),
        *([f"what it waits for: {claim.waiting_for}"] if claim.stage is Stage.WAITING else []),
    )


def facet_words(ties: Iterable[Tie]) -> str:
    """List the facets that relations name: "actor and target"; empty if they name none."""
    named = {tie.relation.facet for tie in ties}
    facets = [facet.value for facet in Facet if facet in named]
    return listed(facets) if facets else ""


def _evidence(pieces: set[Missing]) -> list[str]:
    if Missing.EVIDENCE in pieces:
        return ["evidence"]
    if {Missing.SUPPORTING, Missing.UNDERMINING} <= pieces:
        return ["evidence that supports or undermines it"]
    return []


def _agreement(dossier: Dossier, pieces: set[Missing]) -> list[str]:
    if Missing.CORROBORATION in pieces:
        return ["a second, independent origin"]
    # An origin that agrees on how many died says nothing of who killed them.
    facets = facet_words(
        tie
        for tie in standing(dossier.ties)
        if tie.relation.kind is RelationKind.CORROBORATES and tie.relation.confirmed
    )
    return [f"a second, independent origin on more than {facets}"] if facets else []


def _counter_claims(dossier: Dossier) -> list[str]:
    words = []
    for counter in standing(dossier.counter_claims):
        facets = facet_words(
            tie
            for tie in dossier.ties
            if tie.other.id == counter.other.id
            and tie.relation.against
            and tie.relation.confirmed is counter.relation.confirmed
        )
        on = f" on {facets}" if facets else ""
        if counter.relation.confirmed:
            words.append(f"an answer to counter-claim {counter.other.ref}{on}")
        else:
            words.append(f"a decision whether {counter.other.ref} stands against it{on}")
    return words


def _attribution(dossier: Dossier) -> list[str]:
    if dossier.source is None:
        return []
    match dossier.claim.attribution_check:
        case AttributionCheck.NOT_CHECKED:
            return ["a check of the attribution"]
        case AttributionCheck.SECOND_HAND:
            return ["the statement at first hand"]
        case _:
            return []
