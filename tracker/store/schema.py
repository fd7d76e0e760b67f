"""The ledger file: created, brought up to date."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from tracker.domain.errors import LedgerError
from tracker.resources import migrations_folder
from tracker.store.backup import copy_ledger
from tracker.store.complaints import said_plainly
from tracker.store.derived import create_derived, drop_derived, keep_used, numbers_used
from tracker.store.home import ANNOUNCED, APPLICATION_ID, HEAD, WRITES
from tracker.store.keying import note_in_new_ledger
from tracker.store.recognising import revision_of
from tracker.store.sqlite import sqlite_engine
from tracker.store.unfinished import put_in_place, unfinished

COPIES_KEPT = 3
"""Copies from before upgrades; each is as large as the ledger was."""


def make_ready(path: Path, *, now: datetime) -> Path | None:
    """Create the ledger, or bring it up to date; returns the backup made before an upgrade.

    Raises:
        LedgerError: the file is no ledger, was made by a newer version, or cannot be written.
    """
    if not os.path.lexists(path):
        _create(path)
        return None
    found = revision_of(path)
    if found == HEAD:
        return None
    safe_copy = _free_name(path, f"{path.stem}-before-{HEAD}-{now:%Y%m%dT%H%M%S}")
    copy_ledger(path, safe_copy)
    _throw_away_older(path, but=safe_copy)
    try:
        upgrade(path)
    except Exception as error:
        raise LedgerError(
            f"{path} could not be brought up to date and was left as it was; a copy from before "
            f"is {safe_copy} ({getattr(error, 'orig', None) or error})."
        ) from error
    return safe_copy


def upgrade(path: Path) -> None:
    """Run the migrations that a file lacks, in one transaction, triggers off meanwhile."""
    engine = sqlite_engine(path, foreign_keys=False)
    try:
        with engine.connect() as connection:
            immediate = connection.execution_options(**{WRITES: True, ANNOUNCED: True})
            with immediate.begin():
                migrate(immediate)
                _seal(immediate)
    finally:
        engine.dispose()


def _seal(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise LedgerError(f"{len(broken)} rows would point nowhere after the upgrade.")


def _free_name(path: Path, stem: str) -> Path:
    """A name beside the ledger that nothing has; two upgrades may begin in one second."""
    endings = ("", *(f"-{os.getpid()}-{number}" for number in range(1, 1000)))
    names = (path.with_name(f"{stem}{ending}{path.suffix}") for ending in endings)
    return next(name for name in names if not name.exists())


def _throw_away_older(path: Path, *, but: Path) -> None:
    """Keep a copy from before an upgrade, and the latest others by the moments in their names."""
    named = rf"{re.escape(path.stem)}-before-\w+-([0-9]{{8}}T[0-9]{{6}})(?:-[0-9]+){{0,2}}"
    copies = [
        (one == but, found[1], one.name, one)
        for one in path.parent.iterdir()
        if one.suffix == path.suffix and (found := re.fullmatch(named, one.stem))
    ]
    for *_, older in sorted(copies)[:-COPIES_KEPT]:
        with suppress(OSError):
            older.unlink()


def _create(path: Path) -> None:
    """Make a new ledger beside its place and move it there whole, readable by its owner only."""
    try:
        for folder in reversed([path.parent, *path.parent.parents]):
            folder.mkdir(mode=0o700, exist_ok=True)  # as parents, others could enter them
        with unfinished(path) as building, said_plainly(path):
            upgrade(building)
            with suppress(FileExistsError):  # somebody made it at the same moment: theirs stands
                put_in_place(building, path)
    except OSError as error:
        raise LedgerError(
            f"a ledger cannot be made in {path.parent} ({error.strerror})."
        ) from error


def migrate(connection: Connection) -> None:
    """Run the migrations that a ledger lacks, in the transaction under way, without triggers."""
    from alembic import command  # noqa: PLC0415 - half a second, needed only here
    from alembic.config import Config  # noqa: PLC0415

    drop_derived(connection)
    used = numbers_used(connection)
    config = Config(attributes={"connection": connection})
    # Config interpolates, so a percent sign in the path must be doubled.
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    command.upgrade(config, "head")
    keep_used(connection, used)
    create_derived(connection)
    note_in_new_ledger(connection)
