"""A ledger that leaves as JSON and comes into an empty one is the same ledger."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from commands import COMMANDS
from handing_over import exported, handed, received
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_state import problems_of, state_of

from tracker.desk.desk import Desk
from tracker.domain.errors import TrackerError
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.reference import Ref
from tracker.store.database import Database


@pytest.fixture
def other_desk(ledgers, open_desk, tmp_path, blank_ledger):
    return open_desk(ledgers.copy(blank_ledger, tmp_path / "other.db"))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_what_comes_in_goes_out_the_same(full_desk, other_desk, command):
    command.before(full_desk)
    command.act(full_desk)
    gone_out = exported(full_desk)
    received(other_desk, gone_out)
    assert exported(other_desk) == gone_out
    assert state_of(other_desk) == state_of(full_desk)
    assert problems_of(other_desk) == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_can_be_undone_where_it_came_to(full_desk, other_desk, command):
    command.before(full_desk)
    before = state_of(full_desk)
    command.act(full_desk)
    handed(full_desk, other_desk)
    other_desk.auditing.undo(by="Ada")
    assert state_of(other_desk) == before


def test_a_document_and_lines_hold_the_same(ledgers, full_desk, open_desk, tmp_path, blank_ledger):
    desks = {
        form: open_desk(ledgers.copy(blank_ledger, tmp_path / f"{form}.db"))
        for form in ("json", "jsonl")
    }
    for form, desk in desks.items():
        received(desk, exported(full_desk, form))
    assert exported(desks["json"], "jsonl") == exported(desks["jsonl"], "jsonl")
    assert exported(desks["json"], "json") == exported(full_desk, "json")


def test_a_number_that_is_gone_is_given_to_nothing_else(full_desk, other_desk):
    full_desk.gathering.add_note([1], "mistake", by="Ada")
    full_desk.auditing.undo(by="Ada")
    handed(full_desk, other_desk)
    assert other_desk.gathering.add_note([1], "meant", by="Ada")[0].id == 2


def test_the_words_of_what_came_in_are_found(full_desk, other_desk):
    handed(full_desk, other_desk)
    everywhere = ("ferry", "Selm", "Pell", "Йорен")
    found = [full_desk.browsing.ids(filter_of(words)) for words in everywhere]
    assert [other_desk.browsing.ids(filter_of(words)) for words in everywhere] == found
    assert all(found)


def filter_of(words):
    from tracker.domain.listing import Filter

    return Filter(search=words)


# Any text that a ledger can hold: no NUL, no half of a character.
texts = st.text(
    st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=30
)
words = st.lists(texts, min_size=1, max_size=3)
acts = st.one_of(
    st.tuples(st.just("note"), texts),
    st.tuples(st.just("tag"), words),
    st.tuples(st.just("statement"), texts),
    st.tuples(st.just("hedge"), texts),
    st.tuples(st.just("aliases"), words),
    st.tuples(st.just("attempt"), texts),
    st.tuples(st.just("evidence"), texts, st.binary(max_size=40)),
    st.tuples(st.just("undo"), st.none()),
)


def act(desk, what, *said):
    try:
        match what:
            case "note":
                desk.gathering.add_note([1], *said, by="Ada")
            case "tag":
                desk.gathering.tag([1, 2], *said, by="Bea")
            case "aliases":
                desk.editing.edit(Ref.parse("S6"), "aliases", *said, by="Bea")
            case "attempt":
                desk.gathering.log_attempt([2], AttemptDraft(said[0], said[0]), by="Ada")
            case "evidence":
                title, copy = said
                draft = EvidenceDraft(title, Stance.CONTEXT, title=title, content=copy)
                desk.gathering.add_evidence([3], draft, by="Cem")
            case "undo":
                desk.auditing.undo(by="Ada")
            case field:
                desk.editing.edit(Ref.parse("C1"), field, [*said], by="Ada")
    except TrackerError:
        pass  # refused, as it would be at the desk


@given(st.lists(acts, max_size=6), st.sampled_from(["json", "jsonl"]))
@settings(max_examples=25)
def test_whatever_was_done_comes_out_of_the_copy_as_it_went_in(
    ledgers, full_ledger, blank_ledger, did, form
):
    with tempfile.TemporaryDirectory() as folder:
        uids = count(1000)
        desk, other = (
            Desk(
                Database(
                    ledgers.copy(made_of, Path(folder) / f"{name}.db"),
                    clock=lambda: datetime(2031, 5, 1, 12, tzinfo=UTC),
                    new_uid=lambda: f"{next(uids):032x}",
                )
            )
            for name, made_of in (("one", full_ledger), ("other", blank_ledger))
        )
        for what in did:
            act(desk, *what)
        gone_out = exported(desk, form)
        received(other, gone_out)
        again = exported(other, form)
        problems = problems_of(other)
        desk.close()
        other.close()
    assert again == gone_out
    assert problems == []
