"""The report of unverified claims for a spreadsheet: one row a claim, no cell that calculates."""

from __future__ import annotations

import csv
import re
from io import StringIO

from tracker.report.open_claim import OpenClaim
from tracker.report.unverified import EventClaims, UnverifiedReport
from tracker.report.wording import counted, figure_words, iso

COLUMNS = (
    *("id", "status", "stage", "event", "event_title", "source", "speaker", "statement", "said"),
    *("hedge", "figures", "chain", "counter_claims", "caveats", "attempts", "evidence"),
    *("missing", "safe_sentence", "age_days", "created_at", "signed_by", "stale"),
    *("article", "quote", "uid"),
)
_CALCULATES = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_BETWEEN = " | "


def to_csv(report: UnverifiedReport) -> str:
    """Write a row for each claim, and a last one (id "report") that says what the report is of."""
    rows = [_row(event, claim) for event in report.events for claim in event.claims]
    written = StringIO()
    table = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in (*rows, {"id": "report", "statement": _about(report)}):
        table.writerow({column: inert(text) for column, text in row.items()})
    return written.getvalue()


def inert(text: str) -> str:
    """Keep a spreadsheet from calculating a cell, by an apostrophe that can be taken off again."""
    return f"'{text}" if _CALCULATES.match(text) else text


def _row(event: EventClaims, claim: OpenClaim) -> dict[str, str]:
    return {
        "id": claim.id,
        "status": claim.status.value,
        "stage": claim.stage.value,
        "event": event.id,
        "event_title": event.title,
        "source": claim.source,
        "speaker": claim.speaker,
        "statement": claim.statement,
        "said": claim.said,
        "hedge": claim.hedge,
        "figures": _BETWEEN.join(figure_words(figure) for figure in claim.figures),
        "chain": claim.chain,
        "counter_claims": _BETWEEN.join(f"{one.id}: {one.said}" for one in claim.counter_claims),
        "caveats": _BETWEEN.join(f"{one.outlet}: {one.words}" for one in claim.caveats),
        "attempts": _BETWEEN.join(f"{one.what}: {one.result}" for one in claim.attempts),
        "evidence": _BETWEEN.join(
            " ".join(dict.fromkeys((f"{one.stance}:", one.title, one.url))).strip()
            for one in claim.evidence
        ),
        "missing": "; ".join(claim.missing),
        "safe_sentence": claim.safe_sentence,
        "age_days": str(claim.age),
        "created_at": iso(claim.created_at) or "",
        "signed_by": claim.signed_by,
        "stale": "yes" if claim.stale else "no",
        "article": claim.article,
        "quote": claim.quote,
        "uid": claim.uid,
    }


def _about(report: UnverifiedReport) -> str:
    made = report.made
    return "; ".join(
        (
            f"Made {iso(made.at)} by {made.by} from {made.ledger}",
            f"filter: {made.filter or 'none'}",
            counted(len(report.claims), "claim"),
            f"not counted: {len(report.not_checkable)} not checkable, {report.suggested} suggested",
            f"history: {made.entries} entries, head {made.head or 'none'}",
        )
    )
