"""What is seen until the desk is there: its top line, and nothing that would take time to load."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

OPENING = "Opening the ledger …"


class OpeningScreen(Screen[None]):
    """The desk before it is loaded."""

    DEFAULT_CSS = """
    OpeningScreen > Static {
        height: 1;
        padding: 0 1;
        background: $panel;
    }
    """

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static(Content(OPENING))
