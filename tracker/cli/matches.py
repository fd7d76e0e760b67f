"""Sources that may be one and the same: proposed, for an editor to decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.cli.json_text import iso, write_json_list
from tracker.cli.output import Output
from tracker.cli.prose import counted, named
from tracker.cli.table import Column, write_table
from tracker.domain.match import Likely, Match
from tracker.domain.reference import Kind, Ref
from tracker.domain.source import Source

_COLUMNS = (
    Column("ID", most=7),
    Column("NEWER", most=40),
    Column("MAY BE", most=40),
    Column("WHY"),
)


def write_matches(out: Output, likely: Sequence[Likely], *, as_json: bool) -> None:
    """List what is proposed."""
    if as_json:
        write_json_list(out, map(_json, likely))
    elif likely:
        write_table(out, _COLUMNS, map(_row, likely), whole=True)
        ref = likely[0].match.ref
        out.hint(
            f"“tracker accept {ref}” merges the two, “tracker dismiss {ref}” keeps them apart."
        )
    else:
        out.hint("no sources are proposed to be one and the same.")


def match_words(one: Likely, seen_from: int) -> str:
    """Say a match beside one of its sources: "M4: may be S3 Joren Pell – the surname alone"."""
    other = one.other if one.one.id == seen_from else one.one
    return f"{one.match.ref}: may be {other.ref} {other.name} – {one.match.reason}"


def matches_said(matches: Sequence[Match], *, same: bool) -> str:
    """Say what was decided."""
    if same:
        return "; ".join(
            f"{Ref(Kind.SOURCE, one.other_id)} merged into {Ref(Kind.SOURCE, one.one_id)}"
            for one in matches
        )
    refs = named((one.ref for one in matches), "match")
    return f"{refs} dismissed; {'they are' if len(matches) > 1 else 'it is'} not proposed again"


def _row(one: Likely) -> tuple[str, ...]:
    (older, newer), why = one.claims, one.match.reason
    return (str(one.match.ref), _source(one.other, newer), _source(one.one, older), why)


def _source(source: Source, claims: int) -> str:
    told = ", ".join(filter(None, (source.role, counted(claims, "claim") if claims else "")))
    return f"{source.ref} {source.name}{f' ({told})' if told else ''}"


def _json(one: Likely) -> dict[str, Any]:
    return {
        "id": str(one.match.ref),
        "source": {"id": str(one.one.ref), "name": one.one.name},
        "proposed": {"id": str(one.other.ref), "name": one.other.name},
        "score": one.match.score,
        "reason": one.match.reason,
        "state": one.match.state.value,
        "at": iso(one.match.at),
    }
