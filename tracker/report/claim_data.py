"""A claim for programs: as a row of a spreadsheet, and as a tree of stable keys."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tracker.domain.evidence import Attempt, Evidence
from tracker.report.reported_claim import ReportedClaim
from tracker.report.wording import figure_words, iso

BETWEEN = " | "
"""Stands between several things in one cell."""


def claim_row(claim: ReportedClaim) -> dict[str, str]:
    """Write a claim as cells."""
    return {
        "id": claim.id,
        "status": claim.status.value,
        "stage": claim.stage.value,
        "source": claim.source,
        "speaker": claim.speaker,
        "statement": claim.statement,
        "said": claim.said,
        "hedge": claim.hedge,
        "figures": BETWEEN.join(figure_words(figure) for figure in claim.figures),
        "chain": claim.chain,
        "counter_claims": BETWEEN.join(f"{one.id}: {one.said}" for one in claim.counter_claims),
        "caveats": BETWEEN.join(f"{one.outlet}: {one.words}" for one in claim.caveats),
        "attempts": BETWEEN.join(f"{one.what}: {one.result}" for one in claim.attempts),
        "evidence": BETWEEN.join(
            " ".join(dict.fromkeys((f"{one.stance}:", one.title, one.url))).strip()
            for one in claim.evidence
        ),
        "missing": "; ".join(claim.missing),
        "safe_sentence": claim.safe_sentence,
        "reason": claim.reason,
        "judged_by": claim.judged_by,
        "judged_at": iso(claim.judged_at) or "",
        "attribution_check": claim.attribution_check.value,
        "age_days": str(claim.age),
        "created_at": iso(claim.created_at) or "",
        "signed_by": claim.signed_by,
        "stale": "yes" if claim.stale else "no",
        "article": claim.article,
        "quote": claim.quote,
        "uid": claim.uid,
    }


def claim_tree(claim: ReportedClaim) -> dict[str, Any]:
    """Write a claim by keys."""
    return {
        "id": claim.id,
        "uid": claim.uid,
        "statement": claim.statement,
        "status": claim.status.value,
        "stage": claim.stage.value,
        "attribution_check": claim.attribution_check.value,
        "stale": claim.stale,
        "source": None if claim.own_voice else claim.speaker,
        "source_id": claim.source or None,
        "speaker": claim.speaker,
        "role": claim.role or None,
        "said": claim.said,
        "said_at": claim.said_at or None,
        "chain": [asdict(step) for step in claim.steps],
        "cue": claim.cue or None,
        "voice": claim.voice,
        "hedge": claim.hedge or None,
        "quote": claim.quote,
        "article": claim.article or None,
        "figures": [asdict(figure) for figure in claim.figures],
        "counter_claims": [asdict(one) for one in claim.counter_claims],
        "related": [asdict(one) for one in claim.related],
        "caveats": [asdict(one) for one in claim.caveats],
        "attempts": [_attempt(attempt) for attempt in claim.attempts],
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "missing": list(claim.missing),
        "safe_sentence": claim.safe_sentence,
        "reason": claim.reason or None,
        "judged_by": claim.judged_by or None,
        "judged_at": iso(claim.judged_at),
        "former_status": claim.former_status.value if claim.former_status else None,
        "signed_by": claim.signed_by or None,
        "self_signed": claim.self_signed,
        "age_days": claim.age,
        "created_at": iso(claim.created_at),
        "updated_at": iso(claim.updated_at),
    }


def _attempt(attempt: Attempt) -> dict[str, Any]:
    return {
        "id": str(attempt.ref),
        "what": attempt.what,
        "result": attempt.result,
        "by": attempt.by,
        "at": iso(attempt.at),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "id": str(evidence.ref),
        "kind": evidence.kind.value,
        "stance": evidence.stance.value,
        "title": evidence.title,
        "url": evidence.url or None,
        "capture": evidence.capture,
        "no_capture": evidence.no_capture.value if evidence.no_capture else None,
        "judged_by": evidence.judged_by,
        "judged_at": iso(evidence.judged_at),
    }
