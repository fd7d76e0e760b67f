"""Browsing: pages, anchors, positions and counts tell the same story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, Reading
from tracker.domain.facet import Facet
from tracker.domain.listing import Filter, Order
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind
from tracker.domain.status import Dismissal, Stage, Status
from tracker.store import queue


@pytest.fixture(scope="module")
def prepared(prepare):
    """A ledger with 60 claims more: some due, some dismissed, some for Bea, some tagged."""

    def act(desk):
        text = "".join(f"Claim number {number:02}. " for number in range(60))
        claims = tuple(
            ClaimDraft(f"{n}", f"claim {n}", Voice.ARTICLE, quote=(f"Claim number {n:02}",))
            for n in range(60)
        )
        desk.importing.take_in(
            Reading(ArticleDraft("Many"), text, claims=claims), by="Ada", stage=Stage.OPEN
        )
        for number in range(10, 60, 7):
            due = datetime(2031, 5, 20, tzinfo=UTC) - timedelta(days=number % 5)
            desk.editing.edit(Ref.parse(f"C{number}"), "due", [due.isoformat()], by="Ada")
        desk.reviewing.assign(range(13, 60, 11), "Bea", by="Ada")
        desk.reviewing.dismiss(range(12, 60, 9), by="Ada", why=Dismissal.OUT_OF_SCOPE)
        desk.gathering.tag(range(14, 60, 5), ["pier"], by="Ada")

    return prepare(act)


@pytest.fixture
def busy_desk(prepared, open_desk):
    return open_desk(prepared)


FILTERS = [
    Filter(),
    Filter(live=True),
    Filter(stage=Stage.DISMISSED),
    Filter(stage=Stage.OPEN, live=True),
    Filter(status=Status.REFUTED),
    Filter(assignee="Bea"),
    Filter(tag="pier"),
    Filter(contested=True),
    Filter(stale=True),
    Filter(article_id=2, tag="pier", live=True),
    Filter(event_id=1),
    Filter(source_id=6),
    Filter(search="claim"),
    Filter(search="ferry", contested=True),
]
every_list = [
    pytest.mark.parametrize("order", list(Order)),
    pytest.mark.parametrize("where", FILTERS, ids=lambda where: where.words or "all"),
]


def listed(function):
    for mark in every_list:
        function = mark(function)
    return function


@listed
def test_lists_counts_and_positions_agree(busy_desk, where, order, monkeypatch):
    monkeypatch.setattr(queue, "ANCHOR_EVERY", 8)
    browsing = busy_desk.browsing
    numbers = browsing.ids(where, order)
    assert len(set(numbers)) == len(numbers) == browsing.count(where)
    assert tuple(line.id for line in browsing.page(where, order)) == numbers
    anchors = browsing.anchors(where, order)
    for start in (0, 3, 8, 21, 64):
        page = browsing.page(where, order, start=start, limit=5, anchors=anchors)
        assert tuple(line.id for line in page) == numbers[start : start + 5]
    if order is Order.QUEUE:
        for place, number in list(enumerate(numbers))[::7]:
            for known in (anchors, ()):
                opened = busy_desk.listing.open(where, [number], page=5, anchors=known)
                assert opened.place == place


@pytest.mark.parametrize("where", FILTERS, ids=lambda where: where.words or "all")
def test_a_list_does_not_open_on_what_it_does_not_show(busy_desk, where):
    passing = busy_desk.browsing.ids(where)
    outside = next((number for number in range(1, 67) if number not in passing), None)
    if outside is not None and passing:
        opened = busy_desk.listing.open(where, [outside, passing[-1]], page=5)
        assert opened.place == len(passing) - 1


def test_settled_claims_come_last_in_the_queue(busy_desk):
    stages = [line.stage for line in busy_desk.browsing.page(Filter())]
    first = stages.index(Stage.DISMISSED)
    assert set(stages[first:]) == {Stage.DISMISSED}


def test_deadlines_come_before_claims_without_one_and_after_contested_ones(busy_desk):
    lines = busy_desk.browsing.page(Filter(live=True))
    kinds = [0 if line.contested else 1 if line.due else 2 for line in lines]
    assert kinds == sorted(kinds)
    due = [line.due for line in lines if line.due]
    assert due == sorted(due)


def test_the_tally_is_the_sum_of_its_parts(busy_desk):
    tally = busy_desk.browsing.tally()
    assert sum(tally.values()) == busy_desk.browsing.count(Filter())
    for kin in tally:
        where = Filter(**kin._asdict())
        assert busy_desk.browsing.count(where) == len(busy_desk.browsing.ids(where))


def test_a_source_line_counts_how_its_claims_stand(full_desk):
    line = next(one for one in full_desk.browsing.sources() if one.name == "Joren Pell")
    assert (line.claims, line.statuses) == (2, {Status.UNVERIFIED: 2})
    assert line.affiliation == "Dockers’ League"


def test_an_event_line_counts_claims_and_contests(full_desk):
    lines = {one.title: one for one in full_desk.browsing.events()}
    collision = lines["Collision off Selm"]
    assert (collision.claims, collision.unverified, collision.contested) == (5, 4, 2)


def test_a_pair_is_told_once_whichever_of_the_two_a_relation_begins_with(full_desk):
    pairs = full_desk.pairing.pairs()
    pair = next(one for one in pairs if one.left.claim.id and one.right.claim.id)
    ends = pair.right.claim.id, pair.left.claim.id
    full_desk.relating.relate(*ends, RelationKind.DENIES, Facet.PLACE, by="Ada")
    again = full_desk.pairing.pairs()
    told = [frozenset((one.left.claim.id, one.right.claim.id)) for one in again]
    assert len(set(told)) == len(told) == len(pairs)


def test_an_opinion_is_not_counted_as_unverified(full_desk):
    (line,) = full_desk.browsing.articles()
    assert (line.claims, line.unverified, line.outlet) == (6, 5, "Selm Courier")
