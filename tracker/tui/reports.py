"""Writing a report from a screen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tracker.domain.listing import Filter
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.screens.base import TrackerScreen, ask


async def ask_and_write_report(screen: TrackerScreen, where: Filter) -> None:
    """Ask for a file, and write the unverified-claims report of the claims that pass a filter."""
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    shown = where.words or "all claims"
    name: str | None = await screen.app.push_screen_wait(
        AskText(
            "Write the report of unverified claims",
            f"Of {shown}. The file's ending says how: .html .md .csv .json",
            f"unverified-{today}.html",
            accept="Write",
        )
    )
    if not name or not name.strip():
        return
    written = await ask(_write, screen, where, name.strip())
    screen.say(f"Written: {written}")


def _write(screen: TrackerScreen, where: Filter, name: str) -> Path:
    target = Path(name).expanduser().absolute()
    reporting = screen.desk.reporting
    report = reporting.unverified(where, by=screen.editor)
    reporting.write(report, target)
    return target
