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
from tracker.extract.speech import has_said, is_clause
from tracker.extract.words import Word

_REPORTING = frozenset({"report"})
_SAYING = frozenset({"say", "write"})
_LEADING = frozenset({"that", ","})
_JOINING = frozenset({"and", "but"})
_FEWEST = 3
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


def handed_on(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Find who is told of as having said it, where only whoever passes it on was found."""
    known = Places(one.cue for one in found if one.cue is not None)
    for outer in found:
        inner = _inner(text, outer) if outer.cue is not None and outer.content else None
        while inner is not None and inner.cue is not None and hands_on(text, outer, inner):
            inner, following = _parted(text, inner)
            if inner.cue is not None and not known.holds(inner.cue.start):
                yield inner
            inner = following


def _inner(text: ParsedText, outer: FoundAttribution) -> FoundAttribution | None:
    """Read "(According to the radio,) the mayor told the council that the bridge was shut"."""
    words = [one for one in text.tokens(outer.content[0]) if not one.is_space]
    while words and words[0].lower_ in _LEADING:
        words = words[1:]
    if not words or text.quoted(words[0].start):
        return None
    if [one.lower_ for one in words[:2]] == ["according", "to"]:
        return _according(text, words, outer)
    at = next((at for at in range(1, len(words) - _FEWEST) if has_said(words[at])), 0)
    if not at or _hands_it_on_too(words[at], words[:at]):
        return None
    first, source = phrase_before(words, at - (words[at - 1].lower_ == "had"))
    said = _said(words, at)
    before = said[: next((at for at, one in enumerate(said) if one.text == ","), len(said))]
    if first or not source or not names_somebody(source, surely=False):
        return None
    if not is_clause(said) and not is_clause(before):
        return None
    content = (Span(said[0].start, outer.content[0].end), *outer.content[1:])
    cue = Span(words[at].start, words[at].end)
    return FoundAttribution(content, cue, text.span(list(source)), outer.score, _REASON)


def _parted(
    text: ParsedText, one: FoundAttribution
) -> tuple[FoundAttribution, FoundAttribution | None]:
    """Part what one said from what is said behind it: "…, and the ministry said …"."""
    words = text.tokens(one.content[0])
    for place, joins in enumerate(words):
        if joins.lower_ not in _JOINING or not place or len(one.content) > 1:
            continue
        behind = Span(joins.end, one.content[0].end)
        following = _inner(text, replace(one, content=(behind,)))
        if following is not None:
            last = words[place - 2] if words[place - 1].text == "," else words[place - 1]
            return replace(one, content=(Span(one.content[0].start, last.end),)), following
    return one, None


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
    if that is not None and rest[that].dep_ == "mark":
        return rest[that + 1 :]
    clause = next((one for one in words[at].rights if one.dep_ == "ccomp"), None)
    first = clause.left_edge if clause is not None else None
    return rest[rest.index(first) :] if first is not None and first in rest else ()
