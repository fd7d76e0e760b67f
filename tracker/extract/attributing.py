"""Attributing a stretch of a text to the speaker whom a word of it names."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import named_phrase
from tracker.extract.words import Word

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"DET", "NOUN", "NUM", "PRON", "PROPN"})
_EDGES = " \t\r\n,;:.—–-"
_FEWEST = 3


def attributed(
    text: ParsedText,
    content: Sequence[Span],
    cue: Word,
    speaker: Word | None,
    told: tuple[float, str],
) -> FoundAttribution | None:
    """Make an attribution, ``told`` its score and reason; None where nobody is named."""
    if speaker is None or speaker.pos_ not in _NOUNS:
        return None
    phrase = named_phrase(speaker)
    naming = naming_of(phrase)
    if not (naming.kind or naming.name or naming.pronoun):
        return None
    span = Span(cue.start, cue.end)
    return FoundAttribution(tuple(content), span, text.span(phrase), *told)


def is_clause(words: Sequence[Word]) -> bool:
    """Whether words hold a verb with a tense and something before it."""
    finite = next((at for at, one in enumerate(words) if one.tag_ in _FINITE), 0)
    return len(words) >= _FEWEST and any(one.pos_ in _NOUNS for one in words[:finite])


def stretch(words: Sequence[Word]) -> Span:
    """The words up to a semicolon, without marks at the edges."""
    stop = next((at for at, one in enumerate(words) if one.text == ";"), len(words))
    plain = [one for one in words[:stop] if one.text.strip(_EDGES)] or list(words)
    return Span(plain[0].start, plain[-1].end)
