"""The course of an event on a sheet: who said what when, and how the figures moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from tracker.cli.claim_json import figure_json, source_json
from tracker.cli.glyphs import status_piece
from tracker.cli.json_text import iso
from tracker.cli.output import Output
from tracker.cli.prose import local
from tracker.cli.sheet import Sheet
from tracker.cli.table import Column, table_lines
from tracker.domain.course import Course, Moment, Step, bar
from tracker.domain.relation import RELATION_GLYPHS, RelationKind
from tracker.domain.timerange import Precision

_COLUMNS = (
    Column("WHEN", most=16),
    Column("WHO", most=24),
    Column("ID", most=7),
    Column("STATUS", most=14, drop=1),
    Column("WHAT"),
    Column("AGAINST", most=10),
)
_SCALE, _SHORT = 32, 18
_WIDE = 100
_HALF_A_DAY = timedelta(hours=12)
_TO_THE_MINUTE = (Precision.MINUTE, Precision.HOUR)


def put_moments(sheet: Sheet, out: Output, moments: Sequence[Moment]) -> None:
    """Say who said what, in the order of time."""
    sheet.title("Who said what when")
    sheet.rows(table_lines(out, _COLUMNS, map(_row, moments), whole=True))


def put_courses(sheet: Sheet, out: Output, courses: Sequence[Course]) -> None:
    """Draw how the figures moved, a line a figure."""
    cells = _SCALE if out.width is None or out.width >= _WIDE else _SHORT
    for course in courses:
        sheet.title(f"How the figures moved: {course.counts}")
        low, high = course.ends
        scale = f"{low}{str(high).rjust(cells - 2 - len(str(low)))}" if low != high else f"{low}"
        columns = (
            Column("WHEN", most=16, drop=2),
            Column("WHO", most=22),
            Column("ID", most=7, drop=1),
            Column(scale, most=cells),
            Column("FIGURE"),
        )
        rows = (_step_row(step, course.ends, cells) for step in course.steps)
        sheet.rows(table_lines(out, columns, rows, whole=True))


def courses_json(courses: Sequence[Course]) -> list[dict[str, Any]]:
    """The courses for scripts."""
    return [
        {
            "counts": course.counts,
            "steps": [
                {
                    "claim": str(step.moment.dossier.claim.ref),
                    "source": source_json(
                        step.moment.dossier.claim.speaker_id, step.moment.dossier.sources
                    ),
                    "at": iso(step.moment.at),
                    "said": step.moment.said,
                    "figure": figure_json(step.figure),
                }
                for step in course.steps
            ],
        }
        for course in courses
    ]


def _row(moment: Moment) -> tuple[str, ...]:
    dossier = moment.dossier
    claim = dossier.claim
    hedge = f" [{claim.hedge}]" if claim.hedge else ""
    return (
        _when(moment),
        dossier.speaker,
        str(claim.ref),
        status_piece(claim.status),
        f"{claim.statement}{hedge}{_news(moment)}",
        " ".join(str(tie.other.ref) for tie in dossier.counter_claims),
    )


def _step_row(step: Step, ends: tuple[int, int], cells: int) -> tuple[str, ...]:
    dossier = step.moment.dossier
    return (
        _when(step.moment),
        dossier.speaker,
        str(dossier.claim.ref),
        bar(step.figure, ends, cells),
        f"{step.figure.text}  {step.figure.interval}{_news(step.moment)}",
    )


def _news(moment: Moment) -> str:
    """Say whose earlier word a claim updates or takes back."""
    number = moment.dossier.claim.id
    told = [
        f"{RELATION_GLYPHS[tie.relation.kind]} {tie.relation.kind} {tie.other.ref}"
        for tie in moment.dossier.ties
        if tie.relation.kind in (RelationKind.UPDATES, RelationKind.RETRACTS)
        and tie.relation.a == number
        and tie.relation.stands
    ]
    return f"  {'; '.join(told)}" if told else ""


def _when(moment: Moment) -> str:
    """The time as exactly as it is known; the words where it is not."""
    said = moment.dossier.claim.said_at
    if moment.at is None:
        return said.words if said else ""
    if not moment.said:
        return f"by {local(moment.at)[:10]}"
    if said is None or said.precision in _TO_THE_MINUTE:
        return local(moment.at)
    # A day that begins before midnight UTC, east of Greenwich, is the next.
    half = (said.end - moment.at) / 2 if said.end else timedelta()
    return f"{moment.at + min(_HALF_A_DAY, half):%Y-%m-%d}"
