"""Screen 3, contradictions: two claims side by side, and the place to settle them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from tracker.domain.contest import LEFT, RIGHT, Contest
from tracker.domain.dossier import Dossier
from tracker.domain.errors import RefusedError, TrackerError
from tracker.domain.relation import Relation, RelationState
from tracker.tui.asking.relating import facet_choice
from tracker.tui.screens import said
from tracker.tui.screens.base import ask, flow, heading
from tracker.tui.screens.claim import ClaimScreen
from tracker.tui.screens.hand import Hand, Target
from tracker.tui.screens.pair_keys import PAIR_KEYS
from tracker.tui.screens.pairs import Paired, ends_of, look_at, next_number, open_sides, read_pairs
from tracker.tui.screens.reviewing import ReviewingScreen
from tracker.tui.theme import MUTED
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.top_line import TopLine
from tracker.tui.words.contest import contest_page, shown_parties
from tracker.tui.words.page import words
from tracker.tui.words.pairs_line import pairs_lines

_NOTHING = "No claim stands against another yet. On the desk, l relates two claims."


class ContradictionsScreen(ReviewingScreen):
    """Pair by pair: suggested ones first, then confirmed ones."""

    BINDINGS: ClassVar[list[BindingType]] = [*PAIR_KEYS]

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
        contest = self._paired.contest
        return contest.sides[self._side] if contest is not None else None

    async def done(self, acted: Sequence[int] = (), *, onwards: bool = False) -> None:
        """Show the pairs as they are now; onwards goes to the next thing to decide."""
        before = self._paired.contest
        await self._read()
        contest = self._paired.contest
        if not onwards or contest is None or not _is_same(before, contest):
            return  # where a pair has gone, the next one stands in its place
        sides = open_sides(contest)
        if not sides and not self._paired.astray:
            await self._turn_to(next_number(self._paired))
        elif sides and self._side not in sides:
            self._choose(sides[0])

    async def look_at(self, claims: Sequence[int]) -> None:
        """Show the first pair that one of these claims is in, and choose its side."""
        await self._read(claims)
        contest = self._paired.contest
        if contest is not None:
            ends = [one.claim.id for one in contest.sides]
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
        contest = self._paired.contest
        standing = [one for one in contest.pair.relations if one.stands] if contest else []
        if not standing:
            raise RefusedError("these two are not related; l relates them.")
        relation = (self._waiting() or standing)[0]
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
        if self._paired.contest is not None and number != self._paired.number:
            await self._turn_to(number)

    @flow
    async def action_side(self, step: int) -> None:
        """Act on the column beside, which from now on is compared with the one opposite."""
        contest = self._paired.contest
        if contest is None:
            return
        shown = [one.front.claim.id for one in shown_parties(contest, self._leaf.width)]
        here = shown.index(contest.sides[self._side].claim.id)
        there = shown[max(0, min(len(shown) - 1, here + step))]
        ends = [one.claim.id for one in contest.sides]
        if there in ends:
            self._choose(ends.index(there))
        else:
            self._look(contest.turned(self._side, there))

    @flow
    async def action_further(self, step: int) -> None:
        """Put another account of the event opposite the side that keys act on."""
        contest = self._paired.contest
        if contest is None:
            return
        if not contest.others:
            raise RefusedError("nobody else tells of this event.")
        self._look(contest.following(RIGHT if self._side == LEFT else LEFT, step))

    @flow
    async def action_accept_both(self) -> None:
        """Accept what is proposed for both sides, in one action."""
        contest = self._paired.contest
        proposed = [one.claim for one in contest.sides if one.claim.proposed] if contest else []
        if not proposed:
            raise RefusedError("nothing is proposed for these two.")
        hand = Hand(self, [Target(one.id, one.version) for one in proposed])
        await self._change(self.desk.reviewing.accept, said.accepted, hand, onwards=True)

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
        contest = self._paired.contest
        relations = contest.pair.relations if contest is not None else ()
        return [one for one in relations if one.state is RelationState.SUGGESTED]

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
                self._show(keep_place=_is_same(old.contest, paired.contest))

    async def _turn_to(self, number: int) -> None:
        async with self.reading:
            paired = await ask(look_at, self.desk.browsing, self._paired, number)
            if not self.is_gone:
                self._paired, self._side = paired, LEFT
                self._show(keep_place=False)

    def _look(self, contest: Contest) -> None:
        """Compare other accounts of the event, which are read already."""
        self._paired = self._paired.showing(contest)
        self._show(keep_place=True)

    def _choose(self, side: int) -> None:
        self._side = side
        self._show(keep_place=True)

    def _show(self, *, keep_place: bool) -> None:
        paired, side = self._paired, self._side
        contest = paired.contest
        line = self.query_one(TopLine)
        line.sign(self.editor, read_only=self.desk.read_only)
        if contest is None:
            line.show(heading(("Contradictions", "bold")))
            self._leaf.show(lambda _width: words(_NOTHING, MUTED))
            return
        line.show(*pairs_lines(paired, contest))
        self._leaf.show(lambda width: contest_page(contest, side, width), keep_place=keep_place)


def _is_same(one: Contest | None, other: Contest | None) -> bool:
    return one is not None and other is not None and ends_of(one) == ends_of(other)
