"""A claim as the JSON that scripts rely on: its keys are a promise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tracker.cli.json_text import iso
from tracker.domain.article import Passage
from tracker.domain.attribution import Hop
from tracker.domain.dossier import Dossier
from tracker.domain.figure import Figure
from tracker.domain.reference import Kind, Ref
from tracker.domain.source import Source


def claim_json(dossier: Dossier) -> dict[str, Any]:
    """Say all of a claim that a list of claims gives."""
    claim = dossier.claim
    return {
        "id": str(claim.ref),
        "uid": claim.uid,
        "statement": claim.statement,
        "status": claim.status.value,
        "stage": claim.stage.value,
        "attribution_check": claim.attribution_check.value,
        "stale": claim.stale,
        "source": source_json(claim.speaker_id, dossier.sources),
        "chain": [_hop(hop, dossier.sources) for hop in claim.chain],
        "cue": claim.cue,
        "voice": claim.voice.value,
        "hedge": claim.hedge or None,
        "quote": claim.quote,
        "article": titled(dossier.article),
        "spans": [span for passage in claim.own_passages for span in spans_of(passage)],
        "also_in": [str(Ref(Kind.ARTICLE, number)) for number in claim.reprinted_in],
        "event": titled(dossier.event),
        "figures": [figure_json(figure) for figure in claim.figures],
        "counter_claims": [str(tie.other.ref) for tie in dossier.counter_claims],
        "corroborating_roots": len(dossier.corroborating_origins),
        "assignee": claim.assignee,
        "due": iso(claim.due),
        "tags": list(claim.tags),
        "created_at": iso(claim.created_at),
        "updated_at": iso(claim.updated_at),
    }


def source_json(number: int | None, sources: Mapping[int, Source]) -> dict[str, Any] | None:
    """A source by id and public name; None is the article's own voice."""
    if number is None:
        return None
    known = sources.get(number)
    ref = str(Ref(Kind.SOURCE, number))
    return {"id": ref, "name": known.name if known else ref}


def titled(thing: Any) -> dict[str, Any] | None:
    """An article or event by id and title."""
    return None if thing is None else {"id": str(thing.ref), "title": thing.title}


def spans_of(passage: Passage) -> list[list[int]]:
    """The spans of a passage: code points, end exclusive."""
    return [[span.start, span.end] for span in passage.spans]


def figure_json(figure: Figure) -> dict[str, Any]:
    """A figure; a bound that is null is unbounded."""
    return {
        "text": figure.text,
        "low": figure.low,
        "high": figure.high,
        "low_open": figure.low_open,
        "high_open": figure.high_open,
        "approximate": figure.approximate,
        "of": figure.of,
        "unit": figure.unit,
        "counts": figure.counts,
    }


def _hop(hop: Hop, sources: Mapping[int, Source]) -> dict[str, Any]:
    named = source_json(hop.source_id, sources) or {}
    return {
        **named,
        "role": hop.role.value,
        "medium": hop.medium or None,
        "verb": hop.verb or None,
        "date": hop.date or None,
    }
