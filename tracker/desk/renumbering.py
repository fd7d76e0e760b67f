"""Renumbering: what comes from another ledger points at things by the numbers they have here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tracker.domain.article import Article
from tracker.domain.claim import Claim
from tracker.domain.errors import BadInputError
from tracker.domain.evidence import Evidence
from tracker.domain.match import Match
from tracker.domain.pointing import pointers, repointed
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation
from tracker.store.shelves import Shelves
from tracker.store.tray import Tray

_REF = re.compile(r"\bC([0-9]{1,18})\b")


class Renumbering:
    """Knows of the things in hand where that is which they point at."""

    def __init__(self, shelves: Shelves, tray: Tray) -> None:
        self._shelves = shelves
        self._tray = tray
        self._articles: Mapping[int, Article] = {}
        self.numbers: dict[Ref, int] = {}
        self.met: set[Ref] = set()
        """What was here before."""

    def look_up(self, kind: Kind, values: Sequence[Any]) -> None:
        """Find out where that is which things point at."""
        named = {ref for value in values for ref in (*pointers(value), *_named(value))}
        placed = self._tray.placed(named)
        self.numbers = {ref: place.here for ref, place in placed.items()}
        self.met = {ref for ref, place in placed.items() if place.met}
        if kind is Kind.CLAIM:
            texts = {ref for ref in named if ref.kind is Kind.ARTICLE} & self.numbers.keys()
            self._articles = self._shelves.articles.get_many(self.numbers[ref] for ref in texts)

    def place(self, numbers: Sequence[tuple[Ref, int]], *, met: bool) -> None:
        """Note which numbers things have here, and whether they were here before."""
        self._tray.place(numbers, met=met)
        self.numbers.update(numbers)

    def here_as(self, value: Any) -> Any:
        """A thing of theirs as it is here: pointing at our numbers.

        Raises:
            BadInputError: it points at something that is not there, or its passages are not
                where they are said to be.
        """
        try:
            made = repointed(value, self.numbers)
        except KeyError as error:
            raise BadInputError(
                f"{value.ref} points at {error.args[0]}, which is not there."
            ) from None
        if isinstance(made, Relation | Match):
            return made.ordered()
        if isinstance(made, Claim):
            self._check_anchors(value.ref, made)
            if made.proposed is not None:  # its reason names other claims, by their numbers
                reason = _REF.sub(self._our_ref, made.proposed.reason)
                return replace(made, proposed=replace(made.proposed, reason=reason))
        if isinstance(made, Evidence) and not self._has_copy(made):
            raise BadInputError(f"{value.ref} has a captured copy that is not there.")
        return made

    def _has_copy(self, evidence: Evidence) -> bool:
        return not evidence.capture or self._shelves.evidence.has_copy(evidence.capture)

    def _our_ref(self, found: re.Match[str]) -> str:
        ref = Ref(Kind.CLAIM, int(found[1]))
        return str(Ref(Kind.CLAIM, self.numbers.get(ref, ref.number)))

    def _check_anchors(self, ref: Ref, claim: Claim) -> None:
        for passage in claim.passages:
            if not self._articles[passage.article_id].anchors(passage):
                raise BadInputError(
                    f"{ref} has a passage whose words do not stand in its article at those spans."
                )


def _named(value: Any) -> Iterator[Ref]:
    """A thing itself, and the claims that the reason of its proposed status names."""
    yield value.ref
    proposed = getattr(value, "proposed", None)
    for found in _REF.finditer(proposed.reason) if proposed else ():
        yield Ref(Kind.CLAIM, int(found[1]))
