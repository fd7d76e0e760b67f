"""Claims whole: each with its article, event, sources, evidence, attempts, notes and relations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from tracker.domain.bearing import Bond, Footing
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.errors import UnknownRefError
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation, RelationKind
from tracker.domain.source import THE_ARTICLE, Source, origin_of
from tracker.domain.standing import Standing
from tracker.domain.status import OF_ATTEMPTS, OF_EVIDENCE, OF_RELATIONS, STANDS_ON, Status
from tracker.domain.veil import veiled

if TYPE_CHECKING:
    from tracker.store.shelves import Shelves


class Dossiers:
    """Puts dossiers together, many at a time with a fixed number of queries."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def get(self, number: int) -> Dossier:
        """Put one together.

        Raises:
            UnknownRefError: there is no such claim.
        """
        found = self.of([number])
        if not found:
            raise UnknownRefError(f"there is no claim {Ref(Kind.CLAIM, number)} in this ledger.")
        return found[0]

    def footing(self, claim: Standing, status: Status) -> Footing:
        """Put together what the guard of a status looks at, and nothing else."""
        shelves, wants = self._shelves, frozenset(STANDS_ON[status])
        relations = shelves.relations.touching([claim.id]) if wants & OF_RELATIONS else ()
        others = {one.id: one.a if one.b == claim.id else one.b for one in relations}
        standings = shelves.standings.get_many(others.values())
        agree = any(one.kind is RelationKind.CORROBORATES for one in relations)
        origins = self._origins([claim.id, *others.values()]) if agree else {}
        ties = (
            Bond(one, standings[others[one.id]], origins.get(others[one.id], ""))
            for one in relations
        )
        return Footing(
            claim=claim,
            evidence=shelves.evidence.of_claim(claim.id) if wants & OF_EVIDENCE else (),
            attempts=shelves.attempts.of_claim(claim.id) if wants & OF_ATTEMPTS else (),
            ties=tuple(ties),
            root=origins.get(claim.id, ""),
        )

    def _origins(self, claims: Iterable[int]) -> dict[int, str]:
        """The independent origins that claims go back to, by claim."""
        shelves = self._shelves
        speakers = shelves.claims.speakers(claims)
        sources = shelves.sources.with_affiliations(one for one in speakers.values() if one)
        return {
            claim: origin_of(sources.get(speaker or 0), sources)
            for claim, speaker in speakers.items()
        }

    def of(self, numbers: Iterable[int]) -> tuple[Dossier, ...]:
        """Put several together, in the order asked for.

        Through the reading door the names of protected sources are veiled.
        """
        shelves = self._shelves
        claims = shelves.claims.get_many(numbers)
        relations = shelves.relations.touching(claims)
        others = shelves.claims.get_many(
            {end for relation in relations for end in (relation.a, relation.b)} - claims.keys()
        )
        everyone = {**claims, **others}
        articles = shelves.articles.get_many(
            claim.article_id for claim in claims.values() if claim.article_id is not None
        )
        outlets = {
            publication.outlet_id
            for article in articles.values()
            for publication in article.publications
        }
        own_voice = {one.article_id for one in everyone.values() if one.speaker_id is None}
        published = shelves.articles.outlets(filter(None, own_voice)) if own_voice else {}
        named = {number for claim in everyone.values() for number in _sources_of(claim)}
        named |= outlets | set(published.values())
        sources = shelves.sources.with_affiliations(number for number in named if number)
        events = shelves.events.get_many(
            claim.event_id for claim in claims.values() if claim.event_id is not None
        )
        evidence = shelves.evidence.having_any("claim_id", claims)
        attempts = shelves.attempts.having_any("claim_id", claims)
        notes = shelves.notes.having_any("claim_id", claims)
        elsewhere = {
            claim.article_id for claim in others.values() if claim.article_id and not claim.said_at
        } - articles.keys()
        appeared = {number: found for number, one in articles.items() if (found := one.appeared)}
        if elsewhere:
            appeared |= shelves.articles.appeared(elsewhere)
        ties = _ties(relations, everyone, sources, appeared, published)
        made = tuple(
            Dossier(
                claim=claim,
                article=articles.get(claim.article_id or 0),
                event=events.get(claim.event_id or 0),
                sources=sources,
                evidence=evidence.get(number, ()),
                attempts=attempts.get(number, ()),
                notes=notes.get(number, ()),
                ties=tuple(ties.get(number, ())),
            )
            for number, claim in claims.items()
        )
        if shelves.journal is not None:
            return made
        return veiled(made, shelves.sources.stand_ins())


def _sources_of(claim: Claim) -> set[int | None]:
    return {
        *(hop.source_id for hop in claim.chain),
        *(value.source_id for value in claim.facets),
        *(caveat.outlet_id for caveat in claim.caveats),
    }


def _ties(
    relations: tuple[Relation, ...],
    claims: Mapping[int, Claim],
    sources: Mapping[int, Source],
    appeared: Mapping[int, datetime],
    published: Mapping[int, int],
) -> dict[int, list[Tie]]:
    found: dict[int, list[Tie]] = {}
    for relation in relations:
        for here, there in ((relation.a, relation.b), (relation.b, relation.a)):
            other = claims[there]
            source = sources.get(other.speaker_id or 0)
            outlet = sources.get(published.get(other.article_id or 0, 0))
            speaker = named.name if (named := source or outlet) else THE_ARTICLE
            when = appeared.get(other.article_id or 0)
            tie = Tie(relation, other, origin_of(source, sources), speaker, when)
            found.setdefault(here, []).append(tie)
    return found
