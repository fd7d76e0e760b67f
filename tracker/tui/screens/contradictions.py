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
from tracker.tui.screens.pairs import Paired, look_at, next_number, open_sides, read_pairs
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
        self._paired = Paired()
        self._side = LEFT

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
        pair = self._paired.pair
        if pair is None:
            return None
        return pair.left if self._side == LEFT else pair.right

    async def done(self, acted: Sequence[int] = (), *, onwards: bool = False) -> None:
        """Show the pairs as they are now; onwards goes to the next thing to decide."""
        before = self._paired.pair
        await self._read()
        pair = self._paired.pair
        if not onwards or pair is None or not _is_same(before, pair):
            return  # where a pair has gone, the next one stands in its place
        sides = open_sides(pair)
        if not sides:
            await self._turn_to(next_number(self._paired))
        elif self._side not in sides:
            self._choose(sides[0])

    async def look_at(self, claims: Sequence[int]) -> None:
        """Show the first pair that one of these claims is in, and choose its side."""
        await self._read(claims)
        pair = self._paired.pair
        if pair is not None:
            ends = (pair.left.claim.id, pair.right.claim.id)
            sides = [ends.index(claim) for claim in claims if claim in ends]
            self._choose(sides[0] if sides else self._side)

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
        pair = self._paired.pair
        if pair is None or not pair.relations:
            raise RefusedError("there is no relation here.")
        relation = (self._waiting() or list(pair.relations))[0]
        title = f"{relation.ref} {relation.kind} – on which facet?"
        facet = await self.answer_to(facet_choice(title, relation.facet))
        if facet is not None and facet is not relation.facet:
            await ask(self.desk.relating.set_facet, relation.id, facet, by=self.editor)
            await self.done()

    @flow
    async def action_pair(self, step: int) -> None:
        """Go to another pair."""
        last = len(self._paired.every) - 1
        number = max(0, min(last, self._paired.number + step))
        if self._paired.pair is not None and number != self._paired.number:
            await self._turn_to(number)

    @flow
    async def action_side(self, side: int) -> None:
        """Choose the side that keys act on."""
        self._choose(side)

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

    def _waiting(self) -> list[Relation]:
        pair = self._paired.pair
        if pair is None:
            return []
        return [one for one in pair.relations if one.state is RelationState.SUGGESTED]

    @work(exclusive=True, group="reading")
    async def _read_again(self) -> None:
        try:
            await self._read()
        except TrackerError as error:
            self.refuse(error)

    async def _read(self, claims: Sequence[int] = ()) -> None:
        async with self.reading:
            old = self._paired
            paired = await ask(read_pairs, self.desk.browsing, old, claims)
            if not self.is_gone:
                self._paired = paired
                self._show(keep_place=_is_same(old.pair, paired.pair))

    async def _turn_to(self, number: int) -> None:
        async with self.reading:
            paired = await ask(look_at, self.desk.browsing, self._paired, number)
            if not self.is_gone:
                self._paired, self._side = paired, LEFT
                self._show(keep_place=False)

    def _choose(self, side: int) -> None:
        self._side = side
        self._show(keep_place=True)

    def _show(self, *, keep_place: bool) -> None:
        paired, side = self._paired, self._side
        pair = paired.pair
        line = self.query_one(TopLine)
        line.sign(self.editor, read_only=self.desk.read_only)
        if pair is None:
            line.show(heading(("Contradictions", "bold")))
            self._leaf.show(lambda _width: words(_NOTHING, MUTED))
            return
        where = f"{paired.number + 1:,} of {len(paired.every):,}  "
        pieces = [("Contradictions  ", "bold"), (where, "")]
        if paired.to_decide:
            pieces.append((f"{paired.to_decide:,} to decide  ", "$text-warning"))
        line.show(heading(*pieces, ("← → side", MUTED)), heading(*pieces))
        self._leaf.show(lambda width: pair_page(pair, side, width), keep_place=keep_place)


def _is_same(one: Pair | None, other: Pair | None) -> bool:
    if one is None or other is None:
        return False
    return (one.left.claim.id, one.right.claim.id) == (other.left.claim.id, other.right.claim.id)
