"""What a guard looks at tells it the same as the whole dossier would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tracker.desk.reviewing import Backing
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.relation import RelationKind
from tracker.domain.status import Missing, Status, missing_for

SHOWN = EvidenceDraft("https://harbour.example/chart", Stance.SUPPORTS)
AGAINST = EvidenceDraft("https://harbour.example/log", Stance.UNDERMINES)
NUMBERS = range(1, 7)


@pytest.fixture
def looked_at(full_desk) -> Iterator:
    """The shelves of a ledger in which each status has claims that may have it."""
    desk = full_desk
    desk.relating.relate(1, 4, RelationKind.CORROBORATES, None, by="Ada")
    desk.relating.relate(3, 4, RelationKind.CORROBORATES, None, by="Ada")
    desk.relating.relate(2, 3, RelationKind.CORROBORATES, None, by="Ada")
    desk.relating.relate(5, 6, RelationKind.CONCEDES, None, by="Ada")
    desk.relating.confirm([1], by="Ada")
    desk.gathering.add_evidence([2], SHOWN, by="Ada")
    desk.gathering.add_evidence([6], AGAINST, by="Ada")
    desk.gathering.log_attempt([4], AttemptDraft("asked the harbour master", ""), by="Ada")
    desk.reviewing.mark([2], Status.CONFIRMED, by="Ada", backing=Backing("seen", SHOWN))
    with desk._database.writing(by="Ada", did="edit") as shelves:
        # C2 and C3 have one origin by now: one does not corroborate the other any longer.
        league, state = shelves.sources.named("the League"), shelves.sources.named("Varland")
        shelves.sources.save(replace(league, affiliation_id=state.id))
    with desk._database.reading() as shelves:
        yield shelves


@pytest.mark.parametrize("status", list(Status))
def test_a_guard_finds_the_same_as_in_the_whole_dossier(looked_at, status):
    for number in NUMBERS:
        footing = looked_at.dossiers.footing(looked_at.standings.get(number), status)
        dossier = looked_at.dossiers.get(number)
        for reason in ("", "seen"):
            there = missing_for(status, dossier.grounds(reason))
            assert missing_for(status, footing.grounds(reason)) == there
        shaken = {tie.other.id for tie in dossier.shaken_by(status)}
        assert {tie.other.id for tie in footing.shaken_by(status)} == shaken


def test_every_ground_is_found_somewhere_and_missed_elsewhere(looked_at):
    found = [
        {piece for status in Status for piece in missing_for(status, one.grounds("seen"))}
        for one in (looked_at.dossiers.get(number) for number in NUMBERS)
    ]
    pieces = set(Missing) - {Missing.REASON}
    assert set().union(*found) == pieces
    assert not set.intersection(*found)


def test_where_the_desk_stands_is_what_the_whole_claim_says(looked_at):
    for number in NUMBERS:
        standing, claim = looked_at.standings.get(number), looked_at.claims.get(number)
        assert vars(standing).items() <= vars(claim).items()
