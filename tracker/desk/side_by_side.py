"""Setting claims side by side: pairs, and the contests that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.domain.contest import Contest, contest_of
from tracker.domain.crowd import Crowd, voice_of
from tracker.domain.dossier import Dossier
from tracker.domain.listing import Filter, Order
from tracker.domain.relation import RelationState, foremost
from tracker.domain.side_by_side import Pair
from tracker.domain.source import origin_of
from tracker.domain.walk import Ends, walk
from tracker.store.shelves import Shelves

MOST_ACCOUNTS = 40
"""Claims of one event that are set side by side; contested ones come first."""


def pairs(shelves: Shelves, ends: Iterable[tuple[int, int]]) -> list[Pair]:
    """Set claims side by side two by two, each pair in neutral order."""
    wanted = list(ends)
    numbers = {number for pair in wanted for number in pair}
    dossiers = {one.claim.id: one for one in shelves.dossiers.of(sorted(numbers))}
    made = []
    for a, b in wanted:
        left, right = sorted((dossiers[a], dossiers[b]), key=_neutral_order)
        between = foremost(tie.relation for tie in left.ties if tie.other.id == right.claim.id)
        made.append(Pair(left, right, between))
    return made


def pairs_to_walk(
    shelves: Shelves, where: Filter, state: RelationState | None = None
) -> tuple[Ends, ...]:
    """The pairs that are at odds or wait for a decision, of which one claim passes the filter.

    Of a state, if one is given; else all but those that were rejected.
    """
    ties = shelves.relations.ties(state)
    if where != Filter():
        passing = set(shelves.queue.ids(where, Order.ID))
        ties = [one for one in ties if {one.a, one.b} & passing]
    return walk(ties)


def contest(shelves: Shelves, a: int, b: int) -> Contest:
    """Set two claims side by side, amid the other claims about what they are about.

    Raises:
        UnknownRefError: one of them is not there.
    """
    ends = [shelves.claims.get(number) for number in (a, b)]
    events = dict.fromkeys(claim.event_id for claim in ends if claim.event_id is not None)
    filters = [Filter(event_id=event) for event in events]
    told = dict.fromkeys((a, b))
    for where in filters:
        told.update(dict.fromkeys(shelves.queue.ids(where, Order.QUEUE, MOST_ACCOUNTS)))
    told.update(dict.fromkeys(_ends_of_ties(shelves, (a, b))))
    dossiers = shelves.dossiers.of(told)
    total = sum(shelves.queue.count(where) for where in filters)
    about = sum(one.claim.event_id in events for one in dossiers)
    left, right = sorted(dossiers[:2], key=_neutral_order)
    everyone = crowd(shelves, list(events)) if events else None
    return contest_of(left, right, dossiers[2:], max(0, total - about), everyone)


def crowd(shelves: Shelves, events: Sequence[int]) -> Crowd:
    """Count who speaks of events, in all of their claims that nobody dismissed."""
    speaking = shelves.claims.speaking_of(events)
    named = {speaker for speaker, _ in speaking if speaker is not None}
    sources = shelves.sources.with_affiliations(named)
    origins = {origin_of(sources[one], sources) for one in named}
    own = sorted(claim for speaker, claim in speaking if speaker is None)
    voices = shelves.dossiers.of(own)  # an article's own voice is its outlet's
    return Crowd(
        len(named) + len(set(map(voice_of, voices))), len(origins | {one.origin for one in voices})
    )


def _ends_of_ties(shelves: Shelves, claims: tuple[int, int]) -> list[int]:
    """The claims that stand against these two, whatever event they were put under."""
    ties = shelves.relations.touching(claims)
    return [end for tie in ties if tie.against for end in (tie.a, tie.b)][:MOST_ACCOUNTS]


def _neutral_order(dossier: Dossier) -> tuple[str, str, int]:
    """Time, then name: no side comes first because of what it says."""
    said = dossier.claim.said_at
    time = said.start.isoformat() if said and said.start else "9"
    return (time, dossier.speaker.casefold(), dossier.claim.id)
