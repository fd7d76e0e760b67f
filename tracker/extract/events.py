"""Events: a first grouping of claims by what they share; comparing refines it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.domain.article import Span
from tracker.domain.draft import EventDraft
from tracker.domain.timerange import TimeRange
from tracker.extract.dating import DATES
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_HERE = 1.3
_NEXT = 0.35
_FAR = 0.15
_ENOUGH = 1.3
_MOST_WORDS = 4
_REMEMBERED = 12
_SHORTEST = 2


@dataclass(frozen=True)
class About:
    """What a claim is about: its words, its place and its time."""

    key: str
    spans: tuple[Span, ...]
    place: str = ""
    time: TimeRange | None = None


@dataclass
class _Group:
    abouts: list[About] = field(default_factory=list)
    roots: Counter[str] = field(default_factory=Counter)
    words: dict[str, str] = field(default_factory=dict)
    paragraph: int = 0

    def add(self, about: About, words: dict[str, str], paragraph: int) -> None:
        """Take a claim in, with its telling words by their roots."""
        self.abouts.append(about)
        self.roots.update(words.keys())
        for root, word in words.items():
            self.words.setdefault(root, word)
        self.paragraph = paragraph


def events_of(text: ParsedText, abouts: Sequence[About]) -> tuple[list[EventDraft], dict[str, str]]:
    """Group claims into events; returns the events, and the key of each claim's event."""
    told = [_telling_words(text, about.spans) for about in abouts]
    # What stands in every claim tells nothing apart.
    spread = Counter(root for words in told for root in words)
    groups: list[_Group] = []
    for about, words in zip(abouts, told, strict=True):
        paragraph = text.paragraph_at(about.spans[0].start)
        group = _closest(groups[-_REMEMBERED:], words, paragraph, spread)
        if group is None:
            group = _Group()
            groups.append(group)
        group.add(about, words, paragraph)
    events = [_event(f"e{number}", group) for number, group in enumerate(groups, 1)]
    of = {
        about.key: event.key
        for group, event in zip(groups, events, strict=True)
        for about in group.abouts
    }
    return events, of


def _closest(
    groups: Sequence[_Group], words: dict[str, str], paragraph: int, spread: Counter[str]
) -> _Group | None:
    """The event that a claim is most likely about, if it is near and like enough."""
    best, most = None, 0.0
    for group in groups:
        shared = sum(1.0 / spread[root] for root in words if root in group.roots)
        apart = paragraph - group.paragraph
        near = _HERE if not apart else _NEXT if apart == 1 else _FAR
        score = near + 2 * shared
        if (shared or not apart) and score > most:
            best, most = group, score
    return best if most >= _ENOUGH else None


def _telling_words(text: ParsedText, spans: Sequence[Span]) -> dict[str, str]:
    """The nouns of a claim as they stand there, by their roots."""
    words: dict[str, str] = {}
    for span in spans:
        for token in text.tokens(span):
            if _tells(token):
                words.setdefault(token.lemma_.lower(), token.text)
    return words


def _tells(token: Word) -> bool:
    named = token.pos_ in ("NOUN", "PROPN") and token.lower_ not in DATES
    return named and not token.is_stop and len(token.text) > _SHORTEST


def _event(key: str, group: _Group) -> EventDraft:
    """Name an event by its nouns, the commonest first: words that take no side."""
    place = next((one.place for one in group.abouts if one.place), "")
    time = next((one.time for one in group.abouts if one.time is not None), None)
    ranked = sorted(group.words, key=lambda root: -group.roots[root])
    words = [group.words[root] for root in ranked if group.words[root] not in place]
    title = ", ".join(words[:_MOST_WORDS]) or "Claims"
    title = title[0].upper() + title[1:]
    return EventDraft(key, f"{title} ({place})" if place else title, place=place, time=time)
