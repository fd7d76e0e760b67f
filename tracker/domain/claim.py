"""Claims: assertions that the desk works on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from tracker.domain.assertion import Assertion
from tracker.domain.standing import Standing


@dataclass(frozen=True)
class Claim(Standing, Assertion):
    """One checkable assertion by one speaker, and where the desk stands with it."""

    tags: tuple[str, ...] = ()
    due: datetime | None = None
    contested: bool = False

    def tagged(self, *words: str) -> Claim:
        """Add tags; a tag is one word, kept in lower case."""
        tags = dict.fromkeys((*self.tags, *(word.strip().lower() for word in words)))
        return replace(self, tags=tuple(tag for tag in tags if tag))

    def untagged(self, *words: str) -> Claim:
        """Take tags away."""
        gone = {word.strip().lower() for word in words}
        return replace(self, tags=tuple(tag for tag in self.tags if tag not in gone))
