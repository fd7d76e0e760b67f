"""A claim as a row: of a list on the terminal, and of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.cli.claim_json import claim_json
from tracker.cli.glyphs import status_piece
from tracker.cli.prose import local
from tracker.cli.table import Column
from tracker.domain.dossier import THE_ARTICLE, Dossier
from tracker.domain.listing import ClaimLine

CLAIM_COLUMNS = (
    Column("ID", most=7),
    Column("STATUS", most=14),
    Column("STAGE", most=11, drop=2),
    Column("FLAGS", most=20, drop=4),
    Column("DUE", most=10, drop=3),
    Column("FOR", most=10, drop=1),
    Column("SOURCE", most=22, drop=5),
    Column("CLAIM"),
)

CSV_HEADER = (
    "id", "uid", "statement", "status", "stage", "attribution_check", "stale", "source", "chain",
    "cue", "voice", "hedge", "quote", "article", "event", "figures", "counter_claims",
    "corroborating_roots", "assignee", "due", "tags", "created_at", "updated_at",
)  # fmt: skip


def claim_row(line: ClaimLine) -> Sequence[str]:
    """Write a claim as a row of ``CLAIM_COLUMNS``."""
    hedge = f" [{line.hedge}]" if line.hedge else ""
    return (
        str(line.ref),
        status_piece(line.status),
        line.stage.words,
        " ".join(_flags(line)),
        local(line.due)[:10],
        line.assignee or "",
        line.source or THE_ARTICLE,
        f"{line.statement}{hedge}",
    )


def _flags(line: ClaimLine) -> list[str]:
    raised = (
        ("contested", line.contested),
        ("stale", line.stale),
        (f"{line.proposed}?", line.proposed is not None),
    )
    return [word for word, is_raised in raised if is_raised]


def csv_row(dossier: Dossier) -> Sequence[str]:
    """Write a claim as a row of a spreadsheet; several values share a cell, with semicolons."""
    whole = claim_json(dossier)
    claim = dossier.claim
    flat = {
        **whole,
        "source": dossier.source.name if dossier.source else "",
        "chain": dossier.chain_words if claim.chain else "",
        "article": whole["article"]["id"] if whole["article"] else "",
        "event": whole["event"]["id"] if whole["event"] else "",
        "figures": "; ".join(
            f"{figure.text} {figure.counts} {figure.interval}" for figure in claim.figures
        ),
        "counter_claims": "; ".join(whole["counter_claims"]),
        "tags": "; ".join(claim.tags),
        "stale": "yes" if claim.stale else "no",
    }
    return ["" if flat[name] is None else str(flat[name]) for name in CSV_HEADER]
