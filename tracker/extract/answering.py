"""Answering: who is asked about a report, and calls it untrue: "Asked if it fell, he said “No”"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.attributing import is_clause
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import began_low
from tracker.extract.words import Word

_LEADS = frozenset({"if", "that", "whether"})
_POINTING = (
    r"(?:that|this|it|they|those|these)(?:['’]s|['’]re| is| was| are| were)?"
    r"(?: [a-z]+ly| all| just)?"
)
_FALSE = (
    r"(?:not true|untrue|false|wrong|nonsense|rubbish|not so|not the case|a lie|lies|incorrect|"
    r"a fabrication|baseless|unfounded|never happened|did not happen|didn['’]t happen)"
)
_UNTRUE = re.compile(
    rf"(?:no(?:, {_POINTING} {_FALSE})?|never|nonsense|rubbish|untrue|{_POINTING} {_FALSE})",
    re.IGNORECASE,
)
_EDGES = " \t\r\n,.;:!“”\"'‘’"


def without_question(text: ParsedText, one: FoundAttribution) -> FoundAttribution:
    """Begin a speaker behind what the speaker is asked: "Asked about it, (a guard) said …"."""
    asked = _asked(text, one)
    if not asked or one.source is None:
        return one
    begins = max(one.source.start, asked[-1].nbor(1).start)
    return replace(one, source=Span(begins, one.source.end)) if begins < one.source.end else one


def with_question(text: ParsedText, one: FoundAttribution) -> FoundAttribution:
    """Let an answer that calls untrue what was asked deny it."""
    asked = _asked(text, one)
    clause = _clause(text, asked[:-1])
    untrue = clause is not None and all(_is_untrue(text, span) for span in one.content)
    return replace(one, content=(clause, *one.content)) if untrue and clause else one


def denial_of_question(text: ParsedText, piece: Sequence[Span]) -> str:
    """Word an answer that calls untrue what it was asked about; empty for any other."""
    asked, said = piece[0], piece[-1]
    if text.quoted(asked.start) or len(piece) == 1 or not _is_untrue(text, said):
        return ""
    return f"it is not true that {began_low(text, text.words(asked), text.tokens(asked))}"


def _asked(text: ParsedText, one: FoundAttribution) -> Sequence[Word]:
    """What a speaker is asked at the beginning of a sentence, up to its comma; or nothing."""
    if one.cue is None or one.source is None:
        return []
    words = [word for word in text.sentence_at(one.cue.start).tokens if not word.is_space]
    if words[0].lower_ != "asked" or words[0].tag_ != "VBN":
        return []
    comma = next((at for at, word in enumerate(words) if word.text == ","), 0)
    return words[: comma + 1] if words[comma].end < min(one.source.end, one.cue.start) else []


def _clause(text: ParsedText, asked: Sequence[Word]) -> Span | None:
    at = next((at for at, word in enumerate(asked) if word.lower_ in _LEADS), len(asked))
    told = asked[at + 1 :]
    return text.span(told) if is_clause(told) else None


def _is_untrue(text: ParsedText, span: Span) -> bool:
    return _UNTRUE.fullmatch(" ".join(text.words(span).split()).strip(_EDGES)) is not None
