"""What a rule's score is worth where two articles are compared."""

from __future__ import annotations

import pytest

from tracker.compare.calibrating import calibrated
from tracker.compare.found import Finding
from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind


def worth(score, kind=RelationKind.CONTRADICTS):
    (found,) = calibrated([Finding(1, 2, kind, Facet.ACTOR, score, "")])
    return found.score


def test_a_bare_clash_of_rules_is_rather_wrong_than_right():
    assert worth(0.5) < 0.5


def test_a_surer_rule_is_worth_more():
    assert worth(0.55) < worth(0.65) < worth(0.7) < worth(0.75)


def test_what_agrees_keeps_its_score():
    assert worth(0.55, RelationKind.CORROBORATES) == pytest.approx(0.55)
