"""Handed on: what one says that another has said: "According to the radio, the mayor said …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.domain.source import SourceKind
from tracker.extract.beside import names_somebody, phrase_before
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.speech import begins, has_said, is_clause
from tracker.extract.words import Word

_REPORTING = frozenset({"report"})
_SAYING = frozenset({"say", "write"})
_LEADING = frozenset({"that", ","})
_JOINING = frozenset({"and", "but"})
_WHO = frozenset({"who", "whom", "whose"})
_FEWEST = 3
_LONG = 80
"""Words of what is said that are looked at, so that a long sentence is read in one pass."""
_TOLD = 6
"""Words behind "told" among which whoever was told ends."""
_REASON = "somebody hands on what another said"


def hands_on(text: ParsedText, outer: FoundAttribution, inner: FoundAttribution | None) -> bool:
    """Whether one who tells of another's saying only passes it on.

    "According to" and "reported" do, and "said" of what somebody "had said" before.
    """
    verbs = text.tokens(outer.cue) if outer.cue is not None else []
    if any(one.lower_ == "according" or one.lemma_.lower() in _REPORTING for one in verbs):
        return True
    saying = inner is not None and len(verbs) == 1 and verbs[0].lemma_.lower() in _SAYING
    if not saying or inner is None or inner.cue is None:
        return False
    said = text.tokens(inner.cue)[0]
    return said.lemma_.lower() in {"say", "tell"} and said.i > 0 and said.nbor(-1).lower_ == "had"


def handed_on(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Find who is told of as having said it, where only whoever passes it on was found.

    Of two who are told of, "A said … and B said …", each says only what stands up to the next.
    """
    speakers = Places(one.source for one in found if one.source is not None)
    found = [_without_others(text, one, speakers) for one in found]
    known = {one.cue.start for one in found if one.cue is not None}
    told = [inner for outer in found for inner in _told_of(text, outer)]
    ends = {inner.cue.start: inner.content[-1].end for inner in told if inner.cue is not None}
    kept = [one if one.cue is None else _up_to(one, ends.get(one.cue.start)) for one in found]
    new = {one.cue.start: one for one in told if one.cue and one.cue.start not in known}
    return [*kept, *new.values()]


def _without_others(text: ParsedText, one: FoundAttribution, speakers: Places) -> FoundAttribution:
    """Leave out what another says behind a tag: "(…, according to Kol,) and the mayor said".

    And what tells of the speaker: "(The gate was shut, Kol said,) whose son works there".
    """
    if one.cue is None or one.content[0].start > one.cue.start:
        return one
    kept = []
    for span in one.content:
        first = next((word.lower_ for word in text.tokens(span)), "")
        another = first in _JOINING and speakers.touches(span)
        if span.start < one.cue.start or not (another or first in _WHO):
            kept.append(span)
    return replace(one, content=tuple(kept))


def _up_to(one: FoundAttribution, end: int | None) -> FoundAttribution:
    """What was found of somebody without what the next one says."""
    if end is None or one.cue is None or one.content[0].start < one.cue.start:
        return one
    content = tuple(Span(span.start, min(span.end, end)) for span in one.content)
    content = tuple(span for span in content if span.start < span.end)
    return replace(one, content=content) if content else one


def _told_of(text: ParsedText, outer: FoundAttribution) -> Iterator[FoundAttribution]:
    """Read "(According to the radio,) the mayor said that …, and the guild said …", in one pass."""
    if outer.cue is None or not outer.content:
        return
    words = [one for one in text.tokens(outer.content[0]) if not one.is_space]
    lead = next((at for at, one in enumerate(words) if one.lower_ not in _LEADING), len(words))
    words = words[lead:]
    if not words or text.quoted(words[0].start):
        return
    if [one.lower_ for one in words[:2]] == ["according", "to"]:
        told = [_according(text, words, outer)]
    else:
        told = list(_in_turn(text, words, outer))
    for inner in told:
        if inner is None or not hands_on(text, outer, inner):
            return
        yield inner


def _in_turn(
    text: ParsedText, words: Sequence[Word], outer: FoundAttribution
) -> Iterator[FoundAttribution]:
    """Read each of those who said something, one behind the other, up to the next."""
    last: FoundAttribution | None = None
    for at in range(1, len(words) - _FEWEST):
        if not has_said(words[at]):
            continue
        start = 0 if last is None else _joined(words, at)
        one = _inner(text, words, start, at, outer) if start is not None else None
        if one is None:
            if last is None:
                return
            continue
        if last is not None and start is not None:
            before = words[start - 3] if words[start - 2].text == "," else words[start - 2]
            yield replace(last, content=(Span(last.content[0].start, before.end),))
        last = one
    if last is not None:
        yield last


def _joined(words: Sequence[Word], at: int) -> int | None:
    """Where a speaker begins behind "and": "(…,) and the guild said"."""
    verb = begins(words, at)
    first, _ = phrase_before(words, verb)
    places = (place for place in range(max(first - 1, 2), verb) if words[place].lower_ in _JOINING)
    return next((place + 1 for place in places), None)


def _inner(
    text: ParsedText, words: Sequence[Word], start: int, at: int, outer: FoundAttribution
) -> FoundAttribution | None:
    """Read "the mayor told the council that the bridge was shut", from a place to a verb and on."""
    near = words[start : at + _LONG]
    verb = at - start
    if _hands_it_on_too(near[verb], near[:verb]):
        return None
    first, source = phrase_before(near, begins(near, verb))
    said = _said(near, verb)
    before = said[: next((at for at, one in enumerate(said) if one.text == ","), len(said))]
    if first or not source or not names_somebody(source, surely=False):
        return None
    if not is_clause(said) and not is_clause(before):
        return None
    content = (Span(said[0].start, outer.content[0].end), *outer.content[1:])
    cue = Span(near[verb].start, near[verb].end)
    return FoundAttribution(content, cue, text.span(list(source)), outer.score, _REASON)


def _according(
    text: ParsedText, words: Sequence[Word], outer: FoundAttribution
) -> FoundAttribution | None:
    """Read "(the radio reports that,) according to the mayor, the bridge is shut"."""
    commas = [at for at, one in enumerate(words) if one.text == ","]
    source, said = (words[2 : commas[0]], words[commas[0] + 1 :]) if commas else ((), ())
    if not source or not names_somebody(source, surely=False) or not is_clause(said):
        return None
    content = (Span(said[0].start, outer.content[0].end), *outer.content[1:])
    cue = text.span(words[:2])
    return FoundAttribution(content, cue, text.span(source), outer.score, _REASON)


def _hands_it_on_too(verb: Word, before: Sequence[Word]) -> bool:
    """Whether whoever reports it may be an outlet, too: "Hark reports that …, according to …"."""
    body = naming_of(before).kind
    return verb.lemma_.lower() in _REPORTING and body in (None, SourceKind.OUTLET)


def _said(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The clause behind a verb of speech, behind "that" or whoever was told."""
    rest = words[at + 1 :]
    that = next((place for place, one in enumerate(rest[:_TOLD]) if one.lower_ == "that"), None)
    misread = that == 0 and rest[0].dep_ == "det" and is_clause(rest[1:])  # "that money was gone"
    if that is not None and (misread or rest[that].dep_ == "mark"):
        return rest[that + 1 :]
    clause = next((one for one in words[at].rights if one.dep_ == "ccomp"), None)
    first = clause.left_edge if clause is not None else None
    return rest[rest.index(first) :] if first is not None and first in rest else ()
