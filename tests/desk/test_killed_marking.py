"""Killed while marking: the old verdict or the new one, never half of it."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tracker.domain.reference import Ref
from tracker.domain.status import Stage, Status

pytestmark = [
    pytest.mark.sqlite,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL"),
]

MARK = """
import os, signal, sys, uuid
from datetime import UTC, datetime
from pathlib import Path
from tracker.desk.desk import Desk
from tracker.desk.reviewing import Backing
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.status import Status
from tracker.store.database import Database
from tracker.store.journal import Journal

ledger, last = Path(sys.argv[1]), int(sys.argv[2])
desk = Desk(Database(ledger, clock=lambda: datetime.now(UTC), new_uid=lambda: uuid.uuid4().hex))
note, noted = Journal._note, []

def die(journal, *given):
    note(journal, *given)
    noted.append(given)
    if len(noted) == last:
        os.kill(os.getpid(), signal.SIGKILL)

Journal._note = die
log = EvidenceDraft("log.pdf", Stance.UNDERMINES)
desk.reviewing.mark([1, 2], Status.REFUTED, by="Ada", backing=Backing("it says so", log))
os.kill(os.getpid(), signal.SIGKILL)
"""
ENTRIES = 4
"""What two marks with evidence leave in the history."""


@pytest.fixture
def killed(full_desk, ledger, open_desk):
    """Kill the marking after some of its entries; gives the ledger as it is found then."""
    full_desk.close()

    def _killed(entries: int):
        done = subprocess.run([sys.executable, "-c", MARK, str(ledger), str(entries)], check=False)
        assert done.returncode == -signal.SIGKILL
        return open_desk(ledger)

    return _killed


@pytest.mark.parametrize("entries", range(1, ENTRIES + 1))
def test_killed_in_the_middle_it_leaves_the_old_verdict_and_no_entry(killed, entries):
    desk = killed(entries)
    for number in (1, 2):
        dossier = desk.browsing.dossier(number)
        assert (dossier.claim.status, dossier.claim.stage) == (Status.UNVERIFIED, Stage.OPEN)
        assert dossier.evidence == ()
        told = desk.browsing.history(Ref.parse(f"C{number}"))
        assert {one.did for one in told} == {"take in"}
    assert all(not one.problems for one in desk.auditing.check())


def test_killed_after_it_is_written_it_leaves_the_new_verdict_with_its_entries(killed):
    desk = killed(ENTRIES + 1)
    for number in (1, 2):
        assert desk.browsing.dossier(number).claim.status is Status.REFUTED
        last = desk.browsing.history(Ref.parse(f"C{number}"))[-1]
        assert (last.did, last.changes["status"]) == ("mark", ("unverified", "refuted"))
    assert all(not one.problems for one in desk.auditing.check())
