"""The keys that scroll a page, the same on every screen that shows one."""

from __future__ import annotations

from textual.binding import Binding


def leaf_keys(
    screen: str, what: str = "", *, down: str = "J,shift+down", up: str = "K,shift+up"
) -> list[Binding]:
    """By a few lines; ``what`` says what is scrolled, where that is not all there is."""
    of = f" {what}" if what else ""
    return [
        _key(down, "scroll_leaf(3)", f"{screen}.leaf-down", "Read on", f"Scroll{of} down"),
        _key(up, "scroll_leaf(-3)", f"{screen}.leaf-up", "Read back", f"Scroll{of} up"),
    ]


def page_keys(screen: str) -> list[Binding]:
    """By screenfuls."""
    return [
        _key("pagedown,space", "turn_leaf(1)", f"{screen}.page-down", "Page down",
             "A screenful on"),
        _key("pageup", "turn_leaf(-1)", f"{screen}.page-up", "Page up", "A screenful back"),
    ]  # fmt: skip


def _key(keys: str, action: str, name: str, label: str, tooltip: str) -> Binding:
    return Binding(keys, action, label, id=name, tooltip=tooltip, show=False)
