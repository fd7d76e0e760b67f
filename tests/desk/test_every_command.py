"""Every command is one action, noted with who, when, old, new and why, and can be taken back."""

from __future__ import annotations

import pytest
from commands import COMMANDS
from ledger_state import problems_of, state_of

from tracker.domain.history import Verb

every_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)


def newest(desk, since):
    """The entries since a number, oldest first."""
    return [one for one in reversed(desk.browsing.history(None, 1000)) if one.seq > since]


@every_command
def test_a_command_is_one_action_with_its_entries(full_desk, command):
    command.before(full_desk)
    seq, _ = full_desk.auditing.head()
    command.act(full_desk)
    entries = newest(full_desk, seq)
    assert {one.action for one in entries} == {seq + 1}
    assert {(one.by, one.did, one.reason) for one in entries} == {
        ("Ada", command.did, command.reason)
    }
    assert len({one.at for one in entries}) == 1


@every_command
def test_the_entries_say_just_what_changed(full_desk, command):
    command.before(full_desk)
    seq, _ = full_desk.auditing.head()
    before = state_of(full_desk)
    command.act(full_desk)
    after = state_of(full_desk)
    replayed = {ref: dict(record) for ref, record in before.items()}
    for entry in newest(full_desk, seq):
        record = replayed.setdefault(str(entry.subject), {})
        for field, (old, new) in entry.changes.items():
            assert entry.verb is Verb.ADDED or record[field] == old
            record[field] = new
    assert {ref: told(record) for ref, record in replayed.items()} == {
        ref: told(record) for ref, record in after.items()
    }


def told(record):
    """What the history tells of a thing: not what follows from others, nor what is empty."""
    apart = {"contested", "text", "sha256"}
    return {field: value for field, value in record.items() if field not in apart and value}


@every_command
def test_a_later_run_can_undo_the_command_whole(full_desk, command, open_desk, ledger):
    command.before(full_desk)
    before = state_of(full_desk)
    command.act(full_desk)
    assert state_of(full_desk) != before
    assert problems_of(full_desk) == []
    full_desk.close()
    again = open_desk(ledger)
    seq, _ = again.auditing.head()
    undone = again.auditing.undo(by="Ada")
    assert undone.did == command.did
    assert state_of(again) == before
    compensating = {(one.did, one.undoes, one.by) for one in newest(again, seq)}
    assert compensating == {("undo", undone.action, "Ada")}
    assert problems_of(again) == []
