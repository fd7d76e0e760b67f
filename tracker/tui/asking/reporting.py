"""Asking for a file, and writing a report of what a screen shows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tracker.domain.errors import BadInputError
from tracker.domain.listing import Filter
from tracker.tui.asking.insisting import insist, something
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.screens.base import TrackerScreen, ask


async def write_report(screen: TrackerScreen, where: Filter) -> None:
    """Write the report of unverified claims among those that pass a filter."""
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    report = await ask(screen.desk.reporting.unverified, where, by=screen.editor)

    def dialog(before: str | None) -> AskText:
        return AskText(
            "Write the report of unverified claims",
            f"Of {where.words or 'all claims'}. The file's ending says how: .html .md .csv .json",
            before or f"unverified-{today}.html",
            check=something,
            accept="Write",
        )

    async def deed(name: str) -> None:
        target = _target(name)
        force = await ask(target.is_file)
        if force:
            body = "It is there already. Put the new report in its place?"
            if not await screen.answer_to(Confirm(str(target), body, accept="Replace")):
                raise BadInputError("That file stays as it is; name another.")
        await ask(screen.desk.reporting.write, report, target, force=force)
        screen.say(f"Written: {target}")

    await insist(screen, dialog, deed)


def _target(name: str) -> Path:
    try:
        return Path(name.strip()).expanduser().absolute()
    except RuntimeError:
        raise BadInputError(f"“{name.strip()}” names the home of somebody unknown.") from None
