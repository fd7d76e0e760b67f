"""What a report reads is read many claims at a time, however many articles and events there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import Engine, event

from tracker.domain.status import Stage
from tracker.report.formats import Format, written
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are sent to the ledger within the block."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_more):
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def statements(desk, kind) -> int:
    with counted() as sent, desk.reporting.opened(Wanted(kind, "Cem")) as report:
        assert b"".join(written(report, Format.CSV))
    return len(sent)


def taken_in(desk, two_sides, numbers) -> None:
    for number in numbers:
        elsewhere = replace(two_sides.article, url=f"https://courier.example/{number}")
        again = replace(two_sides, article=elsewhere, text=f"{two_sides.text}\n{number}")
        unsure = tuple(replace(one, hedge=f"perhaps {number}") for one in two_sides.claims)
        desk.importing.take_in(replace(again, claims=unsure), by="Ada", stage=Stage.OPEN)


@pytest.mark.parametrize("kind", list(ReportKind))
def test_more_articles_take_no_more_queries(desk, two_sides, kind):
    taken_in(desk, two_sides, range(5))  # fewer are asked for one by one, by the driver
    few = statements(desk, kind)
    taken_in(desk, two_sides, range(5, 14))
    assert statements(desk, kind) <= few + 3  # where there is something more to be read
