"""A ledger that comes into one with other work is merged, and nothing is overwritten unsaid."""

from __future__ import annotations

import json

import pytest
from commands import COMMANDS, COPY, LOG
from handing_over import exported, handed, received
from ledger_state import problems_of, state_of

from tracker.desk.reviewing import Backing
from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, Reading, SourceDraft
from tracker.domain.errors import BadInputError, RefusedError
from tracker.domain.facet import Facet
from tracker.domain.listing import Filter
from tracker.domain.reference import Ref
from tracker.domain.relation import RelationKind
from tracker.domain.source import SourceKind
from tracker.domain.status import Stage, Status
from tracker.store import passing_file, tray


@pytest.fixture
def other_desk(at_work, tmp_path):
    """A desk with work of its own: A1, S1, C1."""
    return at_work(tmp_path / "other.db")


@pytest.fixture
def at_work(ledgers, open_desk, blank_ledger):
    """Open a desk that has such work."""
    return lambda path: _worked_on(open_desk(ledgers.copy(blank_ledger, path)))


def _worked_on(desk):
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


def test_how_much_is_in_hand_at_once_makes_no_difference(
    full_desk, other_desk, at_work, tmp_path, monkeypatch
):
    for number in (3, 1):
        full_desk.editing.edit(Ref.parse(f"S{number}"), "affiliation", ["S6"], by="Ada")
    full_desk.relating.relate(6, 2, RelationKind.DENIES, None, by="Bea")
    full_desk.gathering.add_evidence([1, 3], COPY, by="Ada")
    full_desk.curating.merge(Ref.parse("S4"), Ref.parse("S5"), by="Ada")
    handed(full_desk, other_desk)
    third = at_work(tmp_path / "third.db")
    monkeypatch.setattr(passing_file, "AT_ONCE", 1)
    monkeypatch.setattr(tray, "AT_ONCE", 1)
    handed(full_desk, third)
    theirs = set(by_uid(full_desk))
    one_by_one, together = by_uid(third), by_uid(other_desk)
    assert [one_by_one[uid] for uid in theirs] == [together[uid] for uid in theirs]
    assert problems_of(third) == []


def test_what_two_of_their_relations_say_alike_comes_once(full_desk, other_desk):
    gone_out = exported(full_desk, where=Filter(live=True))
    first = next(line for line in gone_out.splitlines() if line.startswith('{"relation": '))
    relation = json.loads(first)["relation"]
    twin = json.dumps({"relation": {**relation, "id": 77, "uid": "7" * 32}})
    counted = '"relations": 2'
    assert counted in gone_out
    doubled = gone_out.replace(counted, '"relations": 3').replace(first, f"{first}\n{twin}")
    assert received(other_desk, doubled).added["relation"] == 2
    assert problems_of(other_desk) == []


def test_a_long_row_of_sources_merged_into_each_other_comes_over(full_desk, other_desk):
    gone_out = exported(full_desk, where=Filter(live=True)).splitlines()
    first = next(line for line in gone_out if line.startswith('{"source": '))
    source = json.loads(first)["source"]
    row = [
        json.dumps(
            {
                "source": {
                    **source,
                    "id": number,
                    "uid": f"f{number:031x}",
                    "merged_into": number + 1,
                }
            }
        )
        for number in range(1_000, 2_200)
    ]
    last = json.dumps({"source": {**source, "id": 2_200, "uid": "3" * 32}})
    header = json.loads(gone_out[0])
    header["ledger"]["counts"]["sources"] += len(row) + 1
    lines = [json.dumps(header), *row, last, *gone_out[1:]]
    came = received(other_desk, "\n".join(lines))
    assert came.added["source"] == header["ledger"]["counts"]["sources"]


def test_what_is_left_of_a_merge_that_failed_is_nothing(full_desk, other_desk):
    before = exported(other_desk)
    anchored = exported(full_desk, where=Filter(live=True))
    with pytest.raises(BadInputError, match="do not stand in its article"):
        received(other_desk, anchored.replace('"spans": [{"start": ', '"spans": [{"start": 1'))
    assert exported(other_desk) == before


def test_what_a_colleague_confirmed_does_not_come_in_beside_what_excludes_it(full_desk, twin_desk):
    twin_desk.relating.relate(1, 2, RelationKind.CORROBORATES, Facet.ACTOR, by="Bea")
    full_desk.relating.confirm([1], by="Ada")
    before = state_of(full_desk)
    with pytest.raises(RefusedError, match=r"cannot hold beside R1.*tracker reject R1"):
        handed(twin_desk, full_desk)
    assert state_of(full_desk) == before
    full_desk.relating.reject([1], by="Ada")
    assert handed(twin_desk, full_desk).added["relation"] == 1
