"""A clock that is put back, or that was never right: the history goes by its numbers."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from tracker.desk.desk import Desk
from tracker.report.formats import Format
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted
from tracker.store.database import Database

NOW = datetime(2031, 5, 2, 9, tzinfo=UTC)
BACK = {
    "an hour": NOW - timedelta(hours=1),
    "a day": NOW - timedelta(days=1),
    "to the beginning": datetime(1970, 1, 1, 2, tzinfo=UTC),
}


@pytest.fixture
def time():
    """What the clock says, and can be made to say."""
    return {"now": NOW}


@pytest.fixture
def desk(full_desk, ledger, new_uid, time):
    full_desk.close()
    desk = Desk(Database(ledger, clock=lambda: time["now"], new_uid=new_uid))
    yield desk
    desk.close()


@pytest.fixture(params=list(BACK))
def put_back(request, desk, time):
    """Mark a claim, put the clock back, mark it again."""
    desk.gathering.add_note([1], "before", by="Ada")
    time["now"] = BACK[request.param]
    desk.gathering.add_note([1], "after", by="Ada")
    return desk


def test_the_history_keeps_the_order_of_what_was_done(put_back):
    told = put_back.browsing.history(None, 2)
    assert [one.changes["text"][1] for one in told] == ["after", "before"]
    assert told[0].seq > told[1].seq
    assert told[0].at < told[1].at


def test_undo_takes_back_what_was_done_last(put_back):
    put_back.auditing.undo(by="Ada")
    assert [one.text for one in put_back.browsing.dossier(1).notes] == ["before"]


def test_the_ledger_checks_clean(put_back):
    assert [one for one in put_back.auditing.check() if one.problems] == []


def test_whoever_checks_the_ledger_is_told_that_the_clock_was_put_back(put_back, time):
    (remark,) = put_back.auditing.remarks()
    entry = put_back.browsing.history(None, 1)[0]
    assert remark.startswith(
        f"the clock was put back at entry {entry.seq} of the history ({time['now']:%Y-%m-%d %H:%M}"
    )
    time["now"] -= timedelta(hours=2)
    put_back.gathering.add_note([1], "again", by="Ada")
    (remark,) = put_back.auditing.remarks()
    assert "put back 2 times, the last time at entry" in remark


def test_of_clocks_that_differ_a_little_nothing_is_said(desk, time):
    desk.gathering.add_note([1], "before", by="Ada")
    time["now"] -= timedelta(seconds=50)
    desk.gathering.add_note([1], "after", by="Ada")
    assert desk.auditing.remarks() == ()


def numbers_in(value) -> list[float]:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [number for one in inner for number in numbers_in(one)]
    return [value] if isinstance(value, int | float) else []


def test_nothing_took_less_than_no_time(put_back):
    put_back.reviewing.start([1], by="Ada")
    wanted = Wanted(ReportKind.ACTIVITY, "Ada")
    told = json.loads(b"".join(put_back.reporting.pieces(wanted, Format.JSON, None)))
    assert min(numbers_in(told)) >= 0
