"""Frames: where punctuation shows who says it, and who is said to be sure of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.attributing import child
from tracker.extract.beside import names_somebody, phrase_before
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import plain_phrase
from tracker.extract.speech import FINITE, is_clause, may_tag, says
from tracker.extract.tags import tagged
from tracker.extract.words import Word

_SURE = frozenset(
    "adamant certain confident convinced emphatic insistent positive sure unanimous".split()  # noqa: SIM905
)
_DOING = frozenset({"VBD", "VBG", "VBN"})
_VERBAL = frozenset({"NOUN", "VERB"})
"""What a verb of speech is taken for; no other word is asked."""
_SCORE = 0.6
_SURELY = "somebody is said to be sure of it"
_AMID = "more of a speaker stands before the word of speech"


def sayings(text: ParsedText) -> Iterator[FoundAttribution]:
    """Find what punctuation gives to somebody, in the order of the text."""
    for sentence in text.sentences:
        words = [one for one in sentence.tokens if not one.is_space]
        for at, verb in enumerate(words):
            if verb.lemma_.lower() == "be" and verb.tag_ in FINITE:
                surely = _surely(text, words, at)
                yield from [surely] if surely is not None else []
            elif verb.pos_ in _VERBAL and may_tag(verb, words[at + 1 :]):
                yield from tagged(text, words, at)
                amid = _amid(text, words, at)
                yield from [amid] if amid is not None else []


def _surely(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "the landlady was adamant that …"."""
    if at + 1 >= len(words) or words[at + 1].lower_ not in _SURE:
        return None
    first, source = phrase_before(words, at)
    subject = child(words[at], "nsubj")
    if first and subject is not None and subject.left_edge is words[0]:  # "those who left are sure"
        first, source = 0, plain_phrase(subject)
    return _said(text, words[at + 2 :], words[at + 1], source, _SURELY) if not first else None


def _amid(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "the commander, reached by telephone, said he had no such men"."""
    if not says(words[at]) or words[at - 1].text != ",":
        return None
    comma = next((place for place in range(at - 2, 0, -1) if words[place].text == ","), 0)
    told = words[comma + 1 : at - 1]
    tells = bool(told) and told[0].tag_ in _DOING
    tells = tells and not any(one.tag_ in FINITE for one in told[1:])
    first, source = phrase_before(words, comma) if comma and tells else (1, ())
    if first or not source or not names_somebody(source, surely=True):
        return None
    return _said(text, words[at + 1 :], words[at], source, _AMID)


def _said(
    text: ParsedText, rest: Sequence[Word], cue: Word, source: Sequence[Word], reason: str
) -> FoundAttribution | None:
    rest = rest[1:] if rest and rest[0].lower_ == "that" else rest
    if not source or not is_clause(rest):
        return None
    said = [one for one in rest if not one.is_punct]
    content = (Span(said[0].start, said[-1].end),)
    span = Span(cue.start, cue.end)
    return FoundAttribution(content, span, text.span(list(source)), _SCORE, reason)
