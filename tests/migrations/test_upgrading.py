"""Upgrading a ledger with work in it: nothing is lost, and a failure changes nothing."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from later_revisions import REBUILD_CLAIM

from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter, Order
from tracker.domain.status import Status
from tracker.store.recognising import revision_of
from tracker.store.schema import make_ready
from tracker.store.triggers import triggers

pytestmark = pytest.mark.sqlite

FAILS = """
    op.execute("CREATE TABLE half_way (id INTEGER)")
    op.execute("DELETE FROM note")
    raise RuntimeError("the power went")
"""
LEAVES_A_LOOSE_END = """
    op.execute("DELETE FROM source WHERE id = 1")
"""


@pytest.fixture
def worked_on(full_desk, ledger) -> Path:
    """A ledger at the older revision, with claims, relations, notes and a verdict in it."""
    full_desk.gathering.add_note([1], "ask the pilot", by="Ada")
    full_desk.gathering.tag([1], ["harbour"], by="Ada")
    full_desk.relating.confirm([1], by="Bea")
    full_desk.reviewing.mark([1], Status.DISPUTED, by="Bea")
    full_desk.close()
    return ledger


def rows(path: Path, leaving_out: tuple[str, ...] = ()) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as file:
        tables = file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'claim_search%'"
            " AND name NOT IN ('sqlite_sequence', 'alembic_version')"
        ).fetchall()
        return {
            name: sorted(file.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in tables
            if name not in leaving_out
        }


def names_of(path: Path, kind: str) -> set[str]:
    with closing(sqlite3.connect(path)) as file:
        found = file.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))
        return {name for (name,) in found}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def upgraded(worked_on, with_later, clock) -> Path:
    with_later(REBUILD_CLAIM)
    make_ready(worked_on, now=clock())
    return worked_on


def test_an_upgrade_brings_the_newest_revision(upgraded):
    assert revision_of(upgraded) == "0002"


def test_rebuilding_a_table_keeps_every_row_of_every_other(worked_on, with_later, clock):
    before = rows(worked_on, ("claim",))
    with_later(REBUILD_CLAIM)
    make_ready(worked_on, now=clock())
    assert rows(worked_on, ("claim",)) == before


def test_rebuilding_the_claims_keeps_what_they_say(worked_on, with_later, clock, open_desk):
    before = open_desk(worked_on).browsing.dossiers(range(1, 7))
    with_later(REBUILD_CLAIM)
    make_ready(worked_on, now=clock())
    assert open_desk(worked_on).browsing.dossiers(range(1, 7)) == before


def test_every_trigger_is_there_after_an_upgrade(upgraded):
    assert names_of(upgraded, "trigger") == set(triggers())


def test_the_search_still_finds_and_follows_after_an_upgrade(upgraded, open_desk):
    desk = open_desk(upgraded)
    desk.gathering.tag([3], ["lamp"], by="Ada")
    found = desk.browsing.ids(Filter(search="ferry"))
    assert found == (1,)


def test_the_history_still_only_grows_after_an_upgrade(upgraded):
    with (
        closing(sqlite3.connect(upgraded)) as file,
        pytest.raises(sqlite3.IntegrityError, match="the history only grows"),
    ):
        file.execute("DELETE FROM history")


def test_an_upgraded_ledger_checks_clean(upgraded, open_desk):
    assert [one for one in open_desk(upgraded).auditing.check() if one.problems] == []


def test_an_upgraded_ledger_can_be_undone_into_its_past(upgraded, open_desk):
    desk = open_desk(upgraded)
    desk.auditing.undo(by="Bea")
    assert desk.browsing.dossier(1).claim.status is Status.UNVERIFIED


def test_rebuilding_a_table_keeps_its_indexes(worked_on, with_later, clock):
    before = names_of(worked_on, "index")
    with_later(REBUILD_CLAIM)
    make_ready(worked_on, now=clock())
    assert names_of(worked_on, "index") == before


def test_a_number_once_given_is_not_given_again_after_an_upgrade(
    desk, two_sides, ledger, with_later, clock, open_desk
):
    desk.importing.take_in(two_sides, by="Ada")
    desk.auditing.undo(by="Ada")
    desk.close()
    with_later(REBUILD_CLAIM)
    make_ready(ledger, now=clock())
    again = open_desk(ledger)
    again.importing.take_in(two_sides, by="Ada")
    assert again.browsing.ids(Filter(), Order.ID)[0] == 7


def test_an_upgrade_makes_a_backup_first(worked_on, with_later, clock):
    before = rows(worked_on)
    with_later(REBUILD_CLAIM)
    backup = make_ready(worked_on, now=clock())
    assert rows(backup) == before


def test_the_backup_of_an_upgrade_is_its_owners_alone(worked_on, with_later, clock):
    with_later(REBUILD_CLAIM)
    backup = make_ready(worked_on, now=clock())
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_two_upgrades_in_one_second_make_two_backups(worked_on, with_later, clock):
    folder = with_later("    pass\n")
    now = clock()
    first = make_ready(worked_on, now=now)
    with closing(sqlite3.connect(worked_on)) as file, file:
        file.execute("UPDATE alembic_version SET version_num = '0001'")
    second = make_ready(worked_on, now=now)
    assert folder.exists()
    assert first != second


def test_of_the_backups_of_upgrades_the_last_three_are_kept(worked_on, with_later, clock):
    with_later("    pass\n")
    older = [f"ledger-before-000{n}-2029010{n}T120000.db" for n in range(1, 5)]
    others = ["ledger-before-lunch.db", "other-before-0001-20290101T120000.db", "ledger-2.db"]
    for name in (*older, *others):
        worked_on.with_name(name).touch()
    newest = make_ready(worked_on, now=clock())
    left = {one.name for one in worked_on.parent.glob("*.db")} - {worked_on.name}
    assert left == {newest.name, *older[2:], *others}


def test_a_backup_is_kept_though_the_clock_was_put_back(worked_on, with_later, clock):
    with_later("    pass\n")
    for n in range(1, 5):
        worked_on.with_name(f"ledger-before-0002-2099010{n}T120000.db").touch()
    assert make_ready(worked_on, now=clock()).exists()


def test_an_up_to_date_ledger_is_left_alone(worked_on, clock):
    before = digest(worked_on)
    assert make_ready(worked_on, now=clock()) is None
    assert digest(worked_on) == before


@pytest.mark.parametrize("body", [FAILS, LEAVES_A_LOOSE_END], ids=["fails", "loose end"])
def test_a_failed_upgrade_leaves_the_ledger_as_it_was(worked_on, with_later, clock, body):
    before, objects = rows(worked_on), names_of(worked_on, "trigger")
    with_later(body)
    with pytest.raises(LedgerError):
        make_ready(worked_on, now=clock())
    assert rows(worked_on) == before
    assert names_of(worked_on, "trigger") == objects
    assert revision_of(worked_on) == "0001"


def test_a_failed_upgrade_names_the_backup_and_the_cause(worked_on, with_later, clock):
    with_later(FAILS)
    with pytest.raises(LedgerError) as failure:
        make_ready(worked_on, now=clock())
    (backup,) = worked_on.parent.glob("ledger-before-0002-*.db")
    assert str(backup) in str(failure.value)
    assert "the power went" in str(failure.value)


def test_a_failed_upgrade_can_be_tried_again(worked_on, with_later, clock, monkeypatch):
    folder = with_later(FAILS)
    with pytest.raises(LedgerError):
        make_ready(worked_on, now=clock())
    (folder / "versions" / "0002_later.py").write_text(
        (folder / "versions" / "0002_later.py").read_text().replace(FAILS, REBUILD_CLAIM)
    )
    make_ready(worked_on, now=clock())
    assert revision_of(worked_on) == "0002"


def test_a_ledger_of_a_newer_version_is_refused_and_not_touched(ledger, clock):
    with closing(sqlite3.connect(ledger)) as file, file:
        file.execute("UPDATE alembic_version SET version_num = '0999'")
    before = digest(ledger)
    with pytest.raises(LedgerError, match=r"made by a newer version of tracker \(revision 0999\)"):
        make_ready(ledger, now=clock())
    assert digest(ledger) == before
