"""What an editor is asked in the middle of an action: each a dialog, None when they leave it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen

from tracker.domain.dossier import Dossier
from tracker.domain.evidence import AttemptDraft, EvidenceDraft, EvidenceKind, Stance
from tracker.domain.facet import Facet
from tracker.domain.fields import FIELDS
from tracker.domain.reference import Kind
from tracker.domain.relation import RELATION_MEANINGS, Relation, RelationKind, RelationState
from tracker.domain.status import Dismissal, Missing, Status
from tracker.tui.dialogs.ask_text import AskText
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.dialogs.form import Blank, Form
from tracker.tui.dialogs.pick_claim import PickClaim
from tracker.tui.screens.base import TrackerScreen, ask
from tracker.tui.theme import status_words
from tracker.tui.words.field_text import text_of_field

if TYPE_CHECKING:
    from tracker.desk.reviewing import Backing

_STANCE_FOR = {
    Missing.SUPPORTING: Stance.SUPPORTS,
    Missing.UNDERMINING: Stance.UNDERMINES,
    Missing.EVIDENCE: Stance.CONTEXT,
}


async def _answer(screen: TrackerScreen, dialog: ModalScreen[Any]) -> Any:
    return await screen.app.push_screen_wait(dialog)


async def ask_backing(
    screen: TrackerScreen, status: Status, missing: Sequence[Missing], count: int
) -> Backing | None:
    """Ask for exactly what a status still lacks."""
    from tracker.desk.reviewing import Backing  # noqa: PLC0415 - not before the first frame

    blanks: list[Blank] = []
    stance = next((_STANCE_FOR[piece] for piece in missing if piece in _STANCE_FOR), None)
    if stance is not None:
        blanks += _evidence_blanks(stance, fixed=stance is not Stance.CONTEXT)
    if Missing.ATTEMPT in missing:
        blanks += _attempt_blanks()
    if Missing.REASON in missing:
        blanks.append(Blank("reason", "Reason", needed=True, hint="why, for the record"))
    if not blanks:
        return Backing()
    many = f"{count} claims: " if count > 1 else ""
    body = f"{many}{'; '.join(_plainly(piece) for piece in missing)}."
    answers = await _answer(
        screen, Form(f"Mark {status_words(status)}", body, blanks, accept="Mark")
    )
    if answers is None:
        return None
    return Backing(
        reason=answers.get("reason", ""),
        evidence=_evidence(answers, stance) if stance is not None else None,
        attempt=_attempt(answers) if "what" in answers else None,
    )


async def ask_evidence(screen: TrackerScreen) -> EvidenceDraft | None:
    """Ask for a piece of evidence."""
    answers = await _answer(
        screen, Form("Evidence", "", _evidence_blanks(Stance.SUPPORTS, fixed=False), accept="Add")
    )
    return None if answers is None else _evidence(answers, Stance.SUPPORTS)


async def ask_attempt(screen: TrackerScreen) -> AttemptDraft | None:
    """Ask what was tried, and what came of it."""
    answers = await _answer(screen, Form("What was tried", "", _attempt_blanks(), accept="Log"))
    return None if answers is None else _attempt(answers)


async def ask_note(screen: TrackerScreen) -> str | None:
    """Ask for a note."""
    text: str | None = await _answer(
        screen, AskText("Note", "For colleagues; it leaves in no report.", many_lines=True)
    )
    return text or None


async def ask_reason(screen: TrackerScreen, title: str) -> str | None:
    """Ask for a reason."""
    text: str | None = await _answer(screen, AskText(title, accept="Go on"))
    return text or None


async def ask_person(screen: TrackerScreen, editor: str) -> str | None:
    """Ask who shall have the claim."""
    text: str | None = await _answer(
        screen, AskText("Who shall have it?", text=editor, accept="Assign")
    )
    return text


async def ask_dismissal(screen: TrackerScreen) -> Dismissal | None:
    """Ask why a claim is dismissed."""
    choices = [Choice(why, why.replace("_", " ")) for why in Dismissal]
    chosen: Dismissal | None = await _answer(
        screen, Choose("Why is it dismissed?", "", choices, accept="Dismiss")
    )
    return chosen


async def ask_field(screen: TrackerScreen, dossier: Dossier) -> tuple[str, list[str]] | None:
    """Ask which field to correct, and its new value."""
    fields = [field for field in FIELDS if Kind.CLAIM in field.kinds]
    choices = [
        Choice(field, field.name, key="-", remark=text_of_field(dossier, field.name)[:40])
        for field in fields
    ]
    field = await _answer(screen, Choose(f"Edit {dossier.claim.ref}", "", choices, accept="Edit"))
    if field is None:
        return None
    body = f"{field.value}{', one to a line' if field.many else ''}."
    now = text_of_field(dossier, field.name)
    text = await _answer(screen, AskText(field.name.capitalize(), body, now, many_lines=field.many))
    if text is None or text == now:
        return None
    return field.name, text.split("\n") if field.many else [text]


async def ask_relation(
    screen: TrackerScreen, number: int, missing: Sequence[Missing] = ()
) -> Relation | None:
    """Ask which claim this one is related to, how, and on which facet; then relate them.

    A relation that is suggested already is offered first.
    """
    against = Missing.COUNTER_CLAIM in missing
    kinds = [RelationKind.CONTRADICTS, RelationKind.DENIES] if against else list(RelationKind)
    if Missing.CORROBORATION in missing:
        kinds = [RelationKind.CORROBORATES]
    dossier = await ask(screen.desk.browsing.dossier, number)
    waiting = [
        tie
        for tie in dossier.ties
        if tie.relation.kind in kinds and tie.relation.state is RelationState.SUGGESTED
    ]
    if waiting and missing:
        suggested = [
            Choice[Relation | None](
                tie.relation, f"{tie.speaker}: {tie.other.statement}", remark=str(tie.relation.kind)
            )
            for tie in waiting
        ]
        suggested.append(Choice(None, "another claim…"))
        chosen = await _answer(
            screen, Choose("Confirm what is suggested?", "", suggested, accept="Confirm")
        )
        if chosen is not None:
            confirm = screen.desk.relating.confirm
            return (await ask(confirm, [chosen.id], by=screen.editor))[0]
    return await _ask_new_relation(screen, dossier, kinds)


async def _ask_new_relation(
    screen: TrackerScreen, dossier: Dossier, kinds: Sequence[RelationKind]
) -> Relation | None:
    other: int | None = await _answer(screen, PickClaim(screen.desk.browsing, dossier))
    if other is None:
        return None
    kind = kinds[0]
    if len(kinds) > 1:
        choices = [Choice(one, one.value, remark=RELATION_MEANINGS[one]) for one in kinds]
        kind = await _answer(screen, Choose(f"{dossier.claim.ref} … it", "", choices))
        if kind is None:
            return None
    facets = [Choice(facet, facet.value, remark=facet.open_question) for facet in Facet]
    facet = await _answer(screen, Choose("On which facet?", "", facets))
    if facet is None:
        return None
    relate = screen.desk.relating.relate
    return await ask(relate, dossier.claim.id, other, kind, facet, by=screen.editor)


def _evidence_blanks(stance: Stance, *, fixed: bool) -> list[Blank]:
    blanks = [
        Blank("url", "Address", hint="https://… or where it lies"),
        Blank("title", "Title", hint="what it is"),
        Blank("kind", "Kind", choices=tuple(EvidenceKind)),
    ]
    if not fixed:
        blanks.append(Blank("stance", "It", stance.value, choices=tuple(Stance)))
    return blanks


def _attempt_blanks() -> list[Blank]:
    return [
        Blank("what", "Tried", needed=True, hint="asked the ministry by telephone"),
        Blank("result", "Result", hint="no answer"),
    ]


def _evidence(answers: dict[str, str], stance: Stance) -> EvidenceDraft:
    return EvidenceDraft(
        url=answers["url"],
        title=answers["title"],
        kind=EvidenceKind(answers["kind"]),
        stance=Stance(answers.get("stance", stance)),
    )


def _attempt(answers: dict[str, str]) -> AttemptDraft:
    return AttemptDraft(answers["what"], answers["result"])


def _plainly(piece: Missing) -> str:
    return piece.sentence.partition(" (")[0]
