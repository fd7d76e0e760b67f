"""One reading on its way into the ledger: its keys become numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import replace

from tracker.desk.acting import action_editor, action_time
from tracker.desk.comparing import compare_with_former, compare_with_ledger
from tracker.desk.consequences import follow_up
from tracker.desk.recognising import Recognised
from tracker.desk.relating import suggest
from tracker.desk.reprinting import Reprinted, reprinted, stands_here_too
from tracker.desk.revising import Carried, carry_over, still_cleared
from tracker.desk.taken_in import TakenIn, gone_on
from tracker.desk.tying import check_ends
from tracker.domain.article import Article, Passage, Publication
from tracker.domain.assertion import Caveat
from tracker.domain.attribution import Hop
from tracker.domain.claim import Claim
from tracker.domain.draft import (
    ClaimDraft,
    EventDraft,
    HopDraft,
    Reading,
    RelationDraft,
)
from tracker.domain.event import Event
from tracker.domain.facet import FacetValue
from tracker.domain.relation import Relation, RelationOrigin, RelationState
from tracker.domain.revision import already_there
from tracker.domain.status import Stage
from tracker.store.shelves import Shelves


class Intake:
    """Stores one reading, or notes where its text stands, too."""

    def __init__(self, shelves: Shelves, reading: Reading, stage: Stage) -> None:
        self._shelves = shelves
        self._reading = reading
        self._stage = stage
        self._event_drafts = {draft.key: draft for draft in reading.events}
        self._sources = Recognised(shelves, reading.sources)
        self._events: dict[str, int] = {}
        self._claims: dict[str, int] = {}

    def run(self) -> TakenIn:
        """Store everything in the order in which it is referred to."""
        former = self._shelves.articles.revisions_at(self._reading.article.url)
        again = self._reprinted(former)
        if not (former or again.claims):
            self._sources.all()
        article = self._put_article(former)
        passages = {draft.key: _passage(draft, article) for draft in self._reading.claims}
        carried = self._carry_over(former, article, passages) if former else Carried()
        stand_here = self._stand_again(again, passages)
        if not (former or again.claims):
            for event in self._reading.events:
                self._event(event.key)
        fresh = [draft for draft in self._reading.claims if draft.key not in self._claims]
        for draft in fresh:
            made = self._claim(draft, article, passages[draft.key])
            self._claims[draft.key] = self._shelves.claims.add(made).id
        self._relate(former, stand_here)
        new = [self._claims[one.key] for one in fresh]
        compare_with_former(self._shelves, new, carried.claims)
        joined = compare_with_ledger(self._shelves, article, new, stand_here)
        return TakenIn(
            article,
            new=True,
            claims=len(fresh),
            revision=len(former) + 1,
            found=carried.found,
            orphaned=carried.orphaned,
            reprints=again.articles,
            again=len(stand_here),
            gone_on=gone_on(self._shelves, article, new, joined),
        )

    def publish_again(self, known: Article) -> TakenIn:
        """Note that a known text appeared in another place, too."""
        more = (*known.publications, self._publication())
        article = self._shelves.articles.save(replace(known, publications=more))
        number = self._shelves.articles.revision_number(article)
        return TakenIn(article, new=False, revision=number, published=True)

    def _carry_over(
        self, former: tuple[Article, ...], article: Article, passages: dict[str, Passage]
    ) -> Carried:
        """Take the article's claims over; what the reading finds again is not put twice."""
        carried = carry_over(self._shelves, former, article)
        statements = {draft.key: draft.statement for draft in self._reading.claims}
        known = already_there(passages, carried.claims, statements)
        for draft in self._reading.claims:
            if claim := known.get(draft.key):
                self._claims[draft.key] = claim.id
                if draft.event and claim.event_id:
                    self._events[draft.event] = claim.event_id
        return carried

    def _reprinted(self, former: tuple[Article, ...]) -> Reprinted:
        """What other articles have of this one, before anything of it is stored."""
        draft = self._reading.article
        there = Publication(draft.title, published_at=draft.published_at)
        article = self._article(former, there)
        passages = {draft.key: _passage(draft, article) for draft in self._reading.claims}
        return reprinted(self._shelves, self._reading, article, passages)

    def _stand_again(self, again: Reprinted, passages: dict[str, Passage]) -> frozenset[int]:
        """Let claims of other articles stand in this one, too; their numbers."""
        stand_here = set()
        events: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for draft in self._reading.claims:
            claim = again.claims.get(draft.key)
            if claim is None or draft.key in self._claims or claim.id in self._claims.values():
                continue
            kept = self._shelves.claims.save(
                stands_here_too(self._shelves.claims.get(claim.id), passages[draft.key])
            )
            self._claims[draft.key] = kept.id
            stand_here.add(kept.id)
            if draft.event and kept.event_id:
                events[draft.event][kept.event_id] += 1
        for key, about in events.items():
            self._events.setdefault(key, about.most_common(1)[0][0])
        return frozenset(stand_here)

    def _relate(self, former: tuple[Article, ...], stand_here: Collection[int]) -> None:
        """Put what the reading says of how its claims stand to each other.

        What it says of two claims of another article's was said when that was read.
        """
        put, proposed = [], []
        for tie in self._reading.relations:
            relation = self._relation(tie)
            suggested = relation.state is RelationState.SUGGESTED
            if suggested and {relation.a, relation.b} <= set(stand_here):
                continue
            if suggested and (former or stand_here):
                proposed.append(relation)
                continue
            if (former or stand_here) and self._shelves.relations.like(relation):
                continue
            if relation.confirmed:
                check_ends(self._shelves, relation)
            put.append(self._shelves.relations.add(relation))
        follow_up(self._shelves, put)
        suggest(self._shelves, proposed)

    def _event(self, key: str | None) -> int | None:
        draft = self._event_drafts.get(key or "")
        if draft is None:
            return None
        if draft.key not in self._events:
            self._events[draft.key] = self._shelves.events.add(_new_event(draft)).id
        return self._events[draft.key]

    def _put_article(self, former: tuple[Article, ...]) -> Article:
        article = self._article(former, self._publication())
        return self._shelves.articles.add(still_cleared(former[-1], article) if former else article)

    def _article(self, former: tuple[Article, ...], *publications: Publication) -> Article:
        return Article(
            text=self._reading.text,
            language=self._reading.article.language,
            captured_at=action_time(self._shelves),
            publications=publications,
            revision_of=former[0].id if former else None,
        )

    def _publication(self) -> Publication:
        draft = self._reading.article
        return Publication(
            title=draft.title,
            outlet_id=self._sources.number(draft.outlet),
            byline=draft.byline,
            url=draft.url,
            published_at=draft.published_at,
            zone=draft.zone,
        )

    def _claim(self, draft: ClaimDraft, article: Article, passage: Passage) -> Claim:
        outlet = article.publications[0].outlet_id
        return Claim(
            statement=draft.statement,
            voice=draft.voice,
            article_id=article.id,
            event_id=self._event(draft.event),
            passages=(passage,),
            chain=tuple(self._hop(hop) for hop in draft.chain),
            cue=draft.cue,
            hedge=draft.hedge,
            figures=draft.figures,
            facets=tuple(
                FacetValue(
                    facet=value.facet,
                    words=value.words,
                    span=value.span,
                    source_id=self._sources.number(value.source),
                    low=value.low,
                    high=value.high,
                    place=value.place,
                    time=value.time,
                    sense=value.sense,
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

    def _hop(self, draft: HopDraft) -> Hop:
        source = self._sources.number(draft.source)
        assert source is not None, "a hop names a source of its reading"
        return Hop(source, draft.role, draft.medium, draft.verb, draft.date)

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


def _passage(draft: ClaimDraft, article: Article) -> Passage:
    return article.passage_at(draft.spans) if draft.spans else article.passage(*draft.quote)


def _new_event(draft: EventDraft) -> Event:
    return Event(draft.title, draft.place, draft.place_name, draft.time)
