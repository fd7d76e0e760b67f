"""Relating claims: setting, confirming and rejecting relations, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.desk.acting import Subject, action_time
from tracker.desk.consequences import follow_up, propose_no_more
from tracker.desk.grounds import watching_grounds
from tracker.desk.tying import Apart, apart, check_ends, with_facet
from tracker.domain.errors import RefusedError
from tracker.domain.facet import Facet
from tracker.domain.relation import (
    Relation,
    RelationKind,
    RelationOrigin,
    RelationState,
    is_news,
)
from tracker.domain.side_by_side import facet_at_odds
from tracker.domain.veil import veiled
from tracker.store.shelves import Shelves

if TYPE_CHECKING:
    from tracker.desk.parting import Untied


class Relating(Subject):
    """Sets and decides relations between claims."""

    def compared_in_part(self, claims: Iterable[int]) -> tuple[int, ...]:
        """Those of some claims that were compared with only the newest of many like them."""
        from tracker.desk.comparing import compared_in_part  # noqa: PLC0415 - it relates, too

        with self._database.reading() as shelves:
            return compared_in_part(shelves, shelves.claims.get_many(claims).values())

    def relate(
        self,
        a: int,
        b: int,
        kind: RelationKind,
        facet: Facet | None,
        *,
        by: str,
        reason: str = "",
    ) -> Relation:
        """Say how one claim stands to another; an editor's word, so it is confirmed.

        Without a facet it confirms such a relation that is suggested; claims that contradict each
        other else do so on the facet where their words and figures are at odds.

        Raises:
            RefusedError: the two are one claim, the relation is there already, the claims' chains
                do not allow it, or another that is confirmed rules it out.
        """
        with self._database.writing(by=by, did="relate", reason=reason) as shelves:
            relation = Relation(
                a,
                b,
                kind,
                facet,
                RelationState.CONFIRMED,
                RelationOrigin.PERSON,
                by,
                action_time(shelves),
                reason,
            ).ordered()
            if facet is None:
                relation = replace(relation, facet=_facet_of(shelves, relation))
            check_ends(shelves, relation)
            known = shelves.relations.like(relation)
            if known is None:
                put = shelves.relations.add(relation)
            else:
                put = shelves.relations.save(
                    known.decided(
                        RelationState.CONFIRMED,
                        by=by,
                        at=relation.at,
                        reason=reason or _proposed_for(shelves, known),
                    )
                )
            follow_up(shelves, [put])
            return veiled(put, shelves.sources.stand_ins())

    def propose(self, relations: Sequence[Relation], *, by: str) -> tuple[Relation, ...]:
        """Take a machine's proposals; what an editor has decided stands, and is not asked again.

        Gives those that are new, each suggested.
        """
        with self._database.writing(by=by, did="propose") as shelves:
            return veiled(suggest(shelves, relations), shelves.sources.stand_ins())

    def confirm(
        self, relations: Sequence[int], *, by: str, reason: str = ""
    ) -> tuple[Relation, ...]:
        """Confirm relations; a confirmed contradiction proposes the status disputed."""
        return self._decide(relations, RelationState.CONFIRMED, by=by, reason=reason)

    def reject(
        self, relations: Sequence[int], *, by: str, reason: str = ""
    ) -> tuple[Relation, ...]:
        """Reject relations; a rejected pair is not suggested again."""
        return self._decide(relations, RelationState.REJECTED, by=by, reason=reason)

    def untied(self, rejected: Iterable[Relation]) -> tuple[Untied, ...]:
        """What rejected relations had tied to an event alone, for an editor to part from it."""
        from tracker.desk.parting import untied  # noqa: PLC0415 - asked after a rejection only

        with self._database.reading() as shelves:
            return veiled(tuple(untied(shelves, rejected)), shelves.sources.stand_ins())

    def apart(self, relations: Iterable[Relation]) -> tuple[Apart, ...]:
        """Of what is related now, the claims that are about two events, for an editor to merge."""
        with self._database.reading() as shelves:
            return tuple(apart(shelves, relations))

    def facet_at_odds(self, a: int, b: int) -> Facet | None:
        """The facet on which two claims are most likely at odds; None if on none."""
        with self._database.reading() as shelves:
            return _at_odds(shelves, a, b)

    def set_facet(self, number: int, facet: Facet | None, *, by: str) -> Relation:
        """Correct the facet of a relation."""
        with self._database.writing(by=by, did="set facet") as shelves:
            relation = with_facet(shelves, shelves.relations.get(number), facet)
            return veiled(shelves.relations.save(relation), shelves.sources.stand_ins())

    def _decide(
        self, relations: Sequence[int], state: RelationState, *, by: str, reason: str
    ) -> tuple[Relation, ...]:
        if not relations:
            raise RefusedError("no relation is selected.")
        did = "confirm" if state is RelationState.CONFIRMED else "reject"
        with self._database.writing(by=by, did=did, reason=reason) as shelves:
            decided = []
            for number in dict.fromkeys(relations):
                relation = shelves.relations.get(number)
                if state is RelationState.CONFIRMED:
                    check_ends(shelves, relation)
                at = action_time(shelves)
                with watching_grounds(shelves, (relation.a, relation.b)):
                    why = reason or _proposed_for(shelves, relation)
                    saved = shelves.relations.save(
                        relation.decided(state, by=by, at=at, reason=why)
                    )
                if relation.confirmed and relation.against and not saved.confirmed:
                    propose_no_more(shelves, relation)
                follow_up(shelves, [saved])
                decided.append(saved)
            return veiled(tuple(decided), shelves.sources.stand_ins())


def _proposed_for(shelves: Shelves, relation: Relation) -> str:
    """Why a relation was proposed: whoever decides anew does not take over another's reason."""
    if relation.state is RelationState.SUGGESTED:
        return relation.reason
    if relation.origin is not RelationOrigin.MACHINE:
        return ""
    told = (one.changes.get("reason") for one in shelves.history.of(relation.ref))
    _, reason = next(filter(None, told), (None, ""))
    return str(reason or "")


def suggest(shelves: Shelves, relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Suggest relations within an action; gives those that were not known, and not rejected."""
    put = []
    for relation in relations:
        proposed = replace(relation, state=RelationState.SUGGESTED).ordered()
        if is_news(proposed, shelves.relations.touching([proposed.a])):
            put.append(shelves.relations.add(proposed))
    follow_up(shelves, put)
    return tuple(put)


def _facet_of(shelves: Shelves, relation: Relation) -> Facet | None:
    """The facet of the one such relation that is suggested, else where the claims are at odds."""
    ends = relation.a, relation.b, relation.kind
    suggested = [
        one.facet
        for one in shelves.relations.touching([relation.a])
        if (one.a, one.b, one.kind) == ends and one.state is RelationState.SUGGESTED
    ]
    if len(suggested) == 1:
        return suggested[0]
    if relation.kind is not RelationKind.CONTRADICTS:
        return None
    return _at_odds(shelves, relation.a, relation.b)


def _at_odds(shelves: Shelves, a: int, b: int) -> Facet | None:
    """By what the words of both claims are about, else the first facet that differs."""
    from tracker.compare.guessing import guessed  # noqa: PLC0415 - a mark needs no comparing
    from tracker.desk.comparing import accounts_for  # noqa: PLC0415 - it relates, too

    ours, theirs = (shelves.claims.get(number) for number in (a, b))
    accounts = accounts_for(shelves, (ours, theirs))
    told = guessed(accounts[ours.id], accounts[theirs.id]).facet
    return facet_at_odds(ours, theirs) if told is Facet.OCCURRENCE else told
