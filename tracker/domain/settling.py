"""Settling: what two claims that cannot both be right still need before an editor can decide."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.dossier import Dossier
from tracker.domain.evidence import Stance
from tracker.domain.phrasing import listed
from tracker.domain.side_by_side import Pair
from tracker.domain.status import Status

_DECIDED = (Status.CONFIRMED, Status.REFUTED, Status.MISLEADING)
_STANCES = {
    Stance.SUPPORTS: "for",
    Stance.UNDERMINES: "against",
    Stance.CONTEXT: "context",
    Stance.INCONCLUSIVE: "inconclusive",
}


def open_question(pair: Pair) -> str:
    """What is not known while the two stand against each other; empty where they do not."""
    return listed(facet.open_question for facet in pair.open_facets) if pair.open_facets else ""


def still_needed(pair: Pair) -> str:
    """What has been found and tried on the open question, and so what is still missing."""
    sides = (pair.left, pair.right)
    decided = [f"{one.claim.ref} {one.claim.status}" for one in sides if _is_decided(one)]
    if decided:
        return f"decided: {listed(decided)}"
    found = [words for one in sides if (words := _found(one))]
    tried = sum(len(one.attempts) for one in sides)
    evidence = "; ".join(found) if found else "no evidence on either side"
    checks = f"{tried} checks" if tried > 1 else "one check" if tried else "nothing"
    return f"{evidence}, {checks} tried"


def _is_decided(dossier: Dossier) -> bool:
    return dossier.claim.status in _DECIDED


def _found(dossier: Dossier) -> str:
    counts = list(_counts(dossier))
    return f"{dossier.speaker}: {listed(counts)}" if counts else ""


def _counts(dossier: Dossier) -> Iterator[str]:
    for stance in Stance:
        count = sum(one.stance is stance for one in dossier.evidence)
        if count:
            yield f"{count} {_STANCES[stance]}"
