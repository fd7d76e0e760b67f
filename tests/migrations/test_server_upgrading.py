"""Ledgers on a server: made, brought up to date, and the same as the declared tables."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from alembic.config import Config
from ledgers import raw

from tracker.domain.errors import LedgerError
from tracker.domain.listing import Filter
from tracker.resources import migrations_folder
from tracker.store import search_postgres
from tracker.store.derived import create_derived
from tracker.store.home import WRITES, home_of
from tracker.store.search_text import INDEX
from tracker.store.server_schema import make_server_ready
from tracker.store.tables import metadata
from tracker.wiring import open_desk

pytestmark = pytest.mark.postgres

OBJECTS = """
SELECT relname, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,
  pg_get_expr(adbin, adrelid)
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid AND relkind IN ('r', 'v')
LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE relnamespace = 'public'::regnamespace AND attnum > 0
UNION ALL
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), NULL, NULL, NULL, NULL
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL
SELECT tablename, indexname, indexdef, NULL, NULL, NULL, NULL
FROM pg_indexes WHERE schemaname = 'public'
UNION ALL
SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), NULL, NULL, NULL, NULL
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT '', proname, prosrc, NULL, NULL, NULL, NULL
FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""
ADDS = """
    op.add_column("claim", sa.Column("urgency", sa.Integer, nullable=False, server_default="0"))
"""
FAILS = f"""{ADDS}
    op.execute("DELETE FROM tag")
    raise RuntimeError("the power went")
"""


@pytest.fixture
def empty(ledgers):
    yield ledgers.empty()
    ledgers.tidy()


def objects(place: str) -> dict[tuple[str, str], tuple[object, ...]]:
    with raw(place) as file:
        rows = file.execute(OBJECTS).fetchall()
    return {tuple(row[:2]): tuple(row[2:]) for row in rows if row[0] != "alembic_version"}


def revision(place: str) -> str:
    with raw(place) as file:
        return file.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def test_migrating_makes_just_what_is_declared(ledger, empty):
    home = home_of(empty)
    with home.connected() as connection:
        connection.execution_options(**{WRITES: True})
        with connection.begin():
            metadata.create_all(connection)
            connection.exec_driver_sql(search_postgres.TABLE)
            create_derived(connection)
    home.close()
    made, declared = objects(ledger), objects(empty)
    assert made.keys() == declared.keys()
    assert {key: one for key, one in made.items() if one != declared[key]} == {}
    assert (INDEX, "words") in made


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_alembic_finds_nothing_to_change(ledger):
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    home = home_of(ledger)
    with home.connected() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.check(config)
    home.close()


def test_of_four_that_make_a_ledger_at_once_all_find_it_made(empty):
    with ThreadPoolExecutor(4) as programs:
        assert list(programs.map(make_server_ready, [empty] * 4)) == [True] * 4
    assert revision(empty) == "0001"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("CREATE TABLE orders (id integer)", "belongs to another program; nothing was changed"),
        (
            "CREATE TABLE alembic_version (version_num text)",
            "belongs to another program; nothing was changed",
        ),
    ],
)
def test_a_database_of_another_program_is_refused(empty, made, said):
    with raw(empty) as file:
        file.execute(made)
    before = objects(empty)
    with pytest.raises(LedgerError, match=said):
        make_server_ready(empty)
    assert objects(empty) == before


def test_a_ledger_of_a_newer_version_is_refused(ledger):
    with raw(ledger) as file:
        file.execute("UPDATE alembic_version SET version_num = '0999'")
    with pytest.raises(LedgerError, match=r"by a newer version of tracker \(revision 0999\)"):
        make_server_ready(ledger)


def test_an_upgrade_keeps_the_claims_and_what_guards_them(full_desk, ledger, with_later):
    before = full_desk.browsing.dossiers(range(1, 7))
    guards = {key: one for key, one in objects(ledger).items() if "TRIGGER" in str(one[0])}
    full_desk.close()
    with_later(ADDS)
    assert make_server_ready(ledger)
    assert revision(ledger) == "0002"
    assert full_desk.browsing.dossiers(range(1, 7)) == before
    assert guards.items() <= objects(ledger).items()
    assert full_desk.browsing.ids(Filter(search="ferry")) == (1,)
    assert all(not one.problems for one in full_desk.auditing.check())


def test_a_failed_upgrade_leaves_the_ledger_as_it_was(full_desk, ledger, with_later):
    before = objects(ledger)
    with_later(FAILS)
    with pytest.raises(RuntimeError, match="the power went"):
        make_server_ready(ledger)
    assert objects(ledger) == before
    assert revision(ledger) == "0001"


def test_a_database_becomes_a_ledger_when_it_is_first_opened(empty, two_sides):
    from tracker.config import Settings

    desk = open_desk(Settings(empty, "Ada"))
    desk.importing.take_in(two_sides, by="Ada")
    assert desk.browsing.count(Filter()) == 6
    desk.close()
