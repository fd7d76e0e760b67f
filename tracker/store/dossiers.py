"""Claims whole: each with its article, event, sources, evidence, attempts, notes and relations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.errors import UnknownRefError
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation
from tracker.domain.source import THE_ARTICLE, Source, origin_of
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

    def bearing_on(self, claim: Claim) -> Dossier:
        """Put together what the guards of a claim look at: not its article, event and notes."""
        shelves = self._shelves
        relations = shelves.relations.touching([claim.id])
        ends = {end for relation in relations for end in (relation.a, relation.b)}
        claims = {claim.id: claim, **shelves.claims.get_many(ends - {claim.id})}
        named = {one.speaker_id for one in claims.values()} if relations else set()
        sources = shelves.sources.with_affiliations(number for number in named if number)
        return Dossier(
            claim=claim,
            sources=sources,
            evidence=shelves.evidence.of_claim(claim.id),
            attempts=shelves.attempts.of_claim(claim.id),
            ties=tuple(_ties(relations, claims, sources).get(claim.id, ())),
        )

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
        named = {number for claim in everyone.values() for number in _sources_of(claim)} | outlets
        sources = shelves.sources.with_affiliations(number for number in named if number)
        events = shelves.events.get_many(
            claim.event_id for claim in claims.values() if claim.event_id is not None
        )
        evidence = shelves.evidence.having_any("claim_id", claims)
        attempts = shelves.attempts.having_any("claim_id", claims)
        notes = shelves.notes.having_any("claim_id", claims)
        ties = _ties(relations, everyone, sources)
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
    relations: tuple[Relation, ...], claims: Mapping[int, Claim], sources: Mapping[int, Source]
) -> dict[int, list[Tie]]:
    found: dict[int, list[Tie]] = {}
    for relation in relations:
        for here, there in ((relation.a, relation.b), (relation.b, relation.a)):
            other = claims[there]
            source = sources.get(other.speaker_id or 0)
            speaker = source.name if source else THE_ARTICLE
            tie = Tie(relation, other, speaker, origin_of(source, sources))
            found.setdefault(here, []).append(tie)
    return found
