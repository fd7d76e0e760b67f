"""The report of an article as a page: its text with notes in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.domain.article import Span
from tracker.domain.status import AttributionCheck, Status
from tracker.report.claim_card import (
    attempt_words,
    evidence_line,
    marks_of,
    status_heading,
    status_mark,
    verdict_of,
)
from tracker.report.page import (
    Bar,
    Block,
    Line,
    Note,
    Page,
    Paragraph,
    Part,
    Point,
    Reading,
    Section,
    Stretch,
    Tally,
    point,
)
from tracker.report.report import joined
from tracker.report.wording import counted, day, sentence

if TYPE_CHECKING:
    from tracker.report.article import Annotated, ArticleReport, NumberedClaim

_LINE = re.compile(r"[^\n]+")
_OPINION = "opinion"
"""The tone of a claim that is kept, but cannot be checked."""


def page_of(report: ArticleReport) -> Page:
    """Lay the report out."""
    waiting = report.totals.suggested
    more = f" {counted(waiting, 'claim').capitalize()} proposed but not yet accepted."
    return Page(
        title=report.kind.heading,
        summary=f"{sentence(report.total)}{more if waiting else ''}",
        facts=report.facts,
        tallies=(),
        sections=map(_section, report.articles),
        endings=(),
    )


def _section(article: Annotated) -> Section:
    cited = article.cited
    when = day(cited.published_at) if cited.published_at else ""
    return Section(
        id=cited.id,
        # An article's own title may claim something, so it stands quoted below, and not here.
        title=joined((cited.outlet, when), ", ") or "An article",
        aside=joined((f"“{cited.title}”", article.byline, cited.url)),
        parts=(Part("", tuple(_blocks(article))),),
    )


def _blocks(article: Annotated) -> Iterator[Block]:
    if bars := _bars(article):
        yield Tally("Its claims", bars)
    yield Reading(tuple(_paragraphs(article)), article.language)
    lost = [one for one in article.claims if not one.spans]
    if lost:
        yield point(
            "Not found in this text",
            *(f"{one.claim.id}: {sentence(one.claim.said)}" for one in lost),
        )
    yield _uncovered(article)
    if article.cleared:
        many = counted(len(article.cleared), "sentence")
        yield point("Cleared", f"An editor found nothing to check in {many} more.")


def _bars(article: Annotated) -> tuple[Bar, ...]:
    counts = {
        status: sum(one.checkable and one.claim.status is status for one in article.claims)
        for status in Status
    }
    bars = [
        Bar(status_heading(status), count, tone=status.value)
        for status, count in counts.items()
        if count
    ]
    opinions = sum(not one.checkable for one in article.claims)
    return (*bars, *([Bar("Cannot be checked", opinions, tone=_OPINION)] if opinions else []))


def _uncovered(article: Annotated) -> Point:
    words = [" ".join(article.text[one.start : one.end].split()) for one in article.uncovered]
    label = f"No claim covers {len(words):,} of {counted(article.sentences, 'sentence')}"
    return point(
        label, *(f"“{one}”" for one in words) if words else ("Every sentence is covered.",)
    )


def _paragraphs(article: Annotated) -> Iterator[Paragraph]:
    for line in _LINE.finditer(article.text):
        here = Span(line.start(), line.end())
        notes = (
            _note(one)
            for one in article.claims
            if one.spans and here.start <= one.spans[0].start < here.end
        )
        yield Paragraph(tuple(_stretches(article, here)), tuple(notes))


def _stretches(article: Annotated, here: Span) -> Iterator[Stretch]:
    """Part a paragraph wherever a claim or an uncovered sentence begins or ends."""
    marked = [(span, one) for one in article.claims for span in one.spans if span.meets(here)]
    bare = [span for span in article.uncovered if span.meets(here)]
    edges = {here.start, here.end}
    for span in (*(span for span, _ in marked), *bare):
        edges |= {max(span.start, here.start), min(span.end, here.end)}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        owners = [one for span, one in marked if span.meets(piece)]
        yield Stretch(
            text=article.text[start:end],
            numbers=tuple(dict.fromkeys(one.number for one in owners)),
            tone=_tone(owners[0]) if owners else "",
            uncovered=not owners and any(span.meets(piece) for span in bare),
        )


def _tone(one: NumberedClaim) -> str:
    return one.claim.status.value if one.checkable else _OPINION


def _note(one: NumberedClaim) -> Note:
    claim = one.claim
    mark = status_mark(claim.status) if one.checkable else Line("cannot be checked", tone=_OPINION)
    against = (f"{counter.id}, {counter.speaker}" for counter in claim.counter_claims)
    check = claim.attribution_check
    told = () if check is AttributionCheck.NOT_CHECKED else (check.value.replace("_", " "),)
    points = (
        point("Said", sentence(claim.said)),
        point("Against it", *against),
        point("Verdict", *filter(None, [verdict_of(claim), *marks_of(claim)])),
        point("Attribution", *told),
        point("Tried", *map(attempt_words, claim.attempts)),
        Point("Evidence", tuple(map(evidence_line, claim.evidence))),
        point("Missing", *(["; ".join(claim.missing)] if claim.missing and one.checkable else [])),
    )
    kept = tuple(one for one in points if one.lines)
    return Note(one.number, claim.id, mark, claim.speaker, kept)
