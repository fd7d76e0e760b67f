"""Setting claims side by side: pairs, and the contests that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from tracker.desk.numbers import batches
from tracker.domain.contest import Contest, contest_of
from tracker.domain.crowd import Crowd, voice_of
from tracker.domain.dossier import Dossier
from tracker.domain.listing import Filter, Order
from tracker.domain.relation import AGAINST, RelationState, foremost
from tracker.domain.side_by_side import Pair
from tracker.domain.source import origin_of
from tracker.domain.status import Stage
from tracker.domain.walk import Ends, walk
from tracker.store.shelves import Shelves

MOST_ACCOUNTS = 40
"""Claims of one event that are set side by side; contested ones come first."""


def pairs_at_odds(
    shelves: Shelves, state: RelationState | None, *, contested: bool
) -> tuple[Pair, ...]:
    """Set all claims side by side that cannot both be right; of no state, all but rejected ones."""
    relations = [
        relation
        for relation in shelves.relations.in_state(state, contested=contested)
        if relation.kind in AGAINST
        and (state is not None or relation.state is not RelationState.REJECTED)
    ]
    ends = dict.fromkeys((min(one.a, one.b), max(one.a, one.b)) for one in relations)
    ranks = list(RelationState)
    return tuple(sorted(pairs(shelves, ends), key=lambda pair: ranks.index(pair.state)))


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


def pairs_to_walk(shelves: Shelves, where: Filter) -> tuple[Ends, ...]:
    """The pairs that are at odds or wait for a decision, of which one claim passes the filter."""
    relations = shelves.relations.in_state(None)
    if where != Filter():
        passing = set(shelves.queue.ids(where, Order.ID))
        relations = tuple(one for one in relations if {one.a, one.b} & passing)
    claims = sorted({end for one in relations for end in (one.a, one.b)})
    events: dict[int, int | None] = {}
    for some in batches(claims):
        events.update(zip(some, shelves.telling.events(some), strict=True))
    return walk(relations, events)


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
    ids: set[int] = set()
    for event in events:
        ids.update(shelves.queue.ids(Filter(event_id=event), Order.ID))
        dismissed = Filter(event_id=event, stage=Stage.DISMISSED)
        ids.difference_update(shelves.queue.ids(dismissed, Order.ID))
    speakers = shelves.claims.speakers(ids)
    named = set(filter(None, speakers.values()))
    sources = shelves.sources.with_affiliations(named)
    origins = {origin_of(sources[one], sources) for one in named}
    own = sorted(number for number, speaker in speakers.items() if speaker is None)
    articles = (shelves.telling.articles(some) for some in batches(own))
    one_each = dict(zip(chain.from_iterable(articles), own, strict=True))
    voices = shelves.dossiers.of(one_each.values())  # an article's own voice is its outlet's
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
