"""Asking what to merge a source with, how to split it, which of its fields to correct."""

from __future__ import annotations

from functools import partial

from tracker.domain.errors import BadInputError, UnknownRefError
from tracker.domain.fields import FIELDS, Field
from tracker.domain.reference import Kind, Ref
from tracker.domain.source import Reliability, Source, SourceKind
from tracker.tui.asking.insisting import insist, warn_of_names
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.dialogs.dialog import Dialog
from tracker.tui.dialogs.form import Answers, Blank, Form
from tracker.tui.screens.base import TrackerScreen, ask

_KEYS = {
    "name": "n", "role": "o", "kind": "i", "aliases": "a", "affiliation": "f", "reliability": "r",
    "own-origin": "w", "restricted-name": "p",
}  # fmt: skip
_WORDS: dict[str, tuple[str, ...]] = {
    "kind": tuple(SourceKind),
    "reliability": tuple(Reliability),
    "own-origin": ("yes", "no"),
}
_SHOWN = 44


async def merge_source(screen: TrackerScreen, kept: Source) -> bool:
    """Ask which source goes into this one until the desk takes it; say whether it did."""

    def dialog(before: str | None) -> AskText:
        body = f"Its claims and names go to {kept.name}."
        return AskText(f"Which source is {kept.ref}, too?", f"S7, or its name. {body}",
                       before or "", accept="Merge")  # fmt: skip

    async def deed(text: str) -> None:
        other = await _meant(screen, text)
        curating = screen.desk.curating
        unlike = await ask(curating.unlike, kept.ref, other)
        if unlike and not await screen.answer_to(_are_they_one(kept.ref, other, unlike)):
            raise BadInputError(f"{other} was not merged; name another, or leave with esc.")
        await screen.save(curating.merge, kept.ref, other)
        screen.say(f"{other} merged into {kept.ref}.")

    return await insist(screen, dialog, deed, keep=False)


def _are_they_one(kept: Ref, other: Ref, unlike: str) -> Confirm:
    return Confirm(f"Are {kept} and {other} one and the same?", f"{unlike}.", accept="Merge")


async def split_source(screen: TrackerScreen, source: Source) -> bool:
    """Ask what parts from a source until the desk takes it; say whether it did."""

    def dialog(before: Answers | None) -> Form:
        blanks = [
            Blank("name", "Name", hint="of the new source", needed=True),
            Blank("claims", "Claims", hint="that go with it: C3 C12"),
        ]
        return Form(f"Split {source.ref} {source.name}", "", blanks, before=before, accept="Split")

    async def deed(answers: Answers) -> None:
        words = answers["claims"].replace(",", " ").split()
        claims = [Ref.parse(word, among=(Kind.CLAIM,)).number for word in words]
        split = partial(screen.desk.curating.split, claims=claims, name=answers["name"])
        parted = await screen.save(split, source.ref)
        screen.say(f"{parted.new} split from {source.ref}.")

    return await insist(screen, dialog, deed, keep=False)


async def edit_source(screen: TrackerScreen, source: Source) -> bool:
    """Ask for a field of a source and its new value until the desk takes it; say whether it did."""
    field = await screen.answer_to(_which_field(source))
    if field is None:
        return False
    now = _text_of(source, field.name)

    async def deed(text: str) -> None:
        values = text.split("\n") if field.many else [text]
        if text != now:
            told = await screen.save(screen.desk.editing.edit, source.ref, field.name, values)
            warn_of_names(screen, title, told)

    title = f"{source.ref} {field.name}"

    def dialog(before: str | None) -> Dialog[str]:
        text = now if before is None else before
        if field.name in _WORDS:
            vocabulary = [str(word) for word in _WORDS[field.name]]
            choices = [Choice(word, word.replace("_", " ")) for word in vocabulary]
            first = vocabulary.index(text) if text in vocabulary else 0
            return Choose(title, "", choices, first=first, accept="Save")
        body = f"{field.value}{', one to a line' if field.many else ''}."
        return AskText(title, body[:1].upper() + body[1:], text, many_lines=field.many)

    return await insist(screen, dialog, deed, keep=False)


def _which_field(source: Source) -> Choose[Field]:
    choices = []
    for field in FIELDS:
        if Kind.SOURCE in field.kinds:
            now = _text_of(source, field.name).replace("\n", "; ")
            shown = f"{now[:_SHOWN]}…" if len(now) > _SHOWN else now
            choices.append(Choice(field, field.name, _KEYS.get(field.name, ""), remark=shown))
    return Choose(f"Edit {source.ref}", "", choices, accept="Edit")


def _text_of(source: Source, field: str) -> str:
    match field:
        case "aliases":
            return "\n".join(source.aliases)
        case "affiliation":
            return f"S{source.affiliation_id}" if source.affiliation_id else ""
        case "own-origin":
            return "yes" if source.own_origin else "no"
        case "restricted-name":  # nobody is shown it
            return ""
    return str(getattr(source, field))


async def _meant(screen: TrackerScreen, text: str) -> Ref:
    """The source of a reference, or else of a name that only one has.

    Raises:
        BadInputError: none has it, or several have.
    """
    try:
        return Ref.parse(text, among=(Kind.SOURCE,))
    except UnknownRefError:
        found = await ask(screen.desk.browsing.sources, text, 50)
    exact = [line for line in found if line.name.casefold() == text.strip().casefold()]
    if len(exact or found) != 1:
        raise BadInputError(f"No source, or several, are called “{text}”; give S7.")
    return (exact or found)[0].ref
