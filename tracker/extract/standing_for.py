"""Standing for: in which part somebody speaks, which is nothing that he says."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.words import FINITE, Word

_IN_PART = frozenset({"against", "for"})
_SIDES = frozenset({"crown", "defence", "defense", "plaintiff", "prosecution", "state"})


def stands_for(cue: Sequence[Word], tokens: Sequence[Word]) -> bool:
    """Whether it is only told whose part somebody takes: "testifying for the prosecution"."""
    if not tokens or tokens[0].lower_ not in _IN_PART or any(map(_has_tense, tokens)):
        return False
    side = next((one for one in tokens[0].rights if one.dep_ == "pobj"), None)
    stands = side is not None and (kind_of_noun(side.lemma_) is not None or side.lemma_ in _SIDES)
    speaks = {"appear", "speak", "testify"} | ({"argue", "plead"} if stands else set())
    return any(verb.tag_ == "VBG" and verb.lemma_.lower() in speaks for verb in cue)


def _has_tense(word: Word) -> bool:
    return word.tag_ in FINITE
