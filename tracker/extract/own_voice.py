"""The article's own statements: sentences that nobody is said to have said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.headlines import is_heading, restates
from tracker.extract.parsed_text import ParsedText, Places, Sentence
from tracker.extract.words import FINITE

_FEWEST_WORDS = 5
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_EDGES = " \t\r\n.;"


def own_statements(
    text: ParsedText, found: Sequence[FoundAttribution], but: Sequence[Span]
) -> Iterator[Span]:
    """Yield the sentences, and the clauses before a semicolon, that the article itself states.

    ``but`` are sentences that are something else, such as caveats.
    """
    taken = [*but]
    for one in found:
        taken += [*one.content, *filter(None, (one.cue, one.source))]
    places = Places(taken)
    for sentence in text.sentences:
        span = sentence.span
        if places.touches(span) or not _states(text, sentence):
            continue
        if restates(text, sentence, found):
            continue
        span = _with_list(text, sentence, places)
        words = text.words(span)
        start = span.start + len(words) - len(words.lstrip(_EDGES))
        yield Span(start, span.start + len(words.rstrip(_EDGES)))


def _with_list(text: ParsedText, sentence: Sentence, places: Places) -> Span:
    """A sentence with what it lists behind its colon."""
    span = sentence.span
    listed = text.behind(sentence.tokens[-1]) if text.words(span).rstrip().endswith(":") else ()
    if not listed or any(one.tag_ in FINITE for one in listed):
        return span
    end = listed[-1].end
    return span if places.touches(Span(span.end, end)) else Span(span.start, end)


def _states(text: ParsedText, sentence: Sentence) -> bool:
    """Whether a sentence says that something is so: no question, no heading, nothing quoted."""
    words = [token for token in sentence.tokens if token.is_alpha or token.like_num]
    root, span = sentence.root, sentence.span
    if len(words) < _FEWEST_WORDS or text.words(span).rstrip().endswith("?"):
        return False
    if is_heading(text, sentence):
        return False
    if text.quoted(span.start) or root.pos_ not in ("VERB", "AUX"):
        return False
    verbs = [root, *(child for child in root.children if child.dep_ in ("aux", "auxpass"))]
    subject = any(child.dep_ in _SUBJECTS for child in root.children)
    first_person = any(
        child.dep_ in _SUBJECTS and child.lower_ in ("i", "we", "you") for child in root.children
    )
    asks = sentence.tokens[0].tag_ in ("WP", "WRB", "WDT")
    return subject and not asks and not first_person and any(verb.tag_ in FINITE for verb in verbs)
