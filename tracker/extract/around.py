"""Around a claim: where it was and with what, by prepositions and plain nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.domain.facet import Facet
from tracker.extract.dating import DATES, TIMES
from tracker.extract.kinds_of_sources import words_of
from tracker.extract.phrases import phrase_of
from tracker.extract.words import Word

_PLACING = frozenset(
    {"in", "at", "near", "outside", "off", "around", "inside", "above", "across", "through"}
)
_BESIDE = frozenset({"outskirts", "edge", "vicinity"})
_USING = frozenset({"with", "using"})
_LEADING = _PLACING | _BESIDE | _USING
"""Words that lead to a place or a means."""
_SETTLED = frozenset(
    """borough capital city county district hamlet municipality neighbourhood oblast prefecture
    province region settlement state suburb town township village""".split()  # noqa: SIM905
)
"""What is named behind "of": "the town of Selm"."""
_TOOLS = frozenset(
    """aircraft ammunition arms artillery axe bomb bombs boat boats car cars cannon drone drones
    explosive explosives fire firearm gas grenade grenades gun guns gunfire helicopter jet jets
    knife launcher missile missiles mine mines mortar mortars munition munitions pistol plane planes
    poison projectile projectiles rifle rifles rocket rockets shell shells tank tanks torpedo truck
    trucks vehicle vehicles weapon weapons warhead warheads""".split()  # noqa: SIM905
)
_YEAR = 4
"""Digits of a year."""


def around(tokens: Sequence[Word]) -> Iterator[tuple[Facet, Span]]:
    """Yield the places and the means that some words name."""
    for token in tokens:
        if token.lower_ not in _LEADING:
            continue
        objects = [child for child in token.children if child.dep_ == "pobj"]
        if token.lower_ in _PLACING and token.dep_ == "prep" and objects:
            beside = token.lower_ in ("near", "outside", "off", "above")
            named = _is_named(objects[0]) or (beside and objects[0].pos_ != "PRON")
            if named and not _is_measure(objects[0]) and not is_time(objects[0]):
                yield Facet.PLACE, _without_clause(objects[0])
        elif token.lower_ in _BESIDE and (of := _of(token)) is not None:
            yield Facet.PLACE, phrase_of(of)
        elif token.lower_ in _USING and token.dep_ in ("prep", "advcl", "xcomp"):
            things = objects or [child for child in token.children if child.dep_ == "dobj"]
            if things and things[0].lower_ in _TOOLS:
                yield Facet.MEANS, phrase_of(things[0])


def up_to_its_noun(words: Sequence[Word], span: Span) -> Span:
    """A place with all of its words: "outside the town", where "outside the" was found."""
    led = words[-1]
    whole = led.pos_ in ("DET", "PRON") and led.head.i > led.i
    return Span(span.start, phrase_of(led.head).end) if whole else span


def is_time(token: Word) -> bool:
    """Whether a word is for a day, an hour or a year."""
    return token.lower_ in DATES | TIMES or (len(token.text) >= _YEAR and token.text.isdigit())


def _is_named(noun: Word) -> bool:
    """Whether a noun names a place: "in Selm", "in the town of Selm"."""
    of = _of(noun) if noun.lower_ in _SETTLED | words_of("spot") else None
    return noun.pos_ == "PROPN" or (of is not None and of.pos_ == "PROPN")


def _without_clause(noun: Word) -> Span:
    """A place without what is told of the name in it: "the town of Selm(, where he was born)"."""
    span, of = phrase_of(noun), _of(noun)
    told = of is not None and any(one.dep_ == "relcl" for one in of.rights)
    return Span(span.start, of.end) if of is not None and told else span


def _of(noun: Word) -> Word | None:
    """What a noun is of: the village of "on the outskirts of a village"."""
    led = next((one for one in noun.children if one.lower_ == "of"), None)
    return None if led is None else next((one for one in led.children if one.dep_ == "pobj"), None)


def _is_measure(noun: Word) -> bool:
    """Whether a phrase counts something ("21 degrees Celsius"); "10 Mill Lane" does not."""
    counted = any(one.tag_ == "NNS" for one in noun.doc[noun.left_edge.i : noun.i + 1])
    return noun.left_edge.pos_ == "NUM" and counted
