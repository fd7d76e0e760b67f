"""Events: a first grouping of claims by what they share; comparing refines it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.article import Span
from tracker.domain.draft import EventDraft
from tracker.domain.timerange import TimeRange
from tracker.extract.happenings import called, is_happening, things_in
from tracker.extract.parsed_text import ParsedText
from tracker.extract.stretches import Stretches
from tracker.extract.words import Word

_MOST_THINGS = 2
_HAPPENS, _LEADS = 0.6, 0.3
"""What it counts for a noun to tell that something happened, and to stand in the first claim."""
_EVERYWHERE = 0.25
"""The share of all claims of a text beyond which a name is everywhere in it."""


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
    told = {about.key: _things(text, about) for about in abouts}
    spread = Counter(root for things in told.values() for root in things)
    groups: dict[int, list[About]] = {}
    for about in abouts:
        groups.setdefault(stretches.at(about.spans[0].start), []).append(about)
    everywhere = {root for root, count in spread.items() if count > len(abouts) * _EVERYWHERE}
    events: list[EventDraft] = []
    of: dict[str, str] = {}
    for number, group in enumerate(groups.values(), 1):
        things = [told[about.key] for about in group]
        events.append(_event(f"e{number}", group, _named(things, everywhere)))
        of |= {about.key: events[-1].key for about in group}
    return events, of


def _things(text: ParsedText, about: About) -> dict[str, Word]:
    return things_in([token for span in about.spans for token in text.tokens(span)])


def _named(told: Sequence[Mapping[str, Word]], everywhere: Collection[str]) -> Iterator[str]:
    """What some claims speak of, in their words: what happened first, then what most of them name.

    A name that is everywhere in the text tells nothing apart.
    """
    count = Counter(root for things in told for root in things)
    first = {root: noun for things in reversed(told) for root, noun in things.items()}

    telling = [
        root for root in count if first[root].pos_ != "PROPN" or root not in everywhere
    ] or list(count)

    def rank(root: str) -> float:
        happens = _HAPPENS * is_happening(first[root])
        return -(count[root] / len(told) + happens + _LEADS * (root in told[0]))

    ranked = sorted(telling, key=rank)
    # What one claim alone tells of may be one side's word for it: "a fire", "arson".
    roots = [root for root in ranked if count[root] > 1 or root in told[0]]
    return (called(first[root]) for root in roots or ranked[:1])


def _event(key: str, group: Sequence[About], things: Iterable[str]) -> EventDraft:
    """Name an event by its nouns: words that take no side."""
    place = next((one.place for one in group if one.place), "")
    time = next((one.time for one in group if one.time is not None), None)
    named: list[str] = []
    for thing in things:
        known = [one.lower() for one in (*named, place) if one]
        if not any(thing.lower() in one or one in thing.lower() for one in known):
            named.append(thing)
    title = ", ".join(named[:_MOST_THINGS]) or "Claims"
    title = title[0].upper() + title[1:]
    return EventDraft(key, title, place=place, time=time)
