"""Several readings of a cue: they keep to their cue, and the likeliest is taken."""

from __future__ import annotations

import numpy as np

from tracker.extract.pairs import Pairs
from tracker.extract.proposals import Proposal, Scored
from tracker.extract.readings import Readings


def _reading(cue: int, *said: int) -> Proposal:
    return Proposal(cue, np.array(said, np.int32), None, -1, ())


def test_of_several_readings_of_a_cue_the_likeliest_is_taken() -> None:
    read = Readings([_reading(3, 4), _reading(9, 10), _reading(3, 4, 5)], np.array([0, 1, 0]))
    assert read.best(np.array([0.2, 0.4, 0.7])).tolist() == [2, 1]


def test_of_readings_that_are_equally_likely_the_plain_one_is_taken() -> None:
    read = Readings([_reading(3, 4), _reading(9, 10), _reading(3, 4, 5)], np.array([0, 1, 0]))
    assert read.best(np.array([0.5, 0.4, 0.5])).tolist() == [0, 1]


def test_pairs_of_some_cues_are_numbered_anew() -> None:
    near = Pairs(np.array([0, 0, 1, 2, 2]), np.array([5, 6, 7, 8, 9]))
    far = Pairs(np.array([1, 2]), np.array([1, 0]))
    scores = np.array([0.1, 0.2, 0.3, 0.4, 0.5])
    some = Scored(near, scores, scores, far, np.array([0.6, 0.7])).of_cues(np.array([0, 2]))
    assert (some.near.cue.tolist(), some.near.unit.tolist()) == ([0, 0, 1, 1], [5, 6, 8, 9])
    assert (some.content.tolist(), some.goes_on.tolist()) == ([0.1, 0.2, 0.4, 0.5], [0.7])
