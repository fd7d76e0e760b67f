"""The sides of a claim on a sheet: how it stands, what was said, what bears on it."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.cli.glyphs import status_piece
from tracker.cli.pair_sheet import evidence_lines
from tracker.cli.prose import local
from tracker.cli.sheet import Sheet
from tracker.cli.styles import Line, Style, Styled, quiet, strong
from tracker.domain.article import Passage
from tracker.domain.attribution import HopRole
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.figure import Figure
from tracker.domain.interest import interest_of


def standing_sides(sheet: Sheet, dossier: Dossier) -> None:
    """Say which claim it is and how it stands."""
    claim = dossier.claim
    check = claim.attribution_check.replace("_", " ")
    stale = Styled("  stale: something new since the verdict", Style.RED) if claim.stale else ""
    sheet.heading(
        strong(str(claim.ref)), "  ", status_piece(claim.status), f"  {claim.stage.words}", stale
    )
    sheet.side("claim", f"{dossier.speaker}: {claim.statement}")
    sheet.side("", "" if claim.checkable else "not checkable: kept, but not counted as unverified")
    sheet.side("proposed", _proposed(claim))
    sheet.side("verdict", *_verdict(claim))
    sheet.side("attribution", check)
    sheet.side("work", ", ".join(_work(claim)))
    sheet.side("tags", " ".join(f"#{tag}" for tag in claim.tags))


def saying_sides(sheet: Sheet, dossier: Dossier) -> None:
    """Say what was said, where, through whom, and what it says of each question."""
    claim = dossier.claim
    sheet.side("chain", *_chain(dossier))
    interest = interest_of(dossier)
    sheet.side("interest", " · ".join(filter(None, (interest.words, interest.side_words))))
    sheet.side("voice", claim.voice, f"“{claim.cue}”" if claim.cue else "")
    sheet.side("hedge", f"“{claim.hedge}”" if claim.hedge else "")
    sheet.side("said", dossier.said_when)
    sheet.side("passage", *(line for passage in claim.own_passages for line in _passage(passage)))
    article = dossier.article
    sheet.side("article", f"{article.ref} {article.title}" if article else "")
    sheet.side("", claim.also_in)
    sheet.side("figures", *(figure_words(figure) for figure in claim.figures))
    sheet.side("facets", *(f"{value.facet}: {value.words}" for value in claim.facets))
    sheet.side(
        "caveat", *(f"{_outlet(dossier, one.outlet_id)}: “{one.words}”" for one in claim.caveats)
    )
    event = dossier.event
    sheet.side("event", f"{event.ref} {event.title}" if event else "")


def bearing_sides(sheet: Sheet, dossier: Dossier) -> None:
    """Say what stands against it and beside it, and what was found and tried."""
    against = [tie for tie in dossier.ties if tie.relation.against]
    others = [tie for tie in dossier.ties if not tie.relation.against]
    sheet.side("against", *map(_tie, against))
    sheet.side("relations", *map(_tie, others))
    sheet.side("evidence", *evidence_lines(dossier))
    sheet.side(
        "attempts",
        *(f"{one.what} → {one.result} ({one.by}, {local(one.at)})" for one in dossier.attempts),
    )
    for note in dossier.notes:
        sheet.side("note", quiet(f"{note.ref} {note.by}, {local(note.at)}"))
        sheet.block(note.text, inset=True)


def figure_words(figure: Figure) -> str:
    """A figure in its own words and as an interval."""
    counts = "" if figure.counts in figure.text else f" {figure.counts}"
    return f"{figure.text}{counts}  {figure.interval}"


def _proposed(claim: Claim) -> str:
    if claim.proposed is None:
        return ""
    return f"{claim.proposed.status}, because {claim.proposed.reason} (accept or dismiss it)"


def _verdict(claim: Claim) -> Iterator[str]:
    if claim.judged_by:
        yield f"{claim.judged_by}, {local(claim.judged_at)}"
    yield claim.reason
    if claim.former_status and claim.former_status is not claim.status:
        yield f"before it was reopened: {claim.former_status}"


def _work(claim: Claim) -> Iterator[str]:
    if claim.assignee:
        yield f"{claim.assignee} has it"
    if claim.due:
        yield f"due {local(claim.due)}"
    if claim.waiting_for:
        until = f" until {local(claim.waiting_until)}" if claim.waiting_until else ""
        yield f"waits for {claim.waiting_for}{until}"
    if claim.readied_by:
        yield f"made ready by {claim.readied_by}"
    if claim.signed_by:
        yield f"signed off by {claim.signed_by}{' for themselves' if claim.self_signed else ''}"
    if claim.dismissal:
        yield f"dismissed: {claim.dismissal.replace('_', ' ')}"
    if claim.merged_into:
        yield f"merged into C{claim.merged_into}"


def _chain(dossier: Dossier) -> Iterator[Line]:
    if not dossier.claim.chain:
        yield f"the article's own voice{f' ({dossier.outlet})' if dossier.outlet else ''}"
    for place, hop in enumerate(dossier.claim.chain, 1):
        source = dossier.sources.get(hop.source_id)
        name = source.name if source else ""
        manner = ", ".join(filter(None, (hop.verb, hop.medium, hop.date)))
        role = f" · {source.role}" if source and source.role and hop.role is HopRole.SPEAKER else ""
        said = f": {manner}" if manner else ""
        yield f"{place}. S{hop.source_id} {name}{role} ({hop.role}){said}"


def _passage(passage: Passage) -> Iterator[str]:
    words = f"…{passage.prefix}«{passage.exact}»{passage.suffix}…"
    yield " ".join(words.split())
    if passage.orphaned:
        yield "orphaned: not found again in the article's later revision"


def _outlet(dossier: Dossier, number: int | None) -> str:
    source = dossier.sources.get(number or 0)
    return source.name if source else dossier.outlet or "the outlet"


def _tie(tie: Tie) -> Line:
    relation = tie.relation
    outward = relation.other(relation.a) == tie.other.id
    on = f" on {relation.facet}" if relation.facet else ""
    ends = f"{relation.kind} {tie.other.ref}" if outward else f"{tie.other.ref} {relation.kind} it"
    return (
        status_piece(tie.other.status),
        f"  {ends}{on} ({relation.ref}, {relation.state}) – {tie.speaker}: {tie.other.statement}",
    )
