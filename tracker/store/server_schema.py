"""The ledger on a server: recognised, created, brought up to date."""

from __future__ import annotations

from sqlalchemy import Connection, Row

from tracker.domain.errors import LedgerError
from tracker.store import schema
from tracker.store.home import ANNOUNCED, HEAD, REVISION, WRITES
from tracker.store.postgres import PostgresDatabase
from tracker.store.recognising import refuse_newer

_OURS = "a ledger of tracker"
"""Says on the table of the revision whose it is; others use Alembic too."""

_LOOK = """
SELECT revision.table IS NOT NULL AS there,
  obj_description(revision.table, 'pg_class') AS whose,
  EXISTS (SELECT 1 FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')) AS occupied,
  current_schema() IS NOT NULL
    AND has_schema_privilege(current_schema(), 'CREATE') AS may_create,
  pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS fixed
FROM (SELECT to_regclass(quote_ident(current_schema()) || '.alembic_version')) AS revision ("table")
"""


def make_server_ready(place: str) -> bool:
    """Create the ledger, or bring it up to date; returns whether one may write in it.

    Raises:
        LedgerError: the server cannot be reached, its database is not a ledger or was made by a
            newer version, or the role may not do what is needed.
    """
    home = PostgresDatabase(place)
    try:
        with home.connected() as connection:
            with connection.begin():
                here = _look(connection, home.name)
                found = _revision(connection, home.name) if here.there else None
                if found == HEAD:
                    return not here.fixed and _may_write(connection)
            if found is None and not here.may_create:
                raise LedgerError(
                    f"{home.name} holds no ledger, and your role may not make one there."
                )
            _upgrade(connection, home.name)
            return True
    finally:
        home.close()


def _look(connection: Connection, name: str) -> Row[tuple[bool, str | None, bool, bool, bool]]:
    here = connection.exec_driver_sql(_LOOK).one()
    if here.whose != _OURS if here.there else here.occupied:
        raise LedgerError(
            f"{name} belongs to another program; nothing was changed. Make a database, or a "
            "schema, for the ledger alone."
        )
    return here


def _revision(connection: Connection, name: str) -> str:
    found = connection.exec_driver_sql(REVISION).scalar()
    if found is None:
        raise LedgerError(f"{name} is damaged: it does not say which revision it has.")
    refuse_newer(found, name)
    return str(found)


def _may_write(connection: Connection) -> bool:
    query = "SELECT has_table_privilege('history', 'INSERT')"
    return bool(connection.exec_driver_sql(query).scalar())


def _upgrade(connection: Connection, name: str) -> None:
    """Run the migrations that the ledger lacks, in one transaction; others wait meanwhile."""
    # As if an import had been announced by this program: where it is told may not be made yet.
    connection.execution_options(**{WRITES: True, ANNOUNCED: True})
    with connection.begin():
        here = _look(connection, name)
        if here.there and _revision(connection, name) == HEAD:
            return  # somebody else did it while this one was waiting
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        schema.migrate(connection)
        connection.exec_driver_sql(f"COMMENT ON TABLE alembic_version IS '{_OURS}'")
