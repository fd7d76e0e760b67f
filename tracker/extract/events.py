"""Events: a first grouping of claims by what they share; comparing refines it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.domain.article import Span
from tracker.domain.draft import EventDraft
from tracker.domain.timerange import TimeRange
from tracker.extract.dating import DATES
from tracker.extract.parsed_text import ParsedText

if TYPE_CHECKING:
    from spacy.tokens import Token

_HERE = 1.3
_NEXT = 0.35
_FAR = 0.15
_ENOUGH = 1.3
_MOST_WORDS = 4
_SHORTEST = 2


@dataclass(frozen=True)
class About:
    """What a claim is about: its words by their roots, its place and its time."""

    key: str
    spans: tuple[Span, ...]
    place: str = ""
    time: TimeRange | None = None


@dataclass
class _Group:
    abouts: list[About] = field(default_factory=list)
    roots: Counter[str] = field(default_factory=Counter)
    paragraph: int = 0


def events_of(text: ParsedText, abouts: Sequence[About]) -> tuple[list[EventDraft], dict[str, str]]:
    """Group claims into events; returns the events, and the key of each claim's event."""
    groups: list[_Group] = []
    spread = _spread(text, abouts)
    for about in abouts:
        roots = _roots(text, about.spans)
        paragraph = text.paragraph_at(about.spans[0].start)
        best, most = None, 0.0
        for group in groups[-12:]:
            shared = sum(1.0 / spread[root] for root in roots & group.roots.keys())
            apart = paragraph - group.paragraph
            near = _HERE if not apart else _NEXT if apart == 1 else _FAR
            score = near + 2 * shared
            if (shared or not apart) and score > most:
                best, most = group, score
        if best is None or most < _ENOUGH:
            best = _Group()
            groups.append(best)
        best.abouts.append(about)
        best.roots.update(roots)
        best.paragraph = paragraph
    events: list[EventDraft] = []
    of: dict[str, str] = {}
    for number, group in enumerate(groups, 1):
        key = f"e{number}"
        place = next((one.place for one in group.abouts if one.place), "")
        time = next((one.time for one in group.abouts if one.time is not None), None)
        title = _title(text, group, place)
        events.append(EventDraft(key, title, place=place, time=time))
        of |= {about.key: key for about in group.abouts}
    return events, of


def _spread(text: ParsedText, abouts: Sequence[About]) -> Counter[str]:
    """In how many claims each root stands: what stands everywhere tells nothing apart."""
    spread: Counter[str] = Counter()
    for about in abouts:
        spread.update(_roots(text, about.spans))
    return spread


def _roots(text: ParsedText, spans: Sequence[Span]) -> frozenset[str]:
    return frozenset(_root(token) for span in spans for token in text.tokens(span) if _tells(token))


def _tells(token: Token) -> bool:
    named = token.pos_ in ("NOUN", "PROPN") and token.lower_ not in DATES
    return named and not token.is_stop and len(token.text) > _SHORTEST


def _root(token: Token) -> str:
    return token.lemma_.lower()


def _title(text: ParsedText, group: _Group, place: str) -> str:
    """Name an event by its nouns: words that take no side."""
    words: list[str] = []
    names = Counter(group.roots)
    first: dict[str, str] = {}
    for about in group.abouts:
        for span in about.spans:
            for token in text.tokens(span):
                if _tells(token):
                    first.setdefault(_root(token), token.text)
    ranked = sorted(first, key=lambda root: (-names[root], list(first).index(root)))
    for root in ranked:
        if len(words) < _MOST_WORDS and first[root] not in place:
            words.append(first[root])
    title = ", ".join(words) or "Claims"
    title = title[0].upper() + title[1:]
    return f"{title} ({place})" if place else title
