"""Merging what another ledger holds into this one, thing by thing, by their uids.

Which version of a thing is the later one is told by the histories: if all that was ever noted of
it there is known here, ours is later, and the other way round. If each knows something that the
other does not, both have worked on it: that is a conflict, ours stays, and it is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tracker.desk.relating import follow_up
from tracker.domain.article import Article
from tracker.domain.claim import Claim
from tracker.domain.errors import BadInputError
from tracker.domain.evidence import Evidence
from tracker.domain.match import Match
from tracker.domain.pointing import pointers, repointed
from tracker.domain.record import differences
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation
from tracker.store.shelf import Shelf
from tracker.store.shelves import Shelves

DID = "import"
"""What the history calls it."""

IN_ORDER = (
    *(Kind.SOURCE, Kind.MATCH, Kind.ARTICLE, Kind.EVENT, Kind.CLAIM, Kind.RELATION),
    *(Kind.EVIDENCE, Kind.ATTEMPT, Kind.NOTE),
)
_FOLLOWING = {"stale", "proposed"}
"""Fields of a claim that follow from what bears on it, and so are worked out here anew."""
_AHEAD = ("affiliation_id", "merged_into", "revision_of")
_REF = re.compile(r"\bC([0-9]+)\b")

Counts = dict[str, int]


@dataclass
class Tally:
    """What came of each thing: counts by the kind's word, and the conflicts with their fields."""

    added: Counts = field(default_factory=dict)
    updated: Counts = field(default_factory=dict)
    kept: Counts = field(default_factory=dict)
    conflicts: list[tuple[Ref, tuple[str, ...]]] = field(default_factory=list)


class Merging:
    """One merge, within an action: numbers there become numbers here."""

    def __init__(
        self,
        shelves: Shelves,
        things: Mapping[Kind, list[Any]],
        known_there: Mapping[str, set[str]],
        known_here: set[str],
    ) -> None:
        """Take what comes in, and what the histories know.

        ``known_there`` has the hashes of their entries about a thing, by its uid; ``known_here``
        those of them that this ledger has too.
        """
        self._shelves = shelves
        self._things = things
        self._there = known_there
        self._here = known_here
        self._numbers: dict[Ref, int] = {}
        self._met: dict[Ref, Any] = {}
        self._all = {value.ref: value for values in things.values() for value in values}
        self._under_way: set[Ref] = set()
        self._lacking: list[tuple[Any, list[str]]] = []
        self.tally = Tally()

    def run(self) -> Tally:
        """Put in what is new, then see which is the later version of what is not."""
        for kind in IN_ORDER:
            self._meet(kind)
        for kind in IN_ORDER:
            values = self._things.get(kind, ())
            for value in values:
                self._put(value)
            for value, fields in self._lacking:
                self._complete(value, fields)
            self._lacking.clear()
            for value in values:
                if value.ref in self._met:
                    self._reconcile(value, self._met[value.ref])
        return self.tally

    def number(self, ref: Ref) -> int:
        """Which number a thing of theirs has here."""
        return self._numbers[ref]

    def is_new(self, ref: Ref) -> bool:
        """Whether a thing of theirs was not here before."""
        return ref not in self._met

    def _meet(self, kind: Kind) -> None:
        """Find those of a kind that are here already."""
        values = self._things.get(kind, ())
        here = self._shelves.of_kind(kind).of_uids(value.uid for value in values)
        for value in values:
            known = here.get(value.uid)
            if known is None and isinstance(value, Article):
                known = self._shelves.articles.of_text(value.text)
            if known is not None:
                self._recognise(value, known)

    def _recognise(self, value: Any, known: Any) -> None:
        self._numbers[value.ref] = known.id
        self._met[value.ref] = known

    def _put(self, value: Any) -> None:
        """Put in what is new, after those of its kind that it points at."""
        if value.ref in self._numbers or value.ref in self._under_way:
            return
        self._under_way.add(value.ref)
        for ref in pointers(value):
            if ref.kind is value.ref.kind and ref in self._all:
                self._put(self._all[ref])
        fields = self._not_yet(value)
        made = self._here_as(replace(value, **dict.fromkeys(fields)))
        known = self._like(made)
        if known is not None:
            self._recognise(value, known)
            return
        added = self._shelf(value).add(replace(made, id=0, version=0))
        self._numbers[value.ref] = added.id
        _count(self.tally.added, value)
        if fields:
            self._lacking.append((value, fields))
        self._draw_consequences(value, added)

    def _like(self, made: Any) -> Any:
        """What says the same of the same two things here already, under another uid."""
        match made:
            case Relation():
                return self._shelves.relations.like(made)
            case Match():
                return self._shelves.matches.between(made.one_id, made.other_id)
        return None

    def _not_yet(self, value: Any) -> list[str]:
        """The fields that name others of its kind which may not be here yet."""
        found = [
            name
            for name in _AHEAD
            if (number := getattr(value, name, None)) is not None
            and (ref := Ref(value.ref.kind, number)) in self._all
            and ref not in self._numbers
        ]
        return [*found, *(["proposed"] if getattr(value, "proposed", None) else [])]

    def _complete(self, value: Any, fields: Iterable[str]) -> None:
        shelf, whole = self._shelf(value), self._here_as(value)
        ours = shelf.get(self._numbers[value.ref])
        shelf.save(replace(ours, **{name: getattr(whole, name) for name in fields}))

    def _here_as(self, value: Any) -> Any:
        """A thing of theirs as it is here: pointing at our numbers.

        Raises:
            BadInputError: it points at something that is not there, or its passages are not
                where they are said to be.
        """
        try:
            made = repointed(value, self._numbers)
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
        return not evidence.capture or self._shelves.evidence.copy(evidence.capture) is not None

    def _our_ref(self, found: re.Match[str]) -> str:
        ref = Ref(Kind.CLAIM, int(found[1]))
        return str(Ref(Kind.CLAIM, self._numbers.get(ref, ref.number)))

    def _check_anchors(self, ref: Ref, claim: Claim) -> None:
        for passage in claim.passages:
            article = self._shelves.articles.get(passage.article_id)
            if not article.anchors(passage):
                raise BadInputError(
                    f"{ref} has a passage whose words do not stand in its article at those spans."
                )

    def _draw_consequences(self, value: Any, added: Any) -> None:
        """Let what is new shake the verdicts that were here."""
        if isinstance(added, Relation):
            if any(ref in self._met for ref in pointers(value)):
                follow_up(self._shelves, added)
        elif isinstance(added, Evidence) and Ref(Kind.CLAIM, value.claim_id) in self._met:
            claim = self._shelves.claims.get(added.claim_id)
            self._shelves.claims.save(claim.unsettled_by_news())

    def _reconcile(self, value: Any, known: Any) -> None:
        shelf = self._shelf(value)
        ours, theirs = shelf.get(known.id), self._here_as(value)
        told = differences(shelf.record(ours), shelf.record(theirs)).keys() - {"uid"}
        if not told - _FOLLOWING:
            return
        there = self._there.get(value.uid, set())
        if there and there <= self._here:
            _count(self.tally.kept, value)
        elif there and self._noted_here(ours) <= there and "sha256" not in told:
            _count(self.tally.updated, value)
            following = {name: getattr(ours, name) for name in _FOLLOWING & told}
            shelf.save(replace(theirs, id=ours.id, uid=ours.uid, version=ours.version, **following))
        else:
            self.tally.conflicts.append((ours.ref, tuple(sorted(told))))

    def _noted_here(self, ours: Any) -> set[str]:
        """What was ever noted of a thing here, but for its having come in."""
        own = {one.hash for one in self._shelves.history.of(ours.ref) if one.did != DID}
        return own | self._shelves.foreign.hashes_about(ours.uid)

    def _shelf(self, value: Any) -> Shelf[Any]:
        return self._shelves.of_kind(value.ref.kind)


def _count(counts: Counts, value: Any) -> None:
    word = value.ref.kind.word
    counts[word] = counts.get(word, 0) + 1
