"""Work at the desk, read from the history: who did what, and when a claim got its verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

from tracker.domain.history import Entry, Verb
from tracker.domain.reference import Kind
from tracker.domain.status import Status

BUCKETS = ((0, "same day"), (1, "1 day"), (3, "2–3 days"), (7, "4–7 days"), (30, "8–30 days"))
"""How long something took: at most so many days, and how that is called."""
LONGER = "longer"

VERDICT = ("judged_at",)
"""What an entry about a claim names that gives it a verdict."""
SIGNED = ("signed_by", "self_signed")
"""And one that signs it off."""

_DECIDING = ("relate", "confirm", "reject")


@dataclass(frozen=True)
class EditorWork:
    """What one editor did, counted by kind of work; undone steps do not count."""

    name: str
    verdicts: int = 0
    sign_offs: int = 0
    self_signed: int = 0
    evidence: int = 0
    attempts: int = 0
    relations: int = 0

    def more(self, kind: str) -> EditorWork:
        """Count one more piece of work."""
        counted: dict[str, Any] = {kind: getattr(self, kind) + 1}
        return replace(self, **counted)


KINDS_OF_WORK = tuple(one.name for one in fields(EditorWork) if one.name != "name")


@dataclass(frozen=True)
class Verdict:
    """A claim's status set by an editor (``at`` UTC)."""

    at: datetime
    by: str
    status: Status
    reason: str


def work_of(entries: Iterable[Entry]) -> tuple[EditorWork, ...]:
    """Count the work that entries of the history tell of, by editor's name."""
    done: dict[str, EditorWork] = {}
    for entry in entries:
        for kind in _kinds_of(entry):
            done[entry.by] = done.get(entry.by, EditorWork(entry.by)).more(kind)
    return tuple(done[name] for name in sorted(done, key=lambda name: (name.casefold(), name)))


def verdicts_of(entries: Iterable[Entry]) -> tuple[Verdict, ...]:
    """The verdicts among the entries about a claim, oldest first."""
    return tuple(
        Verdict(entry.at, entry.by, Status(str(now)), entry.reason)
        for entry in entries
        if (now := _new(entry, "status")) is not None and _new(entry, "judged_at")
    )


def days_between(since: datetime | None, until: datetime) -> int:
    """How many days (UTC) lie between two moments; never less than none."""
    if since is None:
        return 0
    return max(0, (until.astimezone(UTC).date() - since.astimezone(UTC).date()).days)


def bucket_of(days: int) -> str:
    """Name the bucket that a number of days falls into."""
    return next((name for most, name in BUCKETS if days <= most), LONGER)


def _kinds_of(entry: Entry) -> list[str]:
    match entry.subject.kind:
        case Kind.CLAIM:
            signed = ["sign_offs"] if _new(entry, "signed_by") else []
            alone = ["self_signed"] if _new(entry, "self_signed") is True else []
            judged = entry.verb is Verb.CHANGED and _new(entry, "judged_at")
            return [*(["verdicts"] if judged else []), *signed, *alone]
        case Kind.EVIDENCE if entry.verb is Verb.ADDED:
            return ["evidence"]
        case Kind.ATTEMPT if entry.verb is Verb.ADDED:
            return ["attempts"]
        case Kind.RELATION if entry.did in _DECIDING and _new(entry, "state"):
            return ["relations"]
        case _:
            return []


def _new(entry: Entry, field: str) -> object:
    return entry.changes.get(field, (None, None))[1]
