"""How keys are written: as they stand on the keyboard."""

from __future__ import annotations

from textual.binding import Binding

_SIGNS = {
    "question_mark": "?", "slash": "/", "escape": "esc", "left": "←", "right": "→", "up": "↑",
    "down": "↓", "pagedown": "pgdn", "pageup": "pgup", "shift+down": "shift+↓",
    "shift+up": "shift+↑",
}  # fmt: skip


def key_sign(binding: Binding) -> str:
    """Write the key of a binding."""
    return _SIGNS.get(binding.key, binding.key_display or binding.key)
