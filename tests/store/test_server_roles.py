"""The roles of the guide: what it tells an administrator to do is done here, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from ledgers import raw
from sqlalchemy import make_url

from tracker.cli.help import GUIDES
from tracker.config import Settings
from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter
from tracker.store.home import WRITES
from tracker.store.triggers import GROWING
from tracker.wiring import open_desk

GUIDE = GUIDES["postgresql"].read_text("utf-8")
STATEMENTS = [
    " ".join(statement.split())
    for statement in re.findall(r"^    ((?:CREATE|GRANT|REVOKE|ALTER) [^;]*);", GUIDE, re.MULTILINE)
]
ROLES = ("ledger_owner", "ledger_desk", "ledger_reader", "ada", "rita")
AS_ADMINISTRATOR = [one for one in STATEMENTS if one.startswith("CREATE ROLE ledger")]
AS_OWNER = [one for one in STATEMENTS if " SCHEMA " in one or one.startswith("REVOKE")]


def test_the_guide_takes_from_the_desk_whatever_only_grows():
    (taken,) = re.findall(r"REVOKE UPDATE, DELETE ON (.*) FROM ledger_desk", GUIDE)
    assert set(taken.split(", ")) == set(GROWING)


@pytest.fixture
def urls(ledgers, two_sides) -> Iterator[dict[str, str]]:
    """A ledger set up as the guide says, by role the URL to reach it."""
    place = ledgers.empty()
    name = make_url(place).database
    own = {role: f"{role}_{name}" for role in ROLES}

    def said(statement: str) -> str:
        for role, renamed in own.items():
            statement = re.sub(rf"\b{role}\b", renamed, statement)
        return statement.replace("DATABASE ledger", f"DATABASE {name}")

    found = {role: str(make_url(place).set(username=renamed)) for role, renamed in own.items()}
    with raw(place) as administrator:
        for statement in AS_ADMINISTRATOR:
            administrator.execute(said(statement))
        administrator.execute(said("ALTER DATABASE ledger OWNER TO ledger_owner"))
        for statement in ("ada IN ROLE ledger_desk", "rita IN ROLE ledger_reader"):
            administrator.execute(said(f"CREATE ROLE {statement.replace(' ', ' LOGIN ', 1)}"))
    open_desk(Settings(found["ledger_owner"], "Ada")).close()
    with raw(found["ledger_owner"]) as owner:
        for statement in AS_OWNER:
            owner.execute(said(statement))
        owner.execute(said("GRANT CONNECT ON DATABASE ledger TO ledger_desk, ledger_reader"))
    desk = open_desk(Settings(found["ada"], "Ada"))
    desk.importing.take_in(two_sides, by="Ada")
    desk.close()
    yield found
    ledgers.tidy()
    with raw(str(make_url(place).set(database="postgres"))) as administrator:
        for role in own.values():
            administrator.execute(f"DROP ROLE {role}")


@pytest.mark.postgres
def test_the_desk_can_do_all_its_work(urls, ledgers):
    desk = open_desk(Settings(urls["ada"], "Ada"))
    desk.gathering.tag([1], ["harbour"], by="Ada")
    desk.relating.confirm([1], by="Ada")
    desk.auditing.undo(by="Ada")
    desk.auditing.rebuild_derived()
    assert all(not one.problems for one in desk.auditing.check())
    assert desk.browsing.ids(Filter(search="harbour")) != ()
    desk.close()


@pytest.mark.postgres
def test_the_desk_works_on_after_the_owner_made_what_follows_from_the_tables_anew(urls, ledgers):
    from tracker.store.derived import create_derived, drop_derived
    from tracker.store.postgres import PostgresDatabase

    home = PostgresDatabase(urls["ledger_owner"])  # as an import and a migration do
    with home.connected() as connection:
        connection.execution_options(**{WRITES: True})
        with connection.begin():
            drop_derived(connection)
            create_derived(connection)
    home.close()
    desk = open_desk(Settings(urls["ada"], "Ada"))
    desk.gathering.tag([1], ["harbour"], by="Ada")
    assert desk.browsing.ids(Filter(search="harbour")) != ()
    assert all(not one.problems for one in desk.auditing.check())
    desk.close()


@pytest.mark.postgres
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET reason = 'because'",
        "DELETE FROM history",
        "TRUNCATE history CASCADE",
        "ALTER TABLE history DISABLE TRIGGER ALL",
        "DROP TRIGGER history_no_update ON history",
        "DROP FUNCTION history_no_update CASCADE",
        "CREATE OR REPLACE FUNCTION history_no_delete() RETURNS trigger LANGUAGE sql AS 'SELECT 1'",
        "ALTER TABLE history OWNER TO CURRENT_USER",
        "DROP TABLE history CASCADE",
        "SET session_replication_role = replica",
        "UPDATE alembic_version SET version_num = '0999'",
        "CREATE TABLE more (id integer)",
    ],
)
def test_the_desk_can_alter_neither_the_history_nor_what_guards_it(urls, ledgers, statement):
    from psycopg.errors import InsufficientPrivilege

    with raw(urls["ada"]) as file, pytest.raises(InsufficientPrivilege):
        file.execute(statement)


@pytest.mark.postgres
def test_a_readers_desk_is_read_only(urls, ledgers):
    desk = open_desk(Settings(urls["rita"], "Rita"))
    assert desk.read_only
    assert desk.browsing.count(Filter()) == 6
    assert all(not one.problems for one in desk.auditing.check())
    with pytest.raises(LedgerError, match="read-only; nothing was changed"):
        desk.gathering.tag([1], ["harbour"], by="Rita")
    desk.close()


@pytest.mark.postgres
def test_only_the_owner_brings_a_ledger_up_to_date(urls, ledgers, monkeypatch):
    from tracker.store import recognising

    with raw(urls["ledger_owner"]) as owner:
        owner.execute("UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(recognising, "_known_revisions", lambda _: ("0000", "0001"))
    with pytest.raises(LedgerError, match="ask whoever looks after the ledger"):
        open_desk(Settings(urls["ada"], "Ada"))
