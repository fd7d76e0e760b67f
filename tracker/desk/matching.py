"""Matching: sources that may be one and the same are proposed, and an editor decides."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tracker.compare.names import likeness
from tracker.desk.acting import Subject, action_editor, action_time
from tracker.desk.joining import merge_sources, refuse_if_merged
from tracker.domain.errors import RefusedError
from tracker.domain.match import Likely, Match
from tracker.domain.names import fullness
from tracker.domain.relation import RelationState
from tracker.domain.source import Source
from tracker.domain.veil import veiled
from tracker.store.shelves import Shelves

_MOST = 3
"""Proposals for one new source: the likeliest."""


class Matching(Subject):
    """Lists and decides which sources are one and the same."""

    def undecided(self, limit: int | None = None) -> tuple[Likely, ...]:
        """The matches that wait for an editor, the likeliest first."""
        with self._database.reading() as shelves:
            return _likely(shelves, shelves.matches.undecided(limit=limit))

    def of_source(self, number: int) -> tuple[Likely, ...]:
        """The undecided matches of a source, the likeliest first."""
        with self._database.reading() as shelves:
            return _likely(shelves, shelves.matches.undecided(of=number))

    def accept(self, matches: Sequence[int], *, by: str) -> tuple[Match, ...]:
        """Take two sources for one: the newer goes into the older, its names become aliases."""
        return self._decide(matches, RelationState.CONFIRMED, by=by)

    def reject(self, matches: Sequence[int], *, by: str, reason: str = "") -> tuple[Match, ...]:
        """Keep two sources apart; they are not proposed again."""
        return self._decide(matches, RelationState.REJECTED, by=by, reason=reason)

    def _decide(
        self, matches: Sequence[int], state: RelationState, *, by: str, reason: str = ""
    ) -> tuple[Match, ...]:
        if not matches:
            raise RefusedError("no match is selected.")
        same = state is RelationState.CONFIRMED
        did = "merge" if same else "keep apart"
        with self._database.writing(by=by, did=did, reason=reason) as shelves:
            decided = []
            for number in dict.fromkeys(matches):
                match = shelves.matches.get(number)
                at = action_time(shelves)
                decided.append(shelves.matches.save(match.decided(state, by=by, at=at)))
                if same:
                    _make_one(shelves, match)
            return tuple(decided)


def _make_one(shelves: Shelves, match: Match) -> None:
    """Merge the two sources of a match; the older stays, under the fuller of their names."""
    kept, gone = shelves.sources.get(match.one_id), shelves.sources.get(match.other_id)
    for source in (kept, gone):
        refuse_if_merged(shelves, source.ref)
    merge_sources(shelves, kept.id, gone.id)
    if fullness(gone.name, gone.kind) > fullness(kept.name, kept.kind):
        shelves.sources.save(shelves.sources.get(kept.id).called(gone.name))


def propose_matches(shelves: Shelves, new: Source, *, apart_from: Collection[int]) -> None:
    """Propose the sources that a new one may be, within an action; the likeliest only."""
    found = [
        (alike, known)
        for known in shelves.sources.sharing_a_key(new)
        if known.id not in apart_from and (alike := likeness(known, new))
    ]
    found.sort(key=lambda one: (-one[0].score, one[1].id))
    for alike, known in found[:_MOST]:
        shelves.matches.add(
            Match(
                one_id=known.id,
                other_id=new.id,
                score=alike.score,
                reason=alike.reason,
                state=RelationState.SUGGESTED,
                by=action_editor(shelves),
                at=action_time(shelves),
            )
        )


def _likely(shelves: Shelves, matches: Sequence[Match]) -> tuple[Likely, ...]:
    numbers = {end for match in matches for end in (match.one_id, match.other_id)}
    sources = shelves.sources.get_many(numbers)
    said = shelves.lists.said_by(numbers)
    likely = tuple(
        Likely(
            match,
            sources[match.one_id],
            sources[match.other_id],
            (said.get(match.one_id, 0), said.get(match.other_id, 0)),
        )
        for match in matches
    )
    return veiled(likely, shelves.sources.stand_ins())
