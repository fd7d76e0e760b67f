"""Frames: where punctuation shows who says it, and who is said to be sure of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.beside import phrase_before
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.speech import FINITE, is_clause, may_tag
from tracker.extract.tags import tagged
from tracker.extract.words import Word

_SURE = frozenset("adamant certain confident convinced insistent positive sure".split())  # noqa: SIM905
_VERBAL = frozenset({"NOUN", "VERB"})
"""What a verb of speech is taken for; no other word is asked."""
_SCORE = 0.6
_SURELY = "somebody is said to be sure of it"


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


def _surely(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "the landlady was adamant that …"."""
    if at + 1 >= len(words) or words[at + 1].lower_ not in _SURE:
        return None
    first, source = phrase_before(words, at)
    rest = words[at + 2 :]
    rest = rest[1:] if rest and rest[0].lower_ == "that" else rest
    if first or not source or not is_clause(rest):
        return None
    said, cue = [one for one in rest if not one.is_punct], words[at + 1]
    content = (Span(said[0].start, said[-1].end),)
    source_span = text.span(list(source))
    return FoundAttribution(content, Span(cue.start, cue.end), source_span, _SCORE, _SURELY)
