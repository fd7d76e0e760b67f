"""A verdict whose grounds an action takes away is stale: what was signed for no longer holds."""

from __future__ import annotations

import pytest

from tracker.desk.reviewing import Backing
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind
from tracker.domain.status import Dismissal, Stage, Status


@pytest.fixture
def corroborated(full_desk):
    """C1 and C2 stand on each other's word, and C1 is signed off."""
    full_desk.relating.reject([1], by="Bea")
    full_desk.relating.confirm([2], by="Bea")
    full_desk.reviewing.mark([1, 2], Status.CORROBORATED, by="Ada")
    full_desk.reviewing.ready([1], by="Ada")
    full_desk.reviewing.sign_off([1], by="Bea")
    return full_desk


def stale(desk) -> set[int]:
    return {number for number in (1, 2) if desk.browsing.dossier(number).claim.stale}


TAKEN_AWAY = {
    "the corroboration is rejected": lambda desk: desk.relating.reject([2], by="Bea"),
    "the two sources are one": lambda desk: desk.curating.merge(
        Ref.parse("S3"), Ref.parse("S2"), by="Bea"
    ),
    "one source belongs to the other": lambda desk: desk.editing.edit(
        Ref.parse("S2"), "affiliation", ["S3"], by="Bea"
    ),
}


@pytest.mark.parametrize("how", TAKEN_AWAY)
def test_a_verdict_is_stale_when_what_it_stands_on_goes(corroborated, how):
    assert stale(corroborated) == set()
    TAKEN_AWAY[how](corroborated)
    assert stale(corroborated) == {1, 2}
    assert corroborated.browsing.dossier(1).claim.stage is Stage.SIGNED_OFF
    corroborated.auditing.undo(by="Bea")
    assert stale(corroborated) == set()


def test_a_verdict_is_stale_when_the_claim_that_backs_it_is_dismissed(corroborated):
    corroborated.reviewing.dismiss([2], by="Bea", why=Dismissal.OUT_OF_SCOPE)
    assert stale(corroborated) == {1}


def test_a_verdict_is_stale_when_the_open_claim_that_backs_it_is_none(full_desk):
    full_desk.relating.relate(4, 1, RelationKind.CORROBORATES, None, by="Ada")
    full_desk.reviewing.mark([1], Status.CORROBORATED, by="Ada")
    full_desk.reviewing.dismiss([4], by="Bea")
    assert stale(full_desk) == {1}


def test_a_disputed_claim_is_stale_when_nothing_is_against_it_any_more(full_desk):
    full_desk.relating.confirm([1], by="Bea")
    full_desk.reviewing.mark([1], Status.DISPUTED, by="Ada")
    full_desk.relating.reject([1], by="Bea")
    assert stale(full_desk) == {1}


def test_a_confirmed_claim_is_stale_when_its_evidence_bears_it_out_no_more(full_desk):
    proof = EvidenceDraft(url="https://example.org/log", stance=Stance.SUPPORTS)
    backing = Backing(reason="the log has it", evidence=proof)
    full_desk.reviewing.mark([1], Status.CONFIRMED, by="Ada", backing=backing)
    put = full_desk.browsing.dossier(1).evidence[-1]
    full_desk.editing.edit(put.ref, "stance", ["context"], by="Bea")
    assert stale(full_desk) == {1}


def test_a_verdict_with_grounds_left_is_not_stale(corroborated):
    proof = EvidenceDraft(url="https://example.org/log", stance=Stance.SUPPORTS)
    backing = Backing(reason="the log has it", evidence=proof)
    corroborated.reviewing.mark([2], Status.CONFIRMED, by="Ada", backing=backing)
    corroborated.relating.reject([2], by="Bea")
    assert stale(corroborated) == {1}


def test_nobody_concedes_to_himself(full_desk):
    with pytest.raises(RefusedError, match="C3 and C6 go back to one origin"):
        full_desk.relating.relate(3, 6, RelationKind.CONCEDES, Facet.OCCURRENCE, by="Ada")
