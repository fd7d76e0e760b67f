"""What a screen wants shown that another one shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tracker.domain.listing import Filter


class SideBySide(Message):
    """A claim is to be looked at beside the one that stands against it."""

    def __init__(self, claim: int) -> None:
        super().__init__()
        self.claim = claim


class ClaimsWanted(Message):
    """Some claims are to be listed on the desk."""

    def __init__(self, where: Filter) -> None:
        super().__init__()
        self.where = where
