"""A screen with a list of claims: any length, a page at a time, the cursor never stolen."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work

from tracker.domain.errors import TrackerError
from tracker.domain.listing import Anchor, ClaimLine, Filter, Order
from tracker.tui.screens.base import ask
from tracker.tui.screens.hand import Target
from tracker.tui.screens.one_picture import in_one_picture
from tracker.tui.screens.reviewing import ReviewingScreen
from tracker.tui.widgets.pages import PAGE
from tracker.tui.widgets.table_messages import Moved, Opened, PageWanted, Selected
from tracker.tui.widgets.windowed import WindowedTable

if TYPE_CHECKING:
    from tracker.desk.listing import Listed
    from tracker.domain.dossier import Dossier

_FEW = 1024
"""Claims among which any page is near enough without anchors."""
_AT_ONCE = 0.1
"""Seconds that the picture waits for another list; one that takes longer comes after it."""
_AT_A_STROKE = 0.02
"""Seconds that a key's picture waits for what the key brings near."""
_REST = 2.0
"""Seconds without a change after which a list's anchors are gathered."""


class ListScreen(ReviewingScreen):
    """Shows the claims that pass a filter; keys act on the selected ones or on the cursor's."""

    def __init__(self) -> None:
        super().__init__()
        self.where = Filter()
        """Which claims are shown."""
        self.order = Order.QUEUE
        """The order in which they come."""
        self._anchors: tuple[Anchor, ...] = ()
        self._anchors_of: Filter | None = None
        """The list that the anchors are of."""
        self._dossier: Dossier | None = None
        self._seen: dict[int, int] = {}
        self._lines_wanted: PageWanted | None = None
        self._claim_wanted: int | None = None
        self._beside = 0
        """How often the claim beside the list was asked for: an older one is not shown."""

    @property
    def table(self) -> WindowedTable[ClaimLine]:
        """The list."""
        raise NotImplementedError

    def show_listed(self, listed: Listed) -> None:
        """Show what is said about the list as a whole."""

    def show_selected(self) -> None:
        """Show how many claims are selected."""

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the claim under the cursor whole."""

    def glimpsed(self, lines: Sequence[ClaimLine]) -> None:
        """Show the first lines while the ledger is still being opened."""
        if lines:
            self.table.show(len(lines))
            self._take_rows(0, lines)

    def targets(self) -> Sequence[Target]:
        """The selected claims, or the one under the cursor."""
        if self.table.selected:
            chosen = sorted(int(str(one)) for one in self.table.selected)
            return [Target(one, self._seen[one]) for one in chosen if one in self._seen]
        line, shown = self.table.row, self._dossier
        if line is None:
            return []
        if shown is not None and shown.claim.id == line.id:
            return [Target(line.id, shown.claim.version)]
        return [Target(line.id, line.version)]

    def dossier(self) -> Dossier | None:
        """The claim beside the list."""
        return self._dossier

    async def done(self, acted: Sequence[int] = (), *, onwards: bool = False) -> None:
        """Read the list again; onwards means: stand on the claim that came next."""
        table = self.table
        here, after = table.row, table.at(table.cursor + 1)
        stood = here is not None and here.id in acted and not table.selected
        table.select(frozenset())
        await self.read([after.id] if onwards and stood and after is not None else ())

    async def look_at(self, claims: Sequence[int]) -> None:
        """Read the list again, and stand on the first of these claims that it shows."""
        await self.read(claims)

    async def show(self, where: Filter) -> None:
        """Show another list, from its first claim.

        A dialog that asked for it goes when the list comes, so that both are drawn at once.
        """
        self.where = where
        self.table.select(frozenset())
        await in_one_picture(self, self.read(another=True), _AT_ONCE)

    @on(PageWanted)
    def _want_lines(self, wanted: PageWanted) -> None:
        wanted.stop()
        if self.is_open and self.table.lacks(wanted):
            self._want(wanted, self._claim_wanted)

    @on(Moved)
    def _want_claim(self, moved: Moved[ClaimLine]) -> None:
        moved.stop()
        if not self.is_open:
            return
        row = self.table.row  # not the message's, which may be older
        shown = self._dossier.claim if self._dossier else None
        if row is None or shown is None or (shown.id, shown.version) != (row.id, row.version):
            self._beside += 1
            if row is None:
                self._claim_wanted = None
                self._show_beside(None)
            else:
                self._want(self._lines_wanted, row.id)

    @on(Opened)
    def _open_claim(self, opened: Opened[ClaimLine]) -> None:
        # Not in the first frame.
        from tracker.tui.screens.claim import ClaimScreen  # noqa: PLC0415

        self.open(ClaimScreen(opened.row.id))

    @on(Selected)
    def _say_selected(self) -> None:
        self.show_selected()

    async def read(
        self, wanted: Sequence[int] = (), *, another: bool = False, resting: bool = False
    ) -> None:
        """Read the list and stand on the first of the wanted claims, else where one stands.

        The table changes at one stroke, so that a key never meets a row in another one's place.
        Its anchors are gathered anew behind it, but for a list that is ``resting``: they just were.
        """
        async with self.reading:
            if self.is_gone:
                return
            listing, table = self.desk.listing, self.table
            while True:
                where, stood = self.where, table.row
                here = [*wanted, *([stood.id] if stood and not another else [])]
                cursor = 0 if another else table.cursor
                near = range(0) if another else table.near_view()
                anchors = self._anchors if where is self._anchors_of else ()
                listed = await ask(
                    listing.open, where, here, otherwise=cursor, page=PAGE,
                    above=max(0, cursor - near.start), below=max(0, near.stop - 1 - cursor),
                    anchors=anchors,
                )  # fmt: skip
                if self.is_gone:
                    return
                if where is self.where and (another or _same(table.row, stood)):
                    break
                wanted = ()  # the editor has moved on meanwhile, and stays there
            self.shown_to, self.order = listed.last, listed.order
            self._lay_out(listed, another=another)
        if listed.count > _FEW and not (resting or where.search):
            self._read_anchors()

    def _lay_out(self, listed: Listed, *, another: bool) -> None:
        table = self.table
        self._beside += 1
        self._dossier = listed.dossier
        if another:
            table.show(listed.count)
        else:
            table.reload(listed.count)
        self._take_rows(listed.start, listed.rows)
        table.cursor = listed.place
        self.show_listed(listed)
        self.show_dossier(listed.dossier)

    def _take_rows(self, start: int, rows: Sequence[ClaimLine], edition: int | None = None) -> None:
        self._seen.update((line.id, line.version) for line in rows)
        self.table.show_page(start, rows, edition)

    @work(exclusive=True, group="anchors")
    async def _read_anchors(self) -> None:
        # To walk over a million claims is work: not for a list that is soon gone, nor at each mark.
        await asyncio.sleep(_REST)
        where = self.where
        again = where is self._anchors_of
        try:
            anchors = await ask(self.desk.browsing.anchors, where)
        except TrackerError as error:
            self.refuse(error)
            return
        moved = again and anchors != self._anchors
        self._anchors, self._anchors_of = anchors, where
        if moved and not self.is_gone:  # what was counted from the old ones may be a row astray
            await self.read(resting=True)

    def _want(self, lines: PageWanted | None, claim: int | None) -> None:
        waiting = self._lines_wanted is not None or self._claim_wanted is not None
        self._lines_wanted, self._claim_wanted = lines, claim
        if not waiting:
            self._read_near()

    @work(group="near")
    async def _read_near(self) -> None:
        # A key that turns the page wants lines and a claim: they are read at one stroke.
        lines, claim, beside = self._lines_wanted, self._claim_wanted, self._beside
        self._lines_wanted = self._claim_wanted = None
        if lines is None and claim is None:
            return
        start, end = (lines.start, lines.end) if lines else (0, 0)
        anchors = self._anchors if self.where is self._anchors_of else ()
        reading = ask(
            self.desk.listing.near, self.where, self.order, claim,
            start=start, limit=end - start, anchors=anchors,
        )  # fmt: skip
        try:
            rows, dossier = await in_one_picture(self, reading, _AT_A_STROKE)
        except TrackerError as error:
            self.refuse(error)
            return
        if self.is_gone:
            return
        if lines:
            self._take_rows(start, rows, lines.edition)
        if claim is not None and beside == self._beside:
            self._show_beside(dossier)

    def _show_beside(self, dossier: Dossier | None) -> None:
        self._dossier = dossier
        self.show_dossier(dossier)


def _same(row: ClaimLine | None, other: ClaimLine | None) -> bool:
    return (row.id if row else None) == (other.id if other else None)
