"""Completing what was found: what a speaker goes on to say, and who was only told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.apposed import with_name_behind
from tracker.extract.datelines import behind_dateline, without_dateline
from tracker.extract.dating import DATES
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.trimming import begun, ended, is_way
from tracker.extract.words import FINITE, Word

_CHARGING = frozenset({"accuse", "blame", "suspect"})
_JOINING = frozenset({"and", "but"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_AND_THAT = re.compile(r",?\s+((?:and|but|or)\s+that\s)")
_HOURS = re.compile(r"(?:(?<=\d)|(?<= at) \d\d?(?:[.:]\d\d)?)\s?[ap]\.m\.?")
_EDGES = " \t\r\n.,;"
_PARTS = frozenset({"hand", "involvement", "knowledge", "part", "responsibility", "role"})
_FEWEST = 3


def completed(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Give each attribution all that it says, where the sentence shows it plainly."""
    found = [_with_charge(text, with_name_behind(text, one)) for one in found]
    taken = Places(
        span for one in found for span in (*one.content, *filter(None, (one.cue, one.source)))
    )
    named = Places(
        span for one in found for span in (one.cue, one.source) if span and one.source is not None
    )
    cues: defaultdict[Span | None, list[int]] = defaultdict(list)
    for one in found:
        if one.cue is not None and one.source is not None:
            cues[one.source].append(one.cue.start)
    whole = [ended(text, _completed(text, one, taken), cues[one.source], named) for one in found]
    whole = [replace(one, content=without_dateline(text.text, one.content)) for one in whole]
    whole = [replace(one, content=_from_dateline(text, one.content, taken)) for one in whole]
    whole = [replace(one, content=_without_gaps(text, one.content, taken)) for one in whole]
    return [replace(one, content=_with_hours(text, one.content)) for one in whole]


def _with_hours(text: ParsedText, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """End behind the "1.10 p.m." which the parser takes for another sentence."""
    hours = _HOURS.match(text.text, content[-1].end)
    return (*content[:-1], Span(content[-1].start, hours.end())) if hours else content


def _completed(text: ParsedText, one: FoundAttribution, taken: Places) -> FoundAttribution:
    if one.cue is None:
        return one
    cue = [token for token in text.tokens(one.cue) if token.pos_ in ("VERB", "AUX")]
    if not cue:
        return one
    content = _with_subjects(text, begun(text, one, cue[-1]), one.cue, taken)
    content = _clause_before(text, replace(one, content=content), taken) or content
    for more in (
        _charged(text, content, cue[-1], taken),
        _and_that(text, content, taken),
        _after(text, one, content, taken),
    ):
        if more is not None:
            content = _joined(text, content, more)
    return replace(one, content=content)


def _with_subjects(
    text: ParsedText, content: tuple[Span, ...], cue: Span, taken: Places
) -> tuple[Span, ...]:
    """Begin a passage with the whole subject of its verb, or with what is put "at forty"."""
    whole: list[Span] = []
    for span in content:
        tokens = text.tokens(span)
        verb = next((one for one in tokens if one.tag_ in FINITE), None)
        subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None) if verb else None
        if tokens and tokens[0].lower_ == "at" and tokens[0].head.start == cue.start:
            subject = next((one for one in tokens[0].head.rights if one.dep_ == "dobj"), None)
        if tokens and tokens[0].dep_ == "prep" and _is_deed_of(tokens[0].head, cue):
            subject = tokens[0].head  # "(denied) firing on the town", "responsibility for it"
        start = subject.left_edge.start if subject is not None else span.start
        beside = start >= cue.end or span.end <= cue.start
        free = beside and start < span.start and not taken.touches(Span(start, span.start))
        whole.append(Span(start, span.end) if free else span)
    return tuple(whole)


def _is_deed_of(deed: Word, cue: Span) -> bool:
    """Whether a deed in "-ing", or a part in one, stands right behind a cue that it belongs to."""
    part = deed.lemma_ in _PARTS and deed.head.lemma_.lower() == "deny"
    its = deed.head.start == cue.start and deed.left_edge.nbor(-1).start == cue.start
    return its and (deed.tag_ == "VBG" or part)


def _joined(text: ParsedText, content: tuple[Span, ...], more: Span) -> tuple[Span, ...]:
    """Add a span; only a comma between makes one of two."""
    between = text.text[content[-1].end : more.start]
    if between.strip(_EDGES):
        return (*content, more)
    return (*content[:-1], Span(content[-1].start, more.end))


def _clause_before(
    text: ParsedText, one: FoundAttribution, taken: Places
) -> tuple[Span, ...] | None:
    """Take the clause before "…, she said in a post" where only the post was found."""
    assert one.cue is not None
    if (
        not all(is_way(text, span) or _is_day(text, span) for span in one.content)
        or one.source is None
        or one.content[0].start < one.cue.start
    ):
        return None
    begins = text.sentence_at(one.cue.start).span.start
    ends = min(one.source.start, one.cue.start)
    words = text.text[begins:ends]
    clause = Span(begins, begins + len(words.rstrip(_EDGES)))
    before = text.tokens(clause) if clause.end > clause.start else []
    if len(before) < _FEWEST or not _is_clause(before) or taken.touches(clause):
        return None
    return (clause,) if words.rstrip().endswith(",") else None


def _is_day(text: ParsedText, span: Span) -> bool:
    """Whether words only say when: "on Friday"."""
    words = [one for one in text.tokens(span) if not one.is_punct]
    return all(one.pos_ == "ADP" or one.lower_ in DATES for one in words)


def _from_dateline(text: ParsedText, content: tuple[Span, ...], taken: Places) -> tuple[Span, ...]:
    """Begin right behind a dateline, which the parser may join to a word: "SELM – Air defences"."""
    begins = text.paragraphs[text.paragraph_at(content[0].start)].start
    start = begins + behind_dateline(text.text[begins : content[0].end])
    gap = Span(start, content[0].start)
    if not begins < start < gap.end or len(text.words(gap).split()) > 1 or taken.touches(gap):
        return content
    return (Span(start, content[0].end), *content[1:])


def _without_gaps(text: ParsedText, content: tuple[Span, ...], taken: Places) -> tuple[Span, ...]:
    """Close a gap of the one word that more hangs on: "a loss, (compared) with a profit"."""
    whole = [content[0]]
    for span in content[1:]:
        gap = Span(whole[-1].end, max(whole[-1].end, span.start))
        words = [one for one in text.tokens(gap) if not one.is_punct and one.end <= gap.end]
        leads = len(words) == 1 and words[0].tag_ == "VBN" and not taken.touches(gap)
        if leads and any(one.head == words[0] for one in text.tokens(span)[:1]):
            whole[-1] = Span(whole[-1].start, span.end)
        else:
            whole.append(span)
    return tuple(whole)


def _with_charge(text: ParsedText, one: FoundAttribution) -> FoundAttribution:
    """Take a charge from the name of whoever makes it: "accused by fishermen of cutting nets"."""
    cue = text.tokens(one.cue) if one.cue is not None else []
    charges = any(verb.tag_ == "VBN" and verb.lemma_.lower() in _CHARGING for verb in cue)
    if one.source is None or not charges:
        return one
    words = text.tokens(one.source)
    near = zip(words, words[1:], words[2:], strict=False)
    deeds = ((by, of) for by, of, deed in near if of.lower_ == "of" and deed.tag_ == "VBG")
    by, of = next(deeds, (None, None))
    if by is None or of is None or one.content[-1].end > one.source.start:
        return one
    source = Span(one.source.start, by.end)
    return replace(one, content=(*one.content, text.subtree(of)), source=source)


def _charged(text: ParsedText, content: tuple[Span, ...], cue: Word, taken: Places) -> Span | None:
    """Add the participle behind a charge: "accused them of shelling a car, killing two"."""
    if cue.lemma_.lower() not in _CHARGING:
        return None
    deeds = [cue, *(token for span in content for token in text.tokens(span))]
    for child in (child for deed in deeds for child in deed.children):
        span = text.subtree(child)
        said = taken.holds(child.start)  # "(…, which they denied,) saying that …"
        if said or span.start < content[-1].end:
            continue
        if child.dep_ == "advcl" and child.tag_ == "VBG":
            words = text.words(span)
            return Span(span.start, span.start + len(words.rstrip(_EDGES)))
    return None


def _and_that(text: ParsedText, content: tuple[Span, ...], taken: Places) -> Span | None:
    """Add the next thing that is said: "…, and that the bridge was shut"."""
    last = content[-1].end
    sentence = text.sentence_at(content[-1].start).span
    following = _AND_THAT.match(text.text, last)
    if following is None or _is_quote(text, content[-1]) or following.end() >= sentence.end:
        return None
    end = text.text.find(";", following.end(), sentence.end)
    words = text.text[following.start(1) : end if end > 0 else sentence.end].rstrip(_EDGES)
    span = Span(following.start(1), following.start(1) + len(words))
    return None if taken.touches(span) or not _is_clause(text.tokens(span)) else span


def _after(
    text: ParsedText, one: FoundAttribution, content: tuple[Span, ...], taken: Places
) -> Span | None:
    """Add what follows an interruption: "The gate was open, it said, and the dogs were gone"."""
    assert one.cue is not None
    last = max(one.cue.end, one.source.end if one.source else 0)
    if content[-1].end > one.cue.start or all(_is_quote(text, span) for span in content):
        return None
    sentence = text.sentence_at(one.cue.start)
    if content[0].start < sentence.span.start:
        return None
    for token in sentence.tokens:
        at = token.start
        if at <= last or token.lower_ not in _JOINING or token.dep_ != "cc":
            continue
        words = text.text[at : sentence.span.end]
        span = Span(at, at + len(words.rstrip(_EDGES)))
        apart = text.text[:at].rstrip()[-1:] in ",;"
        if apart and not taken.touches(span) and _is_clause(text.tokens(span)):
            return span
        return None
    return None


def _is_quote(text: ParsedText, span: Span) -> bool:
    return text.quoted(span.start) and text.quoted(span.end - 1)


def _is_clause(tokens: Sequence[Word]) -> bool:
    finite = any(token.tag_ in FINITE for token in tokens)
    return finite and any(token.dep_ in _SUBJECTS for token in tokens)
