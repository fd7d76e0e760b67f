"""Asking which field of a claim to correct, and how."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum

from tracker.domain.attribution import Voice
from tracker.domain.dossier import Dossier
from tracker.domain.errors import ChangedMeanwhileError
from tracker.domain.facet import Facet
from tracker.domain.fields import FIELDS, Field
from tracker.domain.reference import Kind
from tracker.domain.side_by_side import words_on
from tracker.domain.status import AttributionCheck
from tracker.tui.asking.conflicting import Stands, which_stands
from tracker.tui.asking.insisting import insist
from tracker.tui.asking.relating import facet_choice
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.dialogs.form import Answers, Blank, Form
from tracker.tui.screens.base import TrackerScreen, ask
from tracker.tui.words.field_text import means_of_facet, text_of_field

Edit = Callable[[str, list[str]], Awaitable[object]]
"""Gives a field new values, or raises a refusal."""

_KEYS = {
    "statement": "s", "quote": "q", "span": "g", "cue": "c", "voice": "v", "hedge": "h",
    "speaker": "p", "chain": "n", "figures": "f", "facet": "a", "caveats": "w", "checkable": "o",
    "event": "e", "said": "t", "check": "r", "due": "d",
}  # fmt: skip
_WORDS: dict[str, tuple[str, ...]] = {
    "voice": tuple(Voice),
    "check": tuple(AttributionCheck),
    "checkable": ("yes", "no"),
}
_MOST_EVENTS = 50
_SHOWN = 44


async def edit_field(screen: TrackerScreen, dossier: Dossier, edit: Edit) -> bool:
    """Ask for a field and its new value until the desk takes it; say whether it did."""
    field = await screen.answer_to(_which_field(dossier))
    if field is None:
        return False
    match field.name:
        case "facet":
            return await _edit_facet(screen, dossier, edit)
        case "event":
            return await _edit_event(screen, dossier, edit)
        case "voice" | "check" | "checkable":
            return await _edit_word(screen, dossier, field, edit)
    return await _edit_text(screen, dossier, field, edit)


def _which_field(dossier: Dossier) -> Choose[Field]:
    choices = []
    for field in FIELDS:
        if Kind.CLAIM in field.kinds:
            now = text_of_field(dossier, field.name).replace("\n", "; ")
            shown = f"{now[:_SHOWN]}…" if len(now) > _SHOWN else now
            choices.append(Choice(field, field.name, _KEYS.get(field.name, ""), remark=shown))
    return Choose(f"Edit {dossier.claim.ref}", "", choices, accept="Edit")


async def _edit_text(screen: TrackerScreen, dossier: Dossier, field: Field, edit: Edit) -> bool:
    now = text_of_field(dossier, field.name)
    title = f"{dossier.claim.ref} {field.name}"
    body = f"{field.value}{', one to a line' if field.many else ''}."

    def dialog(before: str | None) -> AskText:
        text = now if before is None else before
        return AskText(title, body[:1].upper() + body[1:], text, many_lines=field.many)

    async def deed(text: str) -> None:
        nonlocal now
        while text != now:
            try:
                return await save(text)
            except ChangedMeanwhileError as error:
                found = await ask(screen.desk.browsing.dossier, dossier.claim.id)
                theirs = text_of_field(found, field.name)
                if theirs == text:
                    return None
                if theirs == now:  # what they changed is another field
                    raise
                match await which_stands(screen, error, text, theirs):
                    case Stands.NEITHER:
                        raise
                    case Stands.THEIRS:
                        return None
                now = theirs
        return None

    async def save(text: str) -> None:
        await edit(field.name, text.split("\n") if field.many else [text])

    return await insist(screen, dialog, deed)


async def _edit_word(screen: TrackerScreen, dossier: Dossier, field: Field, edit: Edit) -> bool:
    vocabulary, now = _WORDS[field.name], text_of_field(dossier, field.name)
    choices = [Choice(word, word.replace("_", " ")) for word in vocabulary]
    first = vocabulary.index(now) if now in vocabulary else 0
    word = await screen.answer_to(
        Choose(f"{dossier.claim.ref} {field.name}", "", choices, first=first, accept="Save")
    )
    if word is None or word == now:
        return False
    await edit(field.name, [word.value if isinstance(word, StrEnum) else word])
    return True


async def _edit_event(screen: TrackerScreen, dossier: Dossier, edit: Edit) -> bool:
    found = await ask(screen.desk.browsing.events, limit=_MOST_EVENTS)
    choices = [Choice(str(line.ref), line.title, remark=str(line.ref)) for line in found]
    choices.append(Choice("none", "no event"))
    now = dossier.claim.event_id
    first = next((n for n, line in enumerate(found) if line.id == now), 0)
    event = await screen.answer_to(
        Choose(f"What is {dossier.claim.ref} about?", "", choices, first=first, accept="Save")
    )
    if event is None:
        return False
    await edit("event", [event])
    return True


async def _edit_facet(screen: TrackerScreen, dossier: Dossier, edit: Edit) -> bool:
    known = next((value.facet for value in dossier.claim.facets), None)
    facet: Facet | None = await screen.answer_to(
        facet_choice(f"{dossier.claim.ref} – which facet?", known)
    )
    if facet is None:
        return False
    now = {"words": words_on(dossier.claim, facet) or "", "means": means_of_facet(dossier, facet)}

    def dialog(before: Answers | None) -> Form:
        blanks = [
            Blank("words", "Words", now["words"], hint="as the article has them; empty: none"),
            Blank("means", "Whom", now["means"], hint="S7 or a name, where they mean a source"),
        ]
        return Form(f"{dossier.claim.ref} {facet}", "", blanks, before=before)

    async def deed(answers: Answers) -> None:
        values = [facet.value, answers["words"], answers["means"]]
        await edit("facet", values if answers["means"] else values[:2])

    return await insist(screen, dialog, deed)
