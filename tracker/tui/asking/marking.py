"""Marking claims: asking for what a status still lacks, until it stands or the editor leaves."""

from __future__ import annotations

from functools import partial

from tracker.domain.errors import GuardError
from tracker.domain.phrasing import listed
from tracker.domain.standing import Standing
from tracker.domain.status import Missing, Status
from tracker.tui.asking.backing import ADDED_IN_A_FORM, backing_of, mark_form
from tracker.tui.asking.insisting import insist
from tracker.tui.asking.relating import RELATED, ask_relation
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.dialogs.form import Answers
from tracker.tui.screens.base import TrackerScreen, ask
from tracker.tui.screens.hand import Hand
from tracker.tui.screens.wanted import SideBySide


async def mark(screen: TrackerScreen, hand: Hand, status: Status) -> tuple[Standing, ...]:
    """Mark the claims in hand; an empty tuple if the editor leaves."""
    if not await _bears_the_news(screen, hand, status):
        return ()
    set_status = screen.desk.reviewing.mark
    try:
        return await hand.act(set_status, hand.ids, status)
    except GuardError as error:
        missing = error.missing
    if Missing.UNCONTESTED in missing:
        await _offer_to_look(screen, hand, status)
        return ()
    if set(RELATED) & set(missing):
        if await ask_relation(screen, hand.ids[0], missing) is None:
            return ()
        await hand.renew()
    return await _mark_with_backing(screen, hand, status)


async def _mark_with_backing(
    screen: TrackerScreen, hand: Hand, status: Status
) -> tuple[Standing, ...]:
    reviewing = screen.desk.reviewing
    missing = await ask(reviewing.missing, hand.ids, status)
    if not set(ADDED_IN_A_FORM) & set(missing):
        return await hand.act(reviewing.mark, hand.ids, status)
    marked: tuple[Standing, ...] = ()

    async def deed(answers: Answers) -> None:
        nonlocal marked
        given = backing_of(answers, missing)
        marked = await hand.act(reviewing.mark, hand.ids, status, backing=given)

    await insist(screen, partial(mark_form, status, missing, hand.name), deed)
    return marked


async def _bears_the_news(screen: TrackerScreen, hand: Hand, status: Status) -> bool:
    """Ask before a verdict that stands already is shaken; say whether to go on."""
    shaken = await ask(screen.desk.reviewing.shaken, hand.ids, status)
    if not shaken:
        return True
    others = listed(str(tie.other.ref) for tie in shaken)
    verdicts = ". ".join(tie.verdict for tie in shaken)
    dialog = Confirm(
        f"{hand.name} cannot be true beside {others}",
        f"{verdicts}. If you go on, that verdict becomes stale.",
        accept="Go on",
    )
    return await screen.answer_to(dialog) is not None


async def _offer_to_look(screen: TrackerScreen, hand: Hand, status: Status) -> None:
    look = await screen.answer_to(
        Confirm(
            f"{hand.name} cannot be marked {status}",
            "A confirmed counter-claim stands against it. Look at the two side by side?",
            accept="Side by side",
        )
    )
    if look:
        screen.post_message(SideBySide(hand.ids[0]))
