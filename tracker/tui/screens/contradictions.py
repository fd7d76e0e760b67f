"""Screen 3, contradictions: two claims side by side, and the place to settle them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Static

from tracker.domain.dossier import Dossier
from tracker.domain.errors import RefusedError, TrackerError
from tracker.domain.facet import Facet
from tracker.domain.relation import Relation, RelationState
from tracker.domain.side_by_side import Pair
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.screens.base import ask, flow, heading
from tracker.tui.screens.claim import ClaimScreen
from tracker.tui.screens.reviewing import ReviewingScreen, Target
from tracker.tui.theme import MUTED
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.words.page import words
from tracker.tui.words.pair import LEFT, RIGHT, pair_page


class ContradictionsScreen(ReviewingScreen):
    """Pair by pair: suggested ones first, then confirmed ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "pair(1)", "Next", id="pair.next", tooltip="The next pair"),
        Binding("k,up", "pair(-1)", "Previous", id="pair.previous", tooltip="The pair before"),
        Binding("g,home", "pair(-1000000)", "First", id="pair.first", tooltip="The first pair",
                show=False),
        Binding("G,end", "pair(1000000)", "Last", id="pair.last", tooltip="The last pair",
                show=False),
        Binding("left", f"side({LEFT})", "Left", id="pair.left", tooltip="Act on the left side",
                show=False),
        Binding("right", f"side({RIGHT})", "Right", id="pair.right",
                tooltip="Act on the right side", show=False),
        Binding("F", "set_facet", "Facet", id="pair.facet", tooltip="Set the relation's facet",
                show=False),
        Binding("enter", "open", "Open", id="pair.open", tooltip="Open the claim of this side"),
        Binding("J,shift+down,pagedown", "scroll_leaf(5)", "Read on", id="pair.leaf-down",
                tooltip="Scroll down", show=False),
        Binding("K,shift+up,pageup", "scroll_leaf(-5)", "Read back", id="pair.leaf-up",
                tooltip="Scroll up", show=False),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._pairs: tuple[Pair, ...] = ()
        self._here = 0
        self._side = LEFT

    def compose(self) -> ComposeResult:
        """A line on top, the pair, the keys below."""
        yield Static("", id="pair-line", markup=False)
        yield Leaf(id="pair-leaf")
        yield Footer(compact=True, show_command_palette=False)

    def opened(self) -> None:
        """Read the pairs."""
        self._read()

    def targets(self) -> Sequence[Target]:
        """The claim of the chosen side."""
        dossier = self.dossier()
        return [Target(dossier.claim.id, dossier.claim.version)] if dossier else []

    def dossier(self) -> Dossier | None:
        """The claim of the chosen side, whole."""
        pair = self._pair
        if pair is None:
            return None
        return pair.left if self._side == LEFT else pair.right

    async def done(self, *, onwards: bool) -> None:
        """Show the pairs as they are now."""
        self._read()

    @flow
    async def action_accept(self) -> None:
        """Confirm the suggested relation, or else accept what is proposed for this side."""
        waiting = self._waiting()
        if waiting:
            await ask(self.desk.relating.confirm, [waiting[0].id], by=self.editor)
            self.say(f"{waiting[0].ref} confirmed: {waiting[0].kind}.")
            await self.done(onwards=False)
        else:
            await self._change(self.desk.reviewing.accept, "accepted")

    @flow
    async def action_dismiss_proposed(self) -> None:
        """Reject the suggested relation, or else dismiss what is proposed for this side."""
        waiting = self._waiting()
        dossier = self.dossier()
        if waiting:
            await ask(self.desk.relating.reject, [waiting[0].id], by=self.editor)
            self.say(f"{waiting[0].ref} rejected; it will not be suggested again.")
            await self.done(onwards=False)
        elif dossier is not None and dossier.claim.proposed is not None:
            await self._change(self.desk.reviewing.dismiss, "keeps its status")
        else:
            raise RefusedError("nothing is proposed here; X dismisses the claim itself.")

    @flow
    async def action_set_facet(self) -> None:
        """Set the facet of the relation that is looked at."""
        pair = self._pair
        if pair is None or not pair.relations:
            raise RefusedError("there is no relation here.")
        relation = (self._waiting() or list(pair.relations))[0]
        choices = [Choice(facet, facet.value, remark=facet.open_question) for facet in Facet]
        facet = await self.app.push_screen_wait(
            Choose(f"{relation.ref} {relation.kind} on …", "", choices)
        )
        if facet is not None:
            await ask(self.desk.relating.set_facet, relation.id, facet, by=self.editor)
            await self.done(onwards=False)

    def action_pair(self, step: int) -> None:
        """Go to another pair."""
        if self._pairs:
            self._here = max(0, min(len(self._pairs) - 1, self._here + step))
            self._show(keep_place=False)

    def action_side(self, side: int) -> None:
        """Choose the side that keys act on."""
        self._side = side
        self._show(keep_place=True)

    def action_open(self) -> None:
        """Open the claim of the chosen side."""
        dossier = self.dossier()
        if dossier is not None:
            self.app.push_screen(ClaimScreen(dossier.claim.id))

    def action_scroll_leaf(self, lines: int) -> None:
        """Scroll the pair."""
        self.query_one("#pair-leaf", Leaf).scroll_relative(y=lines, animate=False)

    @property
    def _pair(self) -> Pair | None:
        return self._pairs[self._here] if self._here < len(self._pairs) else None

    def _waiting(self) -> list[Relation]:
        pair = self._pair
        if pair is None:
            return []
        return [one for one in pair.relations if one.state is RelationState.SUGGESTED]

    @work(exclusive=True, group="pairs")
    async def _read(self) -> None:
        old = self._pair
        try:
            self._pairs = await ask(self.desk.browsing.pairs)
        except TrackerError as error:
            self.refuse(error)
            return
        ends = (old.left.claim.id, old.right.claim.id) if old else None
        places = [
            place
            for place, pair in enumerate(self._pairs)
            if (pair.left.claim.id, pair.right.claim.id) == ends
        ]
        self._here = places[0] if places else min(self._here, max(0, len(self._pairs) - 1))
        self._show(keep_place=bool(places))

    def _show(self, *, keep_place: bool) -> None:
        pair, side = self._pair, self._side
        leaf = self.query_one("#pair-leaf", Leaf)
        line = self.query_one("#pair-line", Static)
        if pair is None:
            line.update(heading(("Contradictions", "bold")))
            leaf.show(
                lambda _width: words("No claim stands against another yet. l relates two claims.")
            )
            return
        waiting = sum(one.state is RelationState.SUGGESTED for one in self._pairs)
        line.update(
            heading(
                ("Contradictions  ", "bold"),
                (f"{self._here + 1} of {len(self._pairs)}  ", ""),
                (f"{waiting} to decide  " if waiting else "", "$text-warning"),
                ("← → side", MUTED),
            )
        )
        leaf.show(lambda width: pair_page(pair, side, width), keep_place=keep_place)
