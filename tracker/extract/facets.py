"""What a claim says on each facet, as far as its grammar shows it plainly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.domain.article import Span
from tracker.domain.draft import FacetDraft
from tracker.domain.facet import Facet
from tracker.domain.figure_grammar import FoundFigure
from tracker.domain.timerange import TimeRange
from tracker.extract.dating import DATES
from tracker.extract.parsed_text import ParsedText, inside

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACING = frozenset({"in", "at", "near", "outside", "off", "around", "inside", "above", "across"})
_CAUSING = ("because of", "due to", "owing to", "caused by", "as a result of")
_USING = frozenset({"with", "using"})
_TOOLS = frozenset(
    """aircraft ammunition arms artillery axe bomb bombs boat boats car cars cannon drone drones
    explosive explosives fire firearm gas grenade grenades gun guns gunfire helicopter jet jets
    knife launcher missile missiles mine mines mortar mortars munition munitions pistol plane planes
    poison projectile projectiles rifle rifles rocket rockets shell shells tank tanks torpedo truck
    trucks vehicle vehicles weapon weapons warhead warheads""".split()  # noqa: SIM905
)
_UNDOING = frozenset({"not", "n't", "n’t", "never"})
_STATES = frozenset({"be", "have", "seem", "become", "remain", "appear"})
_IDIOMS = frozenset({"place", "part", "account", "advantage", "care", "sense"})
_LONGEST = 12

Sides = list[tuple[Facet, Span]]


def facets_of(
    text: ParsedText,
    piece: Sequence[Span],
    cue: Span | None,
    figures: Sequence[FoundFigure],
    times: Sequence[tuple[Span, TimeRange]],
) -> tuple[FacetDraft, ...]:
    """Read a claim's facets; each at most once, its words standing in the article."""
    tokens = [token for span in piece for token in text.tokens(span)]
    found: dict[Facet, FacetDraft] = {}
    for facet, span in [*_accused(text, cue), *_deeds(text, tokens), *_around(text, tokens)]:
        words = text.words(span)
        place = words if facet is Facet.PLACE else ""
        found.setdefault(facet, FacetDraft(facet, words, span, place=place))
    for one in figures:
        facet = Facet.CASUALTIES if one.figure.harm is not None else Facet.QUANTITY
        figure = one.figure
        found.setdefault(
            facet, FacetDraft(facet, figure.text, one.span, low=figure.low, high=figure.high)
        )
    for span, time in times:
        if inside(span.start, piece):
            found.setdefault(Facet.TIME, FacetDraft(Facet.TIME, time.words, span, time=time))
    order = list(Facet)
    return tuple(sorted(found.values(), key=lambda draft: order.index(draft.facet)))


def _accused(text: ParsedText, cue: Span | None) -> Iterator[tuple[Facet, Span]]:
    """Whoever a charge names: "accused X of", "blamed X for", "blamed on X"."""
    for token in text.tokens(cue) if cue is not None else ():
        if token.lemma_.lower() not in ("accuse", "blame"):
            continue
        objects = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
        onto = [
            child
            for prep in token.children
            if prep.lower_ == "on" and prep.dep_ == "prep"
            for child in prep.children
            if child.dep_ == "pobj"
        ]
        for child in (onto or objects)[:1]:
            yield Facet.ACTOR, _phrase(text, child)


def _deeds(text: ParsedText, tokens: Sequence[Token]) -> Iterator[tuple[Facet, Span]]:
    """Who did what to whom, in the first clause that tells a deed."""
    for verb in tokens:
        if verb.pos_ != "VERB" or verb.lemma_.lower() in _STATES:
            continue
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        if any(child.lower_ in _IDIOMS for child in objects):
            continue
        if not passive and not objects:
            continue
        for child in verb.children:
            yield from _side(text, child, acting=bool(objects))
        if any(child.lower_ in _UNDOING for child in verb.children):
            yield Facet.OCCURRENCE, Span(text.place(verb), text.end(verb))
        return


def _side(text: ParsedText, child: Token, *, acting: bool) -> Iterator[tuple[Facet, Span]]:
    """What a part of a deed is: its doer, or whom it was done to."""
    noun = child.pos_ in ("NOUN", "PROPN")
    if child.dep_ == "nsubj" and acting and noun:
        yield Facet.ACTOR, _phrase(text, child)
    elif child.dep_ in ("dobj", "nsubjpass") and noun:
        yield Facet.TARGET, _phrase(text, child)
    elif child.dep_ == "agent":
        for doer in child.children:
            if doer.dep_ == "pobj":
                yield Facet.ACTOR, _phrase(text, doer)


def _around(text: ParsedText, tokens: Sequence[Token]) -> Iterator[tuple[Facet, Span]]:
    for token in tokens:
        objects = [child for child in token.children if child.dep_ == "pobj"]
        if token.lower_ in _PLACING and token.dep_ == "prep" and objects:
            beside = token.lower_ in ("near", "outside", "off", "above")
            if (beside or objects[0].pos_ == "PROPN") and not _is_time(objects[0]):
                yield Facet.PLACE, _phrase(text, objects[0])
        elif token.lower_ in _USING and token.dep_ in ("prep", "advcl", "xcomp"):
            things = objects or [child for child in token.children if child.dep_ == "dobj"]
            if things and things[0].lower_ in _TOOLS:
                yield Facet.MEANS, _phrase(text, things[0])
        if token.lower_ in ("to", "of", "by") and objects and token.i:
            led = f"{token.nbor(-1).lower_} {token.lower_}"
            if led in _CAUSING or led == "result of":
                yield Facet.CAUSE, _phrase(text, objects[0])


def _is_time(token: Token) -> bool:
    return token.lower_ in DATES or token.shape_ == "dddd"


def _phrase(text: ParsedText, noun: Token) -> Span:
    """A noun with what stands before it and its short additions, without its relative clauses."""
    first, last = noun.left_edge, noun
    for child in noun.rights:
        heavy = child.dep_ in ("relcl", "acl", "appos", "cc", "conj", "punct", "advcl")
        charge = any(one.dep_ == "pcomp" for one in child.children)
        if heavy or charge or child.right_edge.i - noun.i > _LONGEST:
            break
        last = child.right_edge
    if first.dep_ == "det" and first != noun:
        first = first.nbor(1)
    return Span(text.place(first), text.end(last))
