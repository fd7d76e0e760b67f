"""The report of unverified claims as a page: the one layout that Markdown and HTML share."""

from __future__ import annotations

from tracker.domain.evidence import Attempt, Evidence
from tracker.domain.safe_sentence import listed
from tracker.domain.status import STATUS_GLYPHS, STATUS_MEANINGS, AttributionCheck, Stage, Status
from tracker.report.open_claim import CounterClaim, OpenClaim
from tracker.report.page import Bar, Card, Line, Page, Part, Point, Section, Tally, point
from tracker.report.unverified import REPORTED, Cited, EventClaims, Made, UnverifiedReport
from tracker.report.wording import age_words, counted, day, figure_words, moment

TITLE = "Unverified claims"
MOST_BARS = 10
"""A tally of sources shows this many; the rest are added up in one bar."""

_ATTRIBUTION_MARKS = {
    AttributionCheck.PRIMARY_SEEN: "statement seen at its source",
    AttributionCheck.ALTERED: "words altered",
    AttributionCheck.MISATTRIBUTED: "misattributed",
    AttributionCheck.FABRICATED: "attribution fabricated",
    AttributionCheck.WITHDRAWN: "withdrawn",
}


def page_of(report: UnverifiedReport) -> Page:
    """Lay the report out."""
    return Page(
        title=TITLE,
        summary=_summary(report),
        facts=_facts(report.made),
        tallies=_tallies(report),
        sections=tuple(_section(event) for event in report.events),
        endings=_endings(report),
    )


def _summary(report: UnverifiedReport) -> str:
    total = sum(report.counts.values())
    kinds = [f"{count} {status}" for status, count in report.counts.items() if count]
    left = [
        (len(report.not_checkable), "that cannot be checked (opinion, prediction, promise)"),
        (report.suggested, "proposed but not yet accepted"),
    ]
    aside = [f"{counted(number, 'claim')} {which}" for number, which in left if number]
    said = f"{counted(total, 'claim').capitalize()}"
    return " ".join(
        [
            f"{said}: {listed(kinds)}." if kinds else f"{said}.",
            *([f"Not counted: {listed(aside)}."] if aside else []),
        ]
    )


def _facts(made: Made) -> tuple[Point, ...]:
    return (
        point("Made", moment(made.at)),
        point("By", made.by),
        point("Ledger", made.ledger),
        point("History", counted(made.entries, "entry", "entries")),
        point("Its head", made.head or "none"),
        point("Filter", made.filter or "none"),
    )


def _tallies(report: UnverifiedReport) -> tuple[Tally, ...]:
    shown, rest = report.sources[:MOST_BARS], report.sources[MOST_BARS:]
    sources = [Bar(one.name, one.claims) for one in shown]
    if rest:
        sources.append(Bar(f"{len(rest):,} others", sum(one.claims for one in rest)))
    statuses = [
        Bar(_heading(status), count, STATUS_MEANINGS[status])
        for status, count in report.counts.items()
    ]
    tallies = (Tally("By status", tuple(statuses)), Tally("By source", tuple(sources)))
    return tuple(tally for tally in tallies if tally.bars)


def _heading(status: Status) -> str:
    return f"{STATUS_GLYPHS[status]} {status.capitalize()}"


def _section(event: EventClaims) -> Section:
    return Section(
        id=event.id,
        title=event.title or "About no event",
        aside=" · ".join(word for word in (event.place, event.time) if word),
        parts=tuple(
            Part(_heading(status), tuple(_card(claim) for claim in claims))
            for status in REPORTED
            if (claims := event.of_status(status))
        ),
    )


def _card(claim: OpenClaim) -> Card:
    age = f"in the ledger {age_words(claim.age)}"
    return Card(
        id=claim.id,
        name=claim.speaker,
        asides=(*([claim.role] if claim.role else []), age, *_marks(claim)),
        said=f"{claim.said}." if claim.counter_claims else "",
        safe=claim.safe_sentence,
        points=_points(claim),
    )


def _marks(claim: OpenClaim) -> tuple[str, ...]:
    marks = []
    if claim.stage is Stage.SIGNED_OFF:
        alone = ", who also judged it" if claim.self_signed else ""
        marks.append(f"signed off by {claim.signed_by}{alone}")
    if claim.stale:
        marks.append("something new since the verdict")
    if claim.former_status:
        marks.append(f"formerly {claim.former_status}")
    if claim.attribution_check in _ATTRIBUTION_MARKS:
        marks.append(_ATTRIBUTION_MARKS[claim.attribution_check])
    return tuple(marks)


def _points(claim: OpenClaim) -> tuple[Point, ...]:
    points = (
        point("Chain", claim.chain),
        point("Hedge kept", *([f"“{claim.hedge}”"] if claim.hedge else [])),
        point("Figures", *(figure_words(figure) for figure in claim.figures)),
        point("Against it", *(_counter_words(one) for one in claim.counter_claims)),
        point("Related", *(f"{one.said} ({one.tie})." for one in claim.related)),
        point("Caveat", *(f"{one.outlet} wrote: “{one.words}”" for one in claim.caveats)),
        point("Verdict", *_verdict(claim)),
        point("Tried", *(_attempt_words(one) for one in claim.attempts)),
        Point("Evidence", tuple(_evidence_line(one) for one in claim.evidence)),
        point("Missing", *(["; ".join(claim.missing)] if claim.missing else [])),
    )
    return tuple(one for one in points if one.lines)


def _counter_words(counter: CounterClaim) -> str:
    meeting = (
        ("contradict each other on", counter.contradicts),
        ("differ on", counter.differs),
        ("agree on", counter.agrees),
    )
    meet = [f"{how} {listed(facets)}" for how, facets in meeting if facets]
    ending = f" They {', '.join(meet)}." if meet else ""
    doubt = "" if counter.decided else " No editor has decided on this yet."
    return f"{counter.id}: {counter.said}.{ending}{doubt}"


def _verdict(claim: OpenClaim) -> list[str]:
    if not claim.reason:
        return []
    when = f", {day(claim.judged_at)}" if claim.judged_at else ""
    return [f"{claim.status}: {claim.reason} ({claim.judged_by}{when})"]


def _attempt_words(attempt: Attempt) -> str:
    return f"{day(attempt.at)}, {attempt.by}: {attempt.what} – {attempt.result}"


def _evidence_line(evidence: Evidence) -> Line:
    copy = evidence.no_capture.replace("_", " ") if evidence.no_capture else "copy kept"
    judged = f"{evidence.judged_by}, {day(evidence.judged_at)}"
    words = f"{evidence.title} – {evidence.stance} ({evidence.kind}, {copy}; {judged})"
    return Line(words, evidence.url)


def _endings(report: UnverifiedReport) -> tuple[Point, ...]:
    points = (
        point(
            "Not counted: cannot be checked",
            *(f"{claim.id}: {claim.said}." for claim in report.not_checkable),
        ),
        Point("Articles", tuple(_article_line(article) for article in report.articles)),
    )
    return tuple(one for one in points if one.lines)


def _article_line(article: Cited) -> Line:
    when = day(article.published_at) if article.published_at else ""
    words = ", ".join(word for word in (f"“{article.title}”", article.outlet, when) if word)
    return Line(f"{article.id}: {words}", article.url)
