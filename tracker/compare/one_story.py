"""Whether two articles tell on of one event: the same people speak there, of the same matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tracker.compare.account import Account
from tracker.compare.one_event import Occurrence, at_another_time, names_in
from tracker.domain.common_words import COMMON
from tracker.domain.facet import Facet
from tracker.domain.meanings import lexicon
from tracker.domain.source import Source, SourceKind
from tracker.domain.timerange import TimeRange

CAST, _OWN = 3, 1
"""Persons who have to speak in both articles, and those among them who hold no public office."""
_IN_COMMON = 5
"""Such persons, and deeds and things that both tell of, one of them a deed."""
_DAY = timedelta(days=1)
_OFTEN = 2
"""Claims, at least, that tell of what an article tells of."""
_OFFICIALS = frozenset({"state_forces", "police", "government"})
"""Sides of those who speak of whatever happens in a place."""
_HARM = frozenset({"hurt", "die", "death"})
"""What most news tell of."""
_TELLING = 20
"""Smaller figures are alike by chance."""


@dataclass(frozen=True)
class Story:
    """What one article tells of one event.

    ``cast`` are the persons who speak, by number, and whether each holds a public office;
    ``recalled`` are the times at which it says that they spoke before. ``appeared`` is when it did.
    """

    cast: Mapping[int, bool]
    deeds: frozenset[str]
    things: frozenset[str]
    figures: frozenset[float]
    places: frozenset[str]
    recalled: tuple[TimeRange, ...] = ()
    appeared: datetime | None = None


def story_of(
    accounts: Sequence[Account], sources: Mapping[int, Source], written_in: str = ""
) -> Story:
    """Gather what the accounts of one article tell of one event; it was ``written_in`` a place."""
    deeds = Counter(sense for one in accounts for sense in one.senses & lexicon().senses)
    things = Counter(stem for one in accounts for stem in one.stems - one.names)
    places = [value.words for one in accounts for value in one.of(Facet.PLACE)]
    return Story(
        {
            one.party.id: bool(one.party.sides & _OFFICIALS)
            for one in accounts
            if one.party.id is not None and _is_told_by_name(sources.get(one.party.id))
        },
        _often(deeds) - _HARM,
        frozenset(one for one in _often(things) - COMMON if not _is_plain(one)),
        frozenset(
            figure.low
            for one in accounts
            for figure in one.figures
            if figure.low is not None and figure.low == figure.high and figure.low >= _TELLING
        ),
        names_in((*places, written_in)),
        tuple(one.said_at for one in accounts if one.said_at is not None and one.party.id),
        next((one.appeared for one in accounts if one.appeared is not None), None),
    )


def one_story(ours: Story, theirs: Story, when: tuple[Occurrence, Occurrence]) -> frozenset[int]:
    """The persons by whom two articles are seen to tell on of one event; none if they do not.

    Days between them are no matter where a telling figure is the same, or one recalls what was
    said when the other appeared: a trial is heard week by week, but each match has its day.
    """
    cast = frozenset(ours.cast.keys() & theirs.cast.keys())
    own = sum(not ours.cast[one] and not theirs.cast[one] for one in cast)
    deeds, things = ours.deeds & theirs.deeds, ours.things & theirs.things
    known = len(cast) >= CAST and own >= _OWN and deeds
    if not known or len(cast) + len(deeds) + len(things) < _IN_COMMON:
        return frozenset()
    if ours.places and theirs.places and not ours.places & theirs.places:
        return frozenset()
    recalled = _recalls(ours, theirs) or _recalls(theirs, ours)
    if at_another_time(*when) and not (recalled or ours.figures & theirs.figures):
        return frozenset()
    return cast


def _recalls(later: Story, earlier: Story) -> bool:
    """Whether an article tells what was said about when another, before it, appeared."""
    at = earlier.appeared
    if at is None or later.appeared is None or later.appeared - at < _DAY:
        return False
    return any(
        one.start is not None and one.end is not None and one.start - _DAY < at < one.end + _DAY
        for one in later.recalled
    )


def _is_told_by_name(source: Source | None) -> bool:
    """Whether a source is a person by first and last name: "Smith" may be anybody."""
    if source is None or source.kind is not SourceKind.PERSON or source.restricted:
        return False
    return len([word for word in source.name.split() if word[:1].isupper()]) > 1


def _often(told: Counter[str]) -> frozenset[str]:
    return frozenset(one for one, count in told.items() if count >= _OFTEN)


def _is_plain(stem: str) -> bool:
    """Whether a stem is of a deed, which counts as such, or of a side."""
    return (stem,) in lexicon().deeds or (stem,) in lexicon().parties
