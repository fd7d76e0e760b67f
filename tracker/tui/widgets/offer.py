"""Words in a row or column, one of them chosen; a click chooses another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

CHOSEN = "▸ "


class Offered(NamedTuple):
    """Something to choose: its words, and what is said below them where there is room."""

    words: str
    meaning: str = ""


class Offer(Container):
    """Offers a few things; its owner says which is chosen."""

    class Picked(Message):
        """Another was clicked."""

        def __init__(self, offer: Offer, place: int) -> None:
            super().__init__()
            self.offer = offer
            self.place = place

        @property
        def control(self) -> Offer:
            """Where it was offered."""
            return self.offer

    DEFAULT_CSS = """
    Offer { height: auto; layout: vertical; }
    Offer > .offer--meaning { color: $text-muted; padding-left: 2; }
    Offer > Static { height: auto; width: 1fr; }
    Offer > .-chosen { color: $accent; text-style: bold; }
    """

    def __init__(self, offered: Sequence[Offered], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._offered = tuple(offered)

    def compose(self) -> list[Static]:
        """Each thing, and below it what it is."""
        made = []
        for one in self._offered:
            made.append(Static(Content(f"  {one.words}"), classes="offer--words"))
            if one.meaning:
                made.append(Static(Content(one.meaning), classes="offer--meaning"))
        return made

    def choose(self, place: int) -> None:
        """Mark one as chosen."""
        for number, line in enumerate(self.query(".offer--words").results(Static)):
            chosen = number == place
            line.update(Content(f"{CHOSEN if chosen else '  '}{self._offered[number].words}"))
            line.set_class(chosen, "-chosen")

    def on_click(self, event: events.Click) -> None:
        """Say which was clicked."""
        lines = list(self.query(".offer--words"))
        if event.widget in lines:
            self.post_message(self.Picked(self, lines.index(event.widget)))
