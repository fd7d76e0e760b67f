"""Taking back an editor's last action, and finding the claims that it was about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.domain.history import Entry, Verb
from tracker.domain.reference import Kind
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.screens.base import TrackerScreen, ask

_ENDS = ("claim_id", "a", "b")
"""The fields in which evidence, attempts, notes and relations name their claims."""
_LOOKED_THROUGH = 500
"""Entries of the history among which the claims of an action are sought."""
_NAMED = 3


async def undo(screen: TrackerScreen) -> tuple[int, ...] | None:
    """Take back the last action; give the claims that it was about, None if the editor leaves."""
    history = screen.desk.browsing.history
    did = brought_claims(await ask(history, limit=_LOOKED_THROUGH), screen.editor)
    if did is not None:
        body = "The claims that it brought leave the ledger, with all that came with them."
        if not await screen.answer_to(Confirm(f"Undo “{did}”?", body, accept="Undo")):
            return None
    undone = await screen.save(screen.desk.auditing.undo)
    what = ", ".join(undone.subjects[:_NAMED])
    rest = len(undone.subjects) - _NAMED
    screen.say(f"Undone: {undone.did} ({what}{f' and {rest} more' if rest > 0 else ''}).")
    entries = await ask(history, limit=_LOOKED_THROUGH)
    claims = claims_undone(undone.action, entries)
    ends = await ask(_ends_of_relations, screen, undone.action, entries)
    return tuple(dict.fromkeys((*ends, *claims)))


def _ends_of_relations(
    screen: TrackerScreen, action: int, entries: Iterable[Entry]
) -> tuple[int, ...]:
    """The claims of the relations that are decided otherwise again; entries name no ends then."""
    found: list[int] = []
    for entry in entries:
        changed = entry.undoes == action and entry.verb is Verb.CHANGED
        if changed and entry.subject.kind is Kind.RELATION:
            relation = screen.desk.browsing.relation(entry.subject.number)
            found += (relation.a, relation.b)
    return tuple(found)


def claims_undone(action: int, entries: Iterable[Entry]) -> tuple[int, ...]:
    """The numbers of the claims that the entries which take an action back are about."""
    found: dict[int, None] = {}
    for entry in entries:
        if entry.undoes != action:
            continue
        if entry.subject.kind is Kind.CLAIM:
            found[entry.subject.number] = None
        for field in _ENDS:
            before, _ = entry.changes.get(field, (None, None))
            if isinstance(before, int):
                found[before] = None
    return tuple(found)


def brought_claims(entries: Sequence[Entry], by: str) -> str | None:
    """Name an editor's last action if it brought claims, which an undo of it takes away.

    ``entries`` are the newest of the history, newest first. The desk decides what is undone; this
    only tells if that is worth a question.
    """
    undone = {entry.undoes for entry in entries}
    mine = [one for one in entries if one.by == by and not one.undoes and one.action not in undone]
    last = [one for one in mine if one.action == mine[0].action]
    brought = any(one.verb is Verb.ADDED and one.subject.kind is Kind.CLAIM for one in last)
    return last[0].did if brought else None
