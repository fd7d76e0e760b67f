"""The event loop never waits for the ledger: every reading and writing is in a thread."""

from __future__ import annotations

import threading

import pytest

from tracker.store.database import Database


@pytest.fixture
def waits(monkeypatch):
    """Who asked the ledger on the event loop's own thread."""
    found: list[str] = []

    def watched(name):
        method = getattr(Database, name)

        def asked(*given, **more):
            if threading.current_thread() is threading.main_thread():
                found.append(name)
            return method(*given, **more)

        return asked

    for name in ("reading", "writing"):
        monkeypatch.setattr(Database, name, watched(name))
    return found


async def test_no_key_lets_the_screen_wait_for_the_ledger(sit_down, ferry, waits):
    async with sit_down(ferry) as seat:
        waits.clear()  # the fixtures are on this thread too
        for keys in (
            "j G", "enter escape", "space w u", "d enter", "a", "x", "X n", "s s o", "i",
            "l enter 1 1", "E e 1", "y", "/ enter", "f t", "p escape", "3 j a x enter escape",
            "2 j k a x tab x shift+right a enter E p / escape u 2 enter p escape",
            "4 j a x", "4 m S 9 enter escape",
        ):  # fmt: skip
            for key in keys.split():
                await seat.press(key)
        assert waits == []
