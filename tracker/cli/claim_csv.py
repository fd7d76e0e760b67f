"""A claim as a row of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.cli.claim_json import claim_json
from tracker.domain.dossier import Dossier

CSV_HEADER = (
    "id", "uid", "statement", "status", "stage", "attribution_check", "stale", "source", "chain",
    "cue", "voice", "hedge", "quote", "article", "event", "figures", "counter_claims",
    "corroborating_roots", "assignee", "due", "tags", "created_at", "updated_at",
)  # fmt: skip


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
