"""What bears on a claim, as forms: evidence, attempts, and what a status still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.evidence import AttemptDraft, EvidenceDraft, EvidenceKind, Stance
from tracker.domain.status import Missing, Status
from tracker.tui.dialogs.form import Answers, Blank, Form
from tracker.tui.theme import status_words

if TYPE_CHECKING:
    from tracker.desk.reviewing import Backing

NOTHING = "nothing"
"""What a piece of evidence says of the other side, where it says nothing."""

ADDED_IN_A_FORM = (
    Missing.EVIDENCE, Missing.SUPPORTING, Missing.UNDERMINING, Missing.ATTEMPT, Missing.REASON,
)  # fmt: skip

_STANCE_FOR = {
    Missing.SUPPORTING: Stance.SUPPORTS,
    Missing.UNDERMINING: Stance.UNDERMINES,
    Missing.EVIDENCE: Stance.CONTEXT,
}
_NEEDS = {
    Missing.SUPPORTING: "evidence that supports it",
    Missing.UNDERMINING: "evidence that undermines it",
    Missing.EVIDENCE: "evidence",
    Missing.ATTEMPT: "a check that was tried",
    Missing.REASON: "a reason",
}


def evidence_form(named: str, before: Answers | None) -> Form:
    """Ask for a piece of evidence."""
    blanks = _evidence_blanks(None)
    return Form(f"Evidence on {named}", "", blanks, accept="Add", before=before)


def evidence_for_two_form(named: str, other: str, before: Answers | None) -> Form:
    """Ask for a piece of evidence on one claim, and how it bears on the one opposite."""
    blanks = _evidence_blanks(None)
    choices = (NOTHING, *Stance)
    lacking = f"Say how it bears on {other}: {_either(choices)}."
    blanks.append(Blank("other", f"And {other}", choices=choices, needed=True, lacking=lacking))
    body = f"And what it says of {other}, which stands opposite."
    return Form(f"Evidence on {named}", body, blanks, accept="Add", before=before)


def attempt_form(named: str, before: Answers | None) -> Form:
    """Ask what was tried, and what came of it."""
    return Form(f"What was tried on {named}", "", _attempt_blanks(), accept="Log", before=before)


def mark_form(
    status: Status, missing: Sequence[Missing], named: str, before: Answers | None
) -> Form:
    """Ask for exactly what a status still lacks."""
    needs = [_NEEDS[piece] for piece in missing if piece in _NEEDS]
    blanks: list[Blank] = []
    stance = _stance_for(missing)
    if stance is not None:
        blanks += _evidence_blanks(stance)
    if Missing.ATTEMPT in missing:
        blanks += _attempt_blanks()
    if Missing.REASON in missing:
        blanks.append(Blank("reason", "Reason", needed=True, hint="why, for the record"))
    return Form(
        f"Mark {named} {status_words(status)}",
        f"For that it needs {' and '.join(needs)}.",
        blanks,
        accept="Mark",
        before=before,
    )


def backing_of(answers: Answers, missing: Sequence[Missing]) -> Backing:
    """What the form was filled in with."""
    from tracker.desk.reviewing import Backing  # noqa: PLC0415 - not before the first frame

    stance = _stance_for(missing)
    return Backing(
        reason=answers.get("reason", ""),
        evidence=evidence_of(answers, stance) if stance is not None else None,
        attempt=attempt_of(answers) if "what" in answers else None,
    )


def evidence_of(answers: Answers, stance: Stance = Stance.SUPPORTS) -> EvidenceDraft:
    """The piece of evidence that a form describes."""
    return EvidenceDraft(
        url=answers["url"],
        title=answers["title"],
        kind=EvidenceKind(answers["kind"]),
        stance=Stance(answers.get("stance", stance)),
    )


def attempt_of(answers: Answers) -> AttemptDraft:
    """The attempt that a form describes."""
    return AttemptDraft(answers["what"], answers["result"])


def _stance_for(missing: Sequence[Missing]) -> Stance | None:
    return next((_STANCE_FOR[piece] for piece in missing if piece in _STANCE_FOR), None)


def _evidence_blanks(stance: Stance | None) -> list[Blank]:
    """Blanks for evidence; for its stance only where the status does not settle it."""
    blanks = [
        Blank("url", "Address", hint="https://… or where it lies"),
        Blank("title", "Title", hint="what it is; the address, if left empty"),
        Blank("kind", "Kind", EvidenceKind.DOCUMENT, choices=tuple(EvidenceKind)),
    ]
    if stance in (None, Stance.CONTEXT):
        lacking = f"Say how the evidence bears on the claim: {_either(tuple(Stance))}."
        blanks.append(Blank("stance", "It …", choices=tuple(Stance), needed=True, lacking=lacking))
    return blanks


def _either(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}"


def _attempt_blanks() -> list[Blank]:
    return [
        Blank("what", "Tried", needed=True, hint="asked the ministry by telephone"),
        Blank("result", "Result", hint="no answer"),
    ]
