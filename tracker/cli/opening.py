"""Opening the ledger for one command."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.config import Settings, SettingsError, settings
from tracker.domain.errors import BadInputError

if TYPE_CHECKING:
    from tracker.cli.output import Output
    from tracker.desk.desk import Desk


def settings_of(args: Namespace) -> Settings:
    """Gather what the options, the environment and the settings file say.

    Raises:
        BadInputError: the settings file says what cannot be meant.
    """
    try:
        found = settings(args.ledger, args.editor)
    except SettingsError as error:
        raise BadInputError(str(error)) from error
    return replace(found, color=found.color and not args.no_color)


@contextmanager
def opened(args: Namespace, out: Output, *, briefly: bool = True) -> Iterator[tuple[Desk, str]]:
    """Open the desk on the ledger asked for; yields it and the editor's name.

    It is opened as whoever stays at it would, unless ``briefly``. What its editors should know of
    it, that others can read it, is said when the command is done.

    Raises:
        LedgerError: it cannot be opened.
    """
    from tracker.wiring import open_desk  # noqa: PLC0415 - loads the database's libraries

    found = settings_of(args)
    desk = open_desk(found, briefly=briefly)
    try:
        yield desk, found.editor
        if desk.warning:
            out.hint(desk.warning)
    finally:
        desk.close()
