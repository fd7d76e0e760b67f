"""A list as a screen shows it: from where an editor stands, in an order that is quick to find."""

from __future__ import annotations

import pytest

from tracker.desk import listing
from tracker.domain.listing import Filter, Order
from tracker.store import queue


@pytest.fixture
def many_found(monkeypatch):
    monkeypatch.setattr(listing, "MANY_FOUND", 2)


def test_a_list_opens_where_the_editor_stands(full_desk):
    numbers = full_desk.browsing.ids(Filter())
    listed = full_desk.listing.open(Filter(), [numbers[4]], page=2)
    assert (listed.count, listed.place, listed.start) == (len(numbers), 4, 4)
    assert [line.id for line in listed.rows] == list(numbers[4:6])
    assert listed.dossier.claim.id == numbers[4]


def test_the_pages_wanted_beside_the_place_are_read_with_it(full_desk):
    numbers = full_desk.browsing.ids(Filter())
    listed = full_desk.listing.open(Filter(), [numbers[2]], page=2, above=1, below=2)
    assert (listed.place, listed.start) == (2, 0)
    assert [line.id for line in listed.rows] == list(numbers[:6])


def test_the_first_page_has_none_above_it(full_desk):
    numbers = full_desk.browsing.ids(Filter())
    listed = full_desk.listing.open(Filter(), [numbers[0]], page=2, above=3)
    assert (listed.start, [line.id for line in listed.rows]) == (0, list(numbers[:2]))


def test_a_list_without_the_wanted_claims_opens_at_the_place(full_desk):
    assert full_desk.listing.open(Filter(), [999], otherwise=3, page=2).place == 3


def test_a_list_tells_of_the_last_entry_of_the_history(full_desk):
    before = full_desk.listing.open(Filter(), page=2).last
    full_desk.reviewing.assign([1], "Ada", by="Ada")
    assert full_desk.listing.open(Filter(), page=2).last > before
    assert full_desk.listing.open(Filter(), page=2).last == full_desk.auditing.head()[0]


def test_few_that_are_found_come_in_the_order_of_the_queue(full_desk):
    where = Filter(search="harbour")
    listed = full_desk.listing.open(where, page=64)
    assert listed.order is Order.QUEUE
    assert tuple(line.id for line in listed.rows) == full_desk.browsing.ids(where)


def test_of_many_that_are_found_the_newest_come_first(full_desk, many_found):
    where = Filter(search="the")
    found = sorted(full_desk.browsing.ids(where), reverse=True)
    assert len(found) > listing.MANY_FOUND
    listed = full_desk.listing.open(where, [found[2]], page=64)
    assert listed.order is Order.NEWEST
    assert [line.id for line in listed.rows] == found
    assert (listed.count, listed.place) == (len(found), 2)


@pytest.fixture
def two_at_a_glance(monkeypatch):
    monkeypatch.setattr("tracker.domain.listing.MOST_FOUND", 2)


def test_at_a_glance_the_newest_that_a_search_finds_are_looked_at(full_desk, two_at_a_glance):
    where = Filter(search="the")
    found = full_desk.browsing.ids(where)
    listed = full_desk.listing.open(where, page=64)
    assert len(found) > 2
    assert listed.more
    assert listed.count == 2
    assert {line.id for line in listed.rows} == set(sorted(found)[-2:])
    beyond, _ = full_desk.listing.near(where, listed.order, None, start=0, limit=64)
    assert beyond == listed.rows


def test_another_page_of_what_was_found_is_no_other_search(full_desk, many_found, monkeypatch):
    where, searches = Filter(search="the"), []
    found = queue.Queue.found
    monkeypatch.setattr(
        queue.Queue, "found", lambda self, asked: searches.append(asked) or found(self, asked)
    )
    listed = full_desk.listing.open(where, page=64)
    for start in range(listed.count):
        rows, _ = full_desk.listing.near(where, listed.order, None, start=start, limit=2)
        assert rows == listed.rows[start : start + 2]
    assert len(searches) == 1
    full_desk.reviewing.assign([listed.rows[0].id], "Zoe", by="Ada")
    rows, _ = full_desk.listing.near(where, listed.order, None, start=0, limit=1)
    assert [line.assignee for line in rows] == ["Zoe"]
    assert len(searches) == 2


def test_another_filter_passes_some_of_the_newest_that_a_search_finds(full_desk, two_at_a_glance):
    newest = sorted(full_desk.browsing.ids(Filter(search="the")))[-2:]
    full_desk.reviewing.assign([newest[0], 1], "Zoe", by="Ada")
    listed = full_desk.listing.open(Filter(search="the", assignee="Zoe"), page=64)
    assert listed.more
    assert [line.id for line in listed.rows] == [newest[0]]


def test_a_search_that_finds_no_more_says_so(full_desk, monkeypatch):
    where = Filter(search="the")
    monkeypatch.setattr("tracker.domain.listing.MOST_FOUND", len(full_desk.browsing.ids(where)))
    assert not full_desk.listing.open(where, page=64).more
    assert not full_desk.listing.open(Filter(), page=64).more


def test_old_anchors_are_not_relied_on(full_desk, monkeypatch):
    monkeypatch.setattr(queue, "ANCHOR_EVERY", 2)
    numbers = full_desk.browsing.ids(Filter())
    anchors = full_desk.browsing.anchors(Filter())
    full_desk.reviewing.dismiss([numbers[0]], by="Ada")
    for number in numbers[1:]:
        listed = full_desk.listing.open(Filter(), [number], page=2, anchors=anchors)
        assert listed.rows[listed.place - listed.start].id == number


def test_lines_and_a_claim_are_read_at_one_stroke(full_desk):
    numbers = full_desk.browsing.ids(Filter())
    rows, dossier = full_desk.listing.near(Filter(), Order.QUEUE, numbers[0], start=2, limit=2)
    assert [line.id for line in rows] == list(numbers[2:4])
    assert dossier.claim.id == numbers[0]


def test_lines_are_read_without_a_claim_and_a_claim_without_lines(full_desk):
    number = full_desk.browsing.ids(Filter())[0]
    assert full_desk.listing.near(Filter(), Order.QUEUE, None, start=0, limit=1)[1] is None
    assert full_desk.listing.near(Filter(), Order.QUEUE, number, start=0, limit=0)[0] == ()
