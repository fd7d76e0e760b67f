"""The ledgers that the benchmarks make are such as the store itself would have written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.sqlite

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def test_a_generated_ledger_checks_clean(monkeypatch, tmp_path, open_desk):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from big_ledger import fill

    fill(tmp_path / "ledger.db", 300)
    sys.modules.pop("big_ledger", None)
    desk = open_desk(tmp_path / "ledger.db")
    assert [one for one in desk.auditing.check() if one.problems] == []
    assert desk.auditing.sizes()["claim"] == 300
