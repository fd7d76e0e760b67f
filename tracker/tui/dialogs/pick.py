"""Ask for one of many things: the likely ones first, others by search."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from textual import events, on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tracker.domain.errors import BadInputError, TrackerError
from tracker.tui.dialogs.dialog import Dialog

MOST = 50

Found = Sequence[tuple[int, Content]]
"""What a search found: numbers, each with the line that shows what it is."""


class Pick(Dialog[int]):
    """Ask for a thing; gives its number. ``find`` is asked in a thread, first for no words.

    Whoever accepts before it has found what was typed accepts the first that it finds, never one
    of those that stood there before. ``deliberate``: until something is typed, none is chosen.
    """

    def __init__(
        self, title: str, body: str, find: Callable[[str], Found], *, accept: str = "Choose",
        nothing: str = "Nothing is found; search for other words.", deliberate: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(title, body, accept=accept)
        self._find = find
        self._nothing = nothing
        self._deliberate = deliberate
        self._found: Found = ()
        self._found_for: str | None = None
        """The words for which that was found."""
        self._accepted = False
        """Whether it was accepted before that was found."""

    def question(self) -> Iterable[Widget]:
        """A field to search in, and what it finds."""
        field = Input(placeholder="search, or ↓ to those below", compact=True)
        field.cursor_blink = False
        yield field
        yield OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        """Offer the likely ones."""
        self._look("")

    def answer(self) -> int:
        """Give what the cursor is on.

        Raises:
            BadInputError: there is nothing, or nothing is chosen.
        """
        here = self.query_one(OptionList).highlighted
        if here is None and self._found:
            raise BadInputError("None is chosen yet: ↓ goes to the first, or type to search.")
        if here is None or here >= len(self._found):
            raise BadInputError(self._nothing)
        return self._found[here][0]

    def action_accept(self) -> None:
        """Leave with the answer, once it is that to what was typed."""
        self._accepted = self.query_one(Input).value != self._found_for
        if not self._accepted:
            super().action_accept()

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
        self._look(changed.value)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_accept()

    @work(exclusive=True)
    async def _look(self, search: str) -> None:
        try:
            self._found = await asyncio.to_thread(self._find, search.strip())
        except TrackerError as error:
            self._found, self._accepted = (), False
            self.say(str(error))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(line) for _, line in self._found)
        chosen = bool(self._found) and not (self._deliberate and not search.strip())
        options.highlighted = 0 if chosen else None
        self._found_for = search
        if self._accepted:
            self.action_accept()
