"""Citing: whom a speaker names as his own source is no part of what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.domain.source import SourceKind
from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

CITING = frozenset({"cite", "quote"})
_GETTING = frozenset(
    """commission conduct fund get obtain order pay publish read receive review see
    view""".split()  # noqa: SIM905
)
_EDGES = " \t\r\n,;"


def may_speak(noun: Word) -> bool:
    """Whether a noun is for somebody who speaks: "citing tactics" names no source."""
    kind = kind_of_noun(noun.lemma_)
    named = noun.pos_ == "PROPN"
    return named or kind not in (None, SourceKind.DOCUMENT, SourceKind.FOOTAGE)


def cited_by(verb: Word) -> Word | None:
    """Whom a verb of citing names, if they may have spoken."""
    cited = next((one for one in verb.rights if one.dep_ == "dobj"), None)
    return cited if cited is not None and may_speak(cited) else None


def names_only(text: ParsedText, one: FoundAttribution) -> bool:
    """Whether what is said is only who says it: "citing two engineers"."""
    cue = text.tokens(one.cue) if one.cue is not None else []
    tokens = [token for span in one.content for token in text.tokens(span)]
    if any(token.lower_ == "pointing" for token in cue):
        return naming_of(tokens).kind in (SourceKind.DOCUMENT, SourceKind.FOOTAGE)
    if not any(token.lemma_.lower() in ("cite", "quote") for token in cue):
        return False
    if any(token.pos_ in ("VERB", "AUX") for token in tokens):
        return _has_got(tokens)
    naming = naming_of(tokens)
    people = any(token.lower_ == "people" and token.head not in tokens for token in tokens)
    return bool(naming.kind or naming.name or naming.pronoun or people)


def _has_got(words: Sequence[Word]) -> bool:
    """Whether words are what somebody cites and how he came by it: "a letter it had seen"."""
    verbs = [one for one in words if one.pos_ == "VERB"]
    top = next((one for one in words if one.head not in words), None)
    got = [one for one in verbs if one.lemma_.lower() in _GETTING and one.dep_ in ("acl", "relcl")]
    if top is None or top.pos_ not in ("NOUN", "PROPN"):
        return False
    return len(got) == len(verbs) > 0 and all(top in one.ancestors for one in got)


def without_citing(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Leave out "citing two engineers" before what is said, or behind it; say nothing twice."""
    plain = [_plain(text, one) for one in found]
    told = {one.content for one in plain if not _is_citing(text, one)}
    return [one for one in plain if one.content not in told or not _is_citing(text, one)]


def _plain(text: ParsedText, one: FoundAttribution) -> FoundAttribution:
    if one.cue is None:
        return one
    one = replace(one, content=tuple(_behind_cited(text, span) for span in one.content))
    if _is_citing(text, one):
        return one
    one = replace(one, source=_speaking(text, one.source)) if one.source is not None else one
    said = tuple(part for span in one.content for part in _without(text, span))
    return replace(one, content=said) if said else one


def _is_citing(text: ParsedText, one: FoundAttribution) -> bool:
    cue = text.tokens(one.cue) if one.cue is not None else []
    return any(word.lemma_.lower() in CITING for word in cue)


def cites(verb: Word, speaker: Span | None) -> bool:
    """Whether a verb tells whom a speaker cites: "(she said), citing", "the radio, which cited"."""
    who = next((one for one in verb.lefts if one.dep_ == "nsubj"), None)
    relative = verb.dep_ == "relcl" and who is not None and who.tag_ in ("WDT", "WP")
    taken_up = speaker is not None and speaker.start <= verb.head.start < speaker.end
    return verb.tag_ == "VBG" or (relative and taken_up)


def is_document(noun: Word) -> bool:
    """Whether a noun is for a document that an outlet may have its report from."""
    return kind_of_noun(noun.lemma_) is SourceKind.DOCUMENT


def _speaking(text: ParsedText, source: Span) -> Span:
    """A speaker without whom he cites: "State radio, quoting the mayor"."""
    words = text.tokens(source)
    for at, verb in enumerate(words[1:], 1):
        if verb.tag_ == "VBG" and verb.lemma_.lower() in CITING and words[at - 1].text == ",":
            return Span(source.start, words[at - 2].end) if at > 1 else source
    return source


def _without(text: ParsedText, span: Span) -> tuple[Span, ...]:
    words = text.tokens(span)
    for at, verb in enumerate(words):
        if verb.tag_ != "VBG" or verb.lemma_.lower() not in CITING or text.quoted(verb.start):
            continue
        cited = cited_by(verb) if at else next((o for o in verb.rights if o.dep_ == "dobj"), None)
        last = verb.right_edge.i if cited is not None else verb.i
        if last == verb.i or (at and words[at - 1].text != ","):
            continue
        before, behind = words[:at], [one for one in words if one.i > last]
        if before and not all(one.is_punct for one in behind):
            continue
        if before:
            kept = text.text[span.start : verb.start].rstrip(_EDGES)
            return (Span(span.start, span.start + len(kept)),)
        behind = behind[1:] if behind and behind[0].text == "," else behind
        return (Span(behind[0].start, span.end),) if behind else ()
    return (span,)


def _behind_cited(text: ParsedText, span: Span) -> Span:
    """What is said, without who is cited: "(reported, citing) the mayor, that it was closed"."""
    for verb in text.sentence_at(span.start).tokens:
        cited = cited_by(verb) if verb.tag_ == "VBG" and verb.lemma_.lower() in CITING else None
        that = _that(verb, cited) if cited is not None else None
        if cited is not None and that is not None and _opens(text, span, verb, cited):
            return Span(that.start, span.end)
    return span


def _opens(text: ParsedText, span: Span, verb: Word, cited: Word) -> bool:
    """Whether a stretch begins with "citing", or with who is cited."""
    first = text.tokens(span)[:1]
    return bool(first) and verb.i <= first[0].i <= cited.i


def _that(verb: Word, cited: Word) -> Word | None:
    """The "that" which leads to what is said, where it was taken for more of who is cited."""
    behind = verb.doc[cited.i + 1 : verb.right_edge.i + 1]
    return next((one for one in behind if one.lower_ == "that" and one.nbor(-1).text == ","), None)
