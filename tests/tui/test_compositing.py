from __future__ import annotations

import time
from collections.abc import Callable

import pyte
import pytest
from seat import PATIENCE, Seat
from textual._compositor import Compositor, CompositorUpdate

from tracker.desk.listing import Listing
from tracker.tui.screens import listing

_RENDER_UPDATE = Compositor.render_update


@pytest.fixture
def watched(monkeypatch) -> Callable[..., pyte.Screen]:
    """A terminal that shows what a desk sends."""

    def watch(seat) -> pyte.Screen:
        terminal = pyte.Screen(*seat.app.size)
        stream = pyte.Stream(terminal)

        def show(_screen: object, update: CompositorUpdate | None) -> None:
            if update is not None:
                stream.feed(update.render_segments(seat.app.console))

        monkeypatch.setattr(Compositor, "render_update", _RENDER_UPDATE)
        monkeypatch.setattr(seat.app, "_display", show)
        seat.app.screen.refresh(layout=True)
        return terminal

    return watch


def _shown(terminal: pyte.Screen) -> str:
    return "\n".join(line.rstrip() for line in terminal.display)


_NAMES = {" ": "space", "\x1b": "escape", "?": "question_mark"}


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("keys", ["jjk", "Ggj", "JJKj", " jG", "iuj", "2", "?\x1b", "3jl\x1b1"])
async def test_what_is_sent_makes_the_whole_screen(sit_down, sample, watched, keys, size):
    async with sit_down(sample, size=size) as seat:
        terminal = watched(seat)
        for key in keys:
            await seat.press(_NAMES.get(key, key))
        await _drawn(terminal, seat)


async def test_the_picture_waits_for_what_a_key_brings_near(sit_down, sample, monkeypatch):
    monkeypatch.setattr(listing, "_AT_A_STROKE", 30)
    async with sit_down(sample, size=(80, 24)) as seat:
        held, near = [], Listing.near

        def watched(desk, *given, **lines):
            held.append(seat.app._batch_count)
            return near(desk, *given, **lines)

        monkeypatch.setattr(Listing, "near", watched)
        for key in ("j", "pagedown", "k", "G"):
            held.clear()
            await seat.press(key)
            assert set(held) == {1}
        assert seat.app._batch_count == 0


async def test_what_was_drawn_over_with_the_whole_screen_is_sent_again(sit_down, sample, watched):
    async with sit_down(sample) as seat:
        terminal, screen = watched(seat), seat.app.screen
        await seat.press("J")
        await _drawn(terminal, seat)
        screen.leaf.scroll_home(animate=False)
        screen.refresh()
        await _drawn(terminal, seat)
        await seat.press("J")
        await _drawn(terminal, seat)


async def _drawn(terminal: pyte.Screen, seat: Seat) -> None:
    """See that the terminal shows the screen, a moment after all is done."""
    give_up = time.monotonic() + PATIENCE
    while _shown(terminal) != seat.seen and time.monotonic() < give_up:
        await seat.settled()
    assert _shown(terminal) == seat.seen
