"""Which of the ledger's events a new article tells of, by how many of its claims bear on theirs."""

from __future__ import annotations

import pytest

from tracker.compare.found import Finding
from tracker.desk.same_event import SURE, Met, Told
from tracker.domain.attribution import Voice
from tracker.domain.claim import Claim
from tracker.domain.event import Event
from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind

CLAIMS = 10


@pytest.fixture
def shelves(desk):
    with desk.importing._database.writing(by="Ada", did="take in") as shelves:
        yield shelves


@pytest.fixture
def ours(shelves):
    return told_of(shelves, "Fire at a mill")


@pytest.fixture
def theirs(shelves):
    return told_of(shelves, "Explosion")


def told_of(shelves, title):
    event = shelves.events.add(Event(title)).id
    return [
        shelves.claims.add(Claim(f"{title} {number}", Voice.ARTICLE, event_id=event))
        for number in range(CLAIMS)
    ]


def met(ours, theirs, shared=0):
    kind = RelationKind.CONTRADICTS
    return Met(ours, theirs, shared, [Finding(ours.id, theirs.id, kind, Facet.CAUSE, 0.9, "")])


def joined(shelves, meetings, ours):
    return Told(shelves, meetings).join([one.id for one in ours])


@pytest.mark.parametrize(("bearing", "one_event"), [(2, False), (3, True)])
def test_a_quarter_of_an_events_claims_has_to_bear_on_another(
    shelves, ours, theirs, bearing, one_event
):
    meetings = [met(ours[n], theirs[n]) for n in range(bearing)]
    assert bool(joined(shelves, meetings, ours)) is one_event
    event = shelves.claims.get(ours[-1].id).event_id
    assert event == (theirs if one_event else ours)[0].event_id


def test_one_claim_that_bears_on_several_counts_once(shelves, ours, theirs):
    meetings = [met(ours[0], other) for other in theirs]
    assert joined(shelves, meetings, ours) == ()


def test_two_claims_that_share_names_and_deeds_are_enough(shelves, ours, theirs):
    assert joined(shelves, [met(ours[0], theirs[0], SURE)], ours) == (theirs[0].event_id,)


def test_an_event_with_claims_that_were_there_before_stays(shelves, ours, theirs):
    meetings = [met(ours[n], theirs[n]) for n in range(CLAIMS)]
    assert joined(shelves, meetings, ours[1:]) == ()
