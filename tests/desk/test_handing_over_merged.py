"""A ledger that comes into one with other work is merged, and nothing is overwritten unsaid."""

from __future__ import annotations

import pytest
from commands import COMMANDS, COPY, LOG
from handing_over import exported, handed, received
from ledger_state import problems_of, state_of

from tracker.desk.reviewing import Backing
from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, Reading, SourceDraft
from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind
from tracker.domain.source import SourceKind
from tracker.domain.status import Stage, Status


@pytest.fixture
def other_desk(ledgers, open_desk, tmp_path, blank_ledger):
    """A desk with work of its own: A1, S1, C1."""
    desk = open_desk(ledgers.copy(blank_ledger, tmp_path / "other.db"))
    reading = Reading(
        ArticleDraft("Ice"),
        "The ice is thin.",
        sources=(SourceDraft("a", "a skater", SourceKind.PERSON),),
        claims=(ClaimDraft("ice", "the ice is thin", Voice.ARTICLE, quote=("The ice is thin.",)),),
    )
    desk.importing.take_in(reading, by="Cem", stage=Stage.OPEN)
    return desk


@pytest.fixture
def twin_desk(ledgers, open_desk, full_ledger, tmp_path):
    """A desk on a copy of the whole ledger, which goes its own way from here."""
    return open_desk(ledgers.copy(full_ledger, tmp_path / "twin.db"))


def by_uid(desk):
    return {
        record["uid"]: {
            name: value
            for name, value in record.items()
            if name not in ("contested", "stale", "proposed")
        }
        for record in state_of(desk).values()
    }


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_everything_comes_beside_what_is_there(full_desk, other_desk, command):
    command.before(full_desk)
    command.act(full_desk)
    mine = set(by_uid(other_desk))
    came = handed(full_desk, other_desk)
    assert came.conflicts == ()
    assert set(by_uid(other_desk)) == mine | set(by_uid(full_desk))
    assert problems_of(other_desk) == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_same_twice_changes_nothing(full_desk, other_desk, command):
    command.before(full_desk)
    command.act(full_desk)
    handed(full_desk, other_desk)
    before = exported(other_desk)
    came = handed(full_desk, other_desk)
    assert (came.added, came.updated, came.conflicts, came.entries) == ({}, {}, (), 0)
    assert exported(other_desk) == before


def test_a_ledger_that_comes_back_to_itself_changes_nothing(full_desk):
    before = exported(full_desk)
    came = handed(full_desk, full_desk)
    assert (came.added, came.updated, came.conflicts) == ({}, {}, ())
    assert exported(full_desk) == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_what_a_colleague_did_since_arrives(full_desk, twin_desk, command):
    command.before(twin_desk)
    command.act(twin_desk)
    came = handed(twin_desk, full_desk)
    assert came.conflicts == ()
    assert by_uid(full_desk) == by_uid(twin_desk)
    assert problems_of(full_desk) == []


def test_what_is_later_here_stays(full_desk, twin_desk):
    older = exported(full_desk)
    twin_desk.editing.edit(Ref.parse("C1"), "hedge", ["likely"], by="Ada")
    came = received(twin_desk, older)
    assert came.kept == {"claim": 1}
    assert twin_desk.browsing.dossier(1).claim.hedge == "likely"


def test_what_both_have_changed_is_listed_and_stays(full_desk, twin_desk):
    full_desk.editing.edit(Ref.parse("C1"), "hedge", ["likely"], by="Ada")
    twin_desk.editing.edit(Ref.parse("C1"), "hedge", ["apparently"], by="Bea")
    came = handed(twin_desk, full_desk)
    assert came.conflicts == ((Ref.parse("C1"), ("hedge",)),)
    assert full_desk.browsing.dossier(1).claim.hedge == "likely"


def test_what_two_others_have_changed_is_a_conflict_too(full_desk, twin_desk, other_desk):
    full_desk.editing.edit(Ref.parse("C1"), "hedge", ["likely"], by="Ada")
    twin_desk.editing.edit(Ref.parse("C1"), "hedge", ["apparently"], by="Bea")
    handed(full_desk, other_desk)
    came = handed(twin_desk, other_desk)
    assert [fields for _, fields in came.conflicts] == [("hedge",)]


def test_a_later_version_of_what_came_in_is_taken_over(full_desk, other_desk):
    handed(full_desk, other_desk)
    full_desk.editing.edit(Ref.parse("C1"), "hedge", ["likely"], by="Ada")
    came = handed(full_desk, other_desk)
    assert came.updated == {"claim": 1}
    assert other_desk.browsing.dossier(2).claim.hedge == "likely"


def test_work_goes_there_and_back_again(full_desk, other_desk):
    handed(full_desk, other_desk)
    other_desk.reviewing.mark([2], Status.REFUTED, by="Cem", backing=Backing("seen", LOG))
    came = handed(other_desk, full_desk)
    assert came.conflicts == ()
    assert full_desk.browsing.dossier(1).claim.status is Status.REFUTED
    assert problems_of(full_desk) == []


def test_the_same_text_is_one_article(full_desk, other_desk, two_sides):
    other_desk.importing.take_in(two_sides, by="Cem")
    handed(full_desk, other_desk)
    assert len(other_desk.browsing.articles()) == 2
    assert problems_of(other_desk) == []


def test_news_shake_a_verdict_that_was_here(full_desk, twin_desk):
    for desk in (full_desk, twin_desk):
        desk.reviewing.mark([1], Status.REFUTED, by="Bea", backing=Backing("seen", LOG))
    came = handed(twin_desk, full_desk)
    assert full_desk.browsing.dossier(1).claim.stale
    assert came.added == {"evidence": 1}


def test_a_merge_is_undone_in_one_step(full_desk, other_desk):
    before = state_of(other_desk)
    handed(full_desk, other_desk)
    other_desk.auditing.undo(by="Bea")
    assert state_of(other_desk) == before


def test_the_copy_comes_along(full_desk, other_desk):
    full_desk.gathering.add_evidence([1], COPY, by="Ada")
    handed(full_desk, other_desk)
    (evidence,) = other_desk.browsing.dossier(2).evidence
    with other_desk._database.reading() as shelves:
        assert shelves.evidence.copy(evidence.capture) == COPY.content


def test_the_foreign_history_is_kept_word_for_word_and_goes_on(
    ledgers, full_desk, other_desk, open_desk, tmp_path, blank_ledger
):
    handed(full_desk, other_desk)
    third = open_desk(ledgers.copy(blank_ledger, tmp_path / "third.db"))
    handed(other_desk, third)
    assert exported(third) == exported(other_desk)
    hashes = {one.hash for one in full_desk.browsing.history(None, 1000)}
    with third._database.reading() as shelves:
        assert shelves.foreign.known(hashes) == hashes


def test_a_part_of_a_ledger_comes_with_all_that_it_points_at(full_desk, other_desk):
    full_desk.gathering.add_evidence([3], COPY, by="Ada")
    came = handed(full_desk, other_desk, where=Filter(search="lights"))
    assert came.added["claim"] == 1
    assert problems_of(other_desk) == []
    (number,) = other_desk.browsing.ids(Filter(search="lights"))
    dossier = other_desk.browsing.dossier(number)
    assert dossier.chain_words == full_desk.browsing.dossier(3).chain_words
    assert dossier.evidence


def test_a_claim_that_was_merged_brings_the_one_it_went_into(full_desk, other_desk):
    full_desk.curating.merge(Ref.parse("C3"), Ref.parse("C6"), by="Ada")
    handed(full_desk, other_desk, where=Filter(search="trusted"))
    assert len(other_desk.browsing.ids(Filter())) == 3


def test_sources_that_name_each_other_in_a_circle_come_over(full_desk, other_desk):
    gone_out = exported(full_desk, where=Filter(live=True))
    state, captain = '"name": "Varland", "kind": "state", "role": "", "affiliation_id": ', "5"
    assert f"{state}null" in gone_out
    circle = gone_out.replace(f"{state}null", f"{state}{captain}")
    assert received(other_desk, circle).added["source"] == 8
    assert problems_of(other_desk) == []
    assert received(other_desk, circle).conflicts == ()


def test_a_denial_proposes_what_is_called_by_its_number_here(full_desk, other_desk):
    full_desk.relating.relate(6, 2, RelationKind.DENIES, None, by="Bea")
    handed(full_desk, other_desk)
    proposed = other_desk.browsing.dossier(3).claim.proposed
    assert proposed is not None
    assert "C7 denies" in proposed.reason
