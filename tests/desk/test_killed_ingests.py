"""Killed while articles are stored: whole articles or none, and the next run makes no doubles."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

pytestmark = [
    pytest.mark.sqlite,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL"),
]

STORE = """
import os, signal, sys, uuid
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from sqlalchemy import Engine, event
from tracker.desk.desk import Desk
from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, Reading
from tracker.store.database import Database

ledger, last = Path(sys.argv[1]), int(sys.argv[2])
desk = Desk(Database(ledger, clock=lambda: datetime.now(UTC), new_uid=lambda: uuid.uuid4().hex))
sent = count(1)

def die(*_of_the_statement):
    if next(sent) == last:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", die)
event.listen(Engine, "commit", die)

def reading(number):
    said = f"{number} boats sank"
    claims = tuple(ClaimDraft(f"c{n}", said, Voice.ARTICLE, quote=(said,)) for n in range(2))
    return Reading(ArticleDraft(f"Report {number}"), f"Off Selm {said}.", claims=claims)

for some in ([reading(2), reading(3)], [reading(4)]):
    desk.importing.take_in_all(some, by="Ada")
print(next(sent) - 1)
"""
MOMENTS = (0.1, 0.3, 0.5, 0.7, 0.95)
"""How far the storing is when it is killed."""


def stored(ledger, last=0):
    return subprocess.run(
        [sys.executable, "-c", STORE, str(ledger), str(last)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_killed_ingest_leaves_whole_articles_and_the_next_no_doubles(
    blank_ledger, ledgers, ledger, tmp_path, open_desk
):
    total = int(stored(ledgers.copy(blank_ledger, tmp_path / "uncut.db")).stdout)
    seen = set()
    for moment in MOMENTS:
        place = ledgers.copy(blank_ledger, tmp_path / f"{moment}.db")
        assert stored(place, round(total * moment)).returncode == -signal.SIGKILL
        desk = open_desk(place)
        kept = desk.browsing.articles()
        seen.add(len(kept))
        assert len(kept) in (0, 2, 3)  # two came in together
        assert {line.claims for line in kept} <= {2}
        assert all(not one.problems for one in desk.auditing.check())
        desk.close()
        again = stored(place)
        assert (again.returncode, again.stderr) == (0, "")
        assert len(open_desk(place).browsing.articles()) == 3
    assert len(seen) > 1
