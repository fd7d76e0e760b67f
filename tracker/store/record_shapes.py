"""The shapes of records: which columns each is made of, and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from sqlalchemy import Table

from tracker.domain.article import Article, Passage, Publication, Span
from tracker.domain.assertion import Caveat
from tracker.domain.attribution import Hop
from tracker.domain.claim import Claim
from tracker.domain.event import Event
from tracker.domain.facet import FacetValue
from tracker.domain.figure import Figure
from tracker.domain.source import Source
from tracker.store import tables
from tracker.store.types import Spans

Record = dict[str, Any]

_TIME = ("words", "start", "end", "precision")


class Shape(NamedTuple):
    """Which columns a record is made of, and how."""

    table: Table
    columns: Sequence[str]
    make: Callable[[Sequence[Any]], Record]


class Part(NamedTuple):
    """Parts of an owner that lie in a table of their own, and how each is made."""

    field: str
    table: Table
    owner: str
    columns: Sequence[str]
    make: Callable[[Sequence[Any]], Any]


def flat(table: Table, value: type[Any], *apart: str, time: str = "") -> Shape:
    """A record whose fields are columns, but for a time range of this prefix."""
    names = [one.name for one in fields(value) if one.name not in (*apart, time)]
    spans = [name for name in names if isinstance(table.c[name].type, Spans)]
    if not time and not spans:
        return Shape(table, names, lambda row: dict(zip(names, row, strict=True)))

    def make(row: Sequence[Any]) -> Record:
        record = dict(zip(names, row, strict=False))
        for name in spans:
            record[name] = _spans(record[name])
        if time:
            record[time] = _time(row[len(names) :])
        return record

    return Shape(table, [*names, *(_time_columns(time) if time else ())], make)


def _claim() -> Shape:
    apart = {"said_at", "proposed", *(part.field for part in CLAIM_PARTS)}
    names = [one.name for one in fields(Claim) if one.name not in apart]
    said, proposed = len(names), len(names) + len(_TIME)

    def make(row: Sequence[Any]) -> Record:
        record = dict(zip(names, row, strict=False))
        record["said_at"] = _time(row[said:proposed])
        status, reason = row[proposed:]
        record["proposed"] = {"status": status, "reason": reason} if status else None
        return record

    columns = [*names, *_time_columns("said"), "proposed", "proposed_reason"]
    return Shape(tables.claim, columns, make)


def _flat_part(field: str, table: Table, kind: type[Any], owner: str = "claim_id") -> Part:
    names = [one.name for one in fields(kind)]
    return Part(field, table, owner, names, lambda row: dict(zip(names, row, strict=True)))


def _passage(row: Sequence[Any]) -> Record:
    record = dict(zip(_PASSAGE, row, strict=False))
    record["spans"] = _spans(record["spans"])
    return record


def _spans(spans: Sequence[Span]) -> list[Record]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _facet_value(row: Sequence[Any]) -> Record:
    record = dict(zip(_FACET, row, strict=False))
    start, end = row[len(_FACET) : len(_FACET) + 2]
    record["span"] = None if start is None else {"start": start, "end": end}
    record["time"] = _time(row[len(_FACET) + 2 :])
    return record


def _time_columns(prefix: str) -> list[str]:
    return [f"{prefix}_{part}" for part in _TIME]


def _time(row: Sequence[Any]) -> Record | None:
    words, start, end, precision = row
    if words is None:
        return None
    return {"words": words, "start": start, "end": end, "precision": precision or "unknown"}


_PASSAGE = [one.name for one in fields(Passage)]
_FACET = [one.name for one in fields(FacetValue) if one.name not in ("span", "time")]
ALIASES = Part("aliases", tables.alias, "source_id", ["name"], lambda row: row[0])
PUBLICATIONS = _flat_part("publications", tables.publication, Publication, "article_id")
CLAIM_PARTS = (
    Part("passages", tables.passage, "claim_id", _PASSAGE, _passage),
    _flat_part("chain", tables.hop, Hop),
    _flat_part("figures", tables.figure, Figure),
    Part(
        "facets",
        tables.facet_value,
        "claim_id",
        [*_FACET, "span_start", "span_end", *_time_columns("time")],
        _facet_value,
    ),
    _flat_part("caveats", tables.caveat, Caveat),
    Part("tags", tables.claim_tag, "claim_id", ["word"], lambda row: row[0]),
)
SOURCE = flat(tables.source, Source, "aliases")
ARTICLE = flat(tables.article, Article, "publications")
EVENT = flat(tables.event, Event, time="time")
CLAIM = _claim()
