"""The report as CSV: one row a claim, and no cell that calculates."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from told import text_of

from tracker.domain.spreadsheet import inert
from tracker.report.formats import Format


def rows(report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text_of(report, Format.CSV)), strict=True))


def test_it_has_a_row_for_each_claim_and_a_last_one_about_the_report(report):
    assert [row["id"] for row in rows(report)] == ["C3", "C1", "C2", "C4", "C5", "report"]


def test_a_row_holds_the_claim(report):
    row = rows(report)[1]
    wanted = {
        "status": "disputed",
        "stage": "signed_off",
        "event_title": "Collision off Selm",
        "speaker": "Dockers’ League",
        "figures": "at least two passengers killed [2, ∞)",
        "caveats": "Selm Courier: Neither account could be independently verified",
        "signed_by": "Bea",
        "age_days": "0",
    }
    assert {column: row[column] for column in wanted} == wanted


@pytest.mark.sqlite  # it names the file
def test_the_last_row_says_from_what_it_was_made(report):
    last = rows(report)[-1]["statement"]
    assert "by Cem from ledger.db; filter: none; 5 claims; " in last
    assert last.endswith(f"history: {report.made.entries} entries, head {report.made.head}")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_calculates(report_saying, first):
    cells = [cell for row in rows(report_saying(f"{first}1+1")) for cell in row.values() if cell]
    assert not [cell for cell in cells if cell.startswith(first)]


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "'plain", "plain", "", "a=1"])
def test_what_was_put_before_a_cell_can_be_taken_off_again(text):
    put = inert(text)
    again = put[1:] if put.startswith("'") and inert(put[1:]) != put[1:] else put
    assert again == text


@pytest.mark.parametrize("text", ['say "no", twice', "one\ntwo", "\x1b[2J \u202e", "a;b\tc"])
def test_text_stays_letter_for_letter(report_saying, text):
    assert rows(report_saying(text))[0]["statement"] == text


def test_every_row_has_every_column(report):
    widths = {len(row) for row in csv.reader(StringIO(text_of(report, Format.CSV)))}
    assert widths == {len(report.columns)}
