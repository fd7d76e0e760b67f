"""Reprints: an article whose words stand in another one, too, with the claims that both make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.domain.reference import Ref

_MOST = 3
"""Articles that are named for one text; the rest is counted."""


@dataclass(frozen=True)
class Reprint:
    """An article of which another one has words.

    ``alike`` is the share of the other's words that are its (0–1), ``claims`` how many claims both
    make; ``one_text`` says that one is the other reprinted, or a good part of it.
    """

    article: Ref
    alike: float
    one_text: bool
    claims: int

    def words(self, claims: int) -> str:
        """Say what another article with so many claims has of it."""
        both = f"{self.claims:,} of {claims:,} claims" if self.claims else ""
        if not self.one_text:
            return f"{both} in the words of {self.article}"
        same = f"same words as {self.article}, {int(100 * self.alike)} %"
        return "; ".join(filter(None, (same, both)))


def reprint_words(reprints: Iterable[Reprint], claims: int) -> Iterator[str]:
    """Say what an article with so many claims has of others."""
    known = list(reprints)
    for one in known[:_MOST]:
        yield one.words(claims)
    if len(known) > _MOST:
        yield f"and words of {len(known) - _MOST:,} more"
