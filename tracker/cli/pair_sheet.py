"""Two claims side by side: a row per facet, agreement beside disagreement, evidence below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.cli.claim_json import source_json, titled
from tracker.cli.glyphs import status_piece
from tracker.cli.output import Output
from tracker.cli.relations import relation_json
from tracker.cli.sheet import Sheet
from tracker.cli.stands import row_piece
from tracker.cli.styles import quiet, strong
from tracker.cli.table import Column, table_lines
from tracker.domain.dossier import Dossier
from tracker.domain.interest import interest_of
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation, RelationState
from tracker.domain.settling import open_question, still_needed
from tracker.domain.side_by_side import FacetRow, Pair


def put_pair(sheet: Sheet, out: Output, pair: Pair, *, state: RelationState | None = None) -> None:
    """Put a pair on a sheet, headed by the state of the relation that is asked for, if one is."""
    left, right = pair.left, pair.right
    events = list(dict.fromkeys(one.event.title for one in (left, right) if one.event))
    refs = f"{left.claim.ref} and {right.claim.ref}"
    sheet.heading(strong(refs), f"  {state or pair.state}  ", quiet(" / ".join(events)))
    for one in (left, right):
        sheet.side(
            str(one.claim.ref),
            [
                status_piece(one.claim.status),
                f"  {one.speaker}: {one.claim.statement}{_hedge(one)}",
            ],
            quiet(one.claim.also_in),
        )
    for row in pair.rows:
        if row.relation is not None and row.relation.reason:
            sheet.side("why", f"{row.facet}: {row.relation.reason} ({row.relation.ref})")
    rejected = [relation for relation in pair.relations if not relation.stands]
    sheet.side("rejected", *map(_rejected, rejected))
    origins = "two independent origins" if left.origin != right.origin else "one origin"
    sheet.side("origins", origins)
    sheet.side("interest", *map(interest_line, (left, right)))
    columns = (
        Column("FACET", most=10),
        Column(str(left.claim.ref)),
        Column("", most=14),
        Column(str(right.claim.ref)),
        Column("", most=14),
    )
    sheet.rows(table_lines(out, columns, map(_facet_row, pair.rows), whole=True))
    for one in (left, right):
        sheet.side(f"evidence {one.claim.ref}", *evidence_lines(one))
    if question := open_question(pair):
        sheet.side("to settle", f"{question} – {still_needed(pair)}")


def interest_line(dossier: Dossier) -> str:
    """For whom a speaker speaks, and whom the claim serves."""
    interest = interest_of(dossier)
    side = f" ({interest.side_words})" if interest.side_words else ""
    return f"{dossier.speaker}{side}: {interest.words or interest.leaning}"


def interest_json(dossier: Dossier) -> dict[str, Any]:
    """Whom a claim serves and burdens, for scripts."""
    interest = interest_of(dossier)
    return {
        "side": interest.side.name if interest.side else None,
        "interest": interest.leaning.value,
        "against": list(interest.against),
    }


def evidence_lines(dossier: Dossier) -> Iterator[str]:
    """A claim's evidence, a line each."""
    for one in dossier.evidence:
        where = one.url if one.url != one.title else ""
        yield " ".join(
            filter(None, (str(one.ref), one.stance, "·", one.kind, "·", one.title, where))
        )


def pair_json(pair: Pair) -> dict[str, Any]:
    """A pair for scripts."""
    return {
        "a": _side_json(pair.left),
        "b": _side_json(pair.right),
        "state": pair.state.value,
        "facets": [_facet_json(row) for row in pair.rows],
        "relations": [relation_json(relation) for relation in pair.relations],
    }


def _side_json(dossier: Dossier) -> dict[str, Any]:
    claim = dossier.claim
    return {
        "id": str(claim.ref),
        "statement": claim.statement,
        "status": claim.status.value,
        "stage": claim.stage.value,
        "source": source_json(claim.speaker_id, dossier.sources),
        "hedge": claim.hedge or None,
        "also_in": [str(Ref(Kind.ARTICLE, number)) for number in claim.reprinted_in],
        "origin": dossier.origin,
        **interest_json(dossier),
        "event": titled(dossier.event),
        "evidence": [str(one.ref) for one in dossier.evidence],
    }


def _facet_json(row: FacetRow) -> dict[str, Any]:
    return {
        "facet": row.facet.value,
        "stand": row.stand.value,
        "a": row.left,
        "b": row.right,
        "relation": str(row.relation.ref) if row.relation else None,
        "kind": row.relation.kind.value if row.relation else None,
        "state": row.relation.state.value if row.relation else None,
        "reason": row.relation.reason if row.relation else None,
    }


def _facet_row(row: FacetRow) -> tuple[str, ...]:
    decided = f"{row.relation.ref} {row.relation.state}" if row.relation else ""
    left, right = (said or quiet("–") for said in row.told)
    return (row.facet.value, left, row_piece(row), right, decided)


def _rejected(relation: Relation) -> str:
    """What was rejected, by whom and why, for whoever thinks of it anew."""
    why = f" – {relation.reason}" if relation.reason else ""
    return f"{relation.ref} {relation.words}, by {relation.by}{why}"


def _hedge(dossier: Dossier) -> str:
    return f" [{dossier.claim.hedge}]" if dossier.claim.hedge else ""
