"""What an editor can do with claims from every screen: mark, move, add, relate, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier
from tracker.domain.errors import GuardError, RefusedError
from tracker.domain.safe_sentence import safe_sentence
from tracker.domain.status import Dismissal, Missing, Stage, Status
from tracker.tui.asking import (
    ask_attempt,
    ask_backing,
    ask_dismissal,
    ask_evidence,
    ask_field,
    ask_note,
    ask_person,
    ask_reason,
    ask_relation,
)
from tracker.tui.screens.base import TrackerScreen, ask, flow


class Target(NamedTuple):
    """A claim to act on, in the version that the editor sees."""

    id: int
    version: int


def _key(key: str, action: str, label: str, tooltip: str, *, show: bool = False) -> Binding:
    name = action.replace("('", ".").replace("')", "")
    return Binding(key, action, label, id=f"claim.{name}", tooltip=tooltip, show=show)


class ReviewingScreen(TrackerScreen):
    """A screen that shows claims and lets an editor act on them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("c", "mark('confirmed')", "Confirmed", "Mark confirmed, and on to the next"),
        _key("b", "mark('corroborated')", "Corroborated", "Mark corroborated"),
        _key("d", "mark('disputed')", "Disputed", "Mark disputed"),
        _key("m", "mark('misleading')", "Misleading", "Mark misleading"),
        _key("r", "mark('refuted')", "Refuted", "Mark refuted"),
        _key("v", "mark('unverifiable')", "Unverifiable", "Mark unverifiable"),
        _key("w", "mark('unverified')", "Unverified", "Back to unverified"),
        _key("a", "accept", "Accept", "Accept what is proposed, and on to the next"),
        _key("x", "dismiss_proposed", "Dismiss", "Dismiss what is proposed: not a claim"),
        _key("X", "dismiss_because", "Dismiss…", "Dismiss the claim for a reason you choose"),
        _key("s", "advance", "Next stage", "On to the next stage: ready, sign off"),
        _key("o", "send_back", "Return", "Return or reopen, with a reason"),
        _key("i", "assign", "Take", "Take it; once it is yours, give it to somebody"),
        _key("e", "add_evidence", "Evidence", "Add evidence"),
        _key("t", "log_attempt", "Attempt", "Log what was tried"),
        _key("n", "add_note", "Note", "Leave a note for colleagues"),
        _key("l", "relate", "Relate", "Relate to another claim"),
        _key("E", "edit", "Edit", "Correct a field"),
        _key("u", "undo", "Undo", "Take back your last action", show=True),
        _key("y", "copy_sentence", "Copy", "Copy the safe sentence"),
    ]

    def targets(self) -> Sequence[Target]:
        """The claims that keys act on now."""
        raise NotImplementedError

    def dossier(self) -> Dossier | None:
        """The claim that is shown whole."""
        raise NotImplementedError

    async def done(self, *, onwards: bool) -> None:
        """Show what has changed; ``onwards`` goes on to the next claim."""
        raise NotImplementedError

    @flow
    async def action_mark(self, word: str) -> None:
        """Mark, asking for what the guard lacks."""
        status, targets = Status(word), self._targets()
        ids, seen = _parted(targets)
        mark = self.desk.reviewing.mark
        try:
            marked = await ask(mark, ids, status, by=self.editor, seen=seen)
        except GuardError as error:
            if Missing.UNCONTESTED in error.missing:
                raise
            if {Missing.COUNTER_CLAIM, Missing.CORROBORATION} & set(error.missing):
                if not await ask_relation(self, ids[0], error.missing):
                    return
                seen = None  # the relation just made is the change that we would be told of
            missing = await ask(self.desk.reviewing.missing, ids, status)
            backing = await ask_backing(self, status, missing, len(ids))
            if backing is None:
                return
            marked = await ask(mark, ids, status, by=self.editor, backing=backing, seen=seen)
        self._tell(marked, f"marked {status}")
        await self.done(onwards=True)

    @flow
    async def action_accept(self) -> None:
        """Accept what is proposed."""
        await self._change(self.desk.reviewing.accept, "accepted", onwards=True)

    @flow
    async def action_dismiss_proposed(self) -> None:
        """Dismiss what is proposed."""
        await self._change(self.desk.reviewing.dismiss, "dismissed", onwards=True)

    @flow
    async def action_dismiss_because(self) -> None:
        """Dismiss the claim for one of the trade's reasons."""
        why: Dismissal | None = await ask_dismissal(self)
        if why is not None:
            await self._change(self.desk.reviewing.dismiss, "dismissed", onwards=True, why=why)

    @flow
    async def action_advance(self) -> None:
        """On to the next stage."""
        await self._change(self.desk.reviewing.advance, "", onwards=False)

    @flow
    async def action_send_back(self) -> None:
        """Return or reopen."""
        dossier = self.dossier()
        reason = ""
        if dossier is not None and dossier.claim.stage is not Stage.DISMISSED:
            given = await ask_reason(self, "Why does it go back?")
            if given is None:
                return
            reason = given
        await self._change(self.desk.reviewing.send_back, "", onwards=False, reason=reason)

    @flow
    async def action_assign(self) -> None:
        """Take the claim, or give one's own to somebody."""
        dossier = self.dossier()
        to: str | None = self.editor
        if dossier is not None and dossier.claim.assignee == self.editor:
            to = await ask_person(self, self.editor)
            if to is None:
                return
        await self._change(self.desk.reviewing.assign, f"given to {to or 'nobody'}", to=to)

    @flow
    async def action_add_evidence(self) -> None:
        """Add evidence."""
        draft = await ask_evidence(self)
        if draft is not None:
            await self._add(self.desk.gathering.add_evidence, "Evidence added.", draft)

    @flow
    async def action_log_attempt(self) -> None:
        """Log an attempt."""
        draft = await ask_attempt(self)
        if draft is not None:
            await self._add(self.desk.gathering.log_attempt, "Attempt logged.", draft)

    @flow
    async def action_add_note(self) -> None:
        """Leave a note."""
        text = await ask_note(self)
        if text is not None:
            await self._add(self.desk.gathering.add_note, "Note left.", text)

    @flow
    async def action_relate(self) -> None:
        """Relate the claim to another."""
        if await ask_relation(self, self._targets()[0].id):
            await self.done(onwards=False)

    @flow
    async def action_edit(self) -> None:
        """Correct a field of the claim."""
        target, dossier = self._targets()[0], self.dossier()
        if dossier is None:
            raise RefusedError("nothing is selected.")
        given = await ask_field(self, dossier)
        if given is not None:
            edit = self.desk.editing.edit
            seen = {target.id: target.version}
            await ask(edit, dossier.claim.ref, *given, by=self.editor, seen=seen)
            await self.done(onwards=False)

    @flow
    async def action_undo(self) -> None:
        """Take back one's own last action."""
        undone = await ask(self.desk.auditing.undo, by=self.editor)
        what = ", ".join(undone.subjects[:3])
        more = f" and {len(undone.subjects) - 3} more" if len(undone.subjects) > 3 else ""  # noqa: PLR2004
        self.say(f"Undone: {undone.did} ({what}{more}).")
        await self.done(onwards=False)

    @flow
    async def action_copy_sentence(self) -> None:
        """Copy the safe sentence to the clipboard."""
        dossier = self.dossier()
        if dossier is None:
            raise RefusedError("nothing is selected.")
        sentence = safe_sentence(dossier)
        self.app.copy_to_clipboard(sentence)
        self.say(f"Copied: {sentence}")

    def _targets(self) -> Sequence[Target]:
        targets = self.targets()
        if not targets:
            raise RefusedError("nothing is selected.")
        return targets

    async def _change(
        self,
        method: Callable[..., tuple[Claim, ...]],
        what: str,
        *,
        onwards: bool = False,
        **given: Any,
    ) -> None:
        ids, seen = _parted(self._targets())
        changed = await ask(method, ids, by=self.editor, seen=seen, **given)
        self._tell(changed, what)
        await self.done(onwards=onwards)

    async def _add(self, method: Callable[..., object], said: str, draft: object) -> None:
        ids, _ = _parted(self._targets())
        await ask(method, ids, draft, by=self.editor)
        self.say(said)
        await self.done(onwards=False)

    def _tell(self, changed: Sequence[Claim], what: str) -> None:
        if len(changed) == 1:
            claim = changed[0]
            self.say(f"{claim.ref} {what or f'is now {claim.stage.words}'}.")
        else:
            self.say(f"{len(changed)} claims {what or 'moved on'}; u takes all of it back.")


def _parted(targets: Sequence[Target]) -> tuple[list[int], dict[int, int] | None]:
    return [one.id for one in targets], {one.id: one.version for one in targets}
