"""A claim as a row of a list on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.cli.glyphs import status_piece
from tracker.cli.prose import local
from tracker.cli.table import Column
from tracker.domain.listing import ClaimLine
from tracker.domain.source import THE_ARTICLE

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
