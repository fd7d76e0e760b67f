"""Taking in an article with the claims that a reading proposes, in one action."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.desk.acting import Subject, action_editor, action_time
from tracker.desk.relating import check_ends, follow_up
from tracker.domain.article import Article, Publication
from tracker.domain.assertion import Caveat
from tracker.domain.attribution import Hop
from tracker.domain.claim import Claim
from tracker.domain.draft import ClaimDraft, EventDraft, Reading, RelationDraft, SourceDraft
from tracker.domain.event import Event
from tracker.domain.facet import FacetValue
from tracker.domain.relation import Relation, RelationOrigin
from tracker.domain.source import Source
from tracker.domain.status import Stage
from tracker.domain.veil import veiled
from tracker.store.shelves import Shelves


@dataclass(frozen=True)
class TakenIn:
    """What came of it: the article, whether it is new, and how many claims it brought."""

    article: Article
    new: bool
    claims: int = 0


class Importing(Subject):
    """Takes readings into the ledger."""

    def take_in(self, reading: Reading, *, by: str, stage: Stage = Stage.SUGGESTED) -> TakenIn:
        """Store an article, its sources, events, claims and relations; the same text only once."""
        with self._database.reading() as shelves:
            if known := shelves.articles.of_text(reading.text):
                return TakenIn(veiled(known, shelves.sources.stand_ins()), new=False)
        with self._database.writing(by=by, did="take in") as shelves:
            # Somebody may have taken it in at the same moment.
            known = shelves.articles.of_text(reading.text)
            taken = TakenIn(known, new=False) if known else _Intake(shelves, reading, stage).run()
            return veiled(taken, shelves.sources.stand_ins())


class _Intake:
    """One reading on its way into the ledger: keys become numbers."""

    def __init__(self, shelves: Shelves, reading: Reading, stage: Stage) -> None:
        self._shelves = shelves
        self._reading = reading
        self._stage = stage
        self._sources: dict[str, int] = {}
        self._events: dict[str, int] = {}
        self._claims: dict[str, int] = {}

    def run(self) -> TakenIn:
        """Store everything in the order in which it is referred to."""
        drafts = {draft.key: draft for draft in self._reading.sources}
        for draft in self._reading.sources:
            self._put_source(draft, drafts)
        for event in self._reading.events:
            self._events[event.key] = self._shelves.events.add(_event(event)).id
        article = self._put_article()
        for claim in self._reading.claims:
            self._claims[claim.key] = self._shelves.claims.add(self._claim(claim, article)).id
        for tie in self._reading.relations:
            relation = self._relation(tie)
            if relation.confirmed:
                check_ends(self._shelves, relation)
            follow_up(self._shelves, self._shelves.relations.add(relation))
        return TakenIn(article, new=True, claims=len(self._claims))

    def _put_source(self, draft: SourceDraft, drafts: dict[str, SourceDraft]) -> int:
        if draft.key in self._sources:
            return self._sources[draft.key]
        above = drafts.get(draft.affiliation or "")
        affiliation = self._put_source(above, drafts) if above else None
        known = self._shelves.sources.named(draft.name)
        if known is None or known.kind is not draft.kind:
            known = self._shelves.sources.add(
                Source(
                    name=draft.name,
                    kind=draft.kind,
                    role=draft.role,
                    aliases=draft.aliases,
                    affiliation_id=affiliation,
                )
            )
        self._sources[draft.key] = known.id
        return known.id

    def _put_article(self) -> Article:
        draft = self._reading.article
        publication = Publication(
            title=draft.title,
            outlet_id=self._sources.get(draft.outlet or ""),
            byline=draft.byline,
            url=draft.url,
            published_at=draft.published_at,
            zone=draft.zone,
        )
        return self._shelves.articles.add(
            Article(
                text=self._reading.text,
                language=draft.language,
                captured_at=action_time(self._shelves),
                publications=(publication,),
            )
        )

    def _claim(self, draft: ClaimDraft, article: Article) -> Claim:
        passage = article.passage_at(draft.spans) if draft.spans else article.passage(*draft.quote)
        outlet = article.publications[0].outlet_id
        return Claim(
            statement=draft.statement,
            voice=draft.voice,
            article_id=article.id,
            event_id=self._events.get(draft.event or ""),
            passages=(passage,),
            chain=tuple(
                Hop(self._sources[hop.source], hop.role, hop.medium, hop.verb, hop.date)
                for hop in draft.chain
            ),
            cue=draft.cue,
            hedge=draft.hedge,
            figures=draft.figures,
            facets=tuple(
                FacetValue(
                    facet=value.facet,
                    words=value.words,
                    span=value.span,
                    source_id=self._sources.get(value.source or ""),
                    low=value.low,
                    high=value.high,
                    place=value.place,
                    time=value.time,
                )
                for value in draft.facets
            ),
            caveats=tuple(Caveat(caveat.words, outlet) for caveat in draft.caveats),
            checkable=draft.checkable,
            said_at=draft.said_at,
            tags=draft.tags,
            stage=self._stage,
            score=draft.score,
            score_reason=draft.score_reason,
        )

    def _relation(self, draft: RelationDraft) -> Relation:
        person = draft.score is None
        made = Relation(
            a=self._claims[draft.a],
            b=self._claims[draft.b],
            kind=draft.kind,
            facet=draft.facet,
            state=draft.state,
            origin=RelationOrigin.PERSON if person else RelationOrigin.MACHINE,
            by=action_editor(self._shelves),
            at=action_time(self._shelves),
            reason=draft.reason,
            score=draft.score,
        )
        return made.ordered()


def _event(draft: EventDraft) -> Event:
    return Event(draft.title, draft.place, draft.place_name, draft.time)
