"""The report of unverified claims for machines: one document, stable keys, times in UTC."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from tracker.domain.evidence import Attempt, Evidence
from tracker.report.open_claim import OpenClaim
from tracker.report.unverified import Cited, EventClaims, UnverifiedReport
from tracker.report.wording import iso

_HIDES = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What JSON may hold as it is, but what acts on a terminal or cannot be seen."""


def to_json(report: UnverifiedReport) -> str:
    """Write the report as one JSON document, every text letter for letter."""
    made = report.made
    whole = {
        "report": "unverified",
        "made_at": iso(made.at),
        "made_by": made.by,
        "ledger": made.ledger,
        "filter": made.filter,
        "history": {"entries": made.entries, "head": made.head},
        "counts": {status.value: count for status, count in report.counts.items()},
        "not_checkable": len(report.not_checkable),
        "suggested": report.suggested,
        "sources": [
            {"id": one.id or None, "name": one.name, "claims": one.claims} for one in report.sources
        ],
        "events": [_event(event) for event in report.events],
        "not_counted": [_claim(claim) for claim in report.not_checkable],
        "articles": [_article(article) for article in report.articles],
    }
    return plain(json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def plain(document: str) -> str:
    """Write the invisible and acting characters of a JSON document as escapes."""
    return _HIDES.sub(lambda found: json.dumps(found[0])[1:-1], document)


def _event(event: EventClaims) -> dict[str, Any]:
    return {
        "id": event.id or None,
        "title": event.title or None,
        "place": event.place or None,
        "time": event.time or None,
        "claims": [_claim(claim) for claim in event.claims],
    }


def _claim(claim: OpenClaim) -> dict[str, Any]:
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


def _article(article: Cited) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet or None,
        "url": article.url or None,
        "published_at": iso(article.published_at),
        "sha256": article.sha256,
    }
