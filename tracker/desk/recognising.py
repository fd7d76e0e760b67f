"""Recognising: the sources that a reading names are met again in the ledger, or put there."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.desk.matching import propose_matches
from tracker.domain.draft import SourceDraft
from tracker.domain.source import Source, SourceKind
from tracker.store.shelves import Shelves


class Recognised:
    """The sources of one reading: keys become numbers, when somebody asks for them."""

    def __init__(self, shelves: Shelves, drafts: Iterable[SourceDraft]) -> None:
        self._shelves = shelves
        self._drafts = {draft.key: draft for draft in drafts}
        self._numbers: dict[str, int] = {}

    def all(self) -> None:
        """Meet or put every source of the reading."""
        for key in self._drafts:
            self.number(key)

    def number(self, key: str | None) -> int | None:
        """The number of a source, met by exactly its name and kind, or put as a new one.

        Whoever else in the ledger a new one may be is proposed, never decided.
        """
        draft = self._drafts.get(key or "")
        if draft is None:
            return None
        if draft.key not in self._numbers:
            affiliation = self.number(draft.affiliation)
            known = self._known(draft, affiliation)
            if known is None:
                known = self._shelves.sources.add(_new(draft, affiliation))
                # Whom one article tells apart are two.
                met = set(self._numbers.values())
                propose_matches(self._shelves, known, apart_from=met)
            self._numbers[draft.key] = known.id
        return self._numbers[draft.key]

    def _known(self, draft: SourceDraft, affiliation: int | None) -> Source | None:
        """The source that is meant; "a ministry spokesman" of another ministry is another."""
        if affiliation is not None:
            for one in self._shelves.sources.affiliated_to(affiliation):
                if (one.name, one.kind) == (draft.name, draft.kind) and one.merged_into is None:
                    return one
        known = self._shelves.sources.meant(draft.name, draft.kind)
        if known is None or known.kind is not SourceKind.UNNAMED:
            return known
        return known if known.affiliation_id == affiliation else None


def _new(draft: SourceDraft, affiliation: int | None) -> Source:
    return Source(
        name=draft.name,
        kind=draft.kind,
        role=draft.role,
        aliases=draft.aliases,
        affiliation_id=affiliation,
    )
