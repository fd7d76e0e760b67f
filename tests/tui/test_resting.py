"""What the desk does while keys rest, so that no key waits for it."""

from __future__ import annotations

import asyncio

import pytest

from tracker.desk.desk import Desk
from tracker.desk.rehearsing import Rehearsing
from tracker.tui import app as tracker_app


@pytest.fixture
def done_at_rest(monkeypatch):
    """What a desk that looks often does of itself."""
    monkeypatch.setattr(tracker_app, "LOOK_AGAIN", 0.05)
    done: list[str] = []
    for subject, name in ((Rehearsing, "mark"), (Desk, "tend")):
        method = getattr(subject, name)

        def noted(*given, method=method, name=name, **more):
            method(*given, **more)
            done.append(name)

        monkeypatch.setattr(subject, name, noted)
    return done


async def until_rested(done: list[str], times: int) -> None:
    for _ in range(500):
        if done.count("tend") == times:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"the desk never came to rest: {done}")


async def test_the_first_mark_is_rehearsed_once_and_the_ledger_tended_after_keys(
    sit_down, ferry, done_at_rest
):
    async with sit_down(ferry) as seat:
        await until_rested(done_at_rest, 1)
        await seat.press("i")
        await until_rested(done_at_rest, 2)
    assert done_at_rest == ["mark", "tend", "tend"]
