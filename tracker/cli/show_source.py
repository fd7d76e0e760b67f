"""A source whole: who it is, for whom it speaks, how its claims stand (counts, never a score)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.cli.brief_claims import claims_json, put_claims
from tracker.cli.glyphs import counts_piece
from tracker.cli.matches import match_words
from tracker.cli.output import Output
from tracker.cli.sheet import Sheet
from tracker.cli.styles import strong
from tracker.domain.listing import ClaimLine, Filter, Order, SourceLine
from tracker.domain.match import Likely
from tracker.domain.names import warning_of
from tracker.domain.reference import Kind, Ref
from tracker.domain.source import Source
from tracker.domain.status import Status

if TYPE_CHECKING:
    from tracker.desk.desk import Desk


class Whole(NamedTuple):
    """A source, whom it speaks for, how its claims stand, and all that have it in their chain."""

    source: Source
    affiliation: str
    said: SourceLine | None
    claims: tuple[ClaimLine, ...]
    likely: tuple[Likely, ...]


def fetched(desk: Desk, number: int) -> Whole:
    """Fetch it.

    Raises:
        UnknownRefError: there is no such source.
    """
    source = desk.browsing.source(number)
    above = source.affiliation_id or 0
    found = (one for one in desk.browsing.sources(source.name) if one.id == number)
    return Whole(
        source,
        desk.browsing.source_names([above]).get(above, ""),
        next(found, None),
        desk.browsing.page(Filter(source_id=number), Order.ID),
        desk.matching.of_source(number),
    )


def put(sheet: Sheet, out: Output, whole: Whole) -> None:
    """Put it on a sheet."""
    source = whole.source
    sheet.heading(strong(f"{source.ref}  {source.name}"), f"  {source.kind.words}")
    sheet.side("role", source.role)
    above = f"S{source.affiliation_id} {whole.affiliation}" if source.affiliation_id else ""
    sheet.side("speaks for", above)
    sheet.side("", "counts as an origin of its own" if source.own_origin else "")
    sheet.side("aliases", ", ".join(source.aliases))
    sheet.side("reliability", f"{source.reliability} (Admiralty code)")
    sheet.side("", "protected: its name is kept apart" if source.restricted else "")
    sheet.side("", warning_of(source.name, *source.aliases))
    sheet.side("merged", f"into S{source.merged_into}" if source.merged_into else "")
    sheet.side("proposed", *(match_words(one, source.id) for one in whole.likely))
    said = whole.said
    sheet.side(
        "said", f"{said.claims}: {counts_piece(said.statuses)}" if said and said.claims else ""
    )
    passed = len(whole.claims) - (said.claims if said else 0)
    sheet.side("passed on", str(passed) if passed > 0 else "")
    put_claims(sheet, out, whole.claims, f"tracker claims --source {source.id}")


def as_json(whole: Whole) -> dict[str, Any]:
    """It for scripts; ``statuses`` counts what it said, ``claims`` has what it passed on too."""
    source, said = whole.source, whole.said
    above, merged = source.affiliation_id, source.merged_into
    named = {"id": str(Ref(Kind.SOURCE, above)), "name": whole.affiliation} if above else None
    return {
        "id": str(source.ref),
        "uid": source.uid,
        "name": source.name,
        "kind": source.kind.value,
        "role": source.role,
        "aliases": list(source.aliases),
        "affiliation": named,
        "reliability": source.reliability.value,
        "own_origin": source.own_origin,
        "restricted": source.restricted,
        "merged_into": str(Ref(Kind.SOURCE, merged)) if merged else None,
        "statuses": {one.value: said.statuses.get(one, 0) if said else 0 for one in Status},
        "claims": claims_json(whole.claims),
    }
