"""How keys are written: as they stand on the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding
from textual.keys import format_key

Keys = Callable[[str], str]
"""The key of an action on some screen, as it is written."""

_SIGNS = {
    "escape": "esc", "enter": "enter", "left": "←", "right": "→", "up": "↑",
    "down": "↓", "pagedown": "pgdn", "pageup": "pgup", "shift+down": "shift+↓",
    "shift+up": "shift+↑", "shift+left": "shift+←", "shift+right": "shift+→",
}  # fmt: skip


def key_sign(binding: Binding) -> str:
    """Write the key of a binding."""
    return _SIGNS.get(binding.key) or binding.key_display or format_key(binding.key)
