"""What each field of a claim becomes when an editor types it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tracker.desk import wording
from tracker.desk.joining import refuse_if_merged
from tracker.domain.assertion import Caveat
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.errors import RefusedError
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure_grammar import parse_figure
from tracker.domain.reference import Kind, Ref
from tracker.domain.source import Source, SourceKind
from tracker.domain.status import AttributionCheck
from tracker.store.shelves import Shelves

_HOP_PARTS = 5
_WITH_KIND = re.compile(r"(?P<name>\S.*?) \((?P<kind>[^()]+)\)")


def with_field(shelves: Shelves, claim: Claim, field: str, values: Sequence[str]) -> Claim:
    """Give a field of a claim a new value."""
    if field in _SEVERAL:
        return _with_several(shelves, claim, field, values)
    if field in _LOOKED_UP:
        return _LOOKED_UP[field](shelves, claim, wording.some_of(values, field))
    return _PLAIN[field](claim, wording.one_of(values, field))


_SEVERAL = ("quote", "span", "chain", "figures", "facet", "caveats")

_LOOKED_UP: dict[str, Callable[[Shelves, Claim, str], Claim]] = {
    "speaker": lambda shelves, claim, text: claim.said_by(source_told(shelves, text).id),
    "event": lambda shelves, claim, text: replace(claim, event_id=_event(shelves, text)),
}

_PLAIN: dict[str, Callable[[Claim, str], Claim]] = {
    "statement": lambda claim, text: replace(claim, statement=wording.some_of([text], "statement")),
    "cue": lambda claim, text: replace(claim, cue=text),
    "voice": lambda claim, text: _with_voice(claim, wording.word_of(Voice, text)),
    "hedge": lambda claim, text: replace(claim, hedge="" if wording.is_none(text) else text),
    "checkable": lambda claim, text: replace(claim, checkable=wording.yes_or_no(text)),
    "said": lambda claim, text: replace(claim, said_at=wording.time_of_words(text)),
    "check": lambda claim, text: claim.with_attribution(wording.word_of(AttributionCheck, text)),
    "due": lambda claim, text: replace(claim, due=wording.moment_of(text)),
}


def _with_several(shelves: Shelves, claim: Claim, field: str, values: Sequence[str]) -> Claim:
    match field:
        case "quote" | "span":
            if claim.article_id is None:
                raise RefusedError(f"{claim.ref} has no article to quote from.")
            pieces = [value for value in values if value.strip()]
            if not pieces:
                raise RefusedError("give the article's own words, or where they stand (120-188).")
            article = shelves.articles.get(claim.article_id)
            if field == "quote":
                passage = article.passage(*pieces)
            else:
                passage = article.words_at(wording.spans_of(pieces))
            return replace(claim, passages=(passage, *claim.passages[1:]))
        case "chain":
            return _with_chain(shelves, claim, values)
        case "figures":
            figures = tuple(parse_figure(value) for value in wording.listed(values))
            return replace(claim, figures=figures)
        case "caveats":
            outlet = _outlet(shelves, claim)
            words = wording.listed(values)
            return replace(claim, caveats=tuple(Caveat(one, outlet) for one in words))
    return _with_facet(shelves, claim, values)


def _with_chain(shelves: Shelves, claim: Claim, values: Sequence[str]) -> Claim:
    if not values:
        raise RefusedError("say who told whom, a hop each; “none” is the article's own voice.")
    listed = wording.listed(values)
    hops = tuple(_hop(shelves, value, first=not n) for n, value in enumerate(listed))
    if not hops:
        return replace(claim, chain=(), voice=Voice.ARTICLE)
    first, *others = (hop.role is HopRole.SPEAKER for hop in hops)
    if not first or any(others):
        raise RefusedError("a chain begins with its speaker, and has only one.")
    named = [hop.source_id for hop in hops]
    twice = next((one for one in named if named.count(one) > 1), None)
    if twice is not None:
        raise RefusedError(f"S{twice} is in the chain twice: nobody passes on their own words.")
    voice = Voice.INDIRECT if claim.voice is Voice.ARTICLE else claim.voice
    return replace(claim, chain=hops, voice=voice)


def _with_voice(claim: Claim, voice: Voice) -> Claim:
    if voice is Voice.ARTICLE and claim.chain:
        raise RefusedError(f"{claim.ref} has a speaker; empty its chain first (chain none).")
    if voice is not Voice.ARTICLE and not claim.chain:
        raise RefusedError(f"{claim.ref} has no speaker; name one first (speaker …).")
    return replace(claim, voice=voice)


def _with_facet(shelves: Shelves, claim: Claim, values: Sequence[str]) -> Claim:
    if not values:
        raise RefusedError("name a facet, then its words: actor “the rebels” S7.")
    facet = wording.word_of(Facet, values[0])
    others = tuple(value for value in claim.facets if value.facet is not facet)
    if values[1:] == [] or wording.is_none(values[1]):
        return replace(claim, facets=others)
    meant = source_named(shelves, values[2]).id if values[2:] else None
    return replace(claim, facets=(*others, FacetValue(facet, values[1].strip(), source_id=meant)))


def source_named(shelves: Shelves, text: str, or_else: str = "") -> Source:
    """Find a source by reference or exact name; ``or_else`` is advice where that fails.

    Raises:
        RefusedError: there is none of this name, or several.
    """
    if text[:1] in "sS" and text[1:].isdecimal():
        ref = Ref.parse(text, among=(Kind.SOURCE,))
        refuse_if_merged(shelves, ref)
        return shelves.sources.get(ref.number)
    found = shelves.sources.named(text)
    if found is None:
        raise RefusedError(
            f"no source, or several, are called “{text}”; give S7 (tracker sources){or_else}."
        )
    return found


def source_told(shelves: Shelves, text: str) -> Source:
    """Find a source by reference or exact name; "Ana Krull (person)" adds one if there is none.

    Raises:
        RefusedError: nobody is called so and no kind is given, or several are.
    """
    told = _WITH_KIND.fullmatch(text.strip())
    if told is None or shelves.sources.named(text) is not None:
        return source_named(shelves, text, f", or add it as “{text} (person)”")
    kind = wording.word_of(SourceKind, told["kind"])
    known = any(line.name == told["name"] for line in shelves.lists.sources(told["name"], limit=50))
    if known:
        return source_named(shelves, told["name"])
    return shelves.sources.add(Source(told["name"], kind))


def _event(shelves: Shelves, text: str) -> int | None:
    if wording.is_none(text):
        return None
    event = shelves.events.get(Ref.parse(text, among=(Kind.EVENT,)).number)
    return event.merged_into or event.id


def _hop(shelves: Shelves, text: str, *, first: bool) -> Hop:
    parts = [part.strip() for part in text.split("|")]
    if len(parts) > _HOP_PARTS:
        extra = " | ".join(parts[_HOP_PARTS:])
        raise RefusedError(f"“{extra}” is too much: a hop is source | role | medium | verb | date.")
    name, role, medium, verb, date = parts + [""] * (_HOP_PARTS - len(parts))
    usual = HopRole.SPEAKER if first else HopRole.RELAY
    return Hop(
        source_id=source_told(shelves, name).id,
        role=wording.word_of(HopRole, role) if role else usual,
        medium=medium,
        verb=verb,
        date=date,
    )


def _outlet(shelves: Shelves, claim: Claim) -> int | None:
    if claim.article_id is None:
        return None
    publications = shelves.articles.get(claim.article_id).publications
    return publications[0].outlet_id if publications else None
