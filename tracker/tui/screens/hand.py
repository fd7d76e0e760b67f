"""The claims that a key acts on, in the versions that the editor sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from tracker.domain.errors import ChangedMeanwhileError
from tracker.tui.screens.base import TrackerScreen, ask

Done = TypeVar("Done")


class Target(NamedTuple):
    """A claim to act on, in the version that the editor sees."""

    id: int
    version: int


class Hand:
    """The claims in an editor's hand from the key on, wherever the cursor goes meanwhile."""

    def __init__(self, screen: TrackerScreen, targets: Sequence[Target]) -> None:
        self._screen = screen
        self._seen = {one.id: one.version for one in targets}

    @property
    def ids(self) -> list[int]:
        """The numbers of the claims."""
        return list(self._seen)

    @property
    def name(self) -> str:
        """What is in hand: "C20", or "3 claims"."""
        return f"C{self.ids[0]}" if len(self._seen) == 1 else f"{len(self._seen)} claims"

    async def act(self, method: Callable[..., Done], *given: object, **more: object) -> Done:
        """Ask the desk for something that must not overwrite what somebody else changed.

        Raises:
            ChangedMeanwhileError: somebody did. The screen then shows it, and the next try counts
                as made in its knowledge.
        """
        try:
            told_as = f"{method.__name__.replace('_', ' ')} {self.name}"
            return await self._screen.save(method, *given, told_as=told_as, seen=self._seen, **more)
        except ChangedMeanwhileError:
            await self.renew()
            self._screen.news()
            raise

    async def renew(self) -> None:
        """Take the claims as they are now."""
        dossiers = await ask(self._screen.desk.browsing.dossiers, self.ids)
        self._seen.update((one.claim.id, one.claim.version) for one in dossiers)
