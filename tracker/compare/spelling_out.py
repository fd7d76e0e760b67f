"""Spelling out: a denial that only points ("denied this") is worded by what it denies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.domain.draft import ClaimDraft, RelationDraft, SourceDraft
from tracker.domain.relation import RelationKind

_POINTS = re.compile(r"(?:it|this|that|these|those) (?:is|are) not true")
_OF_SELF = re.compile(r"(?:he|she)\b")
_NOT_TRUE = "not true"
_MOST = 2
"""Claims, at most, that one denial is worded by; what rejects more is not one clause."""


def spelt_out(
    claims: Sequence[ClaimDraft],
    relations: Sequence[RelationDraft],
    sources: Sequence[SourceDraft],
) -> tuple[ClaimDraft, ...]:
    """Word each denial that only points by what it is proposed to deny; its passage stays."""
    names = {one.key: one.name for one in sources if one.name}
    denied: defaultdict[str, set[str]] = defaultdict(set)
    for one in relations:
        if one.kind is RelationKind.DENIES:
            denied[one.a].add(one.b)
    return tuple(
        _worded(claim, [_named(one, names) for one in claims if one.key in denied[claim.key]])
        if _POINTS.fullmatch(claim.statement)
        else claim
        for claim in claims
    )


def _worded(claim: ClaimDraft, denied: Sequence[str]) -> ClaimDraft:
    """A denial as a clause; of a denial, which would make two, it is left as it was."""
    if not 0 < len(denied) <= _MOST or any(_NOT_TRUE in one for one in denied):
        return claim
    return replace(claim, statement=f"it is not true that {' and that '.join(denied)}")


def _named(claim: ClaimDraft, names: Mapping[str, str]) -> str:
    """What was said, of its speaker by name: "Ada Kol had seen it", for another now says "she"."""
    speaker = names.get(claim.chain[0].source or "", "") if claim.chain else ""
    own = _OF_SELF.match(claim.statement) if speaker else None
    return claim.statement if own is None else f"{speaker}{claim.statement[own.end() :]}"
