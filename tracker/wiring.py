"""Wiring: settings become a desk on an open ledger; nothing else builds things."""

from __future__ import annotations

import os
import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.config import Settings, data_folder
from tracker.domain.errors import LedgerError, RefusedError
from tracker.domain.status import Stage
from tracker.store.home import HEAD, place_of

if TYPE_CHECKING:
    from tracker.desk.desk import Desk
    from tracker.store.glimpse import Glimpse
    from tracker.store.recovering import Recovered

# ruff: noqa: PLC0415 - what few runs need is loaded by them: a command is to be there at once

SAMPLE_EDITOR = "sample"


def glimpse(settings: Settings, limit: int) -> Glimpse:
    """Read the first lines of the queue, if that can be done at once."""
    from tracker.store.glimpse import NOTHING, glimpse_of

    place = place_of(settings.ledger)
    return NOTHING if isinstance(place, str) else glimpse_of(place, limit)


def open_desk(settings: Settings, *, briefly: bool = False) -> Desk:
    """Open the ledger that the settings name, making or upgrading it as needed.

    Only who opens it ``briefly`` may read it on a full disk: it is read as if nobody wrote to it,
    and in the long run somebody would.

    Raises:
        LedgerError: it is no ledger, was made by a newer version, or cannot be made.
        RefusedError: the editor has no name.
    """
    from tracker.desk.desk import Desk
    from tracker.store.database import Database
    from tracker.store.recognising import revision_of

    if not settings.editor:
        raise RefusedError("an editor needs a name (--as NAME).")
    place = place_of(settings.ledger)
    safe_copy, full = None, False
    if isinstance(place, str):
        from tracker.store.server_schema import make_server_ready

        read_only = not make_server_ready(place)
    elif read_only := _there(place) and not _writable(place):
        revision_of(place)
    elif not os.path.lexists(place) or revision_of(place) != HEAD:
        from tracker.store.schema import make_ready

        safe_copy = make_ready(place, now=_now())
    else:
        from tracker.store.full_disk import lacks_room

        full = lacks_room(place)
        if full and not briefly:
            raise LedgerError(
                f"{place}: the disk is full, and the desk needs room beside the ledger. Free some; "
                "“tracker claims”, “tracker show” and “tracker report” read it meanwhile."
            )
    database = Database(place, clock=_now, new_uid=_new_uid, read_only=read_only, full=full)
    return Desk(database, safe_copy=safe_copy)


def open_demo(settings: Settings, *, fresh: bool) -> Desk:
    """Open the ledger that holds the sample, loading it where it is not there yet."""
    from tracker.intake.from_seed import read_seed
    from tracker.resources import seed_folder
    from tracker.store.shape import lacks_something

    path = data_folder() / "demo.db"
    if fresh:
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    # Before the first release, versions of one revision had other tables.
    kept = _put_aside(path) if path.is_file() and lacks_something(path) else None
    desk = open_desk(replace(settings, ledger=str(path)))
    desk.put_aside = kept
    desk.importing.take_in(read_seed(seed_folder()), by=SAMPLE_EDITOR, stage=Stage.OPEN)
    return desk


def _put_aside(path: Path) -> Path:
    """Give a ledger another name, beside its own."""
    kept = path.with_name(f"{path.stem}.{_now():%Y%m%dT%H%M%S}.db")
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(kept.with_name(kept.name + ending))
    return kept


def recover_ledger(settings: Settings, target: Path) -> tuple[Recovered, ...]:
    """Save what can be read of the ledger that the settings name into a new file.

    Raises:
        LedgerError: there is no such file, nothing of it can be read, or the target exists.
    """
    from tracker.store.recovering import recover

    place = place_of(settings.ledger)
    if isinstance(place, str):
        raise LedgerError("a ledger on a server is recovered from its pg_dump.")
    if not _there(place) or not place.is_file():
        raise LedgerError(f"there is no ledger {place} to recover.")
    return recover(place, target)


def _there(path: Path) -> bool:
    """Say whether something lies at a path.

    Raises:
        LedgerError: nobody can look, as in a folder that is not ours to enter.
    """
    try:
        return path.exists()
    except OSError as error:
        raise LedgerError(f"{path} cannot be reached ({error.strerror}).") from error


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _now() -> datetime:
    return datetime.now(UTC)


def _new_uid() -> str:
    return uuid.uuid4().hex
