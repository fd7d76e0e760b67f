"""Risk: what the queue puts first among claims that are equally pressing."""

from __future__ import annotations

import pytest

from tracker.domain.attribution import Voice
from tracker.domain.claim import Claim
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure

ACTOR = (FacetValue(Facet.ACTOR, "a launch"),)
KILLED = (Figure("two", 2, 2, counts="killed"),)
INJURED = (Figure("two", 2, 2, counts="injured"),)


@pytest.mark.parametrize(
    ("risk", "of"),
    [
        (0, {}),
        (0, {"cue": "accused"}),
        (0, {"figures": (Figure("two", 2, 2, counts="ferries"),)}),
        (0, {"facets": (FacetValue(Facet.ACTOR, ""),)}),
        (0, {"facets": (FacetValue(Facet.PLACE, "Selm"),)}),
        (2, {"figures": INJURED}),
        (4, {"figures": KILLED}),
        (4, {"figures": (Figure("two", 2, 2, counts="casualties"),)}),
        (4, {"figures": (*KILLED, *INJURED)}),
        (2, {"facets": ACTOR, "cue": "said"}),
        (4, {"facets": ACTOR, "cue": "Accused"}),
        (8, {"facets": ACTOR, "cue": "blamed", "figures": KILLED}),
    ],
)
def test_risk_weighs_casualties_and_named_accusations(risk, of):
    assert Claim("it happened", Voice.INDIRECT, **of).risk == risk
