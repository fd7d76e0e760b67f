"""How an article is drawn as a row of a list."""

from __future__ import annotations

from tracker.domain.listing import ArticleLine
from tracker.tui.theme import MUTED
from tracker.tui.widgets.columns import Column
from tracker.tui.widgets.pieces import Cell, Piece


def article_detail(line: ArticleLine) -> Cell:
    """Say where and when it was published."""
    at = line.published_at or line.captured_at
    when = (
        f"{at.astimezone():%d %b %Y}"
        if line.published_at
        else f"taken in {at.astimezone():%d %b %Y}"
    )
    return [
        Piece(f"{line.ref}  ", MUTED),
        Piece(" · ".join(part for part in (line.outlet or "", when) if part), MUTED),
    ]


ARTICLE_COLUMNS = (
    Column[ArticleLine]("Article", lambda line: line.title or "untitled"),
    Column[ArticleLine]("claims", lambda line: f"{line.claims:,}", width=6, rank=2, right=True),
    Column[ArticleLine](
        "unverified", lambda line: f"{line.unverified:,}", width=10, rank=1, right=True
    ),
)
