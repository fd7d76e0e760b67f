"""Asking what is claimed with the words that an editor selected, and by whom."""

from __future__ import annotations

from tracker.domain.article import Span
from tracker.domain.claim import Claim
from tracker.domain.errors import BadInputError, UnknownSourceError
from tracker.domain.source import SourceKind
from tracker.tui.asking.insisting import insist
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.dialogs.form import Answers, Blank, Form
from tracker.tui.screens.base import TrackerScreen, ask

_SHOWN = 160
"""Code points of the selected words that are shown above the form."""


async def claim_words(screen: TrackerScreen, article: int, span: Span, said: str) -> Claim | None:
    """Make a claim of words of an article, ``said`` as they stand; None if the editor leaves."""
    claiming = screen.desk.claiming
    offer = await ask(claiming.offer, article, span)
    shown = f"“{said[:_SHOWN]}…”" if len(said) > _SHOWN else f"“{said}”"
    others = f"\nSaid by others nearby: {' · '.join(offer.others)}" if offer.others else ""
    made: Claim | None = None

    def dialog(before: Answers | None) -> Form:
        blanks = [
            Blank("statement", "Claimed", offer.statement, needed=True,
                  hint="so that it reads on after “X said”"),
            Blank("speaker", "Said by", offer.speaker,
                  hint="a name, or S7; empty: the article in its own voice"),
        ]  # fmt: skip
        return Form("A claim of these words", f"{shown}{others}", blanks, accept="Claim",
                    before=before)  # fmt: skip

    async def deed(answers: Answers) -> None:
        nonlocal made
        given = (article, span, answers["statement"], answers["speaker"])
        try:
            made = await screen.save(claiming.claim, *given)
        except UnknownSourceError:
            kind = await screen.answer_to(_which_kind(answers["speaker"]))
            if kind is None:
                raise BadInputError("Name a source that there is, or say what it is.") from None
            made = await screen.save(claiming.claim, *given, kind=kind)

    await insist(screen, dialog, deed)
    return made


def _which_kind(name: str) -> Choose[SourceKind]:
    choices = [Choice(kind, kind.words) for kind in SourceKind]
    return Choose(f"“{name}” is new here. What is it?", "", choices, accept="Add")
