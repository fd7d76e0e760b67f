"""Proposing: a reading is completed by the relations between its claims, and their events."""

from __future__ import annotations

from dataclasses import replace

from tracker.compare.accounts import accounts_of, narration_of
from tracker.compare.contrast import contested
from tracker.compare.events import gathered
from tracker.compare.pairing import findings
from tracker.compare.spelling_out import spelt_out
from tracker.domain.draft import Reading, RelationDraft


def compared(reading: Reading) -> Reading:
    """Add the relations that comparing the claims of a reading proposes, and gather its events."""
    accounts = accounts_of(reading)
    keys = {number: claim.key for number, claim in enumerate(reading.claims, 1)}
    found = findings(accounts, contested=contested(narration_of(reading)))
    relations = tuple(
        RelationDraft(
            keys[one.a], keys[one.b], one.kind, one.facet, reason=one.reason, score=one.score
        )
        for one in found
    )
    claims = spelt_out(reading.claims, relations, reading.sources)
    related = replace(reading, claims=claims, relations=(*reading.relations, *relations))
    return gathered(related, accounts)
