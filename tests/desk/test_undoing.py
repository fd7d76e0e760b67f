"""Undo: one's own last action, many deep, refused where somebody has built on it."""

from __future__ import annotations

import pytest
from ledger_state import problems_of, state_of

from tracker.desk.reviewing import Backing
from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, HopDraft, Reading, SourceDraft
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.facet import Facet
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind
from tracker.domain.source import SourceKind
from tracker.domain.status import Status

LOG = EvidenceDraft("https://harbour.example/log", Stance.UNDERMINES)
ASKED = AttemptDraft("asked", "no answer")


def edit(desk, ref: str, field: str, *values: str, by: str = "Ada") -> None:
    desk.editing.edit(Ref.parse(ref), field, values, by=by)


def test_there_must_be_something_to_undo(desk):
    with pytest.raises(RefusedError, match=r"^there is nothing of Ada's to undo\.$"):
        desk.auditing.undo(by="Ada")


def test_undo_takes_back_ones_own_last_action_not_anothers(full_desk):
    full_desk.gathering.tag([1], ["mine"], by="Bea")
    full_desk.gathering.tag([2], ["theirs"], by="Cem")
    full_desk.auditing.undo(by="Bea")
    tags = [full_desk.browsing.dossier(number).claim.tags for number in (1, 2)]
    assert tags == [(), ("theirs",)]


def test_undo_goes_back_a_hundred_steps_across_runs(full_desk, open_desk, ledger):
    states = {}
    for turn in range(100):
        if turn % 50 == 0:
            states[turn] = state_of(full_desk)
        full_desk.gathering.tag([turn % 6 + 1], [f"tag-{turn}"], by="Bea")
    desk = full_desk
    for turn in reversed(range(100)):
        desk.auditing.undo(by="Bea")
        if turn % 50 == 0:
            assert state_of(desk) == states[turn]
            desk.close()
            desk = open_desk(ledger)
    with pytest.raises(RefusedError, match="nothing of Bea's to undo"):
        desk.auditing.undo(by="Bea")
    assert problems_of(desk) == []


def test_what_is_done_after_an_undo_is_undone_before_what_was_before_it(full_desk):
    full_desk.gathering.tag([1], ["one"], by="Bea")
    full_desk.gathering.tag([1], ["two"], by="Bea")
    full_desk.auditing.undo(by="Bea")
    full_desk.gathering.tag([1], ["three"], by="Bea")
    full_desk.auditing.undo(by="Bea")
    assert full_desk.browsing.dossier(1).claim.tags == ("one",)
    full_desk.auditing.undo(by="Bea")
    assert full_desk.browsing.dossier(1).claim.tags == ()


def test_an_undoing_is_not_undone(full_desk):
    full_desk.gathering.tag([1], ["one"], by="Bea")
    full_desk.auditing.undo(by="Bea")
    with pytest.raises(RefusedError, match="nothing of Bea's to undo"):
        full_desk.auditing.undo(by="Bea")


def test_undo_says_what_it_took_back(full_desk):
    full_desk.reviewing.start([3, 1], by="Bea")
    undone = full_desk.auditing.undo(by="Bea")
    assert (undone.did, undone.subjects) == ("start", ("C3", "C1"))


def test_a_number_that_was_taken_back_is_not_given_again(full_desk):
    full_desk.gathering.add_note([1], "one", by="Bea")
    full_desk.auditing.undo(by="Bea")
    (note,) = full_desk.gathering.add_note([1], "two", by="Bea")
    assert str(note.ref) == "N2"


BUILT_UPON = {
    "the same field": (
        lambda desk: edit(desk, "C1", "cue", "said"),
        lambda desk: edit(desk, "C1", "cue", "claimed", by="Bea"),
        r"“edit” cannot be undone: C1 was changed by Bea at \d\d:\d\d \(edit\)",
    ),
    "the same source": (
        lambda desk: edit(desk, "S6", "aliases", "Joe"),
        lambda desk: edit(desk, "S6", "aliases", "Joey", by="Bea"),
        "S6 was changed by Bea",
    ),
    "one of many": (
        lambda desk: desk.gathering.tag([1, 2, 3], ["pier"], by="Ada"),
        lambda desk: desk.gathering.tag([2], ["night"], by="Bea"),
        "C2 was changed by Bea",
    ),
    "a twin that was worked on": (
        lambda desk: desk.curating.split(Ref.parse("C2"), by="Ada", name="two died"),
        lambda desk: desk.reviewing.assign([7], "Bea", by="Bea"),
        r"C7 was changed by Bea at \d\d:\d\d \(assign\)",
    ),
    "a twin that was tagged": (
        lambda desk: desk.curating.split(Ref.parse("C2"), by="Ada", name="two died"),
        lambda desk: desk.gathering.tag([7], ["pier"], by="Bea"),
        "C7 was changed by Bea",
    ),
    "a twin with a note": (
        lambda desk: desk.curating.split(Ref.parse("C2"), by="Ada", name="two died"),
        lambda desk: desk.gathering.add_note([7], "thin", by="Bea"),
        "C7 cannot be taken back: other work builds on it by now",
    ),
    "an event that claims are about": (
        lambda desk: desk.curating.split(Ref.parse("E1"), by="Ada", claims=[3], name="Aftermath"),
        lambda desk: edit(desk, "C5", "event", "E3", by="Bea"),
        "E3 cannot be taken back: other work builds on it by now",
    ),
    "a source that speaks": (
        lambda desk: desk.curating.split(Ref.parse("S6"), by="Ada", name="J. Pell jr"),
        lambda desk: edit(desk, "C4", "speaker", "S9", by="Bea"),
        "S9 cannot be taken back: other work builds on it by now",
    ),
    "evidence that a verdict stands on": (
        lambda desk: desk.gathering.add_evidence([1], LOG, by="Ada"),
        lambda desk: desk.reviewing.mark(
            [1], Status.REFUTED, by="Bea", backing=Backing("the log says so")
        ),
        r"“evidence” cannot be undone: C1 was changed by Bea at \d\d:\d\d \(mark\)",
    ),
    "an attempt that a verdict stands on": (
        lambda desk: desk.gathering.log_attempt([1], ASKED, by="Ada"),
        lambda desk: desk.reviewing.mark(
            [1], Status.UNVERIFIABLE, by="Bea", backing=Backing("no answer")
        ),
        "C1 was changed by Bea",
    ),
    "a relation that a verdict stands on": (
        lambda desk: desk.relating.relate(4, 5, RelationKind.DENIES, None, by="Ada"),
        lambda desk: desk.reviewing.mark([5], Status.DISPUTED, by="Bea"),
        "C5 was changed by Bea",
    ),
    "a confirmation that a verdict stands on": (
        lambda desk: desk.relating.confirm([2], by="Ada"),
        lambda desk: desk.reviewing.mark([2], Status.CORROBORATED, by="Bea"),
        "C2 was changed by Bea",
    ),
    "a verdict that was signed off": (
        lambda desk: desk.reviewing.mark(
            [1], Status.REFUTED, by="Ada", backing=Backing("the log", LOG)
        ),
        lambda desk: desk.reviewing.ready([1], by="Bea"),
        "C1 was changed by Bea",
    ),
    "the stage at which a verdict was given": (
        lambda desk: desk.reviewing.start([1], by="Ada"),
        lambda desk: desk.reviewing.mark(
            [1], Status.REFUTED, by="Bea", backing=Backing("the log", LOG)
        ),
        "C1 was changed by Bea",
    ),
    "a verdict that somebody found ready": (
        lambda desk: (
            desk.reviewing.start([1], by="Ada"),
            desk.reviewing.mark([1], Status.REFUTED, by="Ada", backing=Backing("the log", LOG)),
        ),
        lambda desk: desk.reviewing.ready([1], by="Bea"),
        "C1 was changed by Bea",
    ),
    "a relation that was decided": (
        lambda desk: desk.relating.confirm([1], by="Ada"),
        lambda desk: desk.relating.reject([1], by="Bea"),
        "R1 was changed by Bea",
    ),
    "an import that was worked on": (
        lambda _: None,
        lambda desk: desk.reviewing.assign([4], "Bea", by="Bea"),
        "“take in” cannot be undone: C4 was changed by Bea",
    ),
}


@pytest.mark.parametrize(("act", "build", "said"), BUILT_UPON.values(), ids=BUILT_UPON)
def test_what_somebody_built_upon_is_not_undone(full_desk, act, build, said):
    act(full_desk)
    build(full_desk)
    before = state_of(full_desk)
    with pytest.raises(RefusedError, match=said):
        full_desk.auditing.undo(by="Ada")
    assert state_of(full_desk) == before


@pytest.mark.parametrize(("act", "build", "said"), BUILT_UPON.values(), ids=BUILT_UPON)
def test_it_can_be_undone_once_the_other_takes_theirs_back(full_desk, act, build, said):
    before = state_of(full_desk)
    act(full_desk)
    build(full_desk)
    full_desk.auditing.undo(by="Bea")
    while state_of(full_desk) not in (before, {}):
        full_desk.auditing.undo(by="Ada")


@pytest.mark.parametrize(("thing", "kept", "claim"), [("E1", "E2", 3), ("S6", "S2", 3)])
def test_nothing_is_given_back_to_what_was_merged_meanwhile(full_desk, thing, kept, claim):
    curating = full_desk.curating
    curating.split(Ref.parse(thing), by="Bea", claims=[claim], name="another")
    curating.merge(Ref.parse(kept), Ref.parse(thing), by="Cem")
    with pytest.raises(
        RefusedError, match=f"would name {thing} again, which was merged into {kept}"
    ):
        full_desk.auditing.undo(by="Bea")
    full_desk.auditing.undo(by="Cem")
    assert full_desk.auditing.undo(by="Bea").did == "split"


def test_what_others_do_elsewhere_does_not_hinder_undo(full_desk):
    edit(full_desk, "C1", "cue", "said")
    full_desk.gathering.tag([1], ["pier"], by="Bea")
    full_desk.gathering.add_note([1], "thin", by="Bea")
    full_desk.auditing.undo(by="Ada")
    kept = full_desk.browsing.dossier(1).claim
    assert (kept.cue, kept.tags) == ("accused", ("pier",))


def test_a_source_that_a_later_import_names_keeps_its_import(full_desk):
    pell = HopDraft("pell", HopRole.SPEAKER)
    later = Reading(
        ArticleDraft("Later"),
        "Pell spoke again.",
        sources=(SourceDraft("pell", "Joren Pell", SourceKind.PERSON),),
        claims=(ClaimDraft("a", "x", Voice.DIRECT, quote=("Pell spoke",), chain=(pell,)),),
    )
    full_desk.importing.take_in(later, by="Bea")
    with pytest.raises(RefusedError, match="S6 cannot be taken back: other work builds on it"):
        full_desk.auditing.undo(by="Ada")


@pytest.mark.parametrize("name", ["Odo Vane", "erase"])
def test_a_protected_name_cannot_be_brought_back(full_desk, name):
    edit(full_desk, "S8", "restricted-name", "Somebody", by="Bea")
    edit(full_desk, "S8", "restricted-name", name)
    with pytest.raises(RefusedError, match=r"name of S8 was set or erased; .* cannot be undone"):
        full_desk.auditing.undo(by="Ada")


def test_the_fields_that_undo_restores_are_those_that_changed(full_desk):
    full_desk.relating.set_facet(1, Facet.CAUSE, by="Ada")
    full_desk.relating.confirm([1], by="Bea")
    full_desk.auditing.undo(by="Ada")
    (relation, _) = full_desk.browsing.relations()
    assert (relation.facet, relation.confirmed) == (Facet.ACTOR, True)
