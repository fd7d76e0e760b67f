"""Accounts of what the ledger holds: claims of any article, ready to be compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tracker.compare.account import MOST_FIGURES, MOST_VALUES, Account
from tracker.compare.accounts import place_told
from tracker.compare.party import party_of
from tracker.domain.attribution import HopRole
from tracker.domain.claim import Claim
from tracker.domain.denying_words import polar
from tracker.domain.source import Source


def account_of(
    claim: Claim, sources: Mapping[int, Source], appeared: datetime | None = None
) -> Account:
    """Turn a claim into an account; its article's own narration is not looked at."""
    words = claim.quote or claim.statement
    values = tuple(polar(one, claim.cue, words) for one in claim.facets[:MOST_VALUES])
    speaker = sources.get(claim.speaker_id or 0)
    return Account(
        id=claim.id,
        words=words,
        party=party_of(speaker, sources),
        cue=claim.cue,
        hedge=claim.hedge,
        values=values,
        figures=claim.figures[:MOST_FIGURES],
        relays=frozenset(hop.source_id for hop in claim.chain if hop.role is not HopRole.SPEAKER),
        article=claim.article_id or 0,
        at=claim.id,
        block=claim.id,
        checkable=claim.checkable or not claim.chain,
        place=place_told(values),
        said_at=claim.said_at,
        appeared=appeared,
    )
