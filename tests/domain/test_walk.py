"""The order of the pairs: by events, the surest that waits first; and it stays while they are."""

from __future__ import annotations

from tracker.domain.walk import Step, kept, walk

EVENTS = {1: 7, 2: 7, 3: 8, 4: 8, 5: 8, 6: None, 9: None}


def tie(a: int, b: int, score: float, state="suggested", kind="contradicts") -> Step:
    against = kind == "contradicts" and state != "rejected"
    return Step(a, b, against, state == "suggested", score, EVENTS[a])


def order(*ties: Step) -> list[tuple[int, int]]:
    return [one[:2] for one in walk(ties)]


def test_the_event_of_the_surest_pair_comes_first_and_its_pairs_stand_together():
    assert order(tie(1, 2, 0.7), tie(3, 4, 0.5), tie(6, 9, 0.6), tie(4, 5, 0.9)) == [
        *((4, 5), (3, 4), (1, 2), (6, 9))
    ]


def test_what_may_contradict_comes_before_what_may_agree_however_surely():
    assert order(tie(1, 2, 0.99, kind="refines"), tie(3, 4, 0.5)) == [(3, 4), (1, 2)]


def test_what_is_decided_comes_last_in_its_event_and_events_that_are_decided_last():
    decided = (tie(1, 2, 0.99, "confirmed"), tie(3, 5, 0.99, "confirmed"))
    assert order(*decided, tie(3, 4, 0.5)) == [(3, 4), (3, 5), (1, 2)]


def test_what_was_rejected_or_only_agrees_by_now_is_no_pair():
    assert order(tie(1, 2, 0.9, "rejected"), tie(3, 4, 0.9, "confirmed", "refines")) == []


def test_a_pair_keeps_its_place_when_it_is_decided_and_those_behind_it_when_it_goes():
    first = walk([tie(1, 2, 0.9), tie(3, 4, 0.8), tie(6, 9, 0.7)])
    before = [one[:2] for one in first]
    now = walk([tie(1, 2, 0.9, "confirmed"), tie(6, 9, 0.7)])
    assert kept(now, before) == ((1, 2, False), (6, 9, True))


def test_with_a_new_pair_they_are_put_in_order_anew():
    fresh = walk([tie(1, 2, 0.9), tie(3, 4, 0.95)])
    assert kept(fresh, [(1, 2)]) is None
