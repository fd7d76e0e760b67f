"""Several editors at once, in threads and in processes, and some that are killed."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from ledger_state import problems_of

from tracker.desk.reviewing import Backing
from tracker.domain.errors import ChangedMeanwhileError, TrackerError
from tracker.domain.evidence import AttemptDraft
from tracker.domain.reference import Ref
from tracker.domain.status import Stage, Status

AT_WORK = Path(__file__).with_name("at_work.py")
ASKED = Backing("nobody answers", attempt=AttemptDraft("asked", "no answer"))


def at_work(ledger: Path, names: list[str], what: str) -> list[subprocess.Popen[str]]:
    """Start editors and let them begin together."""
    editors = [
        subprocess.Popen(
            [sys.executable, AT_WORK, ledger, name, what],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for editor in editors:
        assert editor.stdout.readline() == "ready\n", editor.stderr.read()
    for editor in editors:
        editor.stdin.write("go\n")
        editor.stdin.flush()
    return editors


def finished(editors: list[subprocess.Popen[str]]) -> list[str]:
    """Wait for editors; returns what each said, which must not be an error."""
    outcomes = [editor.communicate() for editor in editors]
    assert [errors for _, errors in outcomes if errors] == []
    return [said for said, _ in outcomes]


def test_eight_editors_at_once_lose_nothing(full_desk, ledger):
    finished(at_work(ledger, [f"editor-{number}" for number in range(8)], "mark"))
    marks = [one for one in full_desk.browsing.history(None, 10_000) if "reason" in one.changes]
    marks = [one for one in reversed(marks) if one.did == "mark"]
    assert Counter(one.by for one in marks) == {f"editor-{number}": 25 for number in range(8)}
    assert full_desk.auditing.sizes()["attempt"] == 200
    for number in range(1, 6):
        claim = full_desk.browsing.dossier(number).claim
        told = [one.changes["reason"] for one in marks if one.subject == claim.ref]
        assert [old for old, _ in told] == ["", *(new for _, new in told[:-1])]
        assert claim.reason == told[-1][1]
    assert problems_of(full_desk) == []


def test_of_two_editors_who_saw_the_same_one_is_told(full_desk):
    seen = {1: full_desk.browsing.dossier(1).claim.version}
    together = Barrier(2)

    def mark(name: str) -> str:
        together.wait()
        try:
            full_desk.reviewing.mark([1], Status.UNVERIFIABLE, by=name, backing=ASKED, seen=seen)
        except ChangedMeanwhileError as error:
            return str(error)
        return "done"

    with ThreadPoolExecutor(2) as threads:
        outcomes = sorted(threads.map(mark, ["Bea", "Cem"]))
    winner = full_desk.browsing.dossier(1).claim.judged_by
    assert outcomes[0].startswith(f"C1 was changed by {winner} at ")
    assert outcomes[1] == "done"


def test_threads_share_one_desk_without_getting_in_each_others_way(full_desk):
    def work(turn: int) -> int:
        full_desk.gathering.tag([turn % 6 + 1], [f"tag-{turn}"], by=f"editor-{turn % 5}")
        return len(full_desk.browsing.dossiers(range(1, 7)))

    with ThreadPoolExecutor(6) as threads:
        assert set(threads.map(work, range(40))) == {6}
    tags = [tag for one in full_desk.browsing.dossiers(range(1, 7)) for tag in one.claim.tags]
    assert len(tags) == 40
    assert problems_of(full_desk) == []


def test_a_text_taken_in_twice_at_once_is_one_article(full_desk, ledger):
    said = finished(at_work(ledger, ["one", "two", "three", "four"], "import"))
    assert sorted(said) == ["A2 False\n", "A2 False\n", "A2 False\n", "A2 True\n"]
    assert full_desk.auditing.sizes()["claim"] == 7


def test_two_editors_undoing_at_once_take_back_each_their_own(full_desk):
    full_desk.gathering.tag([1], ["one"], by="Bea")
    full_desk.gathering.tag([1], ["two"], by="Bea")
    together = Barrier(2)

    def undo(_: int) -> object:
        together.wait()
        try:
            return full_desk.auditing.undo(by="Bea").action
        except TrackerError as error:
            return str(error)

    with ThreadPoolExecutor(2) as threads:
        outcomes = list(threads.map(undo, range(2)))
    left = full_desk.browsing.dossier(1).claim.tags
    took_back = [one for one in outcomes if isinstance(one, int)]
    assert len(left) == 2 - len(set(took_back))
    assert len(took_back) == len(set(took_back))
    assert problems_of(full_desk) == []


def test_a_source_corrected_while_it_is_merged_is_either_first(full_desk):
    together = Barrier(2)

    def work(act: Callable[[], None]) -> str:
        together.wait()
        try:
            act()
        except TrackerError as error:
            return str(error)
        return "done"

    merging = partial(full_desk.curating.merge, Ref.parse("S4"), Ref.parse("S5"), by="Ada")
    role = ["spokeswoman"]
    correcting = partial(full_desk.editing.edit, Ref.parse("S5"), "role", role, by="Bea")
    with ThreadPoolExecutor(2) as threads:
        merged, corrected = threads.map(work, [merging, correcting])
    assert merged == "done"
    assert corrected == "done" or "S5" in corrected
    assert problems_of(full_desk) == []


@pytest.mark.parametrize("marks", [1, 9])
def test_a_kill_in_the_middle_of_marking_leaves_whole_verdicts(full_desk, ledger, marks):
    (editor,) = at_work(ledger, ["hammer"], "hammer")
    for _ in range(marks):
        editor.stdout.readline()
    editor.kill()
    editor.communicate()
    assert problems_of(full_desk) == []
    for dossier in full_desk.browsing.dossiers(range(1, 6)):
        entries = full_desk.browsing.history(dossier.claim.ref)
        marked = [one.changes["status"][1] for one in entries if "status" in one.changes]
        assert dossier.claim.status == marked[-1]
        assert (dossier.claim.stage is Stage.IN_PROGRESS) == (len(marked) > 1)
        assert len(dossier.attempts) == sum(one.subject.kind == "T" for one in entries)
    done = [one for one in full_desk.browsing.history(None, 10_000) if one.did == "mark"]
    assert len({one.action for one in done}) >= marks
