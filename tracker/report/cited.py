"""An article as reports cite it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker.domain.article import Article
from tracker.report.page import Line
from tracker.report.wording import day, iso


@dataclass(frozen=True)
class Cited:
    """An article that a report's claims stand in."""

    id: str
    title: str
    outlet: str
    url: str
    published_at: datetime | None
    sha256: str

    @property
    def line(self) -> Line:
        """The article in a line."""
        when = day(self.published_at) if self.published_at else ""
        words = ", ".join(word for word in (f"“{self.title}”", self.outlet, when) if word)
        return Line(f"{self.id}: {words}", self.url)

    @property
    def tree(self) -> dict[str, Any]:
        """The article for machines."""
        return {
            "id": self.id,
            "title": self.title,
            "outlet": self.outlet or None,
            "url": self.url or None,
            "published_at": iso(self.published_at),
            "sha256": self.sha256,
        }


def cited(article: Article, outlet: str) -> Cited:
    """Cite an article by its first publication."""
    first = article.publications[0] if article.publications else None
    return Cited(
        id=str(article.ref),
        title=article.title,
        outlet=outlet,
        url=first.url if first else "",
        published_at=first.published_at if first else None,
        sha256=article.sha256,
    )
