"""What an editor can add to claims from every screen, relate, correct, copy and take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.errors import RefusedError
from tracker.domain.visible import visible
from tracker.tui import asking
from tracker.tui.screens.base import Answer, TrackerScreen, ask
from tracker.tui.screens.flow import flow
from tracker.tui.screens.hand import Hand, Target

if TYPE_CHECKING:
    from tracker.domain.dossier import Dossier
    from tracker.tui.dialogs.dialog import Dialog


class GatheringScreen(TrackerScreen):
    """A screen that shows claims and lets an editor gather what bears on them."""

    def targets(self) -> Sequence[Target]:
        """The claims that keys act on now."""
        raise NotImplementedError

    def dossier(self) -> Dossier | None:
        """The claim that is shown whole."""
        raise NotImplementedError

    async def done(self, acted: Sequence[int] = (), *, onwards: bool = False) -> None:
        """Show what has changed; ``onwards`` goes on from the claims acted on to the next."""
        raise NotImplementedError

    async def look_at(self, _claims: Sequence[int]) -> None:
        """Show what has changed, and stand on the first of these claims that is here."""
        await self.done()

    def sentence_is_of(self, dossier: Dossier) -> str:
        """Whose the sentence is that is copied: a claim's, or an event's."""
        return str(dossier.claim.ref)

    def sentence_of(self, dossier: Dossier) -> str:
        """What can be printed of the claim in hand now."""
        from tracker.domain.safe_sentence import safe_sentence  # noqa: PLC0415 - copied, now and then

        return safe_sentence(dossier)

    @property
    def opposite(self) -> int | None:
        """The claim that the one in hand is compared with, if any."""
        return None

    @property
    def in_hand(self) -> int | None:
        """The first of the claims that keys act on."""
        targets = self.targets()
        return targets[0].id if targets else None

    @flow
    async def action_add_evidence(self) -> None:
        """Add evidence."""
        add = self.desk.gathering.add_evidence
        await self._gather(
            asking.backing.evidence_form, asking.backing.evidence_of, add, "Evidence added to"
        )

    @flow
    async def action_log_attempt(self) -> None:
        """Log an attempt."""
        log = self.desk.gathering.log_attempt
        await self._gather(
            asking.backing.attempt_form, asking.backing.attempt_of, log, "Attempt logged on"
        )

    @flow
    async def action_add_note(self) -> None:
        """Leave a note."""
        add = self.desk.gathering.add_note
        await self._gather(asking.deciding.note_text, str, add, "Note left on")

    @flow
    async def action_tag(self) -> None:
        """Add tags or take them away."""
        await self._gather(asking.deciding.tag_text, str.split, self._retag, "Tags changed on")

    @flow
    async def action_relate(self) -> None:
        """Relate the claim to another."""
        relation = await asking.relating.ask_relation(
            self, self._hand().ids[0], first=self.opposite
        )
        if relation is not None:
            apart = await asking.relating.said_apart(self, [relation])
            self.say(f"C{relation.a} {relation.kind} C{relation.b}{apart}.")
            await self.done()

    @flow
    async def action_merge_event(self) -> None:
        """Merge the event with another."""
        if await asking.events.merge_event(self, self._hand().ids):
            await self.done()

    @flow
    async def action_split_event(self) -> None:
        """Give the claims an event of their own."""
        if await asking.events.split_event(self, self._hand().ids):
            await self.done()

    @flow
    async def action_edit(self) -> None:
        """Correct a field of the claim."""
        hand = self._hand()
        await self._edit(hand, await self._whole(hand))

    @flow
    async def action_undo(self) -> None:
        """Take back one's own last action, and stand on what it was about."""
        claims = await asking.undoing.undo(self)
        if claims is not None:
            await self.look_at(claims)

    @flow
    async def action_copy_sentence(self) -> None:
        """Copy the safe sentence to the clipboard."""
        # Whatever it is pasted into may be a terminal too.
        dossier = await self._whole(self._hand())
        sentence = visible(self.sentence_of(dossier))
        self.app.copy_to_clipboard(sentence)
        self.say(f"Copied for {self.sentence_is_of(dossier)}: {sentence}")

    def _retag(self, claims: Sequence[int], words: Sequence[str], *, by: str) -> None:
        """Add words as tags, and take away those that begin with a minus."""
        gathering = self.desk.gathering
        if added := [word for word in words if not word.startswith("-")]:
            gathering.tag(claims, added, by=by)
        if taken := [word.removeprefix("-") for word in words if word.startswith("-")]:
            gathering.untag(claims, taken, by=by)

    def _hand(self) -> Hand:
        targets = self.targets()
        if not targets:
            raise RefusedError("no claim is selected.")
        return Hand(self, targets)

    async def _whole(self, hand: Hand) -> Dossier:
        """The first claim in hand whole; what is shown may still be the one before it."""
        shown = self.dossier()
        if shown is not None and shown.claim.id == hand.ids[0]:
            return shown
        return await ask(self.desk.browsing.dossier, hand.ids[0])

    async def _edit(self, hand: Hand, dossier: Dossier) -> None:
        async def edit(field: str, values: list[str]) -> None:
            await hand.act(self.desk.editing.edit, dossier.claim.ref, field, values)

        if await asking.editing.edit_field(self, dossier, edit):
            await self.done()

    async def _gather(
        self,
        dialog: Callable[[str, Answer | None], Dialog[Answer]],
        draft_of: Callable[[Answer], object],
        method: Callable[..., object],
        told: str,
    ) -> None:
        hand = self._hand()

        async def deed(answer: Answer) -> None:
            await self.save(method, hand.ids, draft_of(answer))

        if await asking.insisting.insist(self, partial(dialog, hand.name), deed):
            self.say(f"{told} {hand.name}.")
            await self.done()
