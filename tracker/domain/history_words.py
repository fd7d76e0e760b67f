"""An entry of the history in words: what was added, which field went from what to what."""

from __future__ import annotations

from tracker.domain.history import Entry, Verb
from tracker.domain.reference import Kind

_LONGEST = 60
_NOTHING = "–"
_SAID_ELSEWHERE = frozenset({"at", "by", "judged_at", "judged_by"})
"""Fields that only repeat who did it and when."""
_WEIGHTY = ("status", "stage", "state")
"""Fields that are said first."""
_TELLING = {
    Kind.ARTICLE: (),
    Kind.CLAIM: ("statement",),
    Kind.EVENT: ("title",),
    Kind.MATCH: ("reason",),
    Kind.NOTE: ("text",),
    Kind.RELATION: ("kind",),
    Kind.SOURCE: ("name",),
    Kind.ATTEMPT: ("what", "result"),
    Kind.EVIDENCE: ("stance", "title"),
}
"""The fields that say what a thing is."""


def changes_said(entry: Entry) -> str:
    """Say what happened to the thing, shortly."""
    match entry.verb:
        case Verb.ADDED:
            return f"added{_what(entry, new=True)}"
        case Verb.REMOVED:
            return f"taken away{_what(entry, new=False)}"
        case Verb.CHANGED:
            return "; ".join(
                f"{name.replace('_', ' ')}: {value_said(old)} → {value_said(new)}"
                for name, (old, new) in sorted(entry.changes.items(), key=_weight)
                if name not in _SAID_ELSEWHERE and not (name == "reason" and new == entry.reason)
            )


def _what(entry: Entry, *, new: bool) -> str:
    values = [
        entry.changes[name][new] for name in _TELLING[entry.subject.kind] if name in entry.changes
    ]
    said = " · ".join(value_said(value) for value in values if value)
    if entry.subject.kind is Kind.RELATION and {"a", "b"} <= entry.changes.keys():
        ends = [f"C{entry.changes[end][new]}" for end in ("a", "b")]
        said = f"{ends[0]} {said} {ends[1]}"
    return f": {said}" if said else ""


def _weight(change: tuple[str, object]) -> bool:
    return change[0] not in _WEIGHTY


def value_said(value: object) -> str:
    """Say what a field holds, shortly; parts of a thing are not told."""
    match value:
        case None | "" | []:
            return _NOTHING
        case True | False:
            return "yes" if value else "no"
        case [*items] if all(isinstance(item, str) for item in items):
            words = ", ".join(map(str, items))
        case {"status": status}:
            return str(status)
        case dict() | list():
            return "…"
        case _:
            words = str(value)
    return shortened(words, _LONGEST)


def shortened(words: str, most: int) -> str:
    """Words, cut with a mark where there are more code points than ``most``."""
    return words if len(words) <= most else f"{words[: most - 1]}…"
