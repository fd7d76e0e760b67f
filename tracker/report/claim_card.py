"""A claim as a card of a page: whose it is, what can be printed, what is known."""

from __future__ import annotations

from tracker.domain.evidence import Attempt, Evidence
from tracker.domain.phrasing import listed
from tracker.domain.status import STATUS_GLYPHS, AttributionCheck, Stage, Status
from tracker.report.page import Card, Line, Point, point
from tracker.report.reported_claim import CounterClaim, ReportedClaim
from tracker.report.wording import age_words, day, figure_words, sentence

_ATTRIBUTION_MARKS = {
    AttributionCheck.PRIMARY_SEEN: "statement seen at its source",
    AttributionCheck.ALTERED: "words altered",
    AttributionCheck.MISATTRIBUTED: "misattributed",
    AttributionCheck.FABRICATED: "attribution fabricated",
    AttributionCheck.WITHDRAWN: "withdrawn",
}


def card_of(claim: ReportedClaim, *, standing: bool = False) -> Card:
    """Lay a claim out; ``standing`` names its status, where no heading above it does."""
    status = (status_mark(claim.status).text,) if standing else ()
    age = f"in the ledger {age_words(claim.age)}"
    return Card(
        id=claim.id,
        name=claim.speaker,
        asides=(*status, *([claim.role] if claim.role else []), age, *marks_of(claim)),
        said=sentence(claim.said) if claim.counter_claims else "",
        safe=claim.safe_sentence,
        points=_points(claim),
        tone=claim.status.value,
    )


def status_heading(status: Status) -> str:
    """A status as a heading: "◆ Disputed"."""
    return f"{STATUS_GLYPHS[status]} {status.capitalize()}"


def status_mark(status: Status) -> Line:
    """A status as a mark in a line or cell: "◆ disputed"."""
    return Line(f"{STATUS_GLYPHS[status]} {status}", tone=status.value)


def marks_of(claim: ReportedClaim) -> tuple[str, ...]:
    """What is to be known of a claim's standing beside its status."""
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


def verdict_of(claim: ReportedClaim) -> str:
    """A claim's verdict with its reason and whose it is; empty where nobody gave a reason."""
    if not claim.reason:
        return ""
    when = f", {day(claim.judged_at)}" if claim.judged_at else ""
    return f"{claim.status}: {claim.reason} ({claim.judged_by}{when})"


def evidence_line(evidence: Evidence) -> Line:
    """A piece of evidence in a line."""
    copy = evidence.no_capture.replace("_", " ") if evidence.no_capture else "copy kept"
    judged = f"{evidence.judged_by}, {day(evidence.judged_at)}"
    words = f"{evidence.title} – {evidence.stance} ({evidence.kind}, {copy}; {judged})"
    return Line(words, evidence.url)


def attempt_words(attempt: Attempt) -> str:
    """A check that was tried, in a line."""
    return f"{day(attempt.at)}, {attempt.by}: {attempt.what} – {attempt.result}"


def _points(claim: ReportedClaim) -> tuple[Point, ...]:
    points = (
        point("Chain", claim.chain),
        point("Hedge kept", *([f"“{claim.hedge}”"] if claim.hedge else [])),
        point("Figures", *(figure_words(figure) for figure in claim.figures)),
        point("Against it", *(_counter_words(one) for one in claim.counter_claims)),
        point("Related", *(sentence(f"{one.said} ({one.tie})") for one in claim.related)),
        point("Caveat", *(f"{one.outlet} wrote: “{one.words}”" for one in claim.caveats)),
        point("Verdict", *filter(None, [verdict_of(claim)])),
        point("Tried", *(attempt_words(one) for one in claim.attempts)),
        Point("Evidence", tuple(evidence_line(one) for one in claim.evidence)),
        point("Missing", *(["; ".join(claim.missing)] if claim.missing else [])),
    )
    return tuple(one for one in points if one.lines)


def _counter_words(counter: CounterClaim) -> str:
    may = "" if counter.decided else "may "
    meeting = (
        (f"{may}contradict each other on", counter.contradicts),
        ("differ on", counter.differs),
        ("agree on", counter.agrees),
    )
    meet = [f"{how} {listed(facets)}" for how, facets in meeting if facets]
    ending = f" They {', '.join(meet)}." if meet else ""
    doubt = "" if counter.decided else " No editor has decided on this yet."
    return f"{counter.id}: {sentence(counter.said)}{ending}{doubt}"
