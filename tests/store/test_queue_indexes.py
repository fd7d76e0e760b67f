"""Every list that the desk shows has its index: its first page is found by it, not put in order."""

from __future__ import annotations

import pytest

from tracker.domain.listing import Filter, Order
from tracker.domain.status import Stage, Status

pytestmark = pytest.mark.sqlite

LISTS = {
    "everything": (Filter(), "ix_claim_queue"),
    "a status": (Filter(status=Status.UNVERIFIED), "ix_claim_status"),
    "a stage": (Filter(stage=Stage.OPEN), "ix_claim_stage"),
    "an event": (Filter(event_id=1), "ix_claim_event"),
    "an editor's": (Filter(assignee="Ada"), "ix_claim_assignee"),
    "contested": (Filter(contested=True), "ix_claim_contested"),
    "stale": (Filter(stale=True), "ix_claim_stale"),
    "not settled": (Filter(live=True), "ix_claim_queue"),
}


@pytest.fixture
def plan_of(full_desk):
    """How SQLite goes about the first page of a list."""

    def _plan_of(where: Filter, order: Order) -> str:
        asked: list[str] = []
        with full_desk._database.reading() as shelves:
            driver = shelves.queue._connection.connection.dbapi_connection
            driver.set_trace_callback(asked.append)
            shelves.queue.page(where, order, limit=50)
            driver.set_trace_callback(None)
            plan = driver.execute(f"EXPLAIN QUERY PLAN {asked[-1]}").fetchall()
        return "\n".join(step[3] for step in plan)

    return _plan_of


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_along_its_index_in_the_order_of_the_queue(plan_of, name):
    where, index = LISTS[name]
    plan = plan_of(where, Order.QUEUE)
    assert f"INDEX {index}" in plan
    assert "TEMP B-TREE" not in plan


def test_the_few_claims_of_an_article_are_found_by_indexes(plan_of):
    plan = plan_of(Filter(article_id=1), Order.QUEUE)
    assert "INDEX ix_claim_article" in plan
    assert "INDEX ix_passage_article_id" in plan
    assert "SCAN claim" not in plan


@pytest.mark.parametrize("order", [Order.ID, Order.NEWEST])
def test_the_oldest_and_the_newest_need_no_sorting(plan_of, order):
    assert "TEMP B-TREE" not in plan_of(Filter(), order)
