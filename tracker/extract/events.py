"""Events: a first grouping of claims by what they share; comparing refines it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.article import Span
from tracker.domain.draft import EventDraft
from tracker.domain.source import SourceKind
from tracker.domain.timerange import TimeRange
from tracker.extract.happenings import called, is_happening, things_in
from tracker.extract.headlines import is_heading
from tracker.extract.hints import is_spot
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.occurrences import is_deed, is_gunfire, is_occurrence, occurrences_in
from tracker.extract.parsed_text import ParsedText
from tracker.extract.stretches import Stretches
from tracker.extract.words import Word

_MOST_THINGS = 2
_IS_IT, _HAPPENS, _LEADS, _HEADS, _SOMEBODY = 1.0, 0.6, 0.3, 0.3, -0.5
"""What it counts for a noun to say what the event was, to tell that something happened, to stand in
the first claim, to stand in the headline, and to be for somebody."""
_EVERYWHERE = 0.25
"""The share of all claims of a text beyond which a name is everywhere in it."""


@dataclass(frozen=True)
class Thing:
    """What a claim speaks of: how it is called, how much it tells of an event, how surely."""

    called: str
    weight: float
    name: bool = False
    sure: bool = True


@dataclass(frozen=True)
class About:
    """What a claim is about: its words, its place and its time."""

    key: str
    spans: tuple[Span, ...]
    place: str = ""
    time: TimeRange | None = None


def events_of(text: ParsedText, abouts: Sequence[About]) -> tuple[list[EventDraft], dict[str, str]]:
    """Group claims into events; returns the events, and the key of each claim's event."""
    stretches = Stretches(text)
    told = {about.key: _things(text, about.spans) for about in abouts}
    spread = Counter(root for things in told.values() for root in things)
    groups: dict[int, list[About]] = {}
    for about in abouts:
        groups.setdefault(stretches.at(about.spans[0].start), []).append(about)
    everywhere = {root for root, count in spread.items() if count > len(abouts) * _EVERYWHERE}
    events: list[EventDraft] = []
    of: dict[str, str] = {}
    for number, group in enumerate(groups.values(), 1):
        things = [told[about.key] for about in group]
        heading = _things(text, _headline(text)) if number == 1 else {}
        heading = {root: thing for root, thing in heading.items() if thing.weight > 0}
        events.append(_event(f"e{number}", group, _named(things, heading, everywhere)))
        of |= {about.key: events[-1].key for about in group}
    return events, of


def _things(text: ParsedText, spans: Iterable[Span]) -> dict[str, Thing]:
    """What some words speak of, by its root: nouns, and what verbs tell to have happened."""
    tokens = [token for span in spans for token in text.tokens(span)]
    verbs = {
        one.noun: Thing(one.noun, _IS_IT, sure=not one.charges)
        for one in occurrences_in(tokens).values()
    }
    nouns = things_in(one for one in tokens if not (is_deed(one) or is_gunfire(one)))
    return verbs | {root: _thing(noun) for root, noun in nouns.items()}


def _thing(noun: Word) -> Thing:
    weight = _IS_IT if is_occurrence(noun) else _HAPPENS if is_happening(noun) else 0.0
    name = noun.pos_ == "PROPN"
    somebody = kind_of_noun(noun.lemma_.lower()) is SourceKind.UNNAMED or (
        name and not is_spot(noun)
    )
    return Thing(called(noun), weight + _SOMEBODY * somebody, name=name)


def _headline(text: ParsedText) -> tuple[Span, ...]:
    """The first line, where it is a headline."""
    first = text.sentences[0] if text.sentences else None
    if first is None or len(text.paragraphs) == 1 or not is_heading(text, first):
        return ()
    return (Span(text.paragraphs[0].start, text.paragraphs[0].end),)


def _named(
    told: Sequence[Mapping[str, Thing]], heading: Mapping[str, Thing], everywhere: Collection[str]
) -> Iterator[str]:
    """What some claims speak of, in their words: what happened first, then what most of them name.

    A name that is everywhere in the text tells nothing apart.
    """
    count = Counter(root for things in told for root in things)
    first = {root: thing for things in (heading, *reversed(told)) for root, thing in things.items()}
    telling = [root for root in first if not (first[root].name and root in everywhere)]

    def rank(root: str) -> float:
        place = _LEADS * (root in told[0]) + _HEADS * (root in heading)
        return -(count[root] / len(told) + first[root].weight + place)

    ranked = sorted(telling or first, key=rank)
    # What one claim alone tells of may be one side's word for it: "a fire", "arson".
    roots = [
        root
        for root in ranked
        if count[root] > 1 or root in heading or (root in told[0] and first[root].sure)
    ]
    roots = roots or ranked[:1]
    # Once it is said what the event was, what else happened may be one side's word for why.
    is_it = bool(roots) and first[roots[0]].weight >= _IS_IT
    return (
        first[root].called
        for root in roots
        if not is_it or root == roots[0] or first[root].weight == 0
    )


def _event(key: str, group: Sequence[About], things: Iterable[str]) -> EventDraft:
    """Name an event by its nouns: words that take no side."""
    place = next((one.place for one in group if one.place), "")
    time = next((one.time for one in group if one.time is not None), None)
    named: list[str] = []
    for thing in things:
        low = thing.lower()
        known = [one.lower() for one in named]
        if low not in place.lower() and not any(low in one or one in low for one in known):
            named.append(thing)
    title = ", ".join(named[:_MOST_THINGS]) or "Claims"
    title = title[0].upper() + title[1:]
    return EventDraft(key, title, place=place, time=time)
