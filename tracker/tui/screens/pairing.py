"""Walking the pairs of claims: which two are compared, on which side one stands, what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from tracker.domain.contest import LEFT, RIGHT, Contest, Party
from tracker.domain.dossier import Dossier
from tracker.domain.errors import RefusedError
from tracker.domain.event_sentence import event_sentence
from tracker.domain.listing import Filter
from tracker.domain.relation import RelationState
from tracker.tui import asking
from tracker.tui.screens.base import ask
from tracker.tui.screens.claim import ClaimScreen
from tracker.tui.screens.flow import first_flow, flow
from tracker.tui.screens.hand import Target
from tracker.tui.screens.narrowing import NarrowingScreen
from tracker.tui.screens.pairs import Paired, ends_of, look_at, next_number, open_sides, read_pairs
from tracker.tui.screens.reviewing import ReviewingScreen
from tracker.tui.theme import MUTED
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.leaf import Leaf
from tracker.tui.widgets.top_line import TopLine
from tracker.tui.words.contest import contest_page, shown_parties
from tracker.tui.words.heading import heading
from tracker.tui.words.page import words, wrapped
from tracker.tui.words.pairs_line import pairs_lines, shown_words

_NONE_PASSES = "No pair passes the filter: {said}. {key} clears it."
_NOTHING = "No claim stands against another yet. On the desk, {key} relates two claims."


class PairingScreen(ReviewingScreen, NarrowingScreen):
    """Shows two claims side by side, amid all accounts of their event."""

    sought_in = "Words in either claim, its speaker or its event"

    def __init__(self) -> None:
        super().__init__()
        self.paired = Paired()
        self.where = Filter()
        """Which pairs are shown: those of which one claim passes."""
        self._side = LEFT

    def compose(self) -> ComposeResult:
        """A line on top, the pair, the keys below."""
        yield TopLine()
        yield Leaf(id="pair-leaf")
        yield KeyLine()

    def targets(self) -> Sequence[Target]:
        """The claim of the chosen side."""
        dossier = self.dossier()
        return [Target(dossier.claim.id, dossier.claim.version)] if dossier else []

    def dossier(self) -> Dossier | None:
        """The claim of the chosen side, whole."""
        contest = self.paired.contest
        return contest.sides[self._side] if contest is not None else None

    def sentence_of(self, _dossier: Dossier) -> str:
        """What can be printed of all accounts now."""
        contest = self.paired.contest
        assert contest is not None, "a claim is in hand"
        return event_sentence(contest, self._side)

    def sentence_is_of(self, dossier: Dossier) -> str:
        """The event whose accounts are told, or the claim where there are no more than two."""
        contest = self.paired.contest
        event = contest.sides[self._side].event if contest is not None else None
        if event is None or self.sentence_of(dossier) == super().sentence_of(dossier):
            return super().sentence_is_of(dossier)
        return str(event.ref)

    @property
    def opposite(self) -> int | None:
        """The claim of the other side."""
        contest = self.paired.contest
        other = RIGHT if self._side == LEFT else LEFT
        return contest.sides[other].claim.id if contest is not None else None

    async def done(self, acted: Sequence[int] = (), *, onwards: bool = False) -> None:
        """Show the pairs as they are now; onwards goes to the next thing to decide."""
        before, number = self.paired.contest, self.paired.number
        await self.read()
        contest = self.paired.contest
        if not onwards or contest is None:
            return
        if not _is_same(before, contest):  # a pair has gone, the next one stands in its place
            here = self.paired.number
            if self.paired.to_decide and (here != number or not self.paired.every[here].waiting):
                await self._turn_to(next_number(self.paired))
            return
        sides = open_sides(contest)
        if not sides and not self.paired.astray:
            await self._turn_to(next_number(self.paired))
        elif sides and self._side not in sides:
            self._choose(sides[0])

    async def look_at(self, claims: Sequence[int]) -> None:
        """Show the pair of these claims, or the nearest that one is in, and choose its side."""
        await self.read(claims)
        contest = self.paired.contest
        if contest is not None:
            ends = [one.claim.id for one in contest.sides]
            sides = [ends.index(claim) for claim in claims if claim in ends]
            self._choose(self._side if self._side in sides or not sides else sides[0])

    @first_flow
    async def action_look_at(self, claim: int) -> None:
        """Show the nearest pair that a claim is in."""
        await self.look_at([claim])

    @flow
    async def action_pair(self, step: int) -> None:
        """Go to another pair."""
        last = len(self.paired.every) - 1
        number = max(0, min(last, self.paired.number + step))
        if self.paired.contest is not None and number != self.paired.number:
            await self._turn_to(number)

    @flow
    async def action_side(self, step: int) -> None:
        """Act on the column beside, which from now on is compared with the one opposite."""
        contest = self.paired.contest
        if contest is None:
            return
        shown = [one.front.claim.id for one in self._columns(contest)]
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
        contest = self.paired.contest
        if contest is None:
            return
        if not contest.others:
            raise RefusedError("nobody else tells of this event.")
        other = RIGHT if self._side == LEFT else LEFT
        self.paired = self.paired.beside(contest.following(other, step))
        self._show(keep_place=True)

    def action_open(self) -> None:
        """Open the claim of the chosen side."""
        dossier = self.dossier()
        if dossier is not None:
            self.open(ClaimScreen(dossier.claim.id))

    @flow
    async def action_filter(self) -> None:
        """Show only the pairs of a state, or with some claims."""
        state = self.paired.state
        choice = asking.filtering.pairs_choice(self.where, state, self.editor)
        chosen = await self.answer_to(choice)
        if chosen is not None:
            await self._begin(*chosen)

    @flow
    async def action_clear(self) -> None:
        """Show all pairs again."""
        if self.where != Filter() or self.paired.state is not None:
            await self._begin(Filter(), None)

    async def show(self, where: Filter) -> None:
        """Show the pairs of which one claim passes a filter, from the first."""
        await self._begin(where, self.paired.state)

    async def _begin(self, where: Filter, state: RelationState | None) -> None:
        self.where, self.paired, self._side = where, Paired(state=state), LEFT
        await self.read()

    async def read(self, claims: Sequence[int] = ()) -> None:
        """Read the pairs; stand on that of some claims, else where one stood."""
        async with self.reading:
            old = self.paired
            paired = await ask(read_pairs, self.desk.pairing, old, self.where, claims)
            if not self.is_gone:
                self.paired = paired
                self._show(keep_place=_is_same(old.contest, paired.contest))

    async def _turn_to(self, number: int) -> None:
        async with self.reading:
            paired = await ask(look_at, self.desk.pairing, self.paired, number)
            if not self.is_gone:
                self.paired, self._side = paired, LEFT
                self._show(keep_place=False)

    def _look(self, contest: Contest) -> None:
        """Compare other accounts of the event, which are read already."""
        self.paired = self.paired.showing(contest)
        self._show(keep_place=True)

    def _columns(self, contest: Contest) -> tuple[Party, ...]:
        return shown_parties(contest, self.leaf.width, self.paired.first)

    def _choose(self, side: int) -> None:
        self._side = side
        self._show(keep_place=True)

    def _show(self, *, keep_place: bool) -> None:
        paired, side, first = self.paired, self._side, self.paired.first
        contest = paired.contest
        line = self.query_one(TopLine)
        line.sign(self.editor, read_only=self.desk.read_only)
        if contest is None:
            line.show(heading(("Contradictions", "bold")))
            nothing = _NOTHING.format(key=self.key("relate"))
            if said := shown_words(self.where, self.paired.state):
                nothing = _NONE_PASSES.format(said=said, key=self.key("clear"))
            self.leaf.show(lambda width: wrapped([words(nothing, MUTED)], width))
            return
        line.show(*pairs_lines(paired, contest, self.where, self.key))
        self.leaf.show(
            lambda width: contest_page(contest, side, width, self.key, first), keep_place=keep_place
        )


def _is_same(one: Contest | None, other: Contest | None) -> bool:
    return one is not None and other is not None and ends_of(one) == ends_of(other)
