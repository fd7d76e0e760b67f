"""Merging what is one and splitting what is two."""

from __future__ import annotations

import pytest
from ledger_state import problems_of, state_of

from tracker.desk.reviewing import Backing
from tracker.domain.errors import RefusedError, UnknownRefError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind
from tracker.domain.status import Dismissal, Stage, Status

LOG = EvidenceDraft("https://harbour.example/log", Stance.UNDERMINES)


def merge(desk, keep: str, other: str) -> None:
    desk.curating.merge(Ref.parse(keep), Ref.parse(other), by="Ada")


def split(desk, ref: str, **more: object) -> Ref:
    return desk.curating.split(Ref.parse(ref), by="Ada", **more).new


@pytest.mark.parametrize(
    ("keep", "other", "said"),
    [
        ("C1", "S1", "C1 and S1 cannot be merged: name two claims, events or sources"),
        ("A1", "A1", "A1 and A1 cannot be merged"),
        ("R1", "R2", "R1 and R2 cannot be merged"),
        ("S2", "S2", "S2 cannot be merged with itself"),
        ("C1", "C2", "C1 and C2 have different speakers, so they are two claims"),
        ("C5", "C1", "C5 and C1 have different speakers"),
    ],
)
def test_what_is_not_one_cannot_be_merged(full_desk, keep, other, said):
    with pytest.raises(RefusedError, match=said):
        merge(full_desk, keep, other)


@pytest.mark.parametrize(("keep", "other"), [("S2", "S99"), ("E99", "E1"), ("C1", "C99")])
def test_what_is_not_there_cannot_be_merged(full_desk, keep, other):
    with pytest.raises(UnknownRefError, match="there is no"):
        merge(full_desk, keep, other)


@pytest.mark.parametrize(
    ("keep", "other", "field"),
    [("S2", "S6", "name"), ("E2", "E1", "title"), ("C3", "C6", "statement")],
)
def test_what_was_merged_is_a_reference_from_then_on(full_desk, keep, other, field):
    merge(full_desk, keep, other)
    for act in (
        lambda: merge(full_desk, other, keep),
        lambda: merge(full_desk, keep, other),
        lambda: split(full_desk, other, name="again"),
        lambda: full_desk.editing.edit(Ref.parse(other), field, ["another"], by="Ada"),
    ):
        with pytest.raises(RefusedError, match=f"{other} was merged into {keep}; use that"):
            act()


def test_merged_sources_speak_with_one_voice(full_desk):
    merge(full_desk, "S2", "S6")
    speakers = [one.claim.speaker_id for one in full_desk.browsing.dossiers([1, 3, 6])]
    assert speakers == [2, 2, 2]


def test_a_merged_source_lives_on_as_an_alias(full_desk):
    merge(full_desk, "S2", "S6")
    aliases = full_desk.browsing.source(2).aliases
    assert aliases == ("the League", "Joren Pell", "Йорен Пелл")


def test_a_merged_source_is_no_longer_listed(full_desk):
    merge(full_desk, "S2", "S6")
    assert "Joren Pell" not in {line.name for line in full_desk.browsing.sources()}


def test_merging_follows_facets_and_caveats_and_outlets(full_desk):
    merge(full_desk, "S7", "S1")
    merge(full_desk, "S3", "S4")
    state = state_of(full_desk)
    assert state["A1"]["publications"][0]["outlet_id"] == 7
    assert state["C1"]["caveats"][0]["outlet_id"] == 7
    assert state["C1"]["facets"][0]["source_id"] == 3


def test_those_who_spoke_for_a_merged_source_speak_for_the_one_that_is_kept(full_desk):
    merge(full_desk, "S2", "S4")
    assert full_desk.browsing.source(5).affiliation_id == 2


@pytest.mark.parametrize(
    ("keep", "other", "above"),
    [
        ("S7", "S5", 4),  # the other's
        ("S5", "S7", 4),  # its own
        ("S5", "S4", 3),  # its own was the other: the other's own
        ("S3", "S4", None),  # the other's leads back to it
        ("S5", "S3", None),  # its own leads to the other, over a third
    ],
)
def test_no_source_becomes_more_independent_by_merging(full_desk, keep, other, above):
    merge(full_desk, keep, other)
    assert full_desk.browsing.source(Ref.parse(keep).number).affiliation_id == above


def test_merging_leaves_one_origin_where_there_was_one(full_desk):
    full_desk.curating.split(Ref.parse("S5"), by="Ada", name="the guard's clerk")
    merge(full_desk, "S5", "S3")
    origins = {full_desk.browsing.dossier(2).origin}
    full_desk.editing.edit(Ref.parse("C1"), "speaker", ["S9"], by="Ada")
    full_desk.editing.edit(Ref.parse("C3"), "speaker", ["S4"], by="Ada")
    origins |= {one.origin for one in full_desk.browsing.dossiers([1, 3])}
    assert len(origins) == 1


def test_a_protected_source_is_never_merged(full_desk):
    full_desk.editing.edit(Ref.parse("S8"), "restricted-name", ["Odo Vane"], by="Ada")
    for pair in (("S8", "S6"), ("S6", "S8")):
        with pytest.raises(RefusedError, match="a protected source cannot be merged"):
            merge(full_desk, *pair)


def test_merged_events_gather_their_claims(full_desk):
    merge(full_desk, "E1", "E2")
    assert full_desk.browsing.dossier(5).event.title == "Collision off Selm"
    assert [line.id for line in full_desk.browsing.events()] == [1]


@pytest.fixture
def two_alike(full_desk):
    """C3 and C6 have one speaker; all that bears on claims lies with C6."""
    desk = full_desk
    desk.gathering.add_evidence([6], LOG, by="Bea")
    desk.gathering.add_note([6], "thin", by="Bea")
    desk.gathering.tag([6], ["night"], by="Bea")
    desk.relating.relate(6, 2, RelationKind.DENIES, Facet.MEANS, by="Bea")
    return desk


def test_a_merged_claim_hands_over_what_bears_on_it(two_alike):
    merge(two_alike, "C3", "C6")
    kept = two_alike.browsing.dossier(3)
    assert len(kept.evidence) == len(kept.notes) == len(kept.ties) == 1
    assert kept.claim.tags == ("night",)
    assert len(kept.claim.passages) == 2


def test_a_merged_claim_is_dismissed_as_a_duplicate(two_alike):
    merge(two_alike, "C3", "C6")
    gone = two_alike.browsing.dossier(6)
    assert (gone.claim.stage, gone.claim.dismissal) == (Stage.DISMISSED, Dismissal.DUPLICATE)
    assert (gone.claim.merged_into, gone.claim.contested) == (3, False)


def test_a_claim_that_inherits_a_counter_claim_is_contested(two_alike):
    merge(two_alike, "C3", "C6")
    assert two_alike.browsing.dossier(3).claim.contested


@pytest.mark.parametrize("brings", ["evidence", "counter-claim"])
def test_a_verdict_is_stale_when_merging_brings_news(full_desk, brings):
    if brings == "evidence":
        full_desk.gathering.add_evidence([6], LOG, by="Bea")
    else:
        full_desk.relating.relate(6, 2, RelationKind.DENIES, Facet.MEANS, by="Bea")
    full_desk.reviewing.mark([3], Status.REFUTED, by="Bea", backing=Backing("seen lit", LOG))
    merge(full_desk, "C3", "C6")
    assert full_desk.browsing.dossier(3).claim.stale


def test_a_verdict_stands_when_merging_brings_none(full_desk):
    full_desk.reviewing.mark([3], Status.REFUTED, by="Bea", backing=Backing("seen lit", LOG))
    merge(full_desk, "C3", "C6")
    assert not full_desk.browsing.dossier(3).claim.stale


def test_relations_between_merged_claims_do_not_turn_on_themselves(full_desk):
    full_desk.relating.relate(3, 6, RelationKind.REFINES, None, by="Bea")
    merge(full_desk, "C3", "C6")
    assert problems_of(full_desk) == []


@pytest.mark.parametrize("settle", ["sign off", "dismiss"])
def test_a_settled_claim_is_reopened_before_it_is_merged(full_desk, settle):
    if settle == "dismiss":
        full_desk.reviewing.dismiss([6], by="Bea")
    else:
        for _ in range(3):
            full_desk.reviewing.advance([6], by="Bea")
    with pytest.raises(RefusedError, match=r"C6 is .*; reopen it first"):
        merge(full_desk, "C3", "C6")


@pytest.mark.parametrize("stage", ["in progress", "waiting", "ready"])
def test_a_claim_under_way_can_be_merged(full_desk, stage):
    full_desk.reviewing.start([6], by="Bea")
    if stage == "waiting":
        full_desk.reviewing.wait([6], "the coroner", None, by="Bea")
    if stage == "ready":
        full_desk.reviewing.ready([6], by="Bea")
    merge(full_desk, "C3", "C6")
    assert full_desk.browsing.dossier(6).claim.stage is Stage.DISMISSED


@pytest.mark.parametrize(
    ("ref", "more", "said"),
    [
        ("C1", {}, r"say what the new claim is called \(--name\)"),
        ("E1", {"name": "  "}, "say what the new event is called"),
        ("A1", {"name": "x"}, "A1 cannot be split: name a claim, an event or a source"),
        ("E1", {"name": "x", "claims": [5]}, "C5 is not about E1"),
        ("S2", {"name": "x", "claims": [4]}, "C4 does not name S2"),
    ],
)
def test_what_cannot_be_split_is_said_why(full_desk, ref, more, said):
    before = state_of(full_desk)
    with pytest.raises(RefusedError, match=said):
        split(full_desk, ref, **more)
    assert state_of(full_desk) == before


def test_a_split_event_takes_its_claims_along(full_desk):
    new = split(full_desk, "E1", name="Aftermath", claims=[3, 4])
    assert str(new) == "E3"
    events = [one.event.title for one in full_desk.browsing.dossiers([1, 3, 4])]
    assert events == ["Collision off Selm", "Aftermath", "Aftermath"]


def test_a_split_event_was_where_and_when_its_claims_tell(full_desk):
    whole = full_desk.browsing.event(1)
    full_desk.editing.edit(Ref.parse("C3"), "facet", ["place", "Ostrand"], by="Ada")
    one, other = (split(full_desk, "E1", name="Aftermath", claims=[number]) for number in (3, 4))
    parted = full_desk.browsing.event(one.number)
    assert (parted.place, parted.time) == ("Ostrand", whole.time)
    assert full_desk.browsing.event(other.number).place == whole.place


def test_a_split_source_takes_its_claims_and_its_name_along(full_desk):
    new = split(full_desk, "S6", name="Йорен Пелл", claims=[3])
    assert full_desk.browsing.source(6).aliases == ()
    assert full_desk.browsing.dossier(3).source.ref == new
    assert full_desk.browsing.dossier(6).source.name == "Joren Pell"


def test_a_source_split_from_a_protected_one_is_not_protected_itself(full_desk):
    full_desk.editing.edit(Ref.parse("S8"), "restricted-name", ["Odo Vane"], by="Ada")
    new = split(full_desk, "S8", name="a porter")
    assert not full_desk.browsing.source(new.number).restricted


def test_a_claims_twin_begins_anew(full_desk):
    full_desk.reviewing.mark([2], Status.REFUTED, by="Bea", backing=Backing("the log", LOG))
    new = split(full_desk, "C2", name="two passengers were killed")
    twin = full_desk.browsing.dossier(new.number)
    assert (twin.claim.status, twin.claim.stage) == (Status.UNVERIFIED, Stage.OPEN)
    assert (twin.claim.passages, twin.claim.chain) == (
        full_desk.browsing.dossier(2).claim.passages,
        full_desk.browsing.dossier(2).claim.chain,
    )
    assert twin.evidence == ()
