"""Opening the ledger for one command."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.config import Settings, settings

if TYPE_CHECKING:
    from tracker.desk.desk import Desk


def settings_of(args: Namespace) -> Settings:
    """Gather what the options and the environment say."""
    found = settings(args.ledger, args.editor)
    return replace(found, color=found.color and not args.no_color)


@contextmanager
def opened(args: Namespace) -> Iterator[tuple[Desk, str]]:
    """Open the desk on the ledger asked for; yields it and the editor's name.

    Raises:
        LedgerError: it cannot be opened.
    """
    from tracker.wiring import open_desk  # noqa: PLC0415 - loads the database's libraries

    found = settings_of(args)
    desk = open_desk(found)
    try:
        yield desk, found.editor
    finally:
        desk.close()
