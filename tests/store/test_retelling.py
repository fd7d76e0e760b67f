"""What was changed behind the program's back shows against what the history tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ledgers import raw, without_triggers

from tracker.desk.reviewing import Backing
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, Stance
from tracker.domain.reference import Ref
from tracker.domain.status import Status
from tracker.store import checking

CHECK = "as the history tells"
NOTE_AGAIN = (
    "INSERT INTO note (id, uid, claim_id, text, by, at) "
    "SELECT {}, 'new', claim_id, text, by, at FROM note"
)
COPY = EvidenceDraft("https://x.example/log", Stance.SUPPORTS, "log", content=b"as it was")


@pytest.fixture
def behind(full_desk, ledger, open_desk) -> Callable[..., tuple[str, ...]]:
    """Do something to the ledger behind the program's back; returns what a check finds then."""
    full_desk.gathering.add_evidence([1], COPY, by="Ada")
    full_desk.gathering.log_attempt([1], AttemptDraft("rang the pier", "no answer"), by="Ada")
    full_desk.gathering.add_note([1], "ask again", by="Ada")
    full_desk.gathering.tag([1], ["ferry"], by="Ada")
    full_desk.reviewing.mark([1], Status.CONFIRMED, by="Ada", backing=Backing("seen"))
    full_desk.close()

    def _behind(*statements: str, check: str = CHECK) -> tuple[str, ...]:
        without_triggers(ledger)
        with raw(ledger) as file:
            for statement in statements:
                file.execute(statement)
        return {one.name: one.problems for one in open_desk(ledger).auditing.check()}[check]

    return _behind


def test_a_ledger_in_which_much_was_done_is_as_its_history_tells(behind):
    assert behind() == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (
            "UPDATE claim SET status = 'refuted' WHERE id = 2",
            "C2 status: refuted here, unverified in the history",
        ),
        (
            "UPDATE claim SET status = 'refuted' WHERE id = 1",
            "C1 status: refuted here, confirmed in the history",
        ),
        (
            "UPDATE claim SET reason = 'not seen' WHERE id = 1",
            "C1 reason: not seen here, seen in the history",
        ),
        (
            "UPDATE claim SET checkable = true WHERE id = 6",
            "C6 checkable: yes here, – in the history",
        ),
        (
            "UPDATE claim SET judged_at = '2031-01-01T00:00:00.000000Z' WHERE id = 1",
            "C1 judged at: 2031-01-01T00:00:00.000000Z",
        ),
        ("UPDATE claim SET uid = 'other' WHERE id = 1", "C1 uid: other"),
        (
            "UPDATE hop SET source_id = 1 WHERE claim_id = 3",
            "C3 chain: S1 (interview), S1 (quoted, radio) here, S6 (interview)",
        ),
        ("DELETE FROM figure WHERE claim_id = 1", "C1 figures: – here, at least two passengers"),
        (
            "UPDATE facet_value SET words = 'somebody else' WHERE claim_id = 1",
            "C1 facets: actor: somebody else (S4) here, actor: a harbour",
        ),
        ("DELETE FROM claim_tag", "C1 tags: – here, ferry in the history"),
        ("UPDATE source SET name = 'Bell' WHERE id = 6", "S6 name: Bell here,"),
        ("UPDATE alias SET name = 'Bell'", " aliases: Bell here, "),
        ("UPDATE event SET title = 'Another' WHERE id = 1", "E1 title: Another"),
        ("UPDATE article SET text = text || ' More.'", "A1 sha256: "),
        ("UPDATE publication SET title = 'Another'", "A1 publications: Another, S1, R. Quill"),
        (
            "UPDATE relation SET state = 'confirmed' WHERE id = 1",
            "R1 state: confirmed here, suggested in the history",
        ),
        ("UPDATE evidence SET stance = 'undermines'", "V1 stance: undermines"),
        ("UPDATE attempt SET result = 'they said yes'", "T1 result: they said yes"),
        ("UPDATE note SET text = 'leave it'", "N1 text: leave it here, ask again in the history"),
        ("DELETE FROM note", "N1 is gone, though the history says that it is here"),
        (
            NOTE_AGAIN.format(7),
            "N7 is here, though the history never tells of it",
        ),
        (
            "UPDATE claim SET contested = false WHERE id = 1",
            "C1 is not marked as contested, though a claim stands against it",
        ),
    ],
)
def test_each_thing_that_is_not_as_its_history_tells_is_named(behind, statement, problem):
    assert any(problem in found for found in behind(statement))


def test_every_claim_that_was_changed_is_named(behind):
    found = behind("UPDATE claim SET status = 'refuted'")
    assert [line.partition(" ")[0] for line in found] == [f"C{number}" for number in range(1, 7)]


def test_of_very_many_only_the_number_is_told_in_the_end(behind, monkeypatch):
    monkeypatch.setattr(checking, "_MOST_NAMED", 2)
    found = behind("UPDATE claim SET status = 'refuted'")
    assert len(found) == 3
    assert found[-1] == "and 4 more"


def test_a_change_that_later_work_has_covered_is_named(behind, open_desk, ledger):
    behind("UPDATE claim SET stage = 'in_progress' WHERE id = 2")
    open_desk(ledger).reviewing.ready([2], by="Ada")
    (found,) = behind()
    assert found.startswith("C2 stage: changed from open to in_progress before entry ")


def test_what_was_put_back_after_it_was_taken_away_is_named(behind, open_desk, ledger):
    desk = open_desk(ledger)
    desk.gathering.add_note([2], "again", by="Ada")
    desk.auditing.undo(by="Ada")
    assert behind(NOTE_AGAIN.format(2)) == (
        "N2 is here, though the history says that it was taken away",
    )


def test_an_entry_past_reading_is_left_to_the_check_of_the_chain(behind):
    assert behind("UPDATE history SET changes = '{' WHERE seq = 3") == ()


def test_a_protected_name_is_no_fault(behind, open_desk, ledger):
    desk = open_desk(ledger)
    staff = Ref.parse("S7")
    desk.editing.edit(staff, "restricted-name", ["Odo Vane"], by="Ada")
    desk.gathering.add_note([4], "ring Odo Vane", by="Ada")
    desk.editing.edit(staff, "name", ["a nurse"], by="Ada")
    desk.gathering.add_note([4], "ring ODO VANE again", by="Ada")
    assert behind() == ()
    desk.editing.edit(staff, "restricted-name", ["none"], by="Ada")
    assert behind() == ()
    (found,) = behind("UPDATE note SET text = 'never ring Odo Vane' WHERE id = 2")
    assert found.startswith("N2 text: never ring")


def test_a_captured_copy_that_was_altered_is_named(behind, ledger):
    binary = "BYTEA" if isinstance(ledger, str) else "BLOB"
    altered = f"UPDATE capture SET content = CAST('as it never was' AS {binary})"
    assert behind(altered, check="captured copies") == (
        "the captured copy of V1 is not what was captured",
    )


@pytest.mark.sqlite  # PostgreSQL lets nobody do that
def test_a_captured_copy_that_is_gone_is_named(behind):
    assert behind("DELETE FROM capture", check="foreign keys") == (
        "row 1 of evidence points to a capture that is not there",
    )


def test_others_can_work_while_a_ledger_is_checked(full_desk, open_desk, ledger, monkeypatch):
    other = open_desk(ledger)

    def meanwhile(*_given):
        other.reviewing.start([1], by="Bea")
        yield from ()

    monkeypatch.setattr(checking, "untold_things", meanwhile)
    assert all(not one.problems for one in full_desk.auditing.check())
    assert other.browsing.dossier(1).claim.assignee == "Bea"
