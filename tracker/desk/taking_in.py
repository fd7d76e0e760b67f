"""One reading on its way into the ledger: its keys become numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from tracker.desk.acting import action_editor, action_time
from tracker.desk.comparing import compare_with_ledger
from tracker.desk.recognising import Recognised
from tracker.desk.relating import check_ends, follow_up, suggest
from tracker.desk.revising import Carried, carry_over, still_cleared
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
from tracker.domain.likeness import LOOKS_THE_SAME, likeness
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation, RelationOrigin, RelationState
from tracker.domain.revision import already_there
from tracker.domain.status import Stage
from tracker.store.shelves import Shelves

_MOST_TWINS = 3


@dataclass(frozen=True)
class Twin:
    """Another article whose text is nearly the same; ``alike`` is their likeness, 0–1."""

    article: Ref
    alike: float


@dataclass(frozen=True)
class TakenIn:
    """What came of it: the article, whether its text is new, and how many claims it brought.

    ``revision`` counts the texts of the article from 1, ``first`` is the number of the first of
    them; of a new revision it says how many passages were found again and how many were orphaned.
    ``published`` says that a known text appeared in another place, ``twin`` which article it looks
    like word for word.
    """

    article: Article
    new: bool
    claims: int = 0
    revision: int = 1
    found: int = 0
    orphaned: int = 0
    published: bool = False
    twin: Twin | None = None

    @property
    def first(self) -> int:
        """The number of the article's first text."""
        return self.article.revision_of or self.article.id


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
        if not former:
            self._sources.all()
        article = self._put_article(former)
        passages = {draft.key: _passage(draft, article) for draft in self._reading.claims}
        carried = self._carry_over(former, article, passages) if former else Carried()
        if not former:
            for event in self._reading.events:
                self._event(event.key)
        fresh = [draft for draft in self._reading.claims if draft.key not in self._claims]
        for draft in fresh:
            made = self._claim(draft, article, passages[draft.key])
            self._claims[draft.key] = self._shelves.claims.add(made).id
        put = []
        for tie in self._reading.relations:
            relation = self._relation(tie)
            if former and relation.state is RelationState.SUGGESTED:
                suggest(self._shelves, relation)
                continue
            if former and self._shelves.relations.like(relation):
                continue
            if relation.confirmed:
                check_ends(self._shelves, relation)
            put.append(self._shelves.relations.add(relation))
        follow_up(self._shelves, *put)
        new = [self._claims[one.key] for one in fresh]
        met = compare_with_ledger(self._shelves, article, new)
        number = len(former) + 1
        return TakenIn(
            article,
            new=True,
            claims=len(fresh),
            revision=number,
            found=carried.found,
            orphaned=carried.orphaned,
            twin=None if former else self._twin(article, met, len(new)),
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

    def _twin(self, article: Article, met: Counter[int], claims: int) -> Twin | None:
        """The article that looks like the same text, among those that a fifth of its claims met."""
        likely = [one for one, shared in met.most_common(_MOST_TWINS) if 5 * shared >= claims]
        near = self._shelves.articles.get_many(likely)
        found = [(likeness(article.text, one.text), one.id) for one in near.values()]
        alike, number = max(found, default=(0.0, 0))
        return Twin(Ref(Kind.ARTICLE, number), alike) if alike >= LOOKS_THE_SAME else None

    def _event(self, key: str | None) -> int | None:
        draft = self._event_drafts.get(key or "")
        if draft is None:
            return None
        if draft.key not in self._events:
            self._events[draft.key] = self._shelves.events.add(_new_event(draft)).id
        return self._events[draft.key]

    def _put_article(self, former: tuple[Article, ...]) -> Article:
        article = Article(
            text=self._reading.text,
            language=self._reading.article.language,
            captured_at=action_time(self._shelves),
            publications=(self._publication(),),
            revision_of=former[0].id if former else None,
        )
        return self._shelves.articles.add(still_cleared(former[-1], article) if former else article)

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
