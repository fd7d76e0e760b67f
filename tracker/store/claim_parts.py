"""The parts of a claim: passages, hops, figures, facet values, caveats, tags."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import RowMapping

from tracker.domain.article import Passage, Span
from tracker.domain.assertion import Caveat
from tracker.domain.attribution import Hop
from tracker.domain.facet import FacetValue
from tracker.domain.figure import Figure
from tracker.store.parts import Part
from tracker.store.tables import caveat, claim_tag, facet_value, figure, hop, passage
from tracker.store.times import time_of, time_row


def _plain(
    field: str,
    table: Any,
    kind: type[Passage | Hop | Figure | Caveat],
) -> Part:
    """A part whose columns are the fields of its value."""
    names = [one.name for one in fields(kind)]
    return Part(
        field,
        table,
        "claim_id",
        lambda row: kind(**{name: row[name] for name in names}),
        lambda value: {name: getattr(value, name) for name in names},
    )


def _facet_value(row: RowMapping) -> FacetValue:
    has_span = row["span_start"] is not None
    return FacetValue(
        facet=row["facet"],
        words=row["words"],
        span=Span(row["span_start"], row["span_end"]) if has_span else None,
        source_id=row["source_id"],
        low=row["low"],
        high=row["high"],
        place=row["place"],
        time=time_of(row, "time"),
        sense=row["sense"],
    )


def _facet_row(value: FacetValue) -> dict[str, Any]:
    return {
        "facet": value.facet,
        "words": value.words,
        "span_start": value.span.start if value.span else None,
        "span_end": value.span.end if value.span else None,
        "source_id": value.source_id,
        "low": value.low,
        "high": value.high,
        "place": value.place,
        **time_row(value.time, "time"),
        "sense": value.sense,
    }


CLAIM_PARTS = (
    _plain("passages", passage, Passage),
    _plain("chain", hop, Hop),
    _plain("figures", figure, Figure),
    _plain("caveats", caveat, Caveat),
    Part("facets", facet_value, "claim_id", _facet_value, _facet_row),
    Part("tags", claim_tag, "claim_id", lambda row: row["word"], lambda word: {"word": word}),
)
