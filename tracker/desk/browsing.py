"""Browsing: everything that an editor looks at, read as it stands at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tracker.desk.acting import Subject
from tracker.domain.listing import (
    Anchor,
    ArticleLine,
    ClaimLine,
    EventLine,
    Filter,
    Order,
    SourceLine,
    Tally,
)
from tracker.domain.reference import Kind, Ref
from tracker.domain.veil import hints_at, named_in_part, veiled

Anchors = Sequence[Anchor]

if TYPE_CHECKING:
    from tracker.domain.article import Article
    from tracker.domain.dossier import Dossier
    from tracker.domain.event import Event
    from tracker.domain.history import Entry
    from tracker.domain.proof import Proof
    from tracker.domain.relation import Relation, RelationState
    from tracker.domain.source import Source

# ruff: noqa: PLC0415 - a list of claims is there before what sets claim beside claim is loaded


class Browsing(Subject):
    """Reads lists and dossiers. What it returns never holds a protected source's name."""

    def count(self, where: Filter) -> int:
        """How many claims pass a filter."""
        with self._database.reading() as shelves:
            return shelves.queue.count(where)

    def finds_more(self, where: Filter) -> bool:
        """Whether a search finds more claims than the newest that the filter looks at."""
        with self._database.reading() as shelves:
            return shelves.queue.finds_more(where)

    def tally(self) -> Tally:
        """How many claims there are of each kin."""
        with self._database.reading() as shelves:
            return shelves.queue.tally()

    def page(
        self,
        where: Filter,
        order: Order = Order.QUEUE,
        *,
        start: int = 0,
        limit: int | None = None,
        anchors: Anchors = (),
    ) -> tuple[ClaimLine, ...]:
        """Lines of a list from a position; anchors, where known, make any position near."""
        with self._database.reading() as shelves:
            lines = shelves.queue.page(where, order, start=start, limit=limit, anchors=anchors)
            return veiled(lines, shelves.sources.stand_ins())

    def lines(self, numbers: Sequence[int], order: Order) -> tuple[ClaimLine, ...]:
        """The lines of some claims, in order."""
        with self._database.reading() as shelves:
            return veiled(shelves.queue.lines(numbers, order), shelves.sources.stand_ins())

    def anchors(self, where: Filter, order: Order = Order.QUEUE) -> tuple[Anchor, ...]:
        """The anchors of a list, for ``page``."""
        with self._database.reading() as shelves:
            return shelves.queue.anchors(where, order)

    def ids(
        self, where: Filter, order: Order = Order.QUEUE, limit: int | None = None
    ) -> tuple[int, ...]:
        """The numbers of the claims that pass a filter, in order."""
        with self._database.reading() as shelves:
            return shelves.queue.ids(where, order, limit)

    def dossier(self, number: int) -> Dossier:
        """A claim whole.

        Raises:
            UnknownRefError: there is no such claim.
        """
        with self._database.reading() as shelves:
            return shelves.dossiers.get(number)

    def dossiers(self, numbers: Iterable[int]) -> tuple[Dossier, ...]:
        """Several claims whole, in the order asked for."""
        with self._database.reading() as shelves:
            return shelves.dossiers.of(numbers)

    def relation(self, number: int) -> Relation:
        """A relation."""
        with self._database.reading() as shelves:
            return veiled(shelves.relations.get(number), shelves.sources.stand_ins())

    def relations(
        self,
        state: RelationState | None = None,
        limit: int | None = None,
        *,
        contested: bool = False,
    ) -> tuple[Relation, ...]:
        """The relations of a state, or all; ``contested`` asks for those of contested claims."""
        with self._database.reading() as shelves:
            found = shelves.relations.in_state(state, limit, contested=contested)
            return veiled(found, shelves.sources.stand_ins())

    def articles(
        self, search: str = "", limit: int | None = None, *, contested: bool = False
    ) -> tuple[ArticleLine, ...]:
        """The articles, newest first; ``contested`` asks for those with a contested claim."""
        with self._database.reading() as shelves:
            found = shelves.lists.articles(search, limit, contested=contested)
            return veiled(found, shelves.sources.stand_ins())

    def events(
        self, search: str = "", limit: int | None = None, *, contested: bool = False
    ) -> tuple[EventLine, ...]:
        """The events, newest first."""
        with self._database.reading() as shelves:
            found = shelves.lists.events(search, limit, contested=contested)
            return veiled(found, shelves.sources.stand_ins())

    def sources(
        self,
        search: str = "",
        limit: int | None = None,
        *,
        contested: bool = False,
        proposed_first: bool = False,
    ) -> tuple[SourceLine, ...]:
        """The sources, by name; where wanted, first those that may be others."""
        with self._database.reading() as shelves:
            found = shelves.lists.sources(
                search, limit, contested=contested, proposed_first=proposed_first
            )
            return veiled(found, shelves.sources.stand_ins())

    def article(self, number: int) -> Article:
        """An article whole."""
        with self._database.reading() as shelves:
            return veiled(shelves.articles.get(number), shelves.sources.stand_ins())

    def revisions(self, number: int) -> tuple[Article, ...]:
        """All texts of an article, oldest first; the last one holds its claims."""
        with self._database.reading() as shelves:
            return veiled(shelves.articles.revisions(number), shelves.sources.stand_ins())

    def articles_of(self, claims: Iterable[int]) -> tuple[int, ...]:
        """The numbers of the articles that some claims were taken from, each once."""
        with self._database.reading() as shelves:
            found = shelves.claims.get_many(claims).values()
            taken = (one.article_id for one in found)
            return tuple(dict.fromkeys(one for one in taken if one is not None))

    def proof(self, number: int) -> Proof:
        """An article with the claims marked in it."""
        from tracker.domain.proof import Proof

        with self._database.reading() as shelves:
            article = shelves.articles.get(number)
            outlets = shelves.sources.get_many(
                one.outlet_id for one in article.publications if one.outlet_id is not None
            )
            outlet = next((one.name for one in outlets.values()), "")
            last = shelves.articles.revisions(number)[-1].id
            marks = shelves.marks.of_article(number)
            proof = Proof(article, marks, outlet, today=last if last != number else None)
            return veiled(proof, shelves.sources.stand_ins())

    def refuse_if_merged(self, ref: Ref) -> None:
        """Refuse to look for what is of a thing that another has taken the place of.

        Raises:
            RefusedError: it was merged.
            UnknownRefError: there is no such thing.
        """
        from tracker.desk.joining import refuse_if_merged

        with self._database.reading() as shelves:
            refuse_if_merged(shelves, ref)

    def event(self, number: int) -> Event:
        """An event."""
        with self._database.reading() as shelves:
            return veiled(shelves.events.get(number), shelves.sources.stand_ins())

    def source(self, number: int) -> Source:
        """A source."""
        with self._database.reading() as shelves:
            return veiled(shelves.sources.get(number), shelves.sources.stand_ins())

    def source_names(self, numbers: Iterable[int]) -> dict[int, str]:
        """The public names of sources."""
        with self._database.reading() as shelves:
            names = {key: one.name for key, one in shelves.sources.get_many(numbers).items()}
            return veiled(names, shelves.sources.stand_ins())

    def hints_at_protected(self, text: str) -> bool:
        """Whether a text may tell the name of a protected source, or begin to."""
        with self._database.reading() as shelves:
            return hints_at(text, shelves.sources.stand_ins())

    def named_in_part(self, text: str) -> tuple[str, ...]:
        """The stand-ins of protected names of which a text holds a word by itself."""
        with self._database.reading() as shelves:
            return named_in_part(text, shelves.sources.stand_ins())

    def history(self, ref: Ref | None = None, limit: int = 100) -> tuple[Entry, ...]:
        """What was done to one thing, oldest first; or the newest entries of all, newest first."""
        with self._database.reading() as shelves:
            if ref is None:
                entries = shelves.history.latest(limit)
            else:
                entries = shelves.history.of(ref)
                if not entries:  # what was undone is there no more, and its entries are
                    shelves.of_kind(ref.kind).get(ref.number)
                if ref.kind is Kind.CLAIM:
                    from tracker.desk.auditing import with_bearings

                    entries = with_bearings(shelves, ref, entries)
            return veiled(entries, shelves.sources.stand_ins())
