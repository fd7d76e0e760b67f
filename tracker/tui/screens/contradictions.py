"""Screen 3, contradictions: two claims side by side, and the place to settle them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tracker.domain.dossier import Dossier
from tracker.domain.errors import RefusedError, TrackerError
from tracker.domain.relation import Relation, RelationState
from tracker.domain.side_by_side import Pair
from tracker.tui.asking.relating import facet_choice
from tracker.tui.screens import said
from tracker.tui.screens.base import ask, flow, heading
from tracker.tui.screens.claim import ClaimScreen
from tracker.tui.screens.hand import Target
from tracker.tui.screens.pairs import Place, ends_of, next_open, place_of
from tracker.tui.screens.reviewing import ReviewingScreen
from tracker.tui.theme import MUTED
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.top_line import TopLine
from tracker.tui.words.page import words
from tracker.tui.words.pair import LEFT, RIGHT, pair_page

_NOTHING = "No claim stands against another yet. On the desk, l relates two claims."


class ContradictionsScreen(ReviewingScreen):
    """Pair by pair: suggested ones first, then confirmed ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Confirm", id="pair.confirm",
                tooltip="Confirm the relation, then accept what is proposed for each side"),
        Binding("x", "dismiss_proposed", "Reject", id="pair.reject",
                tooltip="Reject the relation, or else what is proposed for this side"),
        Binding("left", f"side({LEFT})", "Left", id="pair.left", tooltip="Act on the left side",
                show=False),
        Binding("right", f"side({RIGHT})", "Right", id="pair.right",
                tooltip="Act on the right side", show=False),
        Binding("j,down", "pair(1)", "Next", id="pair.next", tooltip="The next pair"),
        Binding("k,up", "pair(-1)", "Previous", id="pair.previous", tooltip="The pair before",
                show=False),
        Binding("g,home", "pair(-1000000)", "First", id="pair.first", tooltip="The first pair",
                show=False),
        Binding("G,end", "pair(1000000)", "Last", id="pair.last", tooltip="The last pair",
                show=False),
        Binding("F", "set_facet", "Facet", id="pair.facet", tooltip="Set the relation's facet",
                show=False),
        Binding("enter", "open", "Open", id="pair.open", tooltip="Open the claim of this side",
                show=False),
        Binding("J,shift+down", "scroll_leaf(3)", "Read on", id="pair.leaf-down",
                tooltip="Scroll down", show=False),
        Binding("K,shift+up", "scroll_leaf(-3)", "Read back", id="pair.leaf-up",
                tooltip="Scroll up", show=False),
        Binding("pagedown,space", "turn_leaf(1)", "Page down", id="pair.page-down",
                tooltip="A screenful on", show=False),
        Binding("pageup", "turn_leaf(-1)", "Page up", id="pair.page-up",
                tooltip="A screenful back", show=False),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._pairs: tuple[Pair, ...] = ()
        self._here = Place(0, LEFT)

    def compose(self) -> ComposeResult:
        """A line on top, the pair, the keys below."""
        yield TopLine()
        yield Leaf(id="pair-leaf")
        yield KeyLine()

    def opened(self) -> None:
        """Read the pairs."""
        self._read_again()

    def targets(self) -> Sequence[Target]:
        """The claim of the chosen side."""
        dossier = self.dossier()
        return [Target(dossier.claim.id, dossier.claim.version)] if dossier else []

    def dossier(self) -> Dossier | None:
        """The claim of the chosen side, whole."""
        pair = self._pair
        if pair is None:
            return None
        return pair.left if self._here.side == LEFT else pair.right

    async def done(self, acted: Sequence[int] = (), *, onwards: bool = False) -> None:
        """Show the pairs as they are now; onwards goes to the next thing to decide."""
        await self._read()
        if onwards:
            self._go(next_open(self._pairs, self._here))

    async def look_at(self, claims: Sequence[int]) -> None:
        """Show the first pair that one of these claims is in."""
        await self._read()
        self._go(place_of(self._pairs, claims) or self._here)

    @flow
    async def action_look_at(self, claim: int) -> None:
        """Show the first pair that a claim is in."""
        await self.look_at([claim])

    @flow
    async def action_accept(self) -> None:
        """Confirm the suggested relation, or else accept what is proposed for this side."""
        waiting = self._waiting()
        if not waiting:
            await self._change(self.desk.reviewing.accept, said.accepted, self._hand(),
                               onwards=True)  # fmt: skip
            return
        confirmed = await ask(self.desk.relating.confirm, [waiting[0].id], by=self.editor)
        self.say(f"{confirmed[0].ref} confirmed: {confirmed[0].kind}.")
        await self.done(onwards=True)

    @flow
    async def action_dismiss_proposed(self) -> None:
        """Reject the suggested relation, or else dismiss what is proposed for this side."""
        waiting = self._waiting()
        dossier = self.dossier()
        if waiting:
            await ask(self.desk.relating.reject, [waiting[0].id], by=self.editor)
            self.say(f"{waiting[0].ref} rejected; it will not be suggested again.")
            await self.done(onwards=True)
        elif dossier is not None and dossier.claim.proposed is not None:
            dismiss = self.desk.reviewing.dismiss
            await self._change(dismiss, said.dismissed, self._hand(), onwards=True)
        else:
            raise RefusedError("nothing is proposed here; X dismisses the claim itself.")

    @flow
    async def action_set_facet(self) -> None:
        """Set the facet of the relation that is looked at."""
        pair = self._pair
        if pair is None or not pair.relations:
            raise RefusedError("there is no relation here.")
        relation = (self._waiting() or list(pair.relations))[0]
        title = f"{relation.ref} {relation.kind} – on which facet?"
        facet = await self.answer_to(facet_choice(title, relation.facet))
        if facet is not None and facet is not relation.facet:
            await ask(self.desk.relating.set_facet, relation.id, facet, by=self.editor)
            await self.done()

    def action_pair(self, step: int) -> None:
        """Go to another pair."""
        if self._pairs:
            number = max(0, min(len(self._pairs) - 1, self._here.number + step))
            self._go(Place(number, LEFT))

    def action_side(self, side: int) -> None:
        """Choose the side that keys act on."""
        self._go(Place(self._here.number, side))

    def action_open(self) -> None:
        """Open the claim of the chosen side."""
        dossier = self.dossier()
        if dossier is not None:
            self.app.push_screen(ClaimScreen(dossier.claim.id))

    def action_scroll_leaf(self, lines: int) -> None:
        """Scroll the pair."""
        self._leaf.scroll_lines(lines)

    def action_turn_leaf(self, leaves: int) -> None:
        """Scroll the pair by screenfuls."""
        self._leaf.scroll_leaves(leaves)

    @property
    def _leaf(self) -> Leaf:
        return self.query_one("#pair-leaf", Leaf)

    @property
    def _pair(self) -> Pair | None:
        here = self._here.number
        return self._pairs[here] if here < len(self._pairs) else None

    def _waiting(self) -> list[Relation]:
        pair = self._pair
        if pair is None:
            return []
        return [one for one in pair.relations if one.state is RelationState.SUGGESTED]

    @work(exclusive=True, group="reading")
    async def _read_again(self) -> None:
        try:
            await self._read()
        except TrackerError as error:
            self.refuse(error)

    async def _read(self) -> None:
        async with self.reading:
            pairs = await ask(self.desk.browsing.pairs)
            if self.is_gone:
                return
            old = self._pair
            numbers = [n for n, pair in enumerate(pairs) if old and ends_of(pair) == ends_of(old)]
            here = numbers[0] if numbers else min(self._here.number, max(0, len(pairs) - 1))
            self._pairs = pairs
            self._here = Place(here, self._here.side)
            self._show(keep_place=bool(numbers))

    def _go(self, there: Place) -> None:
        same = there.number == self._here.number
        self._here = there
        self._show(keep_place=same)

    def _show(self, *, keep_place: bool) -> None:
        pair, side = self._pair, self._here.side
        line = self.query_one(TopLine)
        line.sign(self.editor, read_only=self.desk.read_only)
        if pair is None:
            line.show(heading(("Contradictions", "bold")))
            self._leaf.show(lambda _width: words(_NOTHING, MUTED))
            return
        waiting = sum(one.state is RelationState.SUGGESTED for one in self._pairs)
        where = f"{self._here.number + 1} of {len(self._pairs)}  "
        pieces = [("Contradictions  ", "bold"), (where, "")]
        if waiting:
            pieces.append((f"{waiting} to decide  ", "$text-warning"))
        line.show(heading(*pieces, ("← → side", MUTED)), heading(*pieces))
        self._leaf.show(lambda width: pair_page(pair, side, width), keep_place=keep_place)
