"""Sources that may be one and the same: proposed when an article names them, decided by editors."""

from __future__ import annotations

import pytest
from ledger_state import problems_of, state_of

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, HopDraft, Reading, SourceDraft
from tracker.domain.errors import RefusedError
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationState
from tracker.domain.source import SourceKind

PERSON = SourceKind.PERSON


def name(desk, *names, kind=PERSON, text=""):
    """Take in an article in which each of these sources says something; by Bea."""
    drafts = tuple(SourceDraft(one, one, kind) for one in names)
    text = text or " ".join(f"“Aye,” said {one}." for one in names)
    claims = tuple(
        ClaimDraft(one, f"{one} agrees", Voice.DIRECT, quote=(f"said {one}",),
                   chain=(HopDraft(one, HopRole.SPEAKER),))
        for one in names
    )  # fmt: skip
    return desk.importing.take_in(
        Reading(ArticleDraft("Later"), text, drafts, (), claims), by="Bea"
    )


def proposed(desk):
    return [(str(one.one.ref), str(one.other.ref)) for one in desk.matching.undecided()]


def test_exactly_the_same_name_is_the_same_source(full_desk):
    name(full_desk, "Joren Pell", "Ίλσε Μάρροου")
    assert full_desk.auditing.sizes()["source"] == 8
    assert proposed(full_desk) == []


@pytest.mark.parametrize("other", ["Pell", "Captain Pell", "Joren Pеll", "J. Pell", "Joren Pel"])
def test_a_likely_name_is_proposed_and_not_merged(full_desk, other):
    name(full_desk, other)
    assert full_desk.browsing.source(9).name == other
    assert proposed(full_desk) == [("S6", "S9")]


def test_a_name_met_again_before_anybody_decided_is_one_source(full_desk):
    name(full_desk, "Pell")
    name(full_desk, "Pell", text="Said again: said Pell.")
    assert full_desk.auditing.sizes()["source"] == 9


def test_whom_an_article_tells_apart_are_not_proposed(desk):
    name(desk, "Joren Pell", "Pell", "Ilse Pell")
    assert proposed(desk) == []


def test_of_many_likely_sources_the_likeliest_three_are_proposed(desk):
    for given in ("Ada", "Bob", "Cy", "Di"):
        name(desk, f"{given} Pell")
    name(desk, "Pell")
    assert len(proposed(desk)) == 3


def test_accepting_makes_one_of_two(full_desk):
    name(full_desk, "Pell")
    full_desk.matching.accept([1], by="Ada")
    steward = full_desk.browsing.source(6)
    assert (steward.name, steward.aliases) == ("Joren Pell", ("Йорен Пелл", "Pell"))
    assert full_desk.browsing.source(9).merged_into == 6
    assert full_desk.browsing.dossier(7).source.id == 6
    assert proposed(full_desk) == []


def test_the_fuller_name_is_kept(desk):
    name(desk, "Pell")
    name(desk, "Joren Pell")
    desk.matching.accept([1], by="Ada")
    kept = desk.browsing.source(1)
    assert (kept.name, kept.aliases) == ("Joren Pell", ("Pell",))


def test_an_accepted_name_is_known_from_then_on(full_desk):
    name(full_desk, "Pell")
    full_desk.matching.accept([1], by="Ada")
    name(full_desk, "Pell", text="Once more: said Pell.")
    assert full_desk.browsing.dossier(8).source.id == 6


def test_accepting_can_be_undone(full_desk):
    name(full_desk, "Pell")
    before = state_of(full_desk)
    full_desk.matching.accept([1], by="Ada")
    full_desk.auditing.undo(by="Ada")
    assert state_of(full_desk) == before
    assert proposed(full_desk) == [("S6", "S9")]
    assert problems_of(full_desk) == []


def test_a_dismissed_pair_is_never_proposed_again(full_desk):
    name(full_desk, "Pell")
    full_desk.matching.reject([1], by="Ada", reason="her brother")
    name(full_desk, "Pell", text="Once more: said Pell.")
    assert proposed(full_desk) == []
    assert full_desk.auditing.sizes()["match"] == 1


def test_dismissing_can_be_undone(full_desk):
    name(full_desk, "Pell")
    full_desk.matching.reject([1], by="Ada")
    full_desk.auditing.undo(by="Ada")
    assert proposed(full_desk) == [("S6", "S9")]


def test_undoing_an_import_takes_its_proposals_along(full_desk):
    before = state_of(full_desk)
    name(full_desk, "Pell")
    full_desk.auditing.undo(by="Bea")
    assert state_of(full_desk) == before


def test_what_is_decided_is_not_decided_again(full_desk):
    name(full_desk, "Pell")
    full_desk.matching.reject([1], by="Ada")
    with pytest.raises(RefusedError, match="M1 is rejected already"):
        full_desk.matching.accept([1], by="Ada")


def test_merging_by_hand_decides_the_match(full_desk):
    name(full_desk, "Pell")
    full_desk.curating.merge(Ref.parse("S6"), Ref.parse("S9"), by="Ada")
    with full_desk._database.reading() as shelves:
        assert shelves.matches.get(1).state is RelationState.CONFIRMED


def test_what_a_merged_source_may_be_the_other_may_be(full_desk):
    name(full_desk, "Pell")
    full_desk.curating.merge(Ref.parse("S5"), Ref.parse("S9"), by="Ada")
    assert proposed(full_desk) == [("S5", "S6")]


def test_of_two_with_one_name_none_is_taken_for_the_other(full_desk):
    full_desk.curating.split(Ref.parse("S6"), by="Ada", claims=[3], name="Joren Pell")
    name(full_desk, "Joren Pell")
    assert sorted(proposed(full_desk)) == [("S6", "S10"), ("S9", "S10")]
    name(full_desk, "Joren Pell", text="Once more: said Joren Pell.")
    assert full_desk.browsing.dossier(8).source.id == 10


def test_a_protected_source_is_proposed_to_nobody(full_desk):
    full_desk.editing.edit(Ref.parse("S6"), "restricted-name", ["Odo Vane"], by="Ada")
    name(full_desk, "Pell")
    assert proposed(full_desk) == []


def test_the_matches_of_a_source_are_those_that_wait(full_desk):
    name(full_desk, "Pell")
    assert [one.match.id for one in full_desk.matching.of_source(6)] == [1]
    full_desk.matching.reject([1], by="Ada")
    assert full_desk.matching.of_source(6) == ()


def test_keys_follow_a_changed_name(full_desk):
    full_desk.editing.edit(Ref.parse("S6"), "name", ["Odo Vane"], by="Ada")
    full_desk.editing.edit(Ref.parse("S6"), "aliases", [], by="Ada")
    name(full_desk, "Pell")
    assert proposed(full_desk) == []
    name(full_desk, "Vane")
    assert proposed(full_desk) == [("S6", "S10")]


@pytest.mark.sqlite
def test_a_lookup_by_key_is_a_seek_not_a_scan(full_desk):
    with full_desk._database.reading() as shelves:
        plans = shelves.sources._connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT source_id FROM name_key WHERE key = 'P:pl'"
            " AND source_id <> 3 ORDER BY source_id DESC LIMIT 64"
        ).all()
    assert [plan[3] for plan in plans] == [
        "SEARCH name_key USING COVERING INDEX ix_name_key_key (key=?)"
    ]
