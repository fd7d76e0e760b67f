"""What two accounts show together: how they are set, what they share, what the rules say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import log, log1p

from tracker.compare.account import Account, Deed
from tracker.compare.account_features import Features
from tracker.compare.alike import of_a_part, other_times, overlap, say_the_same, topic
from tracker.compare.candidates import one_matter
from tracker.compare.contrast import set_against, turned
from tracker.compare.counting import counted
from tracker.compare.denials import concedes
from tracker.compare.doers import charged
from tracker.compare.opposing import VAGUE
from tracker.compare.pair import Pair
from tracker.domain.facet import Facet
from tracker.domain.meanings import lexicon
from tracker.domain.sides import RIVALS, heads

_ROOT = 5
_OTHER_SIZE = 20
_APART = 0.05
_NEAR_TURNS = 2


def setting(pair: Pair) -> Features:
    """How far apart two accounts stand, and how the article leads from one to the other."""
    first, second = pair.first, pair.second
    turns = second.block - first.block
    paragraphs = second.paragraph - first.paragraph
    sentences = second.sentence - first.sentence
    claims = second.at - first.at
    strong, weak = set_against(second), turned(second)
    return _numbers(
        {
            "next": claims == 1,
            "next but one": claims == _NEAR_TURNS,
            "claims": log(max(claims, 1)),
            "next turn": turns == 1,
            "next turn but one": turns == _NEAR_TURNS,
            "turns": log(max(turns, 1)),
            "one paragraph": paragraphs == 0,
            "next paragraph": paragraphs == 1,
            "paragraphs": log1p(paragraphs),
            "one sentence": sentences == 0,
            "next sentence": sentences == 1,
            "contrast": pair.told,
            "set against": strong,
            "turned": weak,
            "set against next": strong and turns <= 1,
            "turned next": weak and turns <= 1,
            "first set against": set_against(first),
        }
    )


def common(pair: Pair, told_in: Mapping[str, int]) -> Features:
    """What two accounts both speak of; ``told_in`` counts the accounts that a stem stands in."""
    first, second = pair.first, pair.second
    words = first.stems & second.stems
    roots = [
        {word[:_ROOT] for word in one.stems - words if len(word) >= _ROOT} for one in pair_of(pair)
    ]
    senses = (first.senses & second.senses) - VAGUE
    doers = charged(first), charged(second)
    sides = [frozenset((one, two)) for one in first.party.sides for two in second.party.sides]
    return _numbers(
        {
            "words": min(3, len(words)),
            "rare words": min(3.0, sum(0.7 / log(1 + told_in[word]) for word in words)),
            "only theirs": sum(told_in[word] == len(pair_of(pair)) for word in words),
            "roots": min(2, len(roots[0] & roots[1])),
            "fields": min(2, len(first.fields & second.fields)),
            "senses": min(2, len(senses)),
            "opposed senses": lexicon().opposed(first.senses, second.senses) is not None,
            "agree": _agree(pair),
            "opposed of one thing": _opposed(pair),
            "topic": topic(first, second),
            "share": len(words) / (1 + min(len(first.stems), len(second.stems))),
            "names": min(2, len(first.names & second.names)),
            "names apart": bool(first.names and second.names) and not first.names & second.names,
            "places apart": _apart(heads(first.place), heads(second.place)),
            "other times": other_times(first, second),
            "say the same": say_the_same(first, second),
            "one matter": one_matter(first, second),
            "second in first": bool(second.party.names & first.stems),
            "first in second": bool(first.party.names & second.stems),
            "first charges second": doers[0] is not None
            and second.party.meant_by(doers[0].words, doers[0].source_id),
            "second charges first": doers[1] is not None
            and first.party.meant_by(doers[1].words, doers[1].source_id),
            "allied": first.party.allied(second.party),
            "one cannot be checked": first.checkable is not second.checkable,
            "one concedes": concedes(first) or concedes(second),
            "rival sides": any(one in RIVALS for one in sides),
            "one kind of side": any(len(one) == 1 for one in sides),
            **_figures(pair),
        }
    )


def ruled(pair: Pair) -> Features:
    """What the rules say."""
    return _numbers(
        {
            "clash": pair.clash,
            "clashes": len(pair.clashes),
            "denied": pair.denied,
            "denying": pair.denying,
            **{
                f"clash on {facet}": pair.clashes[facet].score if facet in pair.clashes else 0.0
                for facet in Facet
            },
        }
    )


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two places have no word in common."""
    return bool(ours and theirs) and not ours & theirs


def pair_of(pair: Pair) -> tuple[Account, Account]:
    """Both accounts."""
    return pair.first, pair.second


def _agree(pair: Pair) -> float:
    """How surely both tell of one deed or state, and neither that it was not, 0–1."""
    return max(
        (
            0.5 + 0.5 * overlap(mine, other)
            for mine, other in _deeds(pair)
            if mine.denied is other.denied and (mine.senses & other.senses) - VAGUE
        ),
        default=0.0,
    )


def _opposed(pair: Pair) -> float:
    """How much two deeds or states that exclude each other are of one thing, 0–1."""
    return max(
        (
            0.3 + overlap(mine, other)
            for mine, other in _deeds(pair)
            if (lexicon().opposed(mine.senses, other.senses) is not None)
            is (mine.denied is other.denied)
            and ((mine.senses & other.senses) - VAGUE or mine.denied is other.denied)
        ),
        default=0.0,
    )


def _deeds(pair: Pair) -> Iterator[tuple[Deed, Deed]]:
    return product(
        (*pair.first.deeds, *pair.first.states), (*pair.second.deeds, *pair.second.states)
    )


def _figures(pair: Pair) -> dict[str, float | bool]:
    first, second = pair_of(pair)
    near = pair.told > 0 or first.paragraph == second.paragraph
    counts = list(counted(first, second, near=near))
    differ = any(
        mine.unit == other.unit
        and mine.distance(other) > _APART
        and max(mine.size, other.size) < _OTHER_SIZE * max(1, min(mine.size, other.size))
        for mine in first.figures
        for other in second.figures
    )
    harms = [{figure.harm for figure in one.figures} - {None} for one in pair_of(pair)]
    return {
        "a part": of_a_part(first) or of_a_part(second),
        "harms differ": bool(harms[0] and harms[1]) and not harms[0] & harms[1],
        "counts apart": max((one.sure for one in counts if one.far), default=0.0),
        "counts meet": max((one.sure for one in counts if not one.far), default=0.0),
        "figures differ": differ,
        "figures differ next": differ and second.block - first.block <= _NEAR_TURNS,
        "one unit": any(
            mine.unit is not None and mine.unit == other.unit
            for mine in first.figures
            for other in second.figures
        ),
    }


def _numbers(found: Mapping[str, float | bool]) -> Features:
    return {name: float(value) for name, value in found.items()}
