"""Asking which events are one, or which claims are about another event; then doing so."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.errors import RefusedError
from tracker.domain.event import Event
from tracker.domain.reference import Kind, Ref
from tracker.tui.asking.insisting import insist, something
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.dialogs.pick_event import pick_event
from tracker.tui.screens.base import TrackerScreen, ask


async def merge_event(screen: TrackerScreen, claims: Sequence[int]) -> bool:
    """Let the event of some claims take over another; say whether it did."""
    event = await _event_of(screen, claims)
    other = await screen.answer_to(pick_event(screen.desk.browsing, event))
    if other is None:
        return False
    gone = Ref(Kind.EVENT, other)
    pairs = await screen.save(screen.desk.curating.merge, event.ref, gone)
    proposed = f", {pairs} more proposed between their claims" if pairs else ""
    screen.say(f"{gone} merged into {event.ref}{proposed}; {screen.key('undo')} parts them again.")
    return True


async def split_event(screen: TrackerScreen, claims: Sequence[int]) -> bool:
    """Give some claims of an event one of their own; say whether it was done."""
    event = await _event_of(screen, claims)
    named = " and ".join(f"C{number}" for number in claims)

    def dialog(before: str | None) -> AskText:
        tells = "tell" if claims[1:] else "tells"
        body = (
            f"A title of its own that takes no side, for what {named} {tells} of; {event.ref} "
            f"keeps its title: {event.title}"
        )
        return AskText(
            f"Split {named} from {event.ref}",
            body,
            before or "",
            check=something,
            accept="Split",
            hint="title of the new event",
        )

    async def deed(title: str) -> None:
        split = screen.desk.curating.split
        parted = await screen.save(split, event.ref, claims=claims, name=title)
        pairs = f"{parted.pairs} suggested pair{'s' if parted.pairs > 1 else ''}"
        gone = f", {pairs} between them rejected" if parted.pairs else ""
        screen.say(
            f"{parted.new} split from {event.ref}{gone}; {screen.key('undo')} joins them again."
        )

    return await insist(screen, dialog, deed)


async def _event_of(screen: TrackerScreen, claims: Sequence[int]) -> Event:
    """The event that some claims are about.

    Raises:
        RefusedError: they are about none, or not about the same.
    """
    dossiers = await ask(screen.desk.browsing.dossiers, claims)
    events = {one.claim.event_id: one.event for one in dossiers}
    if len(events) > 1:
        raise RefusedError("these claims are about several events; select those of one.")
    (event,) = events.values()
    if event is None:
        raise RefusedError(f"C{claims[0]} is about no event yet; E sets its event.")
    return event
