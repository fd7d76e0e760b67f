"""Reports of one claim and of thousands: whole, of a size to send, never held whole."""

from __future__ import annotations

import csv
import json
import re
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from reading_html import Reader

from tracker.desk.desk import Desk
from tracker.report.formats import Format
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted
from tracker.store.database import Database

pytestmark = pytest.mark.sqlite

MANY = 3_000
MOST_BYTES = 10_000_000
STREAMED = (Format.CSV, Format.JSON, Format.MARKDOWN)
BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture(scope="module")
def of_size(tmp_path_factory) -> Iterator:
    """A desk on a ledger of so many claims, made once."""
    made: dict[int, Desk] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        from big_ledger import START, fill

    def _of_size(claims: int) -> Desk:
        if claims not in made:
            path = tmp_path_factory.mktemp("large") / "ledger.db"
            fill(path, claims)
            made[claims] = Desk(Database(path, clock=lambda: START, new_uid=lambda: ""))
        return made[claims]

    yield _of_size
    for desk in made.values():
        desk.close()
    sys.modules.pop("big_ledger", None)


def whole(desk, kind, form) -> bytes:
    return b"".join(desk.reporting.pieces(Wanted(kind, "Ada"), form))


def check_csv(written: bytes) -> None:
    rows = list(csv.reader(StringIO(written.decode(), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}


def check_html(written: bytes) -> None:
    assert Reader(written.decode()).open == []


def check_docx(written: bytes) -> None:
    with zipfile.ZipFile(BytesIO(written)) as parts:
        assert parts.testzip() is None


IS_WHOLE = {
    Format.CSV: check_csv,
    Format.JSON: json.loads,
    Format.HTML: check_html,
    Format.DOCX: check_docx,
    Format.MARKDOWN: bytes.decode,
}


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("kind", list(ReportKind))
def test_a_report_of_one_claim_is_whole(of_size, kind, form):
    IS_WHOLE[form](whole(of_size(1), kind, form))


@pytest.mark.parametrize(
    ("kind", "form"),
    [*((kind, Format.HTML) for kind in ReportKind)]
    + [(ReportKind.UNVERIFIED, form) for form in Format if form is not Format.HTML],
)
def test_a_report_of_thousands_is_whole_and_of_a_size_to_send(of_size, kind, form):
    written = whole(of_size(MANY), kind, form)
    IS_WHOLE[form](written)
    assert len(written) < MOST_BYTES


@pytest.mark.parametrize("form", STREAMED)
def test_a_report_of_thousands_names_every_claim(of_size, form):
    desk = of_size(MANY)
    claims = desk.reporting.report(Wanted(ReportKind.UNVERIFIED, "Ada")).totals.claims
    written = whole(desk, ReportKind.UNVERIFIED, form).decode()
    assert len(set(re.findall(r"\bC[0-9]+\b", written))) >= claims > MANY / 3


@pytest.mark.parametrize(
    ("kind", "form"),
    [*((kind, Format.MARKDOWN) for kind in ReportKind)]
    + [(ReportKind.UNVERIFIED, form) for form in (Format.CSV, Format.JSON)],
)
def test_four_times_the_claims_are_not_held_in_memory(of_size, kind, form):
    few, many = (peak(of_size(claims), kind, form) for claims in (600, 2_400))
    assert many < 2.5 * few  # of a report that is held it is four times as much


def peak(desk, kind, form) -> int:
    """The most bytes that there are at a time while a report is written to nowhere."""
    pieces = desk.reporting.pieces(Wanted(kind, "Ada"), form)
    next(pieces)  # what is looked up once and kept
    desk.reporting.check(Wanted(kind, "Ada"))
    tracemalloc.start()
    try:
        for _ in desk.reporting.pieces(Wanted(kind, "Ada"), form):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
