"""Asking which claim stands on the words that an editor selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.domain.article import Span
from tracker.domain.dossier import Dossier
from tracker.domain.errors import RefusedError
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.screens.base import TrackerScreen, ask

_MOST_LOST = 6


class Moved(NamedTuple):
    """A claim, and the spans on which it is to stand; none where another field is meant."""

    claim: int
    spans: list[str]


async def choose_passage(
    screen: TrackerScreen, chosen: Span, here: Dossier | None, lost: Sequence[int]
) -> Moved | None:
    """Ask whose passage selected words are: the claim's in hand, or one's whose words are lost.

    Raises:
        RefusedError: there is no such claim.
    """
    choices = list(_of_claim(here, chosen)) if here is not None else []
    others = [number for number in lost if here is None or number != here.claim.id]
    for dossier in await ask(screen.desk.browsing.dossiers, others[:_MOST_LOST]):
        claim = dossier.claim
        words = f"{claim.ref}, whose words were lost, stands on these"
        choices.append(Choice(Moved(claim.id, [str(chosen)]), words, remark=claim.statement))
    if not choices:
        raise RefusedError(f"no claim is near these words; {screen.key('accept')} makes one.")
    if here is not None:
        choices.append(Choice(Moved(here.claim.id, []), "correct a field …", "f"))
    statement = here.claim.statement if here is not None else ""
    return await screen.answer_to(Choose("The selected words", statement, choices))


def _of_claim(dossier: Dossier, chosen: Span) -> Sequence[Choice[Moved]]:
    claim = dossier.claim
    found = [Choice(Moved(claim.id, [str(chosen)]), f"{claim.ref} stands on these words", "p")]
    passage = claim.passages[0] if claim.passages else None
    if passage is None or passage.orphaned:
        return found
    apart = [one for one in passage.spans if one.end <= chosen.start or chosen.end <= one.start]
    if apart:
        more = [str(one) for one in sorted((*apart, chosen))]
        found.append(Choice(Moved(claim.id, more), f"{claim.ref} stands on these words too", "t"))
    return found
