"""A pair: two accounts of one article that may stand against each other, and what rules say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.compare.account import Account
from tracker.compare.clash import Clash
from tracker.domain.facet import Facet


@dataclass(frozen=True)
class Pair:
    """Two accounts in the order of their article.

    ``told`` (0–1) is how plainly it sets one against the other, ``clashes`` what excludes each
    other by facet, ``denied`` how surely (0–1) the second rejects the first, ``denying`` the first
    the second.
    """

    first: Account
    second: Account
    told: float = 0.0
    clashes: Mapping[Facet, Clash] = field(default_factory=dict)
    denied: float = 0.0
    denying: float = 0.0

    def turned(self) -> Pair:
        """The same with its accounts the other way round."""
        turned = self.second, self.first
        return Pair(*turned, self.told, self.clashes, self.denying, self.denied)

    @property
    def parties(self) -> frozenset[int | None]:
        """Who speaks."""
        return frozenset((self.first.party.id, self.second.party.id))

    @property
    def clash(self) -> float:
        """The score of the surest clash."""
        return max((one.score for one in self.clashes.values()), default=0.0)

    @property
    def ruled(self) -> float:
        """How surely the rules set one against the other, 0–1."""
        return max(self.clash, self.denied, self.denying)
