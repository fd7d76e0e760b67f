"""What the desk does while keys rest, so that no key waits for it."""

from __future__ import annotations

import asyncio

import pytest

from tracker.desk.desk import Desk
from tracker.tui import app as tracker_app


@pytest.fixture
def done_at_rest(monkeypatch):
    """What a desk that looks often does of itself."""
    monkeypatch.setattr(tracker_app, "LOOK_AGAIN", 0.05)
    done: list[str] = []
    tend = Desk.tend

    def noted(desk):
        tend(desk)
        done.append("tend")

    monkeypatch.setattr(Desk, "tend", noted)
    return done


async def until_rested(done: list[str], times: int) -> None:
    for _ in range(500):
        if done.count("tend") == times:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"the desk never came to rest: {done}")


async def test_the_ledger_is_tended_after_keys(sit_down, ferry, done_at_rest):
    async with sit_down(ferry) as seat:
        await until_rested(done_at_rest, 1)
        await seat.press("i")
        await until_rested(done_at_rest, 2)
    assert done_at_rest == ["tend", "tend"]
