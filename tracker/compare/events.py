"""Events: claims that bear on each other are about one event, which is called by no side's word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta

from tracker.compare.account import Account, Deed
from tracker.compare.doers import is_happening
from tracker.compare.one_event import at_another_time
from tracker.domain.draft import EventDraft, Reading
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.meanings import lexicon, named
from tracker.domain.relation import AGAINST
from tracker.domain.timerange import TimeRange

_FEWEST, _SHARE = 2, 0.25
"""Claims, at least, and this share of all, that must tell of a deed before it names their event."""
_FIRST, _THIRD = 2, 3
"""Claims, at least, and the part of all, that stand first in an event and tell where it was."""
_RELATIVE = re.compile(r"(?i)\b(?:yesterday|today|tomorrow|tonight|this|last|next)\b")
"""What is in a time that says nothing in a list of events."""
_OWN = re.compile(r"^(?:its|his|her|their|our|my) ")
_ON = re.compile(r" on (?=[A-Z\d])")
"""What parts a place from a day, and a day from its hour: "early on Friday"."""
_HOUR = re.compile(r"(?i)(?<=day) (?:morning|afternoon|evening|night)$")
_DAY = timedelta(days=1)
_OPEN = frozenset({Facet.CAUSE, Facet.OCCURRENCE})
"""Facets of which a contradiction leaves open what it was."""


def gathered(reading: Reading, accounts: Sequence[Account]) -> Reading:
    """Join the events of claims that bear on each other, and name each event anew."""
    into = _joined(reading)
    claims = tuple(
        replace(one, event=into.get(one.event, one.event) if one.event else None)
        for one in reading.claims
    )
    of: defaultdict[str, list[Account]] = defaultdict(list)
    for claim, account in zip(claims, accounts, strict=True):
        if claim.event:
            of[claim.event].append(account)
    at_odds = _at_odds(replace(reading, claims=claims))
    events = tuple(
        _named(event, of[event.key], at_odds[event.key])
        for event in reading.events
        if event.key in of
    )
    return replace(reading, claims=claims, events=events)


def _joined(reading: Reading) -> dict[str, str]:
    """The event that each event goes into: the first of those whose claims bear on each other."""
    event_of = {claim.key: claim.event for claim in reading.claims}
    order = [event.key for event in reading.events]
    events = {event.key: event for event in reading.events}
    into = {key: key for key in order}

    def root(key: str) -> str:
        while into[key] != key:
            key = into[key]
        return key

    for tie in reading.relations:
        ends = [event_of.get(tie.a), event_of.get(tie.b)]
        if ends[0] in into and ends[1] in into:
            told = [events[str(one)] for one in ends]
            if at_another_time(*told) and tie.facet is not Facet.TIME:
                continue
            first, second = sorted((root(str(one)) for one in ends), key=order.index)
            into[second] = first
    return {key: root(key) for key in order}


def _at_odds(reading: Reading) -> defaultdict[str, set[Facet]]:
    """On what two sides do not agree, by event."""
    event_of = {claim.key: claim.event for claim in reading.claims}
    found: defaultdict[str, set[Facet]] = defaultdict(set)
    for tie in reading.relations:
        event = event_of.get(tie.a)
        if event is not None and tie.facet is not None and tie.kind in AGAINST:
            found[event].add(tie.facet)
    return found


def _named(
    event: EventDraft, accounts: Sequence[Account], at_odds: Collection[Facet]
) -> EventDraft:
    """Call an event by what most of its claims tell of: "Collision, Selm, Tuesday".

    Where sides are at odds on what, where or when it was, the title does not say so.
    """
    told = [value for account in accounts for value in account.values]
    place, time = where_and_when(told, place=event.place, time=event.time)
    place = place if _is_told(place, accounts) else ""
    named = event.title
    if Facet.PLACE in at_odds:
        named, place = _without_places(named, told), ""
    time = time if time is None or _is_told(time.words, accounts) else None
    noun = _noun(accounts) if _is_name(place) and not _OPEN & {*at_odds} else None
    where = _OWN.sub("", _ON.split(place)[0]) if _is_name(place) else ""
    when = _ON.split(time.words)[-1] if time is not None else ""
    when = _HOUR.sub("", when)
    when = "" if Facet.TIME in at_odds or _RELATIVE.search(when) else when
    what = noun or (_without_second(named) if where or when else named)
    where = "" if where.lower() in what.lower() else where
    title = ", ".join(one for one in (what, where, when) if one)
    return replace(event, title=title, place=place, time=time)


def _without_places(title: str, told: Sequence[FacetValue]) -> str:
    """A title without the places that its claims name: "Ostrel collision" is but a collision."""
    places = [one.place or one.words for one in told if one.facet is Facet.PLACE]
    names = "|".join(re.escape(one) for one in places if _is_name(one))
    bare = re.sub(rf"(?:{names}),? ?", "", title).strip(", ") if names else title
    return bare[:1].upper() + bare[1:] or title


def _is_told(words: str, accounts: Sequence[Account]) -> bool:
    """Whether the first claims of an event tell of a place or time, or more than one does."""
    telling = [words in one.words or words in one.lead for one in accounts]
    return any(telling[: max(_FIRST, len(accounts) // _THIRD)]) or sum(telling) >= _FEWEST


def _without_second(title: str) -> str:
    """A title without its second noun where both name one thing: "Fire, blaze"."""
    first, _, second = title.partition(", ")
    return first if named(lexicon().told, first) & named(lexicon().told, second) else title


def where_and_when(
    told: Sequence[FacetValue], *, place: str = "", time: TimeRange | None = None
) -> tuple[str, TimeRange | None]:
    """Where and when an event was, as far as is known, else as its claims tell.

    A place with a name goes before one without, and of those the one that most claims name. Nobody
    who does something is a place ("aimed at Jan Kol"), nor does "outside the" say where it was. A
    day goes before a month or a year, which most often is of what went before.
    """
    doers = {one.words.split()[-1] for one in told if one.facet is Facet.ACTOR and one.words}
    places = [
        place,
        *(one.place or one.words for one in told if one.facet is Facet.PLACE and not one.sense),
    ]
    places = [one for one in places if not (len(one.split()) > 1 and one.split()[-1] in doers)]
    days = (time, *(one.time for one in told if one.facet is Facet.TIME))
    times = [one for one in days if one is not None]
    often = Counter(filter(_is_name, places))
    where = max(often, key=often.__getitem__, default=next(filter(None, places), ""))
    return where, next(filter(_is_a_day, times), next(iter(times), None))


def _is_a_day(time: TimeRange) -> bool:
    return time.start is None or time.end is None or time.end - time.start <= _DAY


def _is_name(place: str) -> bool:
    return any(word[:1].isupper() for word in place.split())


def _is_gathering(deed: Deed) -> bool:
    """Whether it is a rally that was held, and not a town."""
    target = deed.target
    return "hold" in deed.senses and target is not None and is_happening(target)


def _noun(accounts: Sequence[Account]) -> str | None:
    names = lexicon().events
    told = Counter(
        noun
        for account in accounts
        for noun in sorted(
            {
                names[sense]
                for deed in account.deeds
                for sense in deed.senses
                if sense in names and not _is_gathering(deed)
            }
        )
    )
    least = max(_FEWEST, len(accounts) * _SHARE)
    return next((noun for noun, count in told.most_common(1) if count >= least), None)
