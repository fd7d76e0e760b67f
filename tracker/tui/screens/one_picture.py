"""Drawing at once what a key changes and what comes of it, unless that takes too long."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from textual.screen import Screen

Found = TypeVar("Found")


async def in_one_picture(
    screen: Screen[Any], reading: Coroutine[Any, Any, Found], most: float
) -> Found:
    """Let the picture wait for what is being read, for so many seconds at most.

    Whoever awaits this draws what was read before anything else is drawn.
    """
    task = asyncio.create_task(reading)
    try:
        with screen.app.batch_update():
            await asyncio.wait([task], timeout=most)
        screen.check_idle()
        return await task
    finally:
        task.cancel()  # where nobody waits for it any more
