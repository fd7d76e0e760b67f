from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.control import Control
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.content import Content
from textual.widgets import Static

from tracker.tui.visible_filter import REPLACEMENT, VisibleFilter

BLACK = Color(0, 0, 0)
ACTING = [
    "\x1b]52;c;SGVsbG8=\x07",
    "\x9d0;title\x9c",
    "\x1b[2J",
    "\x1b[6n",
    "over\rwritten",
    "\x00nul",
    "del\x7f",
    "\u202etxt.exe",
    "\u2066unclosed",
    "lone \ud800 half",
    "\U000e0041tagged",
    "line\u2028end",
]


def filtered(segment: Segment) -> Segment:
    (only,) = VisibleFilter().apply([segment], BLACK)
    return only


@pytest.mark.parametrize("text", ACTING, ids=ascii)
def test_what_acts_on_a_terminal_is_replaced(text: str):
    shown = filtered(Segment(f"{text}          ")).text
    assert REPLACEMENT in shown
    assert not any(character in shown for character in "\x00\x07\r\x1b\x7f\x9c\x9d")
    assert not any(character in shown for character in "\u202e\u2066\ud800\u2028\U000e0041")


@pytest.mark.parametrize("text", [*ACTING, "日本\x1b[2J語", "e\u0301\x1b"], ids=ascii)
def test_a_segment_keeps_its_width(text: str):
    assert cell_len(filtered(Segment(text)).text) == cell_len(text)


def test_a_line_in_order_is_given_back_as_it_is():
    line = [Segment("Gladkov said 日本 ليس", Style(bold=True))]
    assert VisibleFilter().apply(line, BLACK) is line


def test_textuals_own_control_segments_pass():
    move = Control((ControlType.CURSOR_MOVE_TO, 1, 1)).segment
    assert filtered(move) == move


def test_a_link_that_came_with_text_is_dropped():
    linked = Style(bold=True, link="file:///etc/passwd")
    style = filtered(Segment("x", linked)).style
    assert style is not None
    assert style.link is None
    assert style.bold


def test_an_action_that_came_with_text_is_dropped():
    clickable = Style.from_meta({"@click": "app.quit", "offset": (3, 4)})
    style = filtered(Segment("x", clickable)).style
    assert style is not None
    assert style.meta == {"offset": (3, 4)}


def test_what_textual_hangs_on_a_segment_stays():
    grab = Style.from_meta({"@mouse.down": "grab"})
    assert filtered(Segment("x", grab)).style == grab


class Careless(App[None]):
    """An app that forgot to make its text harmless."""

    def __init__(self) -> None:
        super().__init__()
        self._filters.append(VisibleFilter())

    def compose(self) -> ComposeResult:
        yield Static(Content("AA\x1b]52;c;SGVsbG8=\x07\u202eZZ"))


async def test_an_app_takes_the_filter_among_its_own():
    app = Careless()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert any(isinstance(known, VisibleFilter) for known in app.get_line_filters())
        shown = app.screen._compositor.render_strips()[0].text
    assert shown.startswith(f"AA{REPLACEMENT}]52")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
