"""Checking a ledger: every kind of damage has its line, and a sound one has none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from ledgers import raw, without_triggers

from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter
from tracker.store import claims, keying, sqlite

NAMES = (
    "integrity", "cells", "foreign keys", "history chain", "as the history tells", "anchors",
    "captured copies", "counts", "what follows", "search index",
)  # fmt: skip
REVISED = (
    "INSERT INTO article (uid, text, sha256, language, captured_at, cleared, revision_of) "
    "SELECT 'u', 'Other', 'h', language, captured_at, cleared, 1 FROM article"
)
"""A later text of A1, in which nobody has looked for its claims."""


@pytest.fixture
def spoilt(full_desk, ledger, open_desk) -> Callable[..., dict[str, tuple[str, ...]]]:
    """Do something to the file behind the program's back; returns what checking finds then."""
    full_desk.close()

    def _spoil(*statements: str) -> dict[str, tuple[str, ...]]:
        without_triggers(ledger)
        with raw(ledger) as file:
            for statement in statements:
                file.execute(statement)
        return {one.name: one.problems for one in open_desk(ledger).auditing.check()}

    return _spoil


def test_a_sound_ledger_checks_clean(full_desk):
    assert [(one.name, one.problems) for one in full_desk.auditing.check()] == [
        (name, ()) for name in NAMES
    ]


def test_an_empty_ledger_checks_clean(desk):
    assert all(not one.problems for one in desk.auditing.check())


@pytest.mark.parametrize(
    ("statement", "check", "problem"),
    [
        pytest.param(
            "UPDATE claim SET event_id = 99 WHERE id = 2",
            "foreign keys",
            "row 2 of claim points to a event that is not there",
            marks=pytest.mark.sqlite,  # PostgreSQL lets nobody do that
        ),
        (
            "UPDATE history SET reason = 'because' WHERE seq = 3",
            "history chain",
            "entry 3 of the history was altered (S3, take in)",
        ),
        (
            "UPDATE history SET changes = replace(changes, 'Pell', 'Bell') WHERE seq = 6",
            "history chain",
            "entry 6 of the history was altered (S6, take in)",
        ),
        (
            "UPDATE history SET at = '2030-01-01T00:00:00.000000Z' WHERE seq = 3",
            "history chain",
            "entry 3 of the history was altered (S3, take in)",
        ),
        (
            "DELETE FROM history WHERE seq = 3",
            "history chain",
            "entry 3 of the history is missing",
        ),
        (
            "UPDATE article SET text = 'x' || text",
            "anchors",
            "the passage of C1 in A1 is not where its anchor says",
        ),
        (
            "UPDATE passage SET exact = 'They said so' WHERE claim_id = 4",
            "anchors",
            "the passage of C4 in A1 is not where its anchor says",
        ),
        (
            "UPDATE passage SET exact = 'They said so', orphaned = true WHERE claim_id = 4",
            "anchors",
            "the passage of C4 in A1 is not where its anchor says",
        ),
        (
            REVISED,
            "anchors",
            "the passage of C1 in A1 was not looked for in A2",
        ),
        (
            "UPDATE claim SET status = 'confirmed' WHERE id = 3",
            "counts",
            "they do not add up; “tracker ledger check --mend” counts anew",
        ),
        (
            "UPDATE claim SET statement = 'the lamp was lit' WHERE id = 3",
            "search index",
            "it does not hold what the claims say; “tracker ledger check --mend” rebuilds it",
        ),
    ],
)
def test_damage_is_named_where_it_is(spoilt, statement, check, problem):
    assert problem in spoilt(statement)[check]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET changes = '{' WHERE seq = 3",
        "UPDATE history SET changes = '[1]' WHERE seq = 3",
        "UPDATE history SET changes = '{\"name\": 1}' WHERE seq = 3",
        'UPDATE history SET changes = \'{"name":[null,"Bo"],\' || substr(changes, 2) WHERE seq = 3',
        "UPDATE history SET changes = replace(changes, ',', ', ') WHERE seq = 3",
        "UPDATE history SET at = 'yesterday' WHERE seq = 3",
    ],
)
def test_an_entry_that_nobody_could_have_written_is_named_too(spoilt, statement):
    assert spoilt(statement)["history chain"] == (
        "entry 3 of the history was altered (S3, take in)",
    )


def test_a_whole_entry_put_in_anothers_place_is_noticed(spoilt):
    found = spoilt(
        "DELETE FROM history WHERE seq = 4",
        "UPDATE history SET seq = 4 WHERE seq = 5",
    )
    assert "entry 4 of the history does not follow the one before it" in found["history chain"]


def test_spans_that_nobody_could_have_written_do_not_end_the_check(spoilt):
    found = spoilt("UPDATE passage SET spans = 'here' WHERE claim_id = 2")
    assert found["anchors"] == ("not looked at: C2 (see “cells”)",)
    assert found["search index"] == ()


def test_a_cut_tail_shows_against_the_head_that_was_kept(full_desk, ledger, open_desk, spoilt):
    before = open_desk(ledger).auditing.head()
    spoilt(f"DELETE FROM history WHERE seq = {before[0]}")
    assert open_desk(ledger).auditing.head() != before


@pytest.mark.sqlite
def test_checking_changes_nothing(full_desk, ledger):
    full_desk.close()
    before = ledger.read_bytes()
    list(full_desk.auditing.check())
    full_desk.close()
    assert ledger.read_bytes() == before


def test_a_spoilt_index_is_mended_by_rebuilding(spoilt, open_desk, ledger):
    spoilt("UPDATE claim SET statement = 'the lamp was lit' WHERE id = 3")
    desk = open_desk(ledger)
    desk.auditing.rebuild_derived()
    assert desk.browsing.ids(Filter(search="lamp")) == (3,)
    found = {one.name: one.problems for one in desk.auditing.check()}
    assert found["search index"] == ()


@pytest.mark.sqlite
def test_a_trigger_that_was_taken_away_is_named_and_put_back(open_desk, ledger):
    with raw(ledger) as file:
        file.execute("DROP TRIGGER history_no_update")
    desk = open_desk(ledger)
    found = {one.name: one.problems for one in desk.auditing.check()}
    assert found["integrity"] == ("the trigger history_no_update is missing or switched off",)
    desk.auditing.rebuild_derived()
    assert all(not check.problems for check in desk.auditing.check())


@pytest.mark.sqlite
def test_a_ledger_in_use_is_no_spoilt_one(full_desk, ledger, open_desk, monkeypatch):
    full_desk.close()
    monkeypatch.setattr(sqlite, "BUSY_MS", 50)
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="in use by another program"):
            list(open_desk(ledger).auditing.check())


MENDS = "; “tracker ledger check --mend” puts that right"
UNFOLLOWED = [
    ("UPDATE claim SET speaker_id = 5 WHERE id = 1", "C1: the speaker is not who its chain says"),
    ("UPDATE claim SET speaker_id = NULL WHERE id = 1",
     "C1: the speaker is not who its chain says"),
    ("DELETE FROM name_key WHERE source_id = 3",
     "the keys that source S3 should be found by are not right"),
    ("DELETE FROM article_word", "the words that article A1 should be found by are not right"),
    ("UPDATE claim_key SET key = 'x' || key",
     "should be found by are not right"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "problem"), UNFOLLOWED)
def test_what_does_not_follow_is_named_and_put_right(spoilt, open_desk, ledger, statement, problem):
    (found,) = spoilt(statement)["what follows"]
    assert found.endswith(problem + MENDS)
    desk = open_desk(ledger)
    desk.auditing.rebuild_derived()
    assert {one.name: one.problems for one in desk.auditing.check()}["what follows"] == ()


@pytest.mark.sqlite
def test_a_trigger_in_other_words_is_named_and_put_back(open_desk, ledger):
    with raw(ledger) as file:
        file.execute("DROP TRIGGER history_no_update")
        file.execute(
            "CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT 1; END"
        )
    desk = open_desk(ledger)
    found = {one.name: one.problems for one in desk.auditing.check()}
    assert found["integrity"] == (
        "the trigger history_no_update was altered; “tracker ledger check --mend” puts it back",
    )
    desk.auditing.rebuild_derived()
    assert all(not check.problems for check in desk.auditing.check())


@pytest.fixture
def another_lexicon(monkeypatch):
    """Let the program have another lexicon than the one that made a ledger's keys."""
    monkeypatch.setattr(claims, "keys_of", lambda _claim: ("selm wreck",))
    monkeypatch.setattr(keying, "lexicon_digest", lambda: "another")


def test_keys_of_another_lexicon_are_no_fault_and_made_anew(full_desk, another_lexicon):
    assert not any(one.problems for one in full_desk.auditing.check())
    (remark,) = full_desk.auditing.remarks()
    assert "“tracker ledger check --mend” makes their keys anew" in remark
    full_desk.auditing.rebuild_derived()
    assert full_desk.auditing.remarks() == ()
    assert not any(one.problems for one in full_desk.auditing.check())


def test_other_keys_of_the_same_lexicon_are_a_fault(full_desk, monkeypatch):
    monkeypatch.setattr(claims, "keys_of", lambda _claim: ("selm wreck",))
    assert any(one.problems for one in full_desk.auditing.check())
