"""A ledger that one may read but not write: somebody else's, or in somebody else's folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracker.store.recognising import revision_of

pytestmark = pytest.mark.sqlite

NOBODY = 65534
LOOK = Path(__file__).with_name("read_only_look.py")


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody may enter; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="shared-ledger-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def copies(shared: Path) -> Path:
    """A folder where everybody may write."""
    folder = shared / "copies"
    folder.mkdir()
    folder.chmod(0o777)
    return folder


@pytest.fixture
def look_as_another(copies: Path) -> Callable[[Path], list[str]]:
    """Open a ledger as another user; returns the lines that were printed."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root can become somebody else")

    def _look(path: Path) -> list[str]:
        who = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        done = subprocess.run(
            [*who, sys.executable, "-B", LOOK, path, copies / "copy.db"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "HOME": "/nonexistent"},
        )
        if "Permission denied" in done.stderr and str(path) not in done.stderr:
            pytest.skip("another user cannot run this Python")
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return _look


@pytest.mark.parametrize("mode", [0o644, 0o666])
def test_a_ledger_in_somebody_elses_folder_can_be_read_and_checked(
    full_desk, ledger, shared, copies, look_as_another, mode
):
    full_desk.close()
    path = Path(shutil.copy(ledger, shared / "ledger.db"))
    path.chmod(mode)
    assert look_as_another(path) == [
        "True 6",
        "[]",
        f"{path} is read-only; nothing was changed.",
    ]
    assert sorted(one.name for one in shared.iterdir()) == ["copies", "ledger.db"]
    assert revision_of(copies / "copy.db") == "0001"


def test_a_ledger_that_one_may_not_read_is_said_so(full_desk, ledger, shared, look_as_another):
    full_desk.close()
    path = Path(shutil.copy(ledger, shared / "ledger.db"))
    with pytest.raises(AssertionError, match=r"cannot be read \(Permission denied\)"):
        look_as_another(path)
