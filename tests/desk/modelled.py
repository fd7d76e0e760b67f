"""A desk at which random work is done, beside a plain model that follows it."""

from __future__ import annotations

import os
from collections.abc import Hashable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from ledger_state import problems_of
from ledgers import Databases, Files

from tracker.desk.desk import Desk
from tracker.domain.errors import RefusedError
from tracker.store.database import Database
from tracker.store.home import Place

Key = tuple[Hashable, str]
"""A thing and what is told of it."""
editors = st.sampled_from(["Bea", "Cem"])


class Done(NamedTuple):
    """An action: who did it, and what became what by it."""

    editor: str
    changes: dict[Key, tuple[object, object]]


class ModelledDesk(RuleBasedStateMachine):
    """A desk, and all that the model knows: what is now, and the actions that led there."""

    ledgers: Files | Databases
    template: Place

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        place = self.ledgers.copy(self.template, Path(self.folder.name) / "ledger.db")
        seconds, uids = count(), count(1000)
        start = datetime(2031, 5, 1, tzinfo=UTC)
        self.desk = Desk(
            Database(
                place,
                clock=lambda: start + timedelta(seconds=next(seconds)),
                new_uid=lambda: f"{next(uids):032x}",
            )
        )
        self.words = count()
        self.now: dict[Key, object] = {}
        self.done: list[Done] = []

    def note(self, editor: str, changes: dict[Key, object]) -> None:
        """Let the model follow an action that the desk has done."""
        self.done.append(
            Done(editor, {key: (self.now.get(key), new) for key, new in changes.items()})
        )
        self.now |= changes

    @precondition(lambda self: self.done)
    @rule(editor=editors)
    def undo(self, editor: str) -> None:
        self.take_back(editor)

    @precondition(lambda self: len(self.done) > 1 and self.done[-1].editor != self.done[-2].editor)
    @rule()
    def undo_what_another_may_have_built_upon(self) -> None:
        self.take_back(self.done[-2].editor)

    def take_back(self, editor: str) -> None:
        mine = [one for one in self.done if one.editor == editor]
        try:
            undone = self.desk.auditing.undo(by=editor)
        except RefusedError:
            later = self.done[self.done.index(mine[-1]) + 1 :] if mine else []
            assert not mine or any(self.touch(mine[-1], one) for one in later)
            return
        assert mine
        at = self.done.index(mine[-1])
        changes = mine[-1].changes
        later = [one for one in self.done[at + 1 :] if changes.keys() & one.changes.keys()]
        assert not later, (changes, later)
        self.now |= {key: old for key, (old, _) in changes.items()}
        del self.done[at]
        assert undone.action

    def touch(self, one: Done, other: Done) -> bool:
        """Whether two actions concern one thing."""
        return bool(self.concerned(one) & self.concerned(other))

    def concerned(self, done: Done) -> set[Hashable]:
        """What an action concerns."""
        return {thing for thing, _ in done.changes}

    def teardown(self) -> None:
        problems = problems_of(self.desk)
        self.desk.close()
        self.folder.cleanup()
        self.ledgers.tidy()
        assert problems == []


def work_at_random(
    machine: type[ModelledDesk], ledgers: Files | Databases, template: Place
) -> None:
    """Let a machine do thirty things, ten times; with TRACKER_FUZZ so often, others every time."""
    machine.ledgers, machine.template = ledgers, template
    often = int(os.environ.get("TRACKER_FUZZ", "0"))
    quick = settings(
        max_examples=often or 10,
        stateful_step_count=30,
        derandomize=not often,
        # Not shrunk: that would take minutes, and 30 steps can be read as they are.
        phases=(Phase.generate,),
    )
    run_state_machine_as_test(machine, settings=quick)
