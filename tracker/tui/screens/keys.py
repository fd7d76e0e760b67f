"""The keys of a screen, as they are bound: nothing here is written twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.tui.widgets.key_signs import key_sign
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.words.page import Page, words

_KEYS = 11
"""Cells in which the keys stand."""
_TWO_COLUMNS = 68


class KeysScreen(ModalScreen[None]):
    """A list of keys and what they do; any of esc, ?, q closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,question_mark,q", "close", "Close", id="keys.close", tooltip="Close", show=False
        ),
        Binding("j,down", "scroll(1)", "Down", id="keys.down", tooltip="Read on", show=False),
        Binding("k,up", "scroll(-1)", "Up", id="keys.up", tooltip="Read back", show=False),
        Binding("pagedown,space", "turn(1)", "Page down", id="keys.page-down",
                tooltip="A screenful on", show=False),
        Binding("pageup", "turn(-1)", "Page up", id="keys.page-up",
                tooltip="A screenful back", show=False),
    ]  # fmt: skip

    def __init__(self, bindings: Sequence[ActiveBinding]) -> None:
        super().__init__(classes="dialog")
        self._active = bindings

    def compose(self) -> ComposeResult:
        """One line a key, in two columns where there is room."""
        with Vertical(classes="dialog--box keys--box"):
            yield Static(Content("Keys"), classes="dialog--title")
            yield Leaf(classes="keys--list")

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one(Leaf).show(self._lay_out)

    def action_close(self) -> None:
        """Close the list."""
        if self.is_current:
            self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(Leaf).scroll_lines(lines)

    def action_turn(self, leaves: int) -> None:
        """Scroll by screenfuls."""
        self.query_one(Leaf).scroll_leaves(leaves)

    def _lay_out(self, width: int) -> Sequence[Content]:
        rows = self._rows()
        if width < _TWO_COLUMNS:
            return _column(rows, width).lines
        middle, half = (len(rows) + 1) // 2, width // 2 - 2
        return _column(rows[:middle], half).beside(_column(rows[middle:], half))

    def _rows(self) -> list[tuple[str, str]]:
        found: dict[str, tuple[list[str], str]] = {}
        for _, binding, _, tooltip in self._active:
            if tooltip:
                found.setdefault(binding.action, ([], tooltip))[0].append(key_sign(binding))
        return [(" ".join(signs), said) for signs, said in found.values()]


def _column(rows: Sequence[tuple[str, str]], width: int) -> Page:
    page = Page(width)
    for signs, said in rows:
        page.hang(Content.styled(signs.ljust(_KEYS), "bold $accent"), words(said))
    return page
