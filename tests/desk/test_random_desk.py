"""Random work at the desk, held against a plain model of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from ledger_state import problems_of
from ledgers import Databases, Files

from tracker.desk.desk import Desk
from tracker.desk.reviewing import Backing
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import RelationKind
from tracker.domain.status import Dismissal, Stage, Status
from tracker.store.database import Database
from tracker.store.home import Place

CLAIMS = range(1, 4)
WAYS = {
    "start": ({"open", "waiting"}, "in_progress"),
    "ready": ({"in_progress", "waiting"}, "ready"),
    "sign_off": ({"ready"}, "signed_off"),
    "send_back": ({"ready", "signed_off"}, "in_progress"),
    "wait": ({"in_progress"}, "waiting"),
    "dismiss": ({"suggested", "open", "in_progress", "waiting"}, "dismissed"),
    "reopen": ({"dismissed"}, "open"),
}
some_claims = st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=2, unique=True)
editors = st.sampled_from(["Bea", "Cem"])


class RandomDesk(RuleBasedStateMachine):
    """The model: a flat dictionary of what each claim and relation is, and who changed what."""

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
        self.last_word = ""
        self.now: dict[tuple[object, str], object] = {}
        for number in CLAIMS:
            self.now |= {(number, "status"): "unverified", (number, "stage"): "open"}
            self.now |= {(number, one): 0 for one in ("supports", "undermines", "attempts")}
            self.now |= {(number, "word"): None}
        self.ties = {1: ("contradicts", 1, 2), 2: ("corroborates", 1, 2)}
        self.now |= {("R1", "state"): "suggested", ("R2", "state"): "suggested"}
        self.done: list[tuple[str, int, dict[tuple[object, str], tuple[object, object]]]] = []

    def note(self, editor: str, changes: dict[tuple[object, str], object]) -> None:
        """Let the model follow an action that the desk has done."""
        action = self.desk.auditing.head()[0]
        told = {key: (self.now.get(key), new) for key, new in changes.items()}
        self.now |= changes
        self.done.append((editor, action, told))

    def confirmed(self, number: int, *kinds: str) -> bool:
        return any(
            kind in kinds and number in ends and self.now[(f"R{tie}", "state")] == "confirmed"
            for tie, (kind, *ends) in self.ties.items()
        )

    def contested(self, number: int) -> bool:
        return any(
            kind in ("contradicts", "denies")
            and number in ends
            and self.now[(f"R{tie}", "state")] in ("suggested", "confirmed")
            for tie, (kind, *ends) in self.ties.items()
        )

    def may_mark(self, number: int, status: Status, given: dict[str, int]) -> bool:
        has = {one: self.now[(number, one)] + given[one] for one in given}
        against = self.confirmed(number, "contradicts", "denies")
        match status:
            case Status.CORROBORATED:
                return self.confirmed(number, "corroborates") and not against
            case Status.CONFIRMED:
                return has["supports"] > 0
            case Status.DISPUTED:
                return against
            case Status.MISLEADING:
                return has["supports"] + has["undermines"] > 0
            case Status.REFUTED:
                return has["undermines"] > 0
            case Status.UNVERIFIABLE:
                return has["attempts"] > 0
        return True

    @rule(
        numbers=some_claims,
        status=st.sampled_from(Status),
        stance=st.none() | st.sampled_from([Stance.SUPPORTS, Stance.UNDERMINES]),
        asked=st.booleans(),
        editor=editors,
    )
    def mark(self, numbers, status, stance, asked, editor):
        given = {"supports": 0, "undermines": 0, "attempts": int(asked)}
        if stance:
            given[stance.value] = 1
        allowed = all(
            self.now[(number, "stage")] not in {"signed_off", "dismissed"}
            and self.may_mark(number, status, given)
            for number in numbers
        )
        backing = Backing(
            f"reason {next(self.words)}",
            EvidenceDraft("https://x.example", stance) if stance else None,
            AttemptDraft("asked", "no answer") if asked else None,
        )
        try:
            self.desk.reviewing.mark(numbers, status, by=editor, backing=backing)
        except RefusedError:
            assert not allowed
            return
        assert allowed
        changes: dict[tuple[object, str], object] = {}
        for number in numbers:
            changes |= {(number, "status"): status.value, (number, "stage"): "in_progress"}
            changes |= {
                (number, one): self.now[(number, one)] + more for one, more in given.items() if more
            }
        self.note(editor, changes)

    @rule(numbers=some_claims, way=st.sampled_from(sorted(WAYS)), editor=editors)
    def move(self, numbers, way, editor):
        reviewing = self.desk.reviewing
        acts = {
            "start": lambda: reviewing.start(numbers, by=editor),
            "ready": lambda: reviewing.ready(numbers, by=editor),
            "sign_off": lambda: reviewing.sign_off(numbers, by=editor),
            "send_back": lambda: reviewing.send_back(numbers, by=editor, reason="thin"),
            "wait": lambda: reviewing.wait(numbers, "the coroner", None, by=editor),
            "dismiss": lambda: reviewing.dismiss(numbers, by=editor, why=Dismissal.DUPLICATE),
            "reopen": lambda: reviewing.send_back(numbers, by=editor, reason="after all"),
        }
        stages = {self.now[(number, "stage")] for number in numbers}
        ways = ("send_back", "reopen") if way in ("send_back", "reopen") else (way,)
        allowed = stages <= set().union(*(WAYS[one][0] for one in ways))
        try:
            acts[way]()
        except RefusedError:
            assert not allowed
            return
        assert allowed
        leads = {here: WAYS[one][1] for one in ways for here in WAYS[one][0]}
        self.note(
            editor, {(number, "stage"): leads[self.now[(number, "stage")]] for number in numbers}
        )

    @rule(a=st.sampled_from([1, 3]), b=st.just(2), editor=editors)
    def deny(self, a, b, editor):
        try:
            made = self.desk.relating.relate(a, b, RelationKind.DENIES, None, by=editor)
        except RefusedError:
            assert any(
                tie == ("denies", a, b) and self.now[(f"R{number}", "state")] == "confirmed"
                for number, tie in self.ties.items()
            )
            return
        self.ties[made.id] = ("denies", a, b)
        self.note(editor, {(f"R{made.id}", "state"): "confirmed"})

    @rule(data=st.data(), confirm=st.booleans(), editor=editors)
    def decide(self, data, confirm, editor):
        there = [number for number in self.ties if self.now[(f"R{number}", "state")]]
        number = data.draw(st.sampled_from(there))
        wanted = "confirmed" if confirm else "rejected"
        relating = self.desk.relating
        try:
            (relating.confirm if confirm else relating.reject)([number], by=editor)
        except RefusedError:
            assert self.now[(f"R{number}", "state")] == wanted
            return
        self.note(editor, {(f"R{number}", "state"): wanted})

    @rule(number=st.sampled_from(CLAIMS), editor=editors)
    def reword(self, number, editor):
        word = self.last_word = f"word{next(self.words)}end"
        statement = f"the pier is {word}"
        self.desk.editing.edit(Ref(Kind.CLAIM, number), "statement", [statement], by=editor)
        self.note(editor, {(number, "word"): word})

    @precondition(lambda self: self.done)
    @rule(editor=editors)
    def undo(self, editor):
        self.take_back(editor)

    @precondition(lambda self: len(self.done) > 1 and self.done[-1][0] != self.done[-2][0])
    @rule()
    def undo_what_another_may_have_built_upon(self):
        self.take_back(self.done[-2][0])

    def take_back(self, editor: str) -> None:
        mine = [one for one in self.done if one[0] == editor]
        try:
            undone = self.desk.auditing.undo(by=editor)
        except RefusedError:
            later = self.done[self.done.index(mine[-1]) + 1 :] if mine else []
            assert not mine or any(self.touch(mine[-1], one) for one in later)
            return
        assert mine
        _, _, told = mine[-1]
        at = self.done.index(mine[-1])
        assert not any(told.keys() & changes.keys() for _, _, changes in self.done[at + 1 :])
        self.now |= {key: old for key, (old, _) in told.items()}
        del self.done[at]
        assert undone.action

    def touch(self, one, other) -> bool:
        """Whether two actions concern a claim in common, if only by a relation."""
        return bool(self.claims_of(one[2]) & self.claims_of(other[2]))

    def claims_of(self, changes) -> set[object]:
        numbers: set[object] = set()
        for thing, _ in changes:
            numbers |= set(self.ties[int(thing[1:])][1:]) if isinstance(thing, str) else {thing}
        return numbers

    @invariant()
    def the_desk_is_as_the_model_says(self):
        counted = {(Status.UNVERIFIED, Stage.OPEN): 3}  # C4 to C6, which nobody touches
        for dossier in self.desk.browsing.dossiers(CLAIMS):
            claim = dossier.claim
            assert claim.status == self.now[(claim.id, "status")]
            assert claim.stage == self.now[(claim.id, "stage")]
            assert len(dossier.attempts) == self.now[(claim.id, "attempts")]
            assert claim.contested is self.contested(claim.id)
            counted[claim.status, claim.stage] = counted.get((claim.status, claim.stage), 0) + 1
        assert self.desk.browsing.tally() == counted

    @invariant()
    def words_are_found_where_they_stand_and_nowhere_else(self):
        there = {self.now[(number, "word")]: number for number in CLAIMS}
        for word in filter(None, (*there, self.last_word)):
            found = (there[word],) if word in there else ()
            assert self.desk.browsing.ids(Filter(search=str(word))) == found

    def teardown(self):
        problems = problems_of(self.desk)
        self.desk.close()
        self.folder.cleanup()
        self.ledgers.tidy()
        assert problems == []


def test_random_work_leaves_what_the_model_says(ledgers, full_ledger):
    RandomDesk.ledgers, RandomDesk.template = ledgers, full_ledger
    # Not shrunk: that would take minutes, and 30 steps can be read as they are.
    quick = settings(max_examples=10, stateful_step_count=30, phases=(Phase.generate,))
    run_state_machine_as_test(RandomDesk, settings=quick)
