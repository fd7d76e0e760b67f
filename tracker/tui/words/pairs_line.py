"""The line on top of the contradictions: which pair it is, and what there is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracker.domain.contest import Contest
from tracker.domain.listing import Filter
from tracker.domain.relation import RelationState
from tracker.tui.widgets.key_signs import Keys
from tracker.tui.words.page import MUTED, words

if TYPE_CHECKING:
    from tracker.tui.screens.pairs import Paired


def pairs_lines(paired: Paired, contest: Contest, where: Filter, keys: Keys) -> tuple[Content, ...]:
    """Say where one is, in a longer wording and a shorter one."""
    refs = " beside ".join(str(one.claim.ref) for one in contest.sides)
    here = refs if paired.astray else f"{paired.number + 1:,} of {len(paired.every):,}"
    pieces = [words("Contradictions  ", "bold"), words(f"{here}  ")]
    if paired.to_decide:
        pieces.append(words(f"{paired.to_decide:,} to decide  ", "$text-warning"))
    if shown := shown_words(where, paired.state):
        pieces.append(words(f"{shown}  ", "$accent"))
    hint = f"{keys('side(-1)')} {keys('side(1)')} side"
    if contest.others:
        count = len(contest.others) + contest.more
        hint += f"  {keys('further(1)')} {count:,} further account{'s' if count > 1 else ''}"
    return (Content("").join([*pieces, words(hint, MUTED)]), Content("").join(pieces))


def shown_words(where: Filter, state: RelationState | None) -> str:
    """Say which pairs are shown; an empty text where all are."""
    return ", ".join(filter(None, (f"{state} pairs" if state else "", where.words)))
