"""What reading proposes, as the JSON that scripts rely on: its keys are a promise."""

from __future__ import annotations

from typing import Any

from tracker.cli.claim_json import figure_json
from tracker.cli.json_text import iso
from tracker.domain.article import Span, text_sha256
from tracker.domain.draft import FacetDraft, HopDraft, RelationDraft, SourceDraft
from tracker.extract.drafted import Draft, DraftedClaim


def draft_json(file: str, draft: Draft, remarks: tuple[str, ...] = ()) -> dict[str, Any]:
    """One document: the text, its claims, relations, events and caveats."""
    reading = draft.reading
    sources = {source.key: source for source in reading.sources}
    claims = {one.claim.key: number for number, one in enumerate(draft.claims, 1)}
    events = {event.key: number for number, event in enumerate(reading.events, 1)}
    event_of = {claim.key: claim.event for claim in reading.claims}
    article = reading.article
    outlet = sources.get(article.outlet or "")
    return {
        "file": file,
        "title": article.title or None,
        "outlet": outlet.name if outlet else None,
        "byline": article.byline or None,
        "url": article.url or None,
        "published_at": iso(article.published_at),
        "remarks": list(remarks),
        "text": reading.text,
        "text_sha256": text_sha256(reading.text),
        "claims": [
            {
                "id": claims[one.claim.key],
                **_claim(one, sources),
                "event": events.get(event_of.get(one.claim.key) or ""),
            }
            for one in draft.claims
        ],
        "relations": [_relation(one, claims) for one in reading.relations],
        "events": [
            {
                "id": events[event.key],
                "title": event.title,
                "place": event.place or None,
                "time": event.time.words if event.time else None,
            }
            for event in reading.events
        ],
        "caveats": [
            {"text": words, "claims": [claims[key] for key in keys]}
            for words, keys in draft.caveats
        ],
    }


def _claim(one: DraftedClaim, sources: dict[str, SourceDraft]) -> dict[str, Any]:
    claim = one.claim
    said = claim.said_at
    speaker = sources[claim.chain[0].source] if claim.chain else None
    return {
        "content": [_span(span) for span in claim.spans],
        "statement": claim.statement,
        "voice": claim.voice.value,
        "cue": {"text": claim.cue, "span": _span(one.cue)} if one.cue else None,
        "source": {"name": speaker.name, "kind": speaker.kind.value, "span": _span(one.source)}
        if speaker
        else None,
        "chain": [_hop(hop, sources) for hop in claim.chain],
        "hedge": claim.hedge or None,
        "figures": [figure_json(figure) for figure in claim.figures],
        "facets": [_facet(value) for value in claim.facets],
        "said_at": said.words if said else None,
        "said_from": iso(said.start) if said else None,
        "said_until": iso(said.end) if said else None,
        "checkable": claim.checkable,
        "score": claim.score,
        "reason": claim.score_reason,
    }


def _hop(hop: HopDraft, sources: dict[str, SourceDraft]) -> dict[str, Any]:
    return {
        "name": sources[hop.source].name,
        "role": hop.role.value,
        "medium": hop.medium or None,
        "verb": hop.verb or None,
    }


def _facet(value: FacetDraft) -> dict[str, Any]:
    return {"facet": value.facet.value, "text": value.words, "span": _span(value.span)}


def _relation(one: RelationDraft, claims: dict[str, int]) -> dict[str, Any]:
    return {
        "a": claims[one.a],
        "b": claims[one.b],
        "kind": one.kind.value,
        "facet": one.facet.value if one.facet else None,
        "score": one.score,
        "reason": one.reason,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
