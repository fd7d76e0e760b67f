"""What an editor can do with claims from every screen: mark, move, add, relate, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from textual.binding import BindingType

from tracker.desk.wording import moment_of
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier
from tracker.domain.errors import RefusedError
from tracker.domain.safe_sentence import safe_sentence
from tracker.domain.status import Stage, Status
from tracker.domain.visible import visible
from tracker.tui.asking import backing, deciding
from tracker.tui.asking.editing import edit_field
from tracker.tui.asking.insisting import insist
from tracker.tui.asking.marking import mark
from tracker.tui.asking.relating import ask_relation
from tracker.tui.asking.undoing import undo
from tracker.tui.dialogs.dialog import Dialog
from tracker.tui.dialogs.form import Answers
from tracker.tui.screens import said
from tracker.tui.screens.base import Answer, TrackerScreen, ask, flow
from tracker.tui.screens.hand import Hand, Target
from tracker.tui.screens.review_keys import REVIEW_KEYS


class ReviewingScreen(TrackerScreen):
    """A screen that shows claims and lets an editor act on them."""

    BINDINGS: ClassVar[list[BindingType]] = [*REVIEW_KEYS]

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

    @property
    def in_hand(self) -> int | None:
        """The first of the claims that keys act on."""
        targets = self.targets()
        return targets[0].id if targets else None

    @flow
    async def action_mark(self, word: str) -> None:
        """Mark, asking for what the guard lacks."""
        hand = self._hand()
        marked = await mark(self, hand, Status(word))
        if marked:
            self._tell(marked, said.marked)
            await self.done(hand.ids, onwards=True)

    @flow
    async def action_accept(self) -> None:
        """Accept what is proposed."""
        await self._change(self.desk.reviewing.accept, said.accepted, self._hand(), onwards=True)

    @flow
    async def action_dismiss_proposed(self) -> None:
        """Dismiss what is proposed."""
        await self._change(self.desk.reviewing.dismiss, said.dismissed, self._hand(), onwards=True)

    @flow
    async def action_dismiss_because(self) -> None:
        """Dismiss the claim for one of the trade's reasons."""
        hand = self._hand()
        why = await self.answer_to(deciding.dismissal_choice(hand.name))
        if why is not None:
            dismiss = self.desk.reviewing.dismiss
            await self._change(dismiss, said.dismissed, hand, onwards=True, why=why)

    @flow
    async def action_advance(self) -> None:
        """On to the next stage."""
        await self._change(self.desk.reviewing.advance, said.moved, self._hand())

    @flow
    async def action_send_back(self) -> None:
        """Return or reopen; only a dismissed claim needs no reason for it."""
        hand = self._hand()
        change = partial(self._change, self.desk.reviewing.send_back, said.moved, hand)
        stage = (await self._whole(hand)).claim.stage
        if stage not in (Stage.READY, Stage.SIGNED_OFF):
            await change(reason="")
            return
        dialog = partial(deciding.reason_text, f"Why does {hand.name} go back?")
        await insist(self, dialog, lambda reason: change(reason=reason))

    @flow
    async def action_assign(self) -> None:
        """Take the claim, or give one's own to somebody."""
        hand = self._hand()

        async def give(to: str) -> None:
            await self._change(self.desk.reviewing.assign, said.given, hand, to=to.strip() or None)

        if (await self._whole(hand)).claim.assignee == self.editor:
            await insist(self, partial(deciding.person_text, hand.name), give)
        else:
            await give(self.editor)

    @flow
    async def action_wait(self) -> None:
        """Let the claim wait."""
        hand = self._hand()

        async def deed(answers: Answers) -> None:
            until = moment_of(answers["until"])
            wait = self.desk.reviewing.wait
            await self._change(wait, said.moved, hand, what=answers["what"], until=until)

        await insist(self, partial(deciding.wait_form, hand.name), deed)

    @flow
    async def action_add_evidence(self) -> None:
        """Add evidence."""
        add = self.desk.gathering.add_evidence
        await self._gather(backing.evidence_form, backing.evidence_of, add, "Evidence added to")

    @flow
    async def action_log_attempt(self) -> None:
        """Log an attempt."""
        log = self.desk.gathering.log_attempt
        await self._gather(backing.attempt_form, backing.attempt_of, log, "Attempt logged on")

    @flow
    async def action_add_note(self) -> None:
        """Leave a note."""
        add = self.desk.gathering.add_note
        await self._gather(deciding.note_text, str, add, "Note left on")

    @flow
    async def action_tag(self) -> None:
        """Add tags or take them away."""
        await self._gather(deciding.tag_text, str.split, self._retag, "Tags changed on")

    @flow
    async def action_relate(self) -> None:
        """Relate the claim to another."""
        relation = await ask_relation(self, self._hand().ids[0])
        if relation is not None:
            self.say(f"C{relation.a} {relation.kind} C{relation.b}.")
            await self.done()

    @flow
    async def action_edit(self) -> None:
        """Correct a field of the claim."""
        hand = self._hand()
        dossier = await self._whole(hand)

        async def edit(field: str, values: list[str]) -> None:
            await hand.act(self.desk.editing.edit, dossier.claim.ref, field, values)

        if await edit_field(self, dossier, edit):
            await self.done()

    @flow
    async def action_undo(self) -> None:
        """Take back one's own last action, and stand on what it was about."""
        claims = await undo(self)
        if claims is not None:
            await self.look_at(claims)

    @flow
    async def action_copy_sentence(self) -> None:
        """Copy the safe sentence to the clipboard."""
        # Whatever it is pasted into may be a terminal too.
        sentence = visible(safe_sentence(await self._whole(self._hand())))
        self.app.copy_to_clipboard(sentence)
        self.say(f"Copied: {sentence}")

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

    async def _change(
        self,
        method: Callable[..., tuple[Claim, ...]],
        words: Callable[[Claim], str],
        hand: Hand,
        *,
        onwards: bool = False,
        **given: Any,
    ) -> None:
        changed = await hand.act(method, hand.ids, **given)
        self._tell(changed, words)
        await self.done(hand.ids, onwards=onwards)

    async def _gather(
        self,
        dialog: Callable[[str, Answer | None], Dialog[Answer]],
        draft_of: Callable[[Answer], object],
        method: Callable[..., object],
        told: str,
    ) -> None:
        hand = self._hand()

        async def deed(answer: Answer) -> None:
            await ask(method, hand.ids, draft_of(answer), by=self.editor)

        if await insist(self, partial(dialog, hand.name), deed):
            self.say(f"{told} {hand.name}.")
            await self.done()

    def _tell(self, changed: Sequence[Claim], words: Callable[[Claim], str]) -> None:
        first = changed[0]
        if len(changed) == 1:
            self.say(f"{first.ref} {words(first)}.")
        else:
            self.say(f"{len(changed)} claims {words(first)}; u takes all of it back.")
