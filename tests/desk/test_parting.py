"""Rejecting what alone tied two articles to one event leaves them there, and says so."""

from __future__ import annotations

import pytest
from marked import drafted

from tracker.compare.proposing import compared
from tracker.domain.relation import RelationKind

FIRST = "[1 The clinic in Selm] {1 said} <1 seven miners were killed in the Selm mine>."
SECOND = "[1 Carrick Coal] {1 said} <1 two miners were killed in the Selm mine>."


def take_in(desk, words):
    return desk.importing.take_in(compared(drafted(words).reading), by="Ada")


@pytest.fixture
def tied(desk):
    take_in(desk, FIRST)
    take_in(desk, SECOND)
    return desk


def reject_all(desk):
    waiting = [one.id for one in desk.browsing.relations()]
    return desk.relating.reject(waiting, by="Ada")


def test_what_nothing_ties_to_an_event_any_more_is_told(tied):
    (loose,) = tied.relating.untied(reject_all(tied))
    assert loose.words == "nothing ties A2 to the rest of E1 any more"
    assert [str(one) for one in loose.claims] == ["C2"]
    assert tied.browsing.dossier(2).claim.event_id == 1


def test_what_another_relation_ties_is_not_told(tied):
    tied.relating.relate(1, 2, RelationKind.REFINES, None, by="Ada")
    rejected = tied.relating.reject([1], by="Ada")
    assert tied.relating.untied(rejected) == ()


def test_claims_of_one_article_are_not_told_to_be_untied(full_desk):
    rejected = full_desk.relating.reject(
        [one.id for one in full_desk.browsing.relations()], by="Ada"
    )
    assert full_desk.relating.untied(rejected) == ()
