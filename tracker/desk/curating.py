"""Curating: joining what is one and parting what is two; nothing is lost, and all can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.compare.events import where_and_when
from tracker.desk.acting import Subject
from tracker.desk.joining import merge_sources, refuse_if_merged, with_source
from tracker.desk.regrouping import put_together, take_apart
from tracker.desk.tying import refuse_if_excluded
from tracker.domain.claim import Claim
from tracker.domain.errors import RefusedError
from tracker.domain.reference import Kind, Ref
from tracker.domain.status import SETTLED, Dismissal, Stage, Status
from tracker.store.shelves import Shelves

_CURATED = (Kind.CLAIM, Kind.EVENT, Kind.SOURCE)


@dataclass(frozen=True)
class Parted:
    """What was split from a thing, and how many pairs of claims are no more proposed by that."""

    new: Ref
    pairs: int = 0

    @property
    def gone(self) -> str:
        """Say of how many; an empty text if of none."""
        if not self.pairs:
            return ""
        pairs, are = ("pair", "is") if self.pairs == 1 else ("pairs", "are")
        return f"{self.pairs} suggested {pairs} between the two {are} rejected now"


class Curating(Subject):
    """Merges and splits sources, events and claims."""

    def unlike(self, keep: Ref, other: Ref) -> str:
        """Say why two things can hardly be one, before they are merged; empty if nothing does."""
        if not keep.kind is other.kind is Kind.SOURCE:
            return ""
        with self._database.reading() as shelves:
            kept, gone = (shelves.sources.get(ref.number) for ref in (keep, other))
            return kept.unlike(gone)

    def merge(self, keep: Ref, other: Ref, *, by: str, reason: str = "") -> int:
        """Let one thing take over another, which stays as a reference to it.

        The claims of two events are compared; says how many pairs are proposed by that.

        Raises:
            RefusedError: they are of two kinds, one and the same, or merged already.
        """
        if keep.kind is not other.kind or keep.kind not in _CURATED:
            raise RefusedError(
                f"{keep} and {other} cannot be merged: name two claims, events or sources."
            )
        if keep == other:
            raise RefusedError(f"{keep} cannot be merged with itself.")
        with self._database.writing(by=by, did="merge", reason=reason) as shelves:
            for ref in (keep, other):
                refuse_if_merged(shelves, ref)
            match keep.kind:
                case Kind.SOURCE:
                    merge_sources(shelves, keep.number, other.number)
                case Kind.EVENT:
                    return _merge_events(shelves, keep.number, other.number)
                case _:
                    _merge_claims(shelves, keep.number, other.number)
        return 0

    def split(
        self,
        ref: Ref,
        *,
        by: str,
        claims: Sequence[int] = (),
        articles: Sequence[int] = (),
        name: str = "",
        reason: str = "",
    ) -> Parted:
        """Part a thing in two; the new one is called ``name`` and takes ``claims`` with it.

        A claim's twin starts open and unverified with the same passage and chain, and ``name`` as
        its statement; of a claim that ``articles`` reprint it takes what stands there with it.

        What is only suggested between claims of two events by now is rejected; says of how many.

        Raises:
            RefusedError: the new thing has no name, the old one was merged into another, or a claim
            does not belong to it.
        """
        if not name.strip():
            raise RefusedError(f"say what the new {ref.kind.word} is called (--name).")
        with self._database.writing(by=by, did="split", reason=reason) as shelves:
            refuse_if_merged(shelves, ref)
            match ref.kind:
                case Kind.CLAIM:
                    return Parted(_split_claim(shelves, ref.number, articles, name.strip()))
                case Kind.EVENT:
                    return _split_event(shelves, ref.number, claims, name.strip())
                case Kind.SOURCE:
                    return Parted(_split_source(shelves, ref.number, claims, name.strip()))
        raise RefusedError(f"{ref} cannot be split: name a claim, an event or a source.")


def _merge_events(shelves: Shelves, keep: int, other: int) -> int:
    there, coming = shelves.claims.of_event(keep), shelves.claims.of_event(other)
    for claim in coming:
        shelves.claims.save(replace(claim, event_id=keep))
    shelves.events.save(replace(shelves.events.get(other), merged_into=keep))
    return put_together(shelves, there, coming)


def _merge_claims(shelves: Shelves, keep: int, other: int) -> None:
    kept, gone = shelves.claims.get(keep), shelves.claims.get(other)
    for claim in (kept, gone):
        if claim.stage in SETTLED:
            raise RefusedError(f"{claim.ref} is {claim.stage.words}; reopen it first.")
    if kept.speaker_id != gone.speaker_id:
        raise RefusedError(
            f"{kept.ref} and {gone.ref} have different speakers, so they are two claims."
        )
    news = gone.status is not Status.UNVERIFIED or bool(shelves.evidence.of_claim(other))
    for kind in (Kind.EVIDENCE, Kind.ATTEMPT, Kind.NOTE):
        shelf = shelves.of_kind(kind)
        for bearing in shelf.having("claim_id", other):
            shelf.save(replace(bearing, claim_id=keep))
    for relation in shelves.relations.touching([other]):
        ends = tuple(keep if end == other else end for end in (relation.a, relation.b))
        moved = replace(relation, a=ends[0], b=ends[1]).ordered()
        if moved.a != moved.b and shelves.relations.like(moved) is None:
            if moved.confirmed:
                refuse_if_excluded(shelves, moved)
            shelves.relations.save(moved)
            news = news or moved.against
    passages = dict.fromkeys((*kept.passages, *gone.passages))
    merged = replace(kept, passages=tuple(passages)).tagged(*gone.tags)
    if news:
        merged = merged.unsettled_by_news()
    shelves.claims.save(merged)
    started = gone if gone.stage is not Stage.READY else replace(gone, stage=Stage.IN_PROGRESS)
    shelves.claims.save(started.dismissed(Dismissal.DUPLICATE, into=keep))


def _split_claim(shelves: Shelves, number: int, articles: Sequence[int], statement: str) -> Ref:
    claim = shelves.claims.get(number)
    twin = _twin(claim, statement)
    for article in articles:
        if article not in claim.reprinted_in:
            raise RefusedError(f"{claim.ref} is not reprinted in {Ref(Kind.ARTICLE, article)}.")
    if articles:
        there = tuple(one for one in claim.passages if one.article_id in articles)
        rest = tuple(one for one in claim.passages if one not in there)
        shelves.claims.save(replace(claim, passages=rest))
        twin = replace(twin, article_id=articles[0], passages=there)
    return shelves.claims.add(twin).ref


def _twin(claim: Claim, statement: str) -> Claim:
    return Claim(
        statement=statement,
        voice=claim.voice,
        article_id=claim.article_id,
        event_id=claim.event_id,
        passages=claim.passages,
        chain=claim.chain,
        cue=claim.cue,
        hedge=claim.hedge,
        caveats=claim.caveats,
        checkable=claim.checkable,
        said_at=claim.said_at,
        tags=claim.tags,
        stage=Stage.OPEN,
        assignee=claim.assignee,
        due=claim.due,
    )


def _split_event(shelves: Shelves, number: int, claims: Sequence[int], title: str) -> Parted:
    """Part an event: where and when the new one was is what its claims tell, if they do."""
    event, parted = shelves.events.get(number), [shelves.claims.get(one) for one in claims]
    if not parted:
        raise RefusedError(f"say which claims of {event.ref} the new event takes along.")
    for claim in parted:
        if claim.event_id != number:
            raise RefusedError(f"{claim.ref} is not about {event.ref}.")
    place, time = where_and_when([value for claim in parted for value in claim.facets])
    new = replace(event, title=title, id=0, uid="", time=time or event.time)
    if place:
        new = replace(new, place=place, place_name="")
    ref = shelves.events.add(new).ref
    for claim in parted:
        shelves.claims.save(replace(claim, event_id=ref.number))
    return Parted(ref, take_apart(shelves, parted, shelves.claims.of_event(number)))


def _split_source(shelves: Shelves, number: int, claims: Sequence[int], name: str) -> Ref:
    source = shelves.sources.get(number)
    others = tuple(alias for alias in source.aliases if alias != name)
    shelves.sources.save(replace(source, aliases=others))
    new = shelves.sources.add(
        replace(source, name=name, aliases=(), restricted=False, id=0, uid="")
    )
    for wanted in claims:
        claim = shelves.claims.get(wanted)
        changed = with_source(claim, number, new.id)
        if changed == claim:
            raise RefusedError(f"{claim.ref} does not name {source.ref}.")
        shelves.claims.save(changed)
    return new.ref
