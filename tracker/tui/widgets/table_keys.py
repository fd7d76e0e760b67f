"""The keys that move about in a table, the same on every screen."""

from __future__ import annotations

from textual.binding import Binding


def _key(keys: str, action: str, label: str, tooltip: str) -> Binding:
    name = action.partition("(")[0]
    name = f"{name}-back" if "-1" in action else name
    return Binding(keys, action, label, id=f"table.{name}", tooltip=tooltip, show=False)


TABLE_KEYS = [
    _key("j,down", "next", "Next", "Go to the next row"),
    _key("k,up", "previous", "Previous", "Go to the row above"),
    _key("g,home", "first", "First", "Go to the first row"),
    _key("G,end", "last", "Last", "Go to the last row"),
    _key("pagedown", "leaf(1)", "Page down", "Go a screenful on"),
    _key("pageup", "leaf(-1)", "Page up", "Go a screenful back"),
    _key("enter", "open", "Open", "Open this row"),
    _key("space", "select", "Select", "Select this row for an action on several, and go on"),
]
