"""The keys of a screen, as they are bound: nothing here is written twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

_WIDE = 12
_SIGNS = {"question_mark": "?", "escape": "esc", "slash": "/", "left": "←", "right": "→"}


class KeysScreen(ModalScreen[None]):
    """A list of keys and what they do; any of esc, ?, q closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,question_mark,q", "close", "Close", id="keys.close", tooltip="Close", show=False
        ),
    ]

    def __init__(self, bindings: Sequence[ActiveBinding]) -> None:
        super().__init__(classes="dialog")
        self._active = bindings

    def compose(self) -> ComposeResult:
        """One line a key."""
        with Vertical(classes="dialog--box keys--box"):
            yield Static(Content("Keys"), classes="dialog--title")
            with VerticalScroll(classes="keys--list"):
                yield Static(self._lines())

    def action_close(self) -> None:
        """Close the list."""
        self.dismiss(None)

    def _lines(self) -> Content:
        keys: dict[str, tuple[list[str], str]] = {}
        for _, binding, _, tooltip in self._active:
            if said := tooltip or binding.tooltip:
                keys.setdefault(binding.action, ([], said))[0].append(key_sign(binding))
        return Content("\n").join(
            Content.assemble((" ".join(signs).ljust(_WIDE), "bold $accent"), said)
            for signs, said in keys.values()
        )


def key_sign(binding: Binding) -> str:
    """Write a key as it stands on the keyboard."""
    return _SIGNS.get(binding.key, binding.key_display or binding.key)
