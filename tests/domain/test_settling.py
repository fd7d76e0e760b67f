"""Settling: what is still needed before an editor can decide between two."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.dossier import Dossier
from tracker.domain.evidence import Attempt, Evidence, EvidenceKind, Stance
from tracker.domain.facet import Facet
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState
from tracker.domain.settling import open_question, still_needed
from tracker.domain.side_by_side import Pair
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import Status

NOW = datetime(2031, 5, 1, tzinfo=UTC)
SOURCES = {number: Source(f"S{number}", SourceKind.PERSON, id=number) for number in (1, 2)}


def side(number: int, *stances: str, tried: int = 0) -> Dossier:
    pieces = [
        Evidence(number, EvidenceKind.DOCUMENT, Stance(one), "log", "", "Ada", NOW)
        for one in stances
    ]
    claim = Claim("x", Voice.INDIRECT, chain=(Hop(number, HopRole.SPEAKER),), id=number)
    attempts = (Attempt(number, "rang", "nobody", "Ada", NOW),) * tried
    return Dossier(claim, sources=SOURCES, evidence=tuple(pieces), attempts=attempts)


def pair(left: Dossier, right: Dossier, kind: str = "contradicts") -> Pair:
    relation = Relation(
        1, 2, RelationKind(kind), Facet.ACTOR, RelationState.SUGGESTED, RelationOrigin.PERSON,
        "Ada", NOW,
    )  # fmt: skip
    return Pair(left, right, (relation,))


def test_the_question_is_what_the_two_differ_on():
    assert open_question(pair(side(1), side(2))) == "who was responsible"
    assert open_question(pair(side(1), side(2), "corroborates")) == ""


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (side(1), side(2), "no evidence on either side, nothing tried"),
        (side(1, tried=1), side(2), "no evidence on either side, one check tried"),
        (side(1, tried=1), side(2, tried=2), "no evidence on either side, 3 checks tried"),
        (side(1, "supports", "supports", "context"), side(2), "S1: 2 for and 1 context, nothing"),
        (side(1, "supports"), side(2, "undermines"), "S1: 1 for; S2: 1 against, nothing tried"),
    ],
)
def test_it_is_told_what_was_found_and_tried(left, right, words):
    assert still_needed(pair(left, right)).startswith(words)


def test_what_is_decided_needs_nothing_more():
    right = side(2)
    refuted = replace(right, claim=replace(right.claim, status=Status.REFUTED))
    assert still_needed(pair(side(1), refuted)) == "decided: C2 refuted"
