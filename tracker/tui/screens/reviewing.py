"""What an editor can decide about claims from every screen: mark, move, accept, dismiss."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from tracker.domain.errors import NothingProposedError, RefusedError
from tracker.domain.status import Stage, Status
from tracker.tui import asking
from tracker.tui.screens import said
from tracker.tui.screens.flow import flow
from tracker.tui.screens.gathering import GatheringScreen
from tracker.tui.screens.hand import Hand
from tracker.tui.screens.review_keys import REVIEW_KEYS

if TYPE_CHECKING:
    from tracker.domain.standing import Standing
    from tracker.tui.dialogs.form import Answers


class ReviewingScreen(GatheringScreen):
    """A screen that shows claims and lets an editor act on them."""

    BINDINGS: ClassVar[list[BindingType]] = [*REVIEW_KEYS]

    @flow
    async def action_mark(self, word: str) -> None:
        """Mark, asking for what the guard lacks."""
        hand = self._hand()
        marked = await asking.marking.mark(self, hand, Status(word))
        if marked:
            await self.done(hand.ids, onwards=True)
            self._tell(marked, said.marked)

    @flow
    async def action_accept(self) -> None:
        """Accept what is proposed."""
        await self._change(self.desk.reviewing.accept, said.accepted, self._hand(), onwards=True)

    @flow
    async def action_dismiss_proposed(self) -> None:
        """Dismiss what is proposed."""
        await self._turn_down()

    @flow
    async def action_dismiss_because(self) -> None:
        """Dismiss the claim for one of the trade's reasons."""
        await self._dismiss_because()

    async def _dismiss_because(self) -> None:
        hand = self._hand()
        why = await self.answer_to(asking.deciding.dismissal_choice(hand.name))
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
        dialog = partial(asking.deciding.reason_text, f"Why does {hand.name} go back?")
        await asking.insisting.insist(self, dialog, lambda reason: change(reason=reason))

    @flow
    async def action_assign(self) -> None:
        """Take the claim, or give one's own to somebody."""
        hand = self._hand()

        async def give(to: str) -> None:
            await self._change(self.desk.reviewing.assign, said.given, hand, to=to.strip() or None)

        if (await self._whole(hand)).claim.assignee == self.editor:
            await asking.insisting.insist(
                self, partial(asking.deciding.person_text, hand.name), give
            )
        else:
            await give(self.editor)

    @flow
    async def action_wait(self) -> None:
        """Let the claim wait."""
        hand = self._hand()

        async def deed(answers: Answers) -> None:
            from tracker.desk.wording import moment_of  # noqa: PLC0415 - the first rows need it not

            until = moment_of(answers["until"])
            wait = self.desk.reviewing.wait
            await self._change(wait, said.moved, hand, what=answers["what"], until=until)

        await asking.insisting.insist(self, partial(asking.deciding.wait_form, hand.name), deed)

    async def _turn_down(self, **given: bool) -> None:
        """Dismiss what is proposed; where nothing is, say how the claim itself is dismissed."""
        turn_down = self.desk.reviewing.turn_down
        try:
            await self._change(turn_down, said.dismissed, self._hand(), onwards=True, **given)
        except NothingProposedError as error:
            key = self.key("dismiss_because")
            raise RefusedError(
                f"nothing is proposed for {error.ref}; {key} dismisses the claim itself."
            ) from error

    async def _change(
        self,
        method: Callable[..., tuple[Standing, ...]],
        words: Callable[[Standing], str],
        hand: Hand,
        *,
        onwards: bool = False,
        **given: Any,
    ) -> None:
        changed = await hand.act(method, hand.ids, **given)
        await self.done(hand.ids, onwards=onwards)
        self._tell(changed, words)

    def _tell(self, changed: Sequence[Standing], words: Callable[[Standing], str]) -> None:
        first = changed[0]
        if len(changed) == 1:
            self.say(f"{first.ref} {words(first)}.")
        else:
            self.say(
                f"{len(changed)} claims {words(first)}; {self.key('undo')} takes all of it back."
            )
