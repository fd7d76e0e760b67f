"""Taking in the rows of a spreadsheet: each a claim, with its speaker, event and article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.desk.acting import action_editor, action_time
from tracker.desk.matching import propose_matches
from tracker.domain.article import Article, Passage, Publication
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.event import Event
from tracker.domain.evidence import Note
from tracker.domain.row_draft import RowDraft
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import Stage
from tracker.store.shelves import Shelves

_BETWEEN = "\n\n"


@dataclass(frozen=True)
class TakenRows:
    """What came of rows: the claims that are new, and how many were here already.

    ``unanchored`` of the new ones have a quotation that does not stand just once in their article.
    """

    claims: tuple[Claim, ...] = ()
    known: int = 0
    unanchored: int = 0


def take_rows(
    shelves: Shelves, rows: Sequence[RowDraft], *, stage: Stage = Stage.OPEN
) -> TakenRows:
    """Take in rows within an action; a row that came in before is passed over."""
    by_uid = {row.identity: row for row in rows}
    known = shelves.claims.of_uids(by_uid)
    new = {uid: row for uid, row in by_uid.items() if uid not in known}
    taking = _Taking(shelves, list(new.values()), stage)
    claims = tuple(taking.put(uid, row) for uid, row in new.items())
    taken = zip(claims, new.values(), strict=True)
    unanchored = sum(1 for claim, row in taken if row.quote.strip() and not claim.passages)
    return TakenRows(claims, len(rows) - len(claims), unanchored)


class _Taking:
    """Names become sources, titles events, and quotations from one address an article."""

    def __init__(self, shelves: Shelves, rows: Sequence[RowDraft], stage: Stage) -> None:
        self._shelves = shelves
        self._stage = stage
        self._sources: dict[str, int] = {}
        self._events: dict[str, int] = {}
        self._articles: dict[tuple[str, ...], Article] = {}
        self._quotes: dict[tuple[str, ...], dict[str, None]] = {}
        for row in rows:
            if row.quote:
                self._quotes.setdefault(_place_of(row), {})[row.quote] = None

    def put(self, uid: str, row: RowDraft) -> Claim:
        """Put one claim and its note."""
        speaker = self._source(row.speaker, SourceKind.PERSON, row.role)
        passage = self._passage(row)
        hops = (Hop(speaker, HopRole.SPEAKER, verb=row.cue),) if speaker else ()
        claim = self._shelves.claims.add(
            Claim(
                statement=row.statement,
                voice=Voice.INDIRECT if speaker else Voice.ARTICLE,
                article_id=passage.article_id if passage else None,
                event_id=self._event(row),
                passages=(passage,) if passage else (),
                chain=hops,
                cue=row.cue,
                hedge=row.hedge,
                said_at=row.said,
                tags=row.tags,
                stage=self._stage,
                uid=uid,
            )
        )
        for text in filter(None, (_where(row) if passage is None else "", row.note)):
            by, at = action_editor(self._shelves), action_time(self._shelves)
            self._shelves.notes.add(Note(claim.id, text, by, at))
        return claim

    def _source(self, name: str, kind: SourceKind, role: str = "") -> int | None:
        if not name.strip():
            return None
        if name not in self._sources:
            known = self._shelves.sources.named(name)
            if known is None:
                known = self._shelves.sources.add(Source(name=name, kind=kind, role=role))
                propose_matches(self._shelves, known, apart_from=())
            self._sources[name] = known.id
        return self._sources[name]

    def _event(self, row: RowDraft) -> int | None:
        if not row.event.strip():
            return None
        if row.event not in self._events:
            known = self._shelves.events.titled(row.event)
            event = known or self._shelves.events.add(Event(row.event, place=row.place))
            self._events[row.event] = event.id
        return self._events[row.event]

    def _passage(self, row: RowDraft) -> Passage | None:
        """Find the quotation in the article at its address, or keep it as all there is of it."""
        if not row.quote.strip():
            return None
        place = _place_of(row)
        if place not in self._articles:
            self._articles[place] = self._article(row, list(self._quotes[place]))
        article = self._articles[place]
        return article.passage(row.quote) if article.text.count(row.quote) == 1 else None

    def _article(self, row: RowDraft, quotes: Sequence[str]) -> Article:
        there = self._shelves.articles.revisions_at(row.url) if row.url else ()
        text = _BETWEEN.join(quotes)
        known = there[-1] if there else self._shelves.articles.of_text(text)
        if known is not None:
            return known
        outlet = self._source(row.outlet, SourceKind.OUTLET)
        return self._shelves.articles.add(
            Article(
                text=text,
                language="und",
                captured_at=action_time(self._shelves),
                publications=(
                    Publication(row.title, outlet, url=row.url, published_at=row.published_at),
                ),
            )
        )


def _place_of(row: RowDraft) -> tuple[str, ...]:
    return (row.url,) if row.url else (row.outlet, row.title, str(row.published_at))


def _where(row: RowDraft) -> str:
    """What a row says of where the claim stands, when that could not be anchored."""
    quote = f"“{row.quote}”" if row.quote else ""
    day = f"{row.published_at:%Y-%m-%d}" if row.published_at else ""
    return " · ".join(filter(None, (quote, row.title, row.outlet, day, row.url)))
