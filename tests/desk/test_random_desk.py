"""Random work at the desk, held against a plain model of it."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from modelled import ModelledDesk, editors, work_at_random

from tracker.desk.reviewing import Backing
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import RelationKind
from tracker.domain.status import Dismissal, Stage, Status

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


class RandomDesk(ModelledDesk):
    """The model: what each claim and relation is."""

    def __init__(self) -> None:
        super().__init__()
        self.last_word = ""
        for number in CLAIMS:
            self.now |= {(number, "status"): "unverified", (number, "stage"): "open"}
            self.now |= {(number, one): 0 for one in ("supports", "undermines", "attempts")}
            self.now |= {(number, "word"): None}
        self.ties = {1: ("contradicts", 1, 2), 2: ("corroborates", 1, 2)}
        self.now |= {("R1", "state"): "suggested", ("R2", "state"): "suggested"}

    def confirmed(self, number: int, *kinds: str) -> bool:
        return any(
            kind in kinds
            and number in ends
            and self.now[(f"R{tie}", "state")] == "confirmed"
            and all(self.now[(end, "stage")] != "dismissed" for end in ends)
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

    def concerned(self, done):
        numbers: set[object] = set()
        for thing, _ in done.changes:
            numbers |= set(self.ties[int(thing[1:])][1:]) if isinstance(thing, str) else {thing}
        return numbers

    @invariant()
    def the_desk_is_as_the_model_says(self):
        # C4 to C6, which nobody touches
        counted = {(Status.UNVERIFIED, Stage.OPEN, False, False): 3}
        for dossier in self.desk.browsing.dossiers(CLAIMS):
            claim = dossier.claim
            assert claim.status == self.now[(claim.id, "status")]
            assert claim.stage == self.now[(claim.id, "stage")]
            assert len(dossier.attempts) == self.now[(claim.id, "attempts")]
            assert claim.contested is self.contested(claim.id)
            kin = claim.status, claim.stage, claim.contested, claim.stale
            counted[kin] = counted.get(kin, 0) + 1
        assert self.desk.browsing.tally() == counted

    @invariant()
    def words_are_found_where_they_stand_and_nowhere_else(self):
        there = {self.now[(number, "word")]: number for number in CLAIMS}
        for word in filter(None, (*there, self.last_word)):
            found = (there[word],) if word in there else ()
            assert self.desk.browsing.ids(Filter(search=str(word))) == found


def test_random_work_leaves_what_the_model_says(ledgers, full_ledger):
    work_at_random(RandomDesk, ledgers, full_ledger)
