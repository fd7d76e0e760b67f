"""Asking for a file, and writing a report of what a screen shows."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

from tracker.config import SettingsError, path_named, templates_folder
from tracker.desk.wording import moment_at_end
from tracker.domain.errors import BadInputError
from tracker.domain.listing import Filter
from tracker.report.formats import Format
from tracker.report.report import ReportKind
from tracker.report.wanted import Wanted
from tracker.tui.asking.insisting import insist, something
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.screens.base import TrackerScreen, ask


async def write_unverified(screen: TrackerScreen, where: Filter) -> None:
    """Write the report of unverified claims among those that pass a filter."""
    wanted = Wanted(ReportKind.UNVERIFIED, screen.editor, where)
    await ask(screen.desk.reporting.check, wanted)
    await write_report(screen, wanted)


async def write_report(screen: TrackerScreen, wanted: Wanted, form: Format = Format.HTML) -> None:
    """Write a report into a file that the editor names; its ending says in which format."""
    day = wanted.as_of or datetime.now().astimezone()
    if screen.in_browser:
        await _hand_over(screen, wanted, form, f"{wanted.kind}-{day.astimezone():%Y-%m-%d}.{form}")
        return

    def dialog(before: str | None) -> AskText:
        return AskText(
            f"Write the report: {wanted.kind.heading.lower()}",
            f"Of {wanted.where.words or 'all claims'}. "
            f"The file's ending says how: {' '.join(f'.{one}' for one in Format)}",
            before or f"{wanted.kind}-{day.astimezone():%Y-%m-%d}.{form}",
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

        def write(**_by: str) -> None:
            templates = templates_folder()
            screen.desk.reporting.write(wanted, target, templates=templates, force=force)

        await screen.save(write)
        screen.say(f"Written: {target}")

    await insist(screen, dialog, deed, keep=False)


async def _hand_over(screen: TrackerScreen, wanted: Wanted, form: Format, name: str) -> None:
    """Let the browser keep a report: a file on this machine is not the editor's."""

    def whole() -> bytes:
        return b"".join(screen.desk.reporting.pieces(wanted, form, templates_folder()))

    screen.app.deliver_binary(BytesIO(await ask(whole)), save_filename=name)
    screen.say(f"{name} is with your browser’s downloads.")


async def ask_moment(screen: TrackerScreen, before: datetime | None) -> datetime | None:
    """Ask as of when to report; None for the ledger as it stands now."""
    asked = f"{before.astimezone():%Y-%m-%dT%H:%M}" if before else ""
    moment = before

    def dialog(given: str | None) -> AskText:
        return AskText(
            "As of when?",
            "2026-05-01 for the end of that day, or 2026-05-01T18:00. Empty: as it stands now.",
            asked if given is None else given,
            accept="Show",
        )

    async def deed(text: str) -> None:
        nonlocal moment
        moment = moment_at_end(text)

    await insist(screen, dialog, deed, keep=False)
    return moment


def _target(name: str) -> Path:
    try:
        return path_named(name.strip()).absolute()
    except SettingsError as error:
        raise BadInputError(str(error)) from error
