"""Joining sources: one takes the other's place wherever it stood."""

from __future__ import annotations

from dataclasses import replace

from tracker.desk.acting import action_editor, action_time
from tracker.desk.grounds import resting_on, watching_grounds
from tracker.domain.claim import Claim
from tracker.domain.errors import RefusedError
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationState
from tracker.domain.source import Source
from tracker.store.shelves import Shelves


def refuse_if_merged(shelves: Shelves, ref: Ref) -> None:
    """Refuse to work on what another has taken the place of.

    Raises:
        RefusedError: it was merged.
    """
    into = getattr(shelves.of_kind(ref.kind).get(ref.number), "merged_into", None)
    if into is not None:
        raise RefusedError(f"{ref} was merged into {Ref(ref.kind, into)}; use that.")


def merge_sources(shelves: Shelves, keep: int, other: int) -> None:
    """Let one source take over another, within an action: what it said, its names, its matches.

    Raises:
        RefusedError: one of them is protected.
    """
    kept, gone = shelves.sources.get(keep), shelves.sources.get(other)
    if gone.restricted or kept.restricted:
        raise RefusedError("a protected source cannot be merged: its name would be at risk.")
    # What the kept source said has another origin only where it comes under the other's owner.
    moved = (keep, other) if gone.affiliation_id and not kept.affiliation_id else (other,)
    with watching_grounds(shelves, resting_on(shelves, *moved)):
        _take_over(shelves, kept, gone)
    _settle_matches(shelves, keep, other)


def _take_over(shelves: Shelves, kept: Source, gone: Source) -> None:
    keep, other = kept.id, gone.id
    for claim in shelves.claims.of_source(other):
        shelves.claims.save(with_source(claim, other, keep))
    for article in shelves.articles.of_outlet(other):
        publications = tuple(
            replace(one, outlet_id=keep) if one.outlet_id == other else one
            for one in article.publications
        )
        shelves.articles.save(replace(article, publications=publications))
    above = _affiliation_after(shelves, kept, gone)
    for below in shelves.sources.affiliated_to(other):
        if below.id != keep:
            shelves.sources.save(replace(below, affiliation_id=keep))
    merged = shelves.sources.get(keep).absorbing(gone)
    shelves.sources.save(replace(merged, affiliation_id=above))
    shelves.sources.save(replace(shelves.sources.get(other), merged_into=keep))


def _affiliation_after(shelves: Shelves, kept: Source, gone: Source) -> int | None:
    """What the kept source is affiliated to: by no merger does it become more independent.

    Its own affiliation stands, else the other's, but never one that leads back to either.
    """
    for above in (kept.affiliation_id, gone.affiliation_id):
        if above is not None and not (
            {kept.id, gone.id} & shelves.sources.with_affiliations([above]).keys()
        ):
            return above
    return None


def with_source(claim: Claim, old: int, new: int) -> Claim:
    """Put one source in another's place, wherever a claim names it."""
    return replace(
        claim,
        chain=tuple(
            replace(hop, source_id=new) if hop.source_id == old else hop for hop in claim.chain
        ),
        facets=tuple(
            replace(value, source_id=new) if value.source_id == old else value
            for value in claim.facets
        ),
        caveats=tuple(
            replace(caveat, outlet_id=new) if caveat.outlet_id == old else caveat
            for caveat in claim.caveats
        ),
    )


def _settle_matches(shelves: Shelves, kept: int, gone: int) -> None:
    """Decide the match of two sources that are one now; what else one may be, the other may be."""
    for match in shelves.matches.of_source(gone):
        if match.state is not RelationState.SUGGESTED:
            continue
        moved = match.moved(gone, kept)
        if moved.one_id == moved.other_id:
            by, at = action_editor(shelves), action_time(shelves)
            shelves.matches.save(match.decided(RelationState.CONFIRMED, by=by, at=at))
        elif shelves.matches.between(moved.one_id, moved.other_id) is None:
            shelves.matches.save(moved)
        else:  # that the other may be the same is proposed, or decided, already
            by, at = action_editor(shelves), action_time(shelves)
            shelves.matches.save(match.decided(RelationState.REJECTED, by=by, at=at))
