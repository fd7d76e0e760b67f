"""Who writes while an import is under way is told whose it is; who reads is not kept waiting."""

from __future__ import annotations

import pytest

from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter


@pytest.fixture
def importing(full_desk):
    """Bea's import, in the middle of it."""
    database = full_desk._database
    database.announce(by="Bea", did="import")
    with database.writing(by="Bea", did="import") as shelves:
        yield shelves


def test_who_writes_meanwhile_is_told_at_once_who_imports(importing, ledger, open_desk):
    with pytest.raises(LedgerError, match=r"Bea is importing into this ledger since \d\d:\d\d"):
        open_desk(ledger).gathering.add_note([1], "so", by="Ada")


def test_who_reads_meanwhile_reads_on(importing, ledger, open_desk):
    assert len(open_desk(ledger).browsing.ids(Filter())) == 6


def test_when_it_is_done_anybody_writes_again(full_desk, ledger, open_desk):
    full_desk._database.announce(by="Bea", did="import")
    with full_desk._database.writing(by="Bea", did="import"):
        pass
    assert open_desk(ledger).gathering.add_note([1], "so", by="Ada")


def test_what_a_killed_import_leaves_keeps_nobody_out(full_desk, ledger, open_desk):
    full_desk._database.announce(by="Bea", did="import")
    assert open_desk(ledger).gathering.add_note([1], "so", by="Ada")
