"""Cross-checks: what the shape of a reading cannot say, such as keys that meet and quotes found."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import ClaimDraft, FacetDraft, Reading, RelationDraft, SourceDraft
from tracker.domain.relation import SYMMETRIC
from tracker.intake.value_checks import (
    Fault,
    Text,
    in_utc,
    interval_faults,
    quote_faults,
    quoted,
    score_faults,
    spans_faults,
    time_faults,
    words_faults,
)


def faults_in(reading: Reading, text_name: str) -> Iterator[Fault]:
    """Name what is wrong with a reading, part by part; ``text_name`` is what to call its text."""
    sources = [source.key for source in reading.sources]
    events = [event.key for event in reading.events]
    claims = [claim.key for claim in reading.claims]
    yield from _key_faults("sources", sources)
    yield from _key_faults("events", events)
    yield from _key_faults("claims", claims)
    yield from _article_faults(reading, sources)
    yield from _affiliation_faults(reading.sources)
    for number, event in enumerate(reading.events):
        yield from time_faults(f"events[{number}].time", event.time)
    text = Text(text_name, reading.text)
    for number, claim in enumerate(reading.claims):
        place = f"claims[{number}]"
        yield from _claim_faults(place, claim, text)
        yield from _unknown(f"{place}.event", claim.event, events)
        yield from _chain_faults(f"{place}.chain", claim, sources)
        for count, value in enumerate(claim.facets):
            yield from _facet_faults(f"{place}.facets[{count}]", value, text, sources)
    yield from _relation_faults(reading.relations, claims)


def _key_faults(name: str, keys: Sequence[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, key in enumerate(keys):
        if not key.strip():
            yield f"{name}[{number}].key", "is empty"
        elif key in seen:
            yield f"{name}[{number}].key", f"{quoted(key)} is used twice"
        seen.add(key)


def _unknown(place: str, key: str | None, known: Container[str]) -> Iterator[Fault]:
    if key is not None and key not in known:
        yield place, f"nothing has the key {quoted(key)}"


def _article_faults(reading: Reading, sources: Container[str]) -> Iterator[Fault]:
    yield from _unknown("article.outlet", reading.article.outlet, sources)
    published = reading.article.published_at
    if published is not None and not in_utc(published):
        yield "article.published_at", "must be in UTC (…Z)"


def _affiliation_faults(sources: tuple[SourceDraft, ...]) -> Iterator[Fault]:
    above = {source.key: source.affiliation for source in sources}
    for number, source in enumerate(sources):
        place = f"sources[{number}].affiliation"
        yield from _unknown(place, source.affiliation, above)
        if _leads_back(source.key, above):
            yield place, f"leads back to {quoted(source.key)} itself"


def _leads_back(key: str, above: Mapping[str, str | None]) -> bool:
    here = above[key]
    for _ in above:  # a circle that does not hold the key would never end
        if here is None or here == key:
            break
        here = above.get(here)
    return here == key


def _claim_faults(place: str, claim: ClaimDraft, text: Text) -> Iterator[Fault]:
    if not claim.statement.strip():
        yield f"{place}.statement", "is empty"
    if bool(claim.quote) == bool(claim.spans):
        yield f"{place}.quote", "give the pieces of a quote or spans, one of the two"
    yield from quote_faults(f"{place}.quote", claim.quote, text)
    yield from spans_faults(f"{place}.spans", claim.spans, text)
    yield from words_faults(f"{place}.cue", claim.cue, text, optional=True)
    yield from words_faults(f"{place}.hedge", claim.hedge, text, optional=True)
    for number, figure in enumerate(claim.figures):
        here = f"{place}.figures[{number}]"
        yield from words_faults(f"{here}.text", figure.text, text)
        open_end = figure.low_open or figure.high_open
        yield from interval_faults(here, figure.low, figure.high, open_end=open_end)
    for number, caveat in enumerate(claim.caveats):
        yield from words_faults(f"{place}.caveats[{number}].words", caveat.words, text)
    yield from time_faults(f"{place}.said_at", claim.said_at)
    yield from score_faults(place, claim.score)


def _chain_faults(place: str, claim: ClaimDraft, sources: Container[str]) -> Iterator[Fault]:
    if claim.chain and claim.voice is Voice.ARTICLE:
        yield place, "must be empty in the article's own voice"
    for number, hop in enumerate(claim.chain):
        yield from _unknown(f"{place}[{number}].source", hop.source, sources)
        if (hop.role is HopRole.SPEAKER) != (number == 0):
            yield f"{place}[{number}].role", "the first hop is the speaker, and only the first"


def _facet_faults(
    place: str, value: FacetDraft, text: Text, sources: Container[str]
) -> Iterator[Fault]:
    yield from words_faults(f"{place}.words", value.words, text)
    if value.span is not None:
        yield from spans_faults(f"{place}.span", [value.span], text)
        if text.words[value.span.start : value.span.end] != value.words:
            yield f"{place}.span", f"{quoted(value.words)} does not stand there in {text.name}"
    yield from interval_faults(place, value.low, value.high)
    yield from time_faults(f"{place}.time", value.time)
    yield from _unknown(f"{place}.source", value.source, sources)


def _relation_faults(
    relations: tuple[RelationDraft, ...], claims: Container[str]
) -> Iterator[Fault]:
    seen: set[tuple[object, ...]] = set()
    for number, relation in enumerate(relations):
        place = f"relations[{number}]"
        yield from _unknown(f"{place}.a", relation.a, claims)
        yield from _unknown(f"{place}.b", relation.b, claims)
        yield from score_faults(place, relation.score)
        if relation.a == relation.b:
            yield f"{place}.b", f"{quoted(relation.b)} cannot be related to itself"
        if _identity(relation) in seen:
            yield place, "says the same as an earlier one"
        seen.add(_identity(relation))


def _identity(relation: RelationDraft) -> tuple[object, ...]:
    ends = (relation.a, relation.b)
    symmetric = relation.kind in SYMMETRIC
    return relation.kind, relation.facet, frozenset(ends) if symmetric else ends
