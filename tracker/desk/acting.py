"""What every subject of the desk stands on: the ledger, and how one action changes claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import wraps
from inspect import isfunction
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tracker.domain.errors import ChangedMeanwhileError, RefusedError, TryAgainError
from tracker.domain.veil import veiled
from tracker.store.database import Database
from tracker.store.shelves import Shelves

if TYPE_CHECKING:
    from tracker.domain.claim import Claim

Change = Callable[[Shelves, "Claim", datetime], "Claim"]
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

    def _change_claims(
        self,
        numbers: Iterable[int],
        change: Change,
        *,
        by: str,
        did: str,
        reason: str = "",
        seen: Versions | None = None,
        then: Callable[[Shelves], None] | None = None,
    ) -> tuple[Claim, ...]:
        """Change claims in one action: all of them or none; returns them veiled.

        What ``then`` does about other claims belongs to the same action.

        Raises:
            ChangedMeanwhileError: somebody changed one since the editor saw it.
            RefusedError: no claim is named.
        """
        wanted = selected(numbers)
        with self._database.writing(by=by, did=did, reason=reason) as shelves:
            at = action_time(shelves)
            changed = []
            for number in wanted:
                claim = as_seen(shelves, number, seen)
                changed.append(shelves.claims.save(change(shelves, claim, at)))
            if then is not None:
                then(shelves)
            return veiled(tuple(changed), shelves.sources.stand_ins())


def _again(method: Callable[Given, Answer]) -> Callable[Given, Answer]:
    @wraps(method)
    def tried(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        for _ in range(MOST_TRIES - 1):
            with suppress(TryAgainError):
                return method(*args, **kwargs)
        return method(*args, **kwargs)

    return tried


def selected(numbers: Iterable[int]) -> list[int]:
    """The claims that an editor selected, each once.

    Raises:
        RefusedError: there are none.
    """
    wanted = list(dict.fromkeys(numbers))
    if not wanted:
        raise RefusedError("no claim is selected.")
    return wanted


def as_seen(shelves: Shelves, number: int, seen: Versions | None) -> Claim:
    """Fetch a claim for changing, if it still is what the editor saw.

    Raises:
        ChangedMeanwhileError: it is not.
    """
    claim = shelves.claims.get(number)
    if seen is not None and number in seen and seen[number] != claim.version:
        assert shelves.journal is not None, "an action is written"
        raise ChangedMeanwhileError(shelves.journal.who_changed(claim.ref))
    return claim


def action_time(shelves: Shelves) -> datetime:
    """The time of the action under way (UTC)."""
    assert shelves.journal is not None, "an action is written"
    return shelves.journal.at


def action_editor(shelves: Shelves) -> str:
    """The editor whose action is under way."""
    assert shelves.journal is not None, "an action is written"
    return shelves.journal.by


def start_action(shelves: Shelves) -> None:
    """Let what follows be an action of its own, in the same transaction."""
    assert shelves.journal is not None, "an action is written"
    shelves.journal.start_action()
