"""Where a source was met, and how likely a pronoun means whoever was met there."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.extract.member import GENDERS, THEY, Member, gender_of

OWNING = frozenset({"its", "their", "his", "her"})
_LEADS, _NARRATED, _SURE, _ALIKE, _UNLIKE, _SENTENCES = 1.5, 1.5, 0.5, 0.5, 1.0, 200
"""What it weighs to lead a sentence, to stand outside of what is said, to be known for a person and
for a man or a woman, or hinted to be the other, against distance."""
_OPENS = 1.0
"""What it weighs to be the subject of a clause before whoever says it: "The bank shut, it said"."""
HERE = 1.0
"""What it weighs for who is known to be somebody and leads a sentence of the paragraph itself, but
for what somebody owns."""


@dataclass(frozen=True)
class Met:
    """A phrase at ``at`` that means a source: its place in the sentence and in the telling."""

    at: int
    member: Member
    leads: bool
    said: bool
    opens: bool


def likeness(met: Met, at: int, pronoun: str) -> float:
    """How likely a pronoun at a position means whoever was met: near, leading, narrated, human."""
    sure = met.member.kind is not None
    said_so = {met.member.hint, *map(gender_of, met.member.nouns)} - {""}
    alike = GENDERS.get(pronoun) in said_so or (pronoun in THEY and met.member.plural)
    owns = met.opens and pronoun in OWNING
    leads, narrated = met.leads or owns, not met.said or owns
    unlike = pronoun in GENDERS and met.member.hint not in ("", GENDERS[pronoun])
    weight = (
        _LEADS * leads
        + _NARRATED * narrated
        + _SURE * sure
        + _ALIKE * alike
        - _UNLIKE * unlike
        + _OPENS * met.opens
    )
    return weight - (at - met.at) / _SENTENCES
