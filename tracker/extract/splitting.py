"""One sentence that holds several claims is split, so that each can be checked by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.domain.article import Span
from tracker.domain.figure_grammar import FoundFigure
from tracker.extract.answering import denial_of_question
from tracker.extract.interrupted import BECAUSE, FINITE, begins_anew, has_clause
from tracker.extract.joined import adds_aside, adds_deed, is_absolute, subject_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import points
from tracker.extract.words import Word

_CLAUSES = frozenset({"conj", "ccomp", "parataxis", "advcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_LEADS = " \t\n,;:—–-"
_ENDS = (".", "!", "?")
_OPENING = ('"', "“")
_REASONS = BECAUSE | {"whereas", "while"}
_FEWEST = 2
_MOST_WORDS = 300
"""Nobody says more in one sentence; what is longer is no sentence."""

Piece = tuple[Span, ...]


def pieces_of(
    text: ParsedText, content: Sequence[Span], figures: Sequence[FoundFigure] = ()
) -> tuple[Piece, ...]:
    """Split what is said into claims; ``figures`` are those of the text around it.

    Quotations stay whole: they are somebody's own words. Outside of them a clause with a subject
    of its own is a claim, and so is a deed with its own count of people harmed.
    """
    cuts = sorted({cut for span in content for cut in _cuts(text, span, figures)})
    spans: list[list[Span]] = [[]]
    for number, span in enumerate(sorted(content, key=lambda one: one.start)):
        answer = number == 1 and denial_of_question(text, (*spans[-1], span))
        if number and not answer and begins_anew(text, spans[-1], span):
            spans.append([])
        start = span.start
        for cut in cuts:
            if start < cut < span.end:
                spans[-1].append(Span(start, cut))
                spans.append([])
                start = cut
        spans[-1].append(Span(start, span.end))
    pieces = [
        tuple(filter(None, (_trimmed(text, span, later=bool(number)) for span in piece)))
        for number, piece in enumerate(spans)
    ]
    return tuple(piece for piece in pieces if piece)


def _cuts(text: ParsedText, span: Span, figures: Sequence[FoundFigure]) -> set[int]:
    cuts: set[int] = set()
    tokens = text.tokens(span)
    if len(tokens) > _MOST_WORDS:
        return cuts
    members = {token.i for token in tokens}
    cuts |= set(_marked_cuts(text, tokens))
    cuts |= {
        token.start
        for before, token in pairwise(tokens)
        if token.text in _OPENING and before.text in _ENDS and not text.quoted(before.start)
    }
    for token in tokens:
        # A participle behind a charge hangs on the cue, which is not part of what is said.
        free = (token.dep_ == "advcl" and token.tag_ == "VBG") or is_absolute(token)
        hangs = free or token.head.i in members
        if not hangs or token.head == token:
            continue
        first = _first(token)
        at = first.start
        if not span.start < at < span.end or text.quoted(at):
            continue
        before = [one for one in tokens if one.start < at]
        if len(before) > _FEWEST and _is_claim(text, token, before, figures):
            cuts.add(at)
    return cuts


def _marked_cuts(text: ParsedText, tokens: Sequence[Word]) -> Iterator[int]:
    """Where marks show that another claim begins: "; …", ", and that …", ", and it was …"."""
    closes = bool(tokens) and text.quoted(tokens[-1].start)
    for place, token in enumerate(tokens):
        if closes and place > _FEWEST and _opens_behind_colon(tokens[place - 2 : place + 1]):
            yield token.start
        if not place or place + _FEWEST >= len(tokens) or text.quoted(token.start):
            continue
        rest = tokens[place + 1 :]
        behind_comma = tokens[place - 1].text == "," and token.lower_ in ("and", "but")
        if token.text == ";":
            anew = has_clause(rest)
        elif token.lower_ in ("and", "but") and rest[0].lower_ == "that":
            anew = any(one.tag_ in FINITE for one in rest[1:])
        else:
            anew = behind_comma and _begins_clause(rest)
        if anew and has_clause(tokens[:place]):
            yield token.start


def _opens_behind_colon(tokens: Sequence[Word]) -> bool:
    """Whether a quotation says it once more: "(blamed) beavers: “They dug it out”"."""
    last, colon, mark = tokens
    return colon.text == ":" and mark.text in _OPENING and last.pos_ not in ("VERB", "AUX")


def _begins_clause(tokens: Sequence[Word]) -> bool:
    """Whether words begin with a subject and its verb."""
    for place, token in enumerate(tokens):
        if token.tag_ in FINITE:
            return place > 0 and any(
                child.i in range(tokens[0].i, token.i) and child.dep_ in _SUBJECTS
                for child in token.children
            )
        if token.is_punct or token.dep_ == "mark" or token.tag_ in _RELATIVE:
            return False
    return False


def _is_claim(
    text: ParsedText, token: Word, before: Sequence[Word], figures: Sequence[FoundFigure]
) -> bool:
    joined = token.dep_ == "conj"
    if joined and token.pos_ in ("VERB", "AUX") and token.head.pos_ in ("VERB", "AUX"):
        return (
            _stands_alone(token, before)
            or _counts_harm(text, token, before, figures)
            or adds_deed(text, token, before, figures)
        )
    if joined and token.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
        return _counted_twice(token, before, figures) or _excepted(token)
    if token.dep_ == "advcl" and token.tag_ == "VBG":
        return _counts_harm(text, token, before, figures)
    return token.pos_ in ("VERB", "AUX") and adds_aside(token, before)


def _stands_alone(token: Word, before: Sequence[Word]) -> bool:
    """Whether a clause joined on has its own subject, and so has the one before it."""
    own = any(child.dep_ in _SUBJECTS and child.i < token.i for child in token.children)
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)
    nested = token.head.dep_ in ("advcl", "relcl", "acl")
    return (own or marked) and not (nested and not marked) and has_clause(before)


def _counts_harm(
    text: ParsedText, token: Word, before: Sequence[Word], figures: Sequence[FoundFigure]
) -> bool:
    """Whether a deed is added with its own count: "shelled a road, killing two"."""
    mine = text.subtree(token)
    starts = {one.start for one in before}
    harmed = [one for one in figures if one.figure.harm is not None]
    return any(mine.start <= one.span.start < mine.end for one in harmed) and not any(
        one.span.start in starts for one in harmed
    )


def _counted_twice(token: Word, before: Sequence[Word], figures: Sequence[FoundFigure]) -> bool:
    """Whether two counts are joined: "all 12 boats and all nine rafts"."""
    first = _first(token).start
    last = token.end
    starts = {one.start for one in before}
    mine = [one for one in figures if first <= one.span.start < last]
    own = [one for one in figures if one.span.start in starts and one.figure.unit is None]
    counted = mine and mine[0].figure.unit is None and mine[0].figure.counts
    return bool(counted and own and token.head.dep_ in ("dobj", "nsubjpass", "pobj", "conj"))


def _excepted(token: Word) -> bool:
    """Whether a thing is set against another: "goats in the yard but none in the barn"."""
    led = [one for one in token.head.children if one.dep_ == "cc" and one.i < token.i]
    return bool(led) and led[-1].lower_ == "but" and token.lower_ in ("none", "nobody", "nothing")


def _first(token: Word) -> Word:
    """The first word of a joined part, "and" included."""
    subject = subject_of(token) if is_absolute(token) else None
    first = (subject or token).left_edge
    doc = token.doc
    at = first.i - 1
    if at >= 0 and doc[at].dep_ == "cc":
        first = doc[at]
    return first


def _trimmed(text: ParsedText, span: Span, *, later: bool) -> Span | None:
    """A piece without the joining words and commas at its edges."""
    words = text.words(span)
    start = len(words) - len(words.lstrip(_LEADS))
    first = next((token for token in text.tokens(span) if token.lower_ == "that"), None)
    keeps_that = first is not None and points(first)
    reasons = (f"{one} " for one in sorted(_REASONS)) if later else ()
    for lead in ("and ", "but ", *(() if keeps_that else ("that ",)), *reasons):
        if words[start:].lower().startswith(lead) and span.start and start + len(lead) < len(words):
            start += len(lead)
    end = len(words.rstrip(_LEADS))
    return Span(span.start + start, span.start + end) if end > start else None


def quoted_share(text: ParsedText, piece: Sequence[Span]) -> float:
    """How much of a piece stands in quotation marks, 0–1, by words."""
    tokens = [token for span in piece for token in text.tokens(span) if not token.is_punct]
    within = sum(text.quoted(token.start) for token in tokens)
    return within / len(tokens) if tokens else 0.0
