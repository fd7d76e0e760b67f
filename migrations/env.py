"""Alembic's way into a ledger: on the connection handed in, or on TRACKER_LEDGER's file."""

import os

from alembic import context

from tracker.store.database import home_of
from tracker.store.home import WRITES, place_of
from tracker.store.search_text import INDEX
from tracker.store.tables import metadata


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and name is not None and name.startswith(INDEX))


def _run(connection: object) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_name=_ours,
        render_as_batch=True,
        transactional_ddl=True,
        user_module_prefix="types.",
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    with home_of(place_of(os.environ["TRACKER_LEDGER"])).connected() as opened:
        opened.execution_options(**{WRITES: True})
        with opened.begin():
            _run(opened)
