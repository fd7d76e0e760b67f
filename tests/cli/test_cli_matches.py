"""Sources that may be one and the same, on the command line."""

from __future__ import annotations

import pytest

from tracker.domain.draft import ArticleDraft, Reading, SourceDraft
from tracker.domain.source import SourceKind


@pytest.fixture
def proposed(full_desk):
    """A ledger in which S9 may be S6."""
    drafts = (SourceDraft("p", "Joren Pеll", SourceKind.PERSON),)
    full_desk.importing.take_in(Reading(ArticleDraft("Later"), "He spoke.", drafts), by="Ada")
    full_desk.close()


def test_what_is_proposed_is_listed_with_its_reason(run, proposed):
    ran = run("sources", "--proposed")
    assert "M1" in ran.out
    assert "S9 Joren Pеll" in ran.out
    assert "S6 Joren Pell (steward, 2 claims)" in ran.out
    assert "letters of two scripts" in ran.out
    assert "tracker accept M1" in ran.err


def test_what_is_proposed_is_there_for_scripts(run, proposed):
    (one,) = run("sources", "--proposed", "--json").json
    assert one["id"] == "M1"
    assert (one["source"]["id"], one["proposed"]["id"]) == ("S6", "S9")


def test_nothing_proposed_is_said(run, stocked):
    assert "no sources are proposed" in run("sources", "--proposed").err


def test_accepting_a_match_merges(run, proposed):
    assert "S9 merged into S6" in run("accept", "M1").out
    assert "into S6" in run("show", "S9").out


@pytest.mark.parametrize("command", ["dismiss", "reject"])
def test_dismissing_a_match_keeps_two_apart(run, proposed, command):
    assert (
        "M1 dismissed; it is not proposed again" in run(command, "M1", "--reason", "brothers").out
    )
    assert run("sources", "--proposed", "--json").json == []


def test_a_source_is_shown_with_its_matches(run, proposed):
    assert "M1: may be S9 Joren Pеll" in run("show", "S6").out
    assert "M1: may be S6 Joren Pell" in run("show", "S9").out


def test_a_name_of_mixed_letters_is_marked(run, proposed):
    assert "! letters of two scripts" in run("show", "S9").out
    assert "Joren Pеll ! letters of two scripts" in run("sources").out
    marked = [one["id"] for one in run("sources", "--json").json if one["mixed_script"]]
    assert marked == ["S9"]


def test_what_was_decided_stands_in_the_history(run, proposed):
    run("dismiss", "M1")
    assert "state: suggested → rejected" in run("history", "M1").out
