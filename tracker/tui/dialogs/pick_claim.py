"""Ask which other claim is meant: those of the same event first, others by search."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tracker.domain.dossier import Dossier
from tracker.domain.errors import BadInputError
from tracker.domain.listing import ClaimLine, Filter, Order
from tracker.domain.visible import visible
from tracker.tui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from tracker.desk.browsing import Browsing

_MOST = 50


class PickClaim(Dialog[int]):
    """Ask for a claim; gives its number."""

    def __init__(self, browsing: Browsing, dossier: Dossier) -> None:
        super().__init__(
            f"Relate {dossier.claim.ref} to …", dossier.claim.statement, accept="Choose"
        )
        self._browsing = browsing
        self._dossier = dossier
        self._lines: tuple[ClaimLine, ...] = ()

    def question(self) -> Iterable[Widget]:
        """A field to search in, and what it finds."""
        field = Input(placeholder="search, or ↓ to the claims below", compact=True)
        field.cursor_blink = False
        yield field
        yield OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        """Offer the claims about the same event."""
        self._find("")

    def answer(self) -> int:
        """Give the claim that the cursor is on.

        Raises:
            BadInputError: there is none.
        """
        here = self.query_one(OptionList).highlighted
        if here is None or here >= len(self._lines):
            raise BadInputError("No claim is found; search for other words.")
        return self._lines[here].id

    def on_key(self, event: events.Key) -> None:
        """Let the arrows move in the list while the search has the focus."""
        if event.key in ("down", "up") and self.query_one(Input).has_focus:
            event.stop()
            options = self.query_one(OptionList)
            if event.key == "down":
                options.action_cursor_down()
            else:
                options.action_cursor_up()

    @on(Input.Changed)
    def _search(self, changed: Input.Changed) -> None:
        self._find(changed.value)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_accept()

    @work(exclusive=True)
    async def _find(self, search: str) -> None:
        event = self._dossier.claim.event_id
        where = Filter(search=search) if search.strip() else Filter(event_id=event)
        found = await asyncio.to_thread(self._browsing.page, where, Order.QUEUE, limit=_MOST)
        self._lines = tuple(line for line in found if line.id != self._dossier.claim.id)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(
                Content.assemble(
                    (f"{line.ref} ", "$text-muted"),
                    (visible(line.source or "the article"), "bold"),
                    f"  {visible(line.statement)}",
                )
            )
            for line in self._lines
        )
        options.highlighted = 0 if self._lines else None
