"""Going on: a clause behind a semicolon or a colon is said by whoever said the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText, Places, Sentence
from tracker.extract.phrases import plain_phrase
from tracker.extract.sifting import is_speech
from tracker.extract.words import Word

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_OTHER = frozenset({"while", "whereas", "meanwhile", "but"})
_TELLING = frozenset({"give", "have", "list", "put", "record", "see"})
_EDGES = " \t\r\n.;,"
_SCORE = 0.5
_REASON = "it goes on behind a semicolon or a colon"


def going_on(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Give to a speaker the clauses behind a semicolon that nobody else is found to say."""
    taken = Places(
        span for one in found for span in (*one.content, *filter(None, (one.cue, one.source)))
    )
    last: FoundAttribution | None = None
    by_sentence = {
        text.sentence_at(one.cue.start).span.start: one
        for one in found
        if one.cue is not None and one.source is not None
    }
    before: Sentence | None = None
    for sentence in text.sentences:
        behind = before is not None and text.words(before.span).rstrip().endswith((";", ":"))
        speaking = by_sentence.get(sentence.span.start)
        if speaking is not None or not behind:
            last = speaking
        elif last is not None and not taken.touches(sentence.span) and _states(sentence.tokens):
            words = text.words(sentence.span)
            span = Span(sentence.span.start, sentence.span.start + len(words.rstrip(_EDGES)))
            if not text.quoted(span.start):
                yield replace(last, content=(span,), score=_SCORE, reason=_REASON)
        before = sentence


def _states(words: Sequence[Word]) -> bool:
    finite = any(one.tag_ in _FINITE for one in words)
    own = any(one.dep_ in _SUBJECTS for one in words)
    return finite and own and not (_OTHER & {one.lower_ for one in words[:2]} or _speaks(words))


def _speaks(words: Sequence[Word]) -> bool:
    """Whether somebody else speaks: "(…;) the office lists 390"."""
    verb = next((one for one in words if one.head is one), words[0])
    subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None)
    if subject is None or not (is_speech(verb) or verb.lemma_.lower() in _TELLING):
        return False
    naming = naming_of(plain_phrase(subject))
    return bool(naming.kind or naming.name or naming.pronoun)
