"""Claims in brief, where something else is shown that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.cli.claim_table import CLAIM_COLUMNS, claim_row
from tracker.cli.output import Output
from tracker.cli.sheet import Sheet
from tracker.cli.table import table_lines
from tracker.domain.listing import ClaimLine

MOST_SHOWN = 200


def put_claims(sheet: Sheet, out: Output, claims: Sequence[ClaimLine], all_of_them: str) -> None:
    """Put claims on a sheet; of very many only the first, and how to list the rest."""
    if not claims:
        return
    sheet.title("Claims")
    sheet.rows(table_lines(out, CLAIM_COLUMNS, map(claim_row, claims[:MOST_SHOWN]), whole=True))
    if len(claims) > MOST_SHOWN:
        sheet.side("", f"and {len(claims) - MOST_SHOWN:,} more: “{all_of_them}”")


def claims_json(claims: Sequence[ClaimLine]) -> list[dict[str, Any]]:
    """Claims in brief for scripts."""
    return [
        {
            "id": str(line.ref),
            "statement": line.statement,
            "status": line.status.value,
            "stage": line.stage.value,
            "source": line.source,
            "hedge": line.hedge or None,
            "contested": line.contested,
            "stale": line.stale,
        }
        for line in claims
    ]
