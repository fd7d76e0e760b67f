"""Relations as values: order, counter-claims, decisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tracker.domain.errors import RefusedError
from tracker.domain.facet import Facet
from tracker.domain.relation import (
    RELATION_MEANINGS,
    SYMMETRIC,
    Relation,
    RelationKind,
    RelationOrigin,
    RelationState,
    foremost,
)

NOW = datetime(2031, 5, 1, tzinfo=UTC)
TIE = Relation(
    9, 4, RelationKind.DENIES, None, RelationState.SUGGESTED, RelationOrigin.MACHINE,
    "Ada", NOW, reason="“no” at 12", id=3,
)  # fmt: skip


@pytest.mark.parametrize("kind", list(RelationKind))
def test_symmetric_relations_and_only_those_are_stored_lower_id_first(kind):
    stored = replace(TIE, kind=kind).ordered()
    assert (stored.a, stored.b) == ((4, 9) if kind in SYMMETRIC else (9, 4))


@pytest.mark.parametrize("kind", list(RelationKind))
@pytest.mark.parametrize("state", list(RelationState))
def test_only_contradictions_and_denials_make_counter_claims_until_rejected(kind, state):
    against = kind in ("contradicts", "denies") and state != "rejected"
    assert replace(TIE, kind=kind, state=state).against is against


def test_the_other_end_is_found_from_either_side():
    assert (TIE.other(9), TIE.other(4)) == (4, 9)


def test_a_decision_says_who_when_and_why():
    decided = TIE.decided(RelationState.CONFIRMED, by="Bea", at=NOW, reason="the log says so")
    assert (decided.by, decided.reason, decided.confirmed) == ("Bea", "the log says so", True)


def test_what_is_decided_so_already_is_refused():
    with pytest.raises(RefusedError, match=r"^R3 is already suggested\.$"):
        TIE.decided(RelationState.SUGGESTED, by="Bea", at=NOW, reason="")


def test_every_kind_has_a_meaning():
    assert all(RELATION_MEANINGS[kind] for kind in RelationKind)


def test_what_stands_against_a_claim_comes_before_what_agrees_with_it_and_the_surer_first():
    agrees = replace(TIE, kind=RelationKind.CORROBORATES, id=1, score=0.9)
    unsure = replace(TIE, kind=RelationKind.CONTRADICTS, id=2, score=0.4)
    surer = replace(TIE, kind=RelationKind.CONTRADICTS, id=3, score=0.6)
    assert foremost([agrees, unsure, surer]) == (surer, unsure, agrees)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4 contradicts 9 actor", "4 corroborates 9 actor"),
        ("9 denies 4 -", "4 concedes 9 occurrence"),
        ("4 contradicts 9 casualties", "9 refines 4 casualties"),
        ("4 corroborates 9 actor", "9 relays 4 actor"),
        ("4 updates 9 casualties", "9 updates 4 place"),
        ("4 updates 9 casualties", "9 retracts 4 -"),
        ("4 relays 9 -", "9 relays 4 actor"),
        ("4 refines 9 place", "9 refines 4 place"),
        ("4 refines 9 place", "9 refines 4 -"),
        ("4 refines 9 -", "9 refines 4 -"),
    ],
)
def test_what_cannot_hold_beside_another_relation_excludes_it(one, other):
    one, other = tie(one), tie(other)
    assert (one.excludes(other), other.excludes(one)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4 contradicts 9 actor", "4 corroborates 9 casualties"),
        ("4 contradicts 9 actor", "4 corroborates 9 -"),
        ("4 contradicts 9 actor", "4 corroborates 8 actor"),
        ("4 denies 9 actor", "9 denies 4 actor"),
        ("4 denies 9 actor", "4 contradicts 9 actor"),
        ("4 updates 9 casualties", "4 contradicts 9 casualties"),
        ("4 updates 9 casualties", "4 retracts 9 -"),
        ("4 relays 9 -", "4 refines 9 -"),
        ("4 refines 9 place", "9 refines 4 actor"),
    ],
)
def test_what_can_hold_beside_another_relation_does_not_exclude_it(one, other):
    one, other = tie(one), tie(other)
    assert (one.excludes(other), other.excludes(one)) == (False, False)


def tie(words):
    a, kind, b, facet = words.split()
    on = None if facet == "-" else Facet(facet)
    return replace(TIE, a=int(a), b=int(b), kind=RelationKind(kind), facet=on)
