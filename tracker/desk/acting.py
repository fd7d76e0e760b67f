"""What every subject of the desk stands on: the ledger, and how one action changes claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import wraps
from inspect import isfunction
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tracker.domain.errors import ChangedMeanwhileError, RefusedError, TryAgainError
from tracker.domain.veil import veiled
from tracker.store.database import Database
from tracker.store.shelves import Shelves

if TYPE_CHECKING:
    from tracker.domain.standing import Standing
    from tracker.store.journal import Journal
    from tracker.store.shelf import Shelf
    from tracker.store.standings import Standings

Known = TypeVar("Known", bound="Standing")
"""A claim, as much of it as is known."""
Change = Callable[[Shelves, Known, datetime], Known]
Versions = Mapping[int, int]
"""The version of each claim that an editor looked at when deciding."""


MOST_TRIES = 5
"""How often the same action is begun before the editor is told that others keep coming between."""

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


class Subject:
    """A subject of the desk: reads and writes one ledger.

    Each of its methods is one transaction, which leaves all of it or nothing; so where a server
    asks for a method once more, because it met another transaction, it is done once more.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __init_subclass__(cls) -> None:
        for name, method in list(vars(cls).items()):
            if isfunction(method) and not name.startswith("_"):
                setattr(cls, name, _again(method))

    def _move_claims(
        self,
        numbers: Iterable[int],
        move: Change[Standing],
        *,
        by: str,
        did: str,
        reason: str = "",
        seen: Versions | None = None,
        then: Callable[[Shelves], None] | None = None,
    ) -> tuple[Standing, ...]:
        """Change where the desk stands with claims, as ``_change_claims`` does."""
        return self._change_claims(
            numbers, move, of=_standings, by=by, did=did, reason=reason, seen=seen, then=then
        )

    def _change_claims(
        self,
        numbers: Iterable[int],
        change: Change[Known],
        *,
        of: Callable[[Shelves], Shelf[Known]],
        by: str,
        did: str,
        reason: str = "",
        seen: Versions | None = None,
        then: Callable[[Shelves], None] | None = None,
    ) -> tuple[Known, ...]:
        """Change claims in one action: all of them or none; returns them veiled.

        ``of`` which shelf they are says how much is known of them. What ``then`` does about other
        claims belongs to the same action.

        Raises:
            ChangedMeanwhileError: somebody changed one since the editor saw it.
            RefusedError: no claim is named.
        """
        wanted = selected(numbers)
        with self._database.writing(by=by, did=did, reason=reason) as shelves:
            at = action_time(shelves)
            changed = []
            for number in wanted:
                claim = as_seen(shelves, of(shelves), number, seen)
                changed.append(of(shelves).save(change(shelves, claim, at)))
            if then is not None:
                then(shelves)
            return veiled(tuple(changed), _journal(shelves).protected)


def _again(method: Callable[Given, Answer]) -> Callable[Given, Answer]:
    @wraps(method)
    def tried(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        for left in reversed(range(MOST_TRIES)):
            try:
                return method(*args, **kwargs)
            except TryAgainError:
                if not left:
                    raise
        raise AssertionError("it was tried at least once")

    return tried


def _standings(shelves: Shelves) -> Standings:
    return shelves.standings


def selected(numbers: Iterable[int]) -> list[int]:
    """The claims that an editor selected, each once.

    Raises:
        RefusedError: there are none.
    """
    wanted = list(dict.fromkeys(numbers))
    if not wanted:
        raise RefusedError("no claim is selected.")
    return wanted


def as_seen(shelves: Shelves, shelf: Shelf[Known], number: int, seen: Versions | None) -> Known:
    """Fetch a claim for changing, if it still is what the editor saw.

    Raises:
        ChangedMeanwhileError: it is not.
    """
    claim = shelf.get(number)
    if seen is not None and number in seen and seen[number] != claim.version:
        raise ChangedMeanwhileError(_journal(shelves).who_changed(claim.ref))
    return claim


def action_time(shelves: Shelves) -> datetime:
    """The time of the action under way (UTC)."""
    return _journal(shelves).at


def action_editor(shelves: Shelves) -> str:
    """The editor whose action is under way."""
    return _journal(shelves).by


def start_action(shelves: Shelves) -> None:
    """Let what follows be an action of its own, in the same transaction."""
    _journal(shelves).start_action()


def _journal(shelves: Shelves) -> Journal:
    assert shelves.journal is not None, "an action is written"
    return shelves.journal
