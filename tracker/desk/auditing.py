"""Auditing: undo, the checks of a ledger, its copies."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tracker.desk.acting import Subject
from tracker.desk.tying import refuse_if_excluded
from tracker.domain.errors import NothingToUndoError, RefusedError
from tracker.domain.history import Entry, Seal, Verb
from tracker.domain.pointing import pointers
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation
from tracker.store.chronicle import anchored, restored
from tracker.store.shelf import Shelf
from tracker.store.shelves import Shelves
from tracker.store.unfinished import put_in_place, unfinished

UNRESTORABLE = frozenset({"restricted_name", "restricted_name_erased"})
"""What the history never held, so that undo cannot bring it back."""

JUDGEMENT = frozenset({"judged_at", "signed_by"})
"""The fields that change when somebody decides about a claim on what bears on it."""

DECISION = JUDGEMENT | {"stage", "status", "readied_by"}
"""The fields that verdict and stage have in common: each step stands on the one before it."""


_OUTGROWN = (
    "by other words than this program's the claims of other articles are found that may be about "
    "the same; “tracker ledger check --mend” makes their keys anew."
)


@dataclass(frozen=True)
class Undone:
    """An action taken back: its number, what it was, and what it had touched."""

    action: int
    did: str
    subjects: tuple[str, ...]


@dataclass(frozen=True)
class Checked:
    """One check of a ledger and what it found wrong; or why it could not be made."""

    name: str
    problems: tuple[str, ...]
    not_made: str = ""


class Auditing(Subject):
    """Takes back actions and looks after the ledger."""

    def undo(self, *, by: str) -> Undone:
        """Take back an editor's own last action, single or bulk, by compensating entries.

        Raises:
            NothingToUndoError: there is none.
            RefusedError: somebody has changed the same thing since.
        """
        with self._database.reading() as shelves:
            action = shelves.history.last_standing_action(by)
        if action is None:
            raise NothingToUndoError(f"there is nothing of {by}'s to undo.")
        with self._database.writing(by=by, did="undo", undoes=action) as shelves:
            if shelves.history.last_standing_action(by) != action:
                raise RefusedError("the last action changed meanwhile; undo again.")
            entries = shelves.history.of_action(action)
            _refuse_if_built_upon(shelves, entries)
            for entry in reversed(entries):
                _take_back(shelves, entry)
        subjects = tuple(dict.fromkeys(str(entry.subject) for entry in entries))
        return Undone(action, entries[0].did, subjects)

    def check(
        self, seal: Seal | None = None, doing: Callable[[str], None] = lambda _: None
    ) -> Iterator[Checked]:
        """Verify the ledger, check by check as each is done, and last hold it against a seal.

        ``doing`` is told of each step, in a few words.
        """
        for name, wrong in self._database.problems(doing):
            not_made = f"the ledger{self._database.shut}" if wrong is None else ""
            yield Checked(name, tuple(wrong or ()), not_made)
        if seal is not None:
            broken = self._broken(seal)
            yield Checked("seal", (broken,) if broken else ())

    def remarks(self) -> tuple[str, ...]:
        """What is no fault of the ledger, and worth knowing: a clock put back, another lexicon."""
        with self._database.reading() as shelves:
            found = list(shelves.history.put_back())
            outgrown = shelves.keys_are_outgrown()
        return (*_put_back(found), *([_OUTGROWN] if outgrown else []))

    def put_seal(self, text: str, target: Path) -> None:
        """Write a seal to a new file, whole or not at all.

        Raises:
            RefusedError: it cannot be written, or something is there already.
        """
        try:
            with unfinished(target) as part:
                with part.open("w", encoding="utf-8") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                put_in_place(part, target)
        except FileExistsError as error:
            raise RefusedError(f"{target} exists already; name another file.") from error
        except OSError as error:
            raise RefusedError(f"{target} cannot be written ({error.strerror}).") from error

    def _broken(self, seal: Seal) -> str:
        with self._database.reading() as shelves:
            latest = shelves.history.latest(1)
            entries = latest[0].seq if latest else 0
            return seal.broken(entries, shelves.history.hash_of(seal.entries))

    def rebuild_derived(self, doing: Callable[[str], None] = lambda _: None) -> None:
        """Build anew what follows from the things: search index, counts, keys, triggers.

        ``doing`` is told of each step, in a few words.
        """
        self._database.rebuild_derived(doing)

    def back_up(self, target: Path) -> None:
        """Copy the ledger to a new file, verified, while it is in use."""
        self._database.back_up(target)

    def sizes(self) -> dict[str, int]:
        """How many things of each kind the ledger holds."""
        with self._database.reading() as shelves:
            return {kind.word: shelves.of_kind(kind).size() for kind in Kind}

    def last(self) -> int:
        """The number of the last entry of the history; 0 where there is none."""
        with self._database.reading() as shelves:
            return shelves.history.last()

    def head(self) -> tuple[int, str]:
        """How many entries the history has, and the hash of the last."""
        with self._database.reading() as shelves:
            latest = shelves.history.latest(1)
            return (latest[0].seq, latest[0].hash) if latest else (0, "")


def _put_back(found: Sequence[tuple[int, datetime, datetime]]) -> Iterator[str]:
    if found:
        seq, at, before = found[-1]
        times = "" if len(found) == 1 else f" {len(found):,} times, the last time"
        told = f"{at:%Y-%m-%d %H:%M} UTC, after {before:%Y-%m-%d %H:%M}"
        yield (
            f"the clock was put back{times} at entry {seq} of the history ({told}); the entries' "
            "numbers tell what was done first."
        )


def _refuse_if_built_upon(shelves: Shelves, entries: Iterable[Entry]) -> None:
    for entry in entries:
        if UNRESTORABLE & entry.changes.keys():
            raise RefusedError(
                f"the protected name of {entry.subject} was set or erased; the history does not "
                "hold it, so it cannot be undone."
            )
        later = _built_upon(shelves, entry)
        if later is not None:
            raise RefusedError(
                f"“{entry.did}” cannot be undone: {later.subject} was changed by {later.by} at "
                f"{later.at.astimezone():%H:%M} ({later.did})."
            )


def _built_upon(shelves: Shelves, entry: Entry) -> Entry | None:
    """Find what somebody did since with what an entry made or changed."""
    fields = None if entry.verb is Verb.ADDED else frozenset(entry.changes)
    if fields and fields & DECISION:  # a stage without its verdict would be nobody's work
        fields |= DECISION
    later = shelves.history.last_about(entry.subject, fields, entry.seq, leaving_out=entry.action)
    for claim in () if later else _bears_on(shelves, entry.subject):
        later = later or shelves.history.last_about(
            claim, JUDGEMENT, entry.seq, leaving_out=entry.action
        )
    return later


def _bears_on(shelves: Shelves, ref: Ref) -> tuple[Ref, ...]:
    """The claims whose verdict may stand on a thing."""
    match ref.kind:
        case Kind.EVIDENCE | Kind.ATTEMPT:
            return (Ref(Kind.CLAIM, shelves.of_kind(ref.kind).get(ref.number).claim_id),)
        case Kind.RELATION:
            relation = shelves.relations.get(ref.number)
            return (Ref(Kind.CLAIM, relation.a), Ref(Kind.CLAIM, relation.b))
    return ()


def _take_back(shelves: Shelves, entry: Entry) -> None:
    shelf: Shelf[Any] = shelves.of_kind(entry.subject.kind)
    match entry.verb:
        case Verb.ADDED:
            shelf.remove(shelf.get(entry.subject.number))
        case Verb.CHANGED:
            olds = {field: pair[0] for field, pair in entry.changes.items()}
            now = shelf.get(entry.subject.number)
            back = restored(now, olds)
            _refuse_merged(shelves, entry, set(pointers(back)) - set(pointers(now)))
            if isinstance(back, Relation) and back.confirmed and not now.confirmed:
                refuse_if_excluded(shelves, back)
            shelf.save(anchored(back, shelves.articles.get) if "passages" in olds else back)
        case Verb.REMOVED:
            raise RefusedError(f"{entry.subject} was removed and cannot be brought back.")


def _refuse_merged(shelves: Shelves, entry: Entry, named: Iterable[Ref]) -> None:
    """Refuse to let a thing name again what was merged into another meanwhile."""
    for ref in named:
        into = None
        if ref.kind in (Kind.SOURCE, Kind.EVENT):
            into = shelves.of_kind(ref.kind).get(ref.number).merged_into
        if into is not None:
            raise RefusedError(
                f"“{entry.did}” cannot be undone: {entry.subject} would name {ref} again, which "
                f"was merged into {Ref(ref.kind, into)}."
            )


def with_bearings(shelves: Shelves, ref: Ref, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Add the entries about a claim's evidence, attempts, notes and relations."""
    number = ref.number
    bearings: list[Ref] = [
        *(one.ref for one in shelves.evidence.of_claim(number)),
        *(one.ref for one in shelves.attempts.of_claim(number)),
        *(one.ref for one in shelves.notes.of_claim(number)),
        *(one.ref for one in shelves.relations.touching([number])),
    ]
    more = [entry for bearing in bearings for entry in shelves.history.of(bearing)]
    return tuple(sorted([*entries, *more], key=lambda entry: entry.seq))
