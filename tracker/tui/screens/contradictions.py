"""Screen 3, contradictions: who says what of an event, and the place to settle it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from tracker.domain.errors import RefusedError
from tracker.domain.evidence import Stance
from tracker.domain.listing import Filter
from tracker.domain.relation import Relation, RelationState
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted
from tracker.tui import asking
from tracker.tui.asking import backing
from tracker.tui.asking.insisting import insist
from tracker.tui.asking.relating import facet_choice
from tracker.tui.asking.reporting import write_report
from tracker.tui.dialogs.form import Answers
from tracker.tui.screens import said
from tracker.tui.screens.base import ask
from tracker.tui.screens.flow import flow
from tracker.tui.screens.hand import Hand, Target
from tracker.tui.screens.pair_keys import PAIR_KEYS
from tracker.tui.screens.pairing import PairingScreen


class ContradictionsScreen(PairingScreen):
    """Pair by pair: suggested ones first, then confirmed ones."""

    BINDINGS: ClassVar[list[BindingType]] = [*PAIR_KEYS]

    @flow
    async def action_accept(self) -> None:
        """Confirm the suggested relation, or else accept what is proposed for this side."""
        waiting = self._waiting()
        if not waiting:
            await self._change(self.desk.reviewing.accept, said.accepted, self._hand(),
                               onwards=True, settling=True)  # fmt: skip
            return
        one = waiting[0]
        confirmed = await self.save(
            self.desk.relating.confirm, [one.id], told_as=f"confirm {one.ref}"
        )
        apart = await asking.relating.said_apart(self, confirmed)
        self.say(f"{confirmed[0].ref} confirmed: {confirmed[0].kind}{apart}.")
        await self.done(onwards=True)

    @flow
    async def action_dismiss_proposed(self) -> None:
        """Reject the suggested relation, or else dismiss what is proposed for this side."""
        waiting = self._waiting()
        if waiting:
            rejected = await self.save(
                self.desk.relating.reject, [waiting[0].id], told_as=f"reject {waiting[0].ref}"
            )
            await self._tell_rejected(rejected)
            await self.done(onwards=True)
        else:
            await self._turn_down(settling=True)

    @flow
    async def action_dismiss_because(self) -> None:
        """Reject a relation of the pair for a reason that is asked; else dismiss the claim."""
        contest = self.paired.contest
        standing = [one for one in contest.pair.relations if one.stands] if contest else []
        if not standing:
            await self._dismiss_because()
            return
        relation = await self._one_of(standing)
        if relation is None:
            return

        async def deed(reason: str) -> None:
            reject = partial(self.desk.relating.reject, reason=reason)
            rejected = await self.save(reject, [relation.id], told_as=f"reject {relation.ref}")
            await self._tell_rejected(rejected)

        keys = f"{self.key('clear')}, {self.key('open')}, {self.key('dismiss_because')}"
        about = f"{relation.words}. To dismiss a claim itself press {keys}."
        dialog = partial(
            asking.deciding.reason_text, f"Why is {relation.ref} rejected?", body=about
        )
        if await insist(self, dialog, deed):
            await self.done(onwards=True)

    @flow
    async def action_add_evidence(self) -> None:
        """Add evidence to this side, and say in the same step how it bears on the other."""
        hand, other = self._hand(), self.opposite
        if other is None:
            raise RefusedError("no claim is selected.")

        async def deed(answers: Answers) -> None:
            said_of = answers["other"]
            beside = {} if said_of == backing.NOTHING else {other: Stance(said_of)}
            add, draft = self.desk.gathering.add_evidence, backing.evidence_of(answers)
            put = await self.save(add, hand.ids, draft, beside=beside)
            self.say(f"Evidence added to {' and '.join(f'C{one.claim_id}' for one in put)}.")

        if await insist(self, partial(backing.evidence_for_two_form, hand.name, f"C{other}"), deed):
            await self.done()

    @flow
    async def action_set_facet(self) -> None:
        """Set the facet of the relation that is looked at."""
        contest = self.paired.contest
        standing = [one for one in contest.pair.relations if one.stands] if contest else []
        if not standing:
            raise RefusedError(f"these two are not related; {self.key('relate')} relates them.")
        relation = (self._waiting() or standing)[0]
        title = f"{relation.ref} {relation.kind} – on which facet?"
        facet = await self.answer_to(facet_choice(title, relation.facet))
        if facet is not None and facet is not relation.facet:
            await self.save(self.desk.relating.set_facet, relation.id, facet)
            await self.done()

    @flow
    async def action_accept_both(self) -> None:
        """Accept what is proposed for both sides, in one action; say which of them has no part."""
        contest = self.paired.contest
        claims = [one.claim for one in contest.sides] if contest else []
        proposed = [one for one in claims if one.proposed and one.checkable]
        opinions = " and ".join(str(one.ref) for one in claims if not one.checkable)
        why = f"{opinions} cannot be checked (opinion, prediction or promise)" if opinions else ""
        if not proposed:
            raise RefusedError(f"nothing is proposed for these two{why and f': {why}'}.")
        hand = Hand(self, [Target(one.id, one.version) for one in proposed])
        await self._change(self.desk.reviewing.accept, said.accepted, hand, onwards=True,
                           settling=True)  # fmt: skip
        if why:
            self.say(f"Accepted for {hand.name}; {why}.")

    @flow
    async def action_report(self) -> None:
        """Write the contradictions of the event that is looked at; of all claims, if of none."""
        dossier = self.dossier()
        if dossier is None:
            raise RefusedError("there is no contradiction to report.")
        where = Filter(event_id=dossier.claim.event_id)
        await write_report(self, Wanted(ReportKind.CONTRADICTIONS, self.editor, where))

    async def _one_of(self, standing: Sequence[Relation]) -> Relation | None:
        """The one relation of the pair, or the one of several that the editor chooses."""
        if len(standing) == 1:
            return standing[0]
        return await self.answer_to(asking.relating.which_of(standing))

    async def _tell_rejected(self, rejected: Sequence[Relation]) -> None:
        loose = await ask(self.desk.relating.untied, rejected)
        parts = f"{self.key('split_event')} splits claims off"
        told = f"{loose[0].words}; {parts}" if loose else "it will not be suggested again"
        self.say(f"{rejected[0].ref} rejected; {told}.")

    def _waiting(self) -> list[Relation]:
        contest = self.paired.contest
        relations = contest.pair.relations if contest is not None else ()
        return [one for one in relations if one.state is RelationState.SUGGESTED]
