"""Clashes: what two accounts cannot both be right on."""

from __future__ import annotations

from typing import NamedTuple

from tracker.domain.facet import Facet


class Clash(NamedTuple):
    """A facet on which two accounts exclude each other, how surely (0–1), and why in words.

    It is not ``at_stake`` where its figures are of two things: no reason, only a sign.
    """

    facet: Facet
    score: float
    reason: str
    at_stake: bool = True
