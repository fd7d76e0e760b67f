"""A relation whole: its two claims side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.cli.output import Output
from tracker.cli.pair_sheet import pair_json, put_pair
from tracker.cli.prose import local
from tracker.cli.relations import relation_json, relation_words
from tracker.cli.sheet import Sheet
from tracker.cli.styles import strong
from tracker.domain.relation import Relation, RelationOrigin, RelationState
from tracker.domain.side_by_side import Pair

if TYPE_CHECKING:
    from tracker.desk.desk import Desk


class Whole(NamedTuple):
    """A relation and its two claims."""

    relation: Relation
    pair: Pair


def fetched(desk: Desk, number: int) -> Whole:
    """Fetch it.

    Raises:
        UnknownRefError: there is no such relation.
    """
    relation = desk.browsing.relation(number)
    return Whole(relation, desk.pairing.pair(relation.a, relation.b))


def put(sheet: Sheet, out: Output, whole: Whole) -> None:
    """Put it on a sheet."""
    relation = whole.relation
    on = f" on {relation.facet}" if relation.facet else ""
    sheet.heading(strong(str(relation.ref)), f"  {relation_words(relation)}{on}, {relation.state}")
    sheet.side("why", relation.reason)
    sheet.side("by", f"{_whose(relation)}, {local(relation.at)}")
    sheet.side("score", "" if relation.score is None else f"{relation.score:.2f}")
    sheet.blank()
    put_pair(sheet, out, whole.pair, state=relation.state)


def as_json(whole: Whole) -> dict[str, Any]:
    """It for scripts, with its two claims facet by facet."""
    return {**relation_json(whole.relation), "pair": pair_json(whole.pair)}


def _whose(relation: Relation) -> str:
    """Who proposed it, and who decided on it."""
    decided = f"{relation.state} by {relation.by}"
    if relation.origin is not RelationOrigin.MACHINE:
        return decided
    proposed = "proposed by the machine"
    return proposed if relation.state is RelationState.SUGGESTED else f"{proposed}, {decided}"
