"""Asking which field of a claim to correct, and how."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from tracker.domain.attribution import Voice
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.facet_words import words_on
from tracker.domain.fields import FIELDS, Field
from tracker.domain.reference import Kind
from tracker.domain.status import AttributionCheck
from tracker.tui.asking.conflicting import one_that_stands
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
            now = now.replace("_", " ") if field.name in _WORDS else now
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

    async def save(text: str) -> None:
        await edit(field.name, text.split("\n") if field.many else [text])

    told = partial(text_of_field, field=field.name)
    return await insist(screen, dialog, one_that_stands(screen, dossier, told, save))


async def _edit_word(screen: TrackerScreen, dossier: Dossier, field: Field, edit: Edit) -> bool:
    vocabulary, now = _WORDS[field.name], text_of_field(dossier, field.name)
    title = f"{dossier.claim.ref} {field.name}"

    def dialog(before: str | None) -> Choose[str]:
        choices = [Choice(str(word), word.replace("_", " ")) for word in vocabulary]
        word = now if before is None else before
        first = vocabulary.index(word) if word in vocabulary else 0
        return Choose(title, "", choices, first=first, accept="Save")

    async def save(word: str) -> None:
        await edit(field.name, [word])

    told = partial(text_of_field, field=field.name)
    return await insist(screen, dialog, one_that_stands(screen, dossier, told, save), keep=False)


async def _edit_event(screen: TrackerScreen, dossier: Dossier, edit: Edit) -> bool:
    found = await ask(screen.desk.browsing.events, limit=_MOST_EVENTS)
    events = {f"{line.ref} {line.title}": line for line in found}
    now = _event_of(dossier)

    def dialog(before: str | None) -> Choose[str]:
        choices = [Choice(one, line.title, remark=str(line.ref)) for one, line in events.items()]
        choices.append(Choice("", "no event"))
        told = now if before is None else before
        first = next((place for place, one in enumerate(events) if one == told), 0)
        title = f"What is {dossier.claim.ref} about?"
        return Choose(title, "", choices, first=first, accept="Save")

    async def save(event: str) -> None:
        await edit("event", [event.partition(" ")[0] or "none"])

    return await insist(
        screen, dialog, one_that_stands(screen, dossier, _event_of, save), keep=False
    )


def _event_of(dossier: Dossier) -> str:
    return f"{dossier.event.ref} {dossier.event.title}" if dossier.event else ""


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

    def told(found: Dossier) -> str:
        return f"{words_on(found.claim, facet) or ''}\n{means_of_facet(found, facet)}"

    async def save(text: str) -> None:
        words, _, means = text.partition("\n")
        await edit("facet", [facet.value, words, means] if means else [facet.value, words])

    stands = one_that_stands(screen, dossier, told, save)
    return await insist(
        screen, dialog, lambda answers: stands(f"{answers['words']}\n{answers['means']}")
    )
