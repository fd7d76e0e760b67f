"""What is let through: accusations more easily than other readings; "quoted as saying" once."""

from __future__ import annotations

from functools import cache

import numpy as np

from tracker.extract.cues import class_names
from tracker.extract.proposals import Proposal
from tracker.extract.sheet import Sheet
from tracker.extract.tokens import DEPS

_GRAVE = ("v.accuse", "v.blame", "v.deny")
_LENIENCY = 0.5
_AS_COMPLEMENT = DEPS.index("pcomp")


def leniency(sheet: Sheet, cue: int) -> float:
    """Return the factor on the floor: a desk would rather dismiss an accusation than miss one."""
    return _LENIENCY if sheet.tokens.lexicon[cue, list(_grave_columns())].any() else 1.0


def unquoted(sheet: Sheet, judged: list[tuple[Proposal, float]]) -> list[tuple[Proposal, float]]:
    """Read "X was quoted as saying that" as X saying it, and leave out the quoting."""
    by_cue = {proposal.cue: (proposal, score) for proposal, score in judged}
    for proposal, score in judged:
        quoting = _quoting(sheet, proposal.cue)
        if quoting in by_cue and len(proposal.said):
            _, other = by_cue.pop(quoting)
            by_cue[proposal.cue] = (proposal, max(score, other))
    return list(by_cue.values())


def _quoting(sheet: Sheet, cue: int) -> int:
    """Return the row of the participle of "quoted as saying" above the cue, or -1."""
    tokens = sheet.tokens
    preposition = int(tokens.head[cue])
    if tokens.dep[cue] != _AS_COMPLEMENT or tokens.lower[preposition] != "as":
        return -1
    return int(tokens.head[preposition])


@cache
def _grave_columns() -> tuple[int, ...]:
    names = np.array(class_names())
    return tuple(int(at) for at in np.flatnonzero(np.isin(names, _GRAVE)))
