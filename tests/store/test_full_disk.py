"""A full disk: said plainly, and nothing of the action is left."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.sqlite

FULL_DISK = Path(__file__).with_name("full_disk.py")


def test_an_import_on_a_full_disk_leaves_the_ledger_as_it_was(full_desk, ledger):
    before = full_desk.auditing.head()
    done = subprocess.run(
        [sys.executable, FULL_DISK, ledger], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout == f"{ledger}: the disk failed or is full; nothing was changed.\n"
    assert full_desk.auditing.head() == before
    assert [one.problems for one in full_desk.auditing.check() if one.problems] == []
    full_desk.gathering.tag([1], ["pier"], by="Ada")
