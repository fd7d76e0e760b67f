"""The report of an article: its text, each claim numbered, and what no claim covers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar

from tracker.domain.article import Article, Passage, Span
from tracker.domain.dossier import Dossier
from tracker.domain.sentences import sentences
from tracker.domain.telling import Grouping, Told, Totals
from tracker.report.article_page import page_of
from tracker.report.cited import Cited, cited
from tracker.report.claim_data import claim_row, claim_tree
from tracker.report.page import Page
from tracker.report.report import Made, Report, ReportKind, Row, Tree
from tracker.report.reported_claim import ReportedClaim, reported
from tracker.report.wording import counted, counted_in

TOLD = Told(Grouping.ARTICLE)


@dataclass(frozen=True)
class NumberedClaim:
    """A claim by its number in the article, with its spans in the text (end exclusive).

    Without spans its words were not found again in this revision of the text.
    """

    number: int
    claim: ReportedClaim
    spans: tuple[Span, ...]
    checkable: bool


@dataclass(frozen=True)
class Annotated:
    """An article with its claims, and the sentences that none of them touches.

    In those that are ``cleared`` an editor found nothing to check; ``uncovered`` are the others.
    """

    cited: Cited
    byline: str
    language: str
    text: str
    claims: tuple[NumberedClaim, ...]
    uncovered: tuple[Span, ...]
    cleared: tuple[Span, ...]
    sentences: int


@dataclass(frozen=True)
class ArticleReport(Report):
    """All that the report says."""

    kind: ClassVar = ReportKind.ARTICLE
    columns: ClassVar = (
        *("id", "number", "article", "article_title", "start", "end", "quote", "statement"),
        *("speaker", "said", "hedge", "status", "stage", "checkable", "attribution_check"),
        *("reason", "judged_by", "judged_at", "signed_by", "counter_claims", "evidence"),
        *("attempts", "missing", "uid"),
    )
    made: Made
    totals: Totals
    articles: Iterable[Annotated]
    left_out: int = 0

    @property
    def total(self) -> str:
        """How many claims and articles it holds."""
        claims, articles = self.totals.claims, self.totals.groups
        return counted_in(counted(claims, "claim"), "in", articles, "article")

    def page(self) -> Page:
        """Lay it out for a reader."""
        return page_of(self)

    def rows(self) -> Iterator[Row]:
        """Tell it: a row a claim, then one a sentence that none covers, without an id."""
        for article in self.articles:
            named = {"article": article.cited.id, "article_title": article.cited.title}
            for one in article.claims:
                yield {**claim_row(one.claim), **named, **_place(one)}
            for span in article.uncovered:
                place = {"start": str(span.start), "end": str(span.end)}
                yield {**named, **place, "quote": article.text[span.start : span.end]}

    def tree(self) -> Tree:
        """Tell it as one document."""
        return {
            **self.made.tree(self.kind),
            "claims": self.totals.claims,
            "suggested": self.totals.suggested,
            "articles": map(_article_tree, self.articles),
        }


def annotated(
    article: Article,
    outlet: str,
    dossiers: Iterable[Dossier],
    covered: Collection[Span],
    at: datetime,
) -> Annotated:
    """Annotate an article with claims, which are numbered as they stand in the text.

    ``covered`` is where any of its claims stands, also those that are not told here.
    """
    placed = sorted(
        ((_spans(one.claim.passages, article), one) for one in dossiers),
        key=lambda one: (not one[0], one[0], one[1].claim.id),
    )
    whole = sentences(article.text)
    bare = [one for one in whole if not any(map(one.meets, covered))]
    first = article.publications[0] if article.publications else None
    return Annotated(
        cited=cited(article, outlet),
        byline=first.byline if first else "",
        language=article.language,
        text=article.text,
        claims=tuple(
            NumberedClaim(number, reported(one, at), spans, one.claim.checkable)
            for number, (spans, one) in enumerate(placed, 1)
        ),
        uncovered=tuple(one for one in bare if not article.is_cleared(one)),
        cleared=tuple(filter(article.is_cleared, bare)),
        sentences=len(whole),
    )


def _spans(passages: Iterable[Passage], article: Article) -> tuple[Span, ...]:
    found = {
        span
        for passage in passages
        if passage.article_id == article.id and not passage.orphaned
        for span in passage.spans
        if 0 <= span.start < span.end <= len(article.text)
    }
    return tuple(sorted(found))


def _place(one: NumberedClaim) -> dict[str, str]:
    spans = one.spans
    return {
        "number": str(one.number),
        "start": str(spans[0].start) if spans else "",
        "end": str(spans[-1].end) if spans else "",
        "checkable": "yes" if one.checkable else "no",
    }


def _article_tree(article: Annotated) -> dict[str, Any]:
    return {
        **article.cited.tree,
        "byline": article.byline or None,
        "language": article.language or None,
        "text": article.text,
        "sentences": article.sentences,
        "uncovered": [asdict(span) for span in article.uncovered],
        "cleared": [asdict(span) for span in article.cleared],
        "claims": [
            {
                "number": one.number,
                "spans": [asdict(span) for span in one.spans],
                "checkable": one.checkable,
                **claim_tree(one.claim),
            }
            for one in article.claims
        ],
    }
