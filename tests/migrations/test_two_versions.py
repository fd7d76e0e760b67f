"""An older program that has the ledger open while a newer one brings it up to date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from later_revisions import REBUILD_CLAIM
from ledgers import raw

from tracker.domain.errors import LedgerError
from tracker.domain.status import Stage
from tracker.store.home import REVISION

UPGRADING = Path(__file__).with_name("upgrading.py")
OUTGROWN = r"was brought up to date by a newer version of tracker \(revision 0002\) while it was "


@pytest.fixture
def outgrown(full_desk, ledger):
    """A desk of this version on a ledger that has a later revision by now."""
    full_desk.reviewing.start([1], by="Ada")
    with raw(ledger) as file:
        file.execute("UPDATE alembic_version SET version_num = '0002'")
    return full_desk


def written(ledger) -> list[object]:
    with raw(ledger) as file:
        return file.execute("SELECT seq, hash FROM history ORDER BY seq").fetchall()


@pytest.mark.parametrize(
    "write",
    [
        lambda desk: desk.reviewing.ready([1], by="Ada"),
        lambda desk: desk.auditing.undo(by="Ada"),
        lambda desk: desk.auditing.rebuild_derived(),
        lambda desk: desk.receiving.take_rows([], by="Ada", origin="sheet.csv"),
    ],
    ids=["move", "undo", "rebuild", "import"],
)
def test_the_older_program_writes_no_more(outgrown, ledger, write):
    before = written(ledger)
    with pytest.raises(LedgerError, match=OUTGROWN):
        write(outgrown)
    assert written(ledger) == before


def test_the_older_program_can_still_be_read(outgrown):
    assert outgrown.browsing.dossier(1).claim.stage is Stage.IN_PROGRESS


@pytest.mark.sqlite
def test_what_both_programs_have_done_is_kept(full_desk, ledger, later):
    full_desk.reviewing.start([1], by="Ada")
    before = full_desk.browsing.dossiers(range(1, 7))
    subprocess.run([sys.executable, UPGRADING, ledger, later(REBUILD_CLAIM)], check=True)
    with pytest.raises(LedgerError, match=OUTGROWN):
        full_desk.reviewing.ready([1], by="Ada")
    with raw(ledger) as file:
        assert file.execute(REVISION).fetchone() == ("0002",)
    assert full_desk.browsing.dossiers(range(1, 7)) == before
