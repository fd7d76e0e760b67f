"""Clocks of other zones: what is stored is UTC wherever one is, what is shown is local."""

from __future__ import annotations

import time

import pytest

FAR = ("<+14>-14", "<-12>+12", "Europe/Berlin")


@pytest.fixture
def at(monkeypatch):
    """Go to a zone, as an editor does between two runs."""

    def go(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield go
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("2031-10-26T02:30", "2031-10-26T00:30:00Z"),  # it comes twice: the first is meant
        ("2031-10-26T02:30+01:00", "2031-10-26T01:30:00Z"),
        ("2031-07-01", "2031-06-30T22:00:00Z"),
    ],
)
def test_a_time_is_meant_locally_also_where_the_clock_is_put_forward_or_back(
    stocked, run, at, typed, due
):
    at("Europe/Berlin")
    assert run("edit", "C1", "due", typed).code == 0
    assert run("show", "C1", "--json").json["due"] == due


def test_a_time_that_never_comes_is_one_of_its_neighbours(stocked, run, at):
    at("Europe/Berlin")
    assert run("edit", "C1", "due", "2031-03-30T02:30").code == 0
    due = run("show", "C1", "--json").json["due"]
    assert due in ("2031-03-30T00:30:00Z", "2031-03-30T01:30:00Z")


def test_one_moment_is_told_alike_to_scripts_and_locally_to_editors(stocked, run, at):
    at("UTC")
    run("edit", "C1", "due", "2031-12-31T23:30")
    shown = {}
    told = []
    for zone in FAR:
        at(zone)
        told.append(run("show", "C1", "--json").json)
        shown[zone] = run("show", "C1").out
    assert told == [told[0]] * len(FAR)
    days = ("2032-01-01 13:30", "2031-12-31 11:30", "2032-01-01 00:30")
    assert [day in shown[zone] for zone, day in zip(FAR, days, strict=True)] == [True] * len(FAR)


def test_a_ledger_that_was_worked_on_in_many_zones_checks_clean(stocked, run, at):
    for zone in FAR:
        at(zone)
        assert run("note", "C1", f"from {zone}").code == 0
    at("UTC")
    assert run("ledger", "check").code == 0
    moments = [entry["at"] for entry in run("history", "--json").json[: len(FAR)]]
    assert moments == sorted(moments, reverse=True)
