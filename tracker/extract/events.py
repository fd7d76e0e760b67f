"""Events: a first grouping of claims by what they share; comparing refines it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.domain.article import Span
from tracker.domain.draft import EventDraft
from tracker.domain.timerange import TimeRange
from tracker.extract.dating import DATES, TIMES
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_HERE = 1.3
_NEXT = 0.35
_FAR = 0.15
_ENOUGH = 1.3
_MOST_WORDS = 5
_MOST_THINGS = 3
_REMEMBERED = 12
_SHORTEST = 2
_COUNTS = frozenset({"amount", "dozen", "half", "lot", "number", "part", "percent", "rest"})
"""Nouns that only count others."""


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
    """The nouns of a claim by their roots, each with the nouns that belong to it."""
    words: dict[str, str] = {}
    for span in spans:
        for token in text.tokens(span):
            if _tells(token):
                words.setdefault(token.lemma_.lower(), _called(token))
    return words


def _called(noun: Word) -> str:
    """What a noun is called, without adjectives, which may take sides: "wing of the old mill"."""
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    joined = [one for one in noun.lefts if one.dep_ in ("compound", "nmod")]
    first = joined[0].left_edge if joined else noun
    last = noun
    for led in noun.rights[:1]:
        whole = next((one for one in led.children if one.dep_ == "pobj"), None)
        if led.lower_ == "of" and whole is not None and whole.i - noun.i <= _MOST_WORDS:
            last = whole
    words = "".join(word.text_with_ws for word in noun.doc[first.i : last.i + 1]).strip()
    if any(word.is_punct and word.text != "-" for word in noun.doc[first.i : last.i + 1]):
        return noun.text
    named = first.pos_ == "PROPN" or not words[1:2].islower()
    return words if named else words[0].lower() + words[1:]


def _tells(token: Word) -> bool:
    named = token.pos_ in ("NOUN", "PROPN") and token.lower_ not in DATES | TIMES
    counts = token.lemma_.lower() in _COUNTS
    return named and not counts and not token.is_stop and len(token.text) > _SHORTEST


def _event(key: str, group: _Group) -> EventDraft:
    """Name an event by its nouns, the commonest first: words that take no side."""
    place = next((one.place for one in group.abouts if one.place), "")
    time = next((one.time for one in group.abouts if one.time is not None), None)
    ranked = sorted(group.words, key=lambda root: -group.roots[root])
    things: list[str] = []
    for root in ranked:
        thing = group.words[root]
        if thing not in place and not any(thing in one or one in thing for one in things):
            things.append(thing)
    title = ", ".join(things[:_MOST_THINGS]) or "Claims"
    title = title[0].upper() + title[1:]
    return EventDraft(key, f"{title} ({place})" if place else title, place=place, time=time)
