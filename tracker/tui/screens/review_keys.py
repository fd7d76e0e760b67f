"""The keys for acting on claims, the same on every screen that shows some."""

from __future__ import annotations

from textual.binding import Binding

from tracker.domain.status import Status
from tracker.tui.status_keys import STATUS_KEYS

_MARK = Binding.Group("Mark", compact=True)


def _mark(status: Status, tooltip: str) -> Binding:
    return Binding(
        STATUS_KEYS[status],
        f"mark('{status}')",
        f"Mark {status}",
        id=f"claim.mark.{status}",
        tooltip=tooltip,
        group=_MARK,
    )


def _key(key: str, action: str, label: str, tooltip: str, *, show: bool = False) -> Binding:
    return Binding(key, action, label, id=f"claim.{action}", tooltip=tooltip, show=show)


REVIEW_KEYS = [
    _mark(Status.CONFIRMED, "Mark confirmed"),
    _mark(Status.CORROBORATED, "Mark corroborated"),
    _mark(Status.DISPUTED, "Mark disputed"),
    _mark(Status.MISLEADING, "Mark misleading"),
    _mark(Status.REFUTED, "Mark refuted"),
    _mark(Status.UNVERIFIABLE, "Mark unverifiable"),
    _mark(Status.UNVERIFIED, "Back to unverified"),
    _key("a", "accept", "Accept", "Accept what is proposed", show=True),
    _key("x", "dismiss_proposed", "Dismiss", "Dismiss what is proposed", show=True),
    _key("X", "dismiss_because", "Dismiss …", "Dismiss for another reason"),
    _key("s", "advance", "Next stage", "Next stage: ready, sign off"),
    _key("o", "send_back", "Return", "Return or reopen"),
    _key("i", "assign", "Take", "Take it, or hand on yours"),
    _key("W", "wait", "Wait", "Let it wait"),
    _key("e", "add_evidence", "Evidence", "Add evidence"),
    _key("t", "log_attempt", "Attempt", "Log what was tried"),
    _key("n", "add_note", "Note", "Leave a note"),
    _key("T", "tag", "Tag", "Tag or untag"),
    _key("l", "relate", "Relate", "Relate to another claim"),
    _key("M", "merge_event", "Merge event", "Merge its event with another"),
    _key("S", "split_event", "Split event", "Give it an event of its own"),
    _key("E", "edit", "Edit", "Correct a field"),
    _key("y", "copy_sentence", "Copy", "Copy the safe sentence"),
    _key("u", "undo", "Undo", "Take back your last action", show=True),
]
