"""What screens do alike that show what passes a filter: words are sought, some claims chosen."""

from __future__ import annotations

from dataclasses import replace

from tracker.domain.listing import Filter
from tracker.tui import asking
from tracker.tui.screens.flow import flow
from tracker.tui.screens.searching import SearchingScreen


class NarrowingScreen(SearchingScreen):
    """Shows what a filter leaves."""

    where: Filter
    """What is shown."""
    sought_in = ""
    """What words are sought in, as the line of keys says it while they are typed."""

    async def show(self, where: Filter) -> None:
        """Show what passes another filter."""
        raise NotImplementedError

    def action_search(self) -> None:
        """Search in statement, quote, source and event."""
        self.type_words(self.where.search, self.sought_in)

    @flow
    async def searched(self, words: str) -> None:
        """Show what holds some words."""
        await self.show(replace(self.where, search=words))

    @flow
    async def action_filter(self) -> None:
        """Show only some."""
        chosen = await self.answer_to(asking.filtering.filter_choice(self.where, self.editor))
        if chosen is not None:
            await self.show(chosen)
