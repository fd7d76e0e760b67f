"""Short questions about a claim: why, who, which reason, a note, tags, what it waits for."""

from __future__ import annotations

from tracker.domain.status import Dismissal
from tracker.tui.asking.insisting import something
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.dialogs.form import Answers, Blank, Form

_DISMISSAL_KEYS = {
    Dismissal.NOT_A_CLAIM: "n",
    Dismissal.NOT_CHECKABLE: "c",
    Dismissal.DUPLICATE: "d",
    Dismissal.OUT_OF_SCOPE: "o",
}


def note_text(named: str, before: str | None) -> AskText:
    """Ask for a note."""
    return AskText(
        f"Note on {named}",
        "For colleagues; it leaves in no report.",
        before or "",
        many_lines=True,
        check=something,
    )


def reason_text(title: str, before: str | None, body: str = "") -> AskText:
    """Ask for a reason."""
    return AskText(title, body, before or "", check=something, accept="Go on")


def person_text(named: str, before: str | None) -> AskText:
    """Ask who shall have a claim."""
    return AskText(
        f"Who shall have {named}?", "A name; empty gives it to nobody.", before or "",
        accept="Assign",
    )  # fmt: skip


def tag_text(named: str, before: str | None) -> AskText:
    """Ask for tags."""
    return AskText(
        f"Tag {named}", "Words, with blanks between; “-word” takes one away.", before or "",
        check=something, accept="Tag",
    )  # fmt: skip


def wait_form(named: str, before: Answers | None) -> Form:
    """Ask what a claim waits for, and until when."""
    blanks = [
        Blank("what", "For", needed=True, hint="an answer from the ministry"),
        Blank("until", "Until", hint="2026-05-01 or 2026-05-01T18:00; may stay empty"),
    ]
    return Form(f"{named} waits", "", blanks, accept="Wait", before=before)


def dismissal_choice(named: str) -> Choose[Dismissal]:
    """Ask why a claim is dismissed."""
    choices = [Choice(why, why.replace("_", " "), _DISMISSAL_KEYS[why]) for why in Dismissal]
    return Choose(f"Why dismiss {named}?", "", choices, accept="Dismiss")
