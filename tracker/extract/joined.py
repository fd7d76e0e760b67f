"""Joined on: deeds without a subject, asides and counts that a clause adds to what it says."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.domain.figure_grammar import FoundFigure
from tracker.extract.interrupted import FINITE, JOINING, has_clause
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_HELPING = frozenset({"aux", "auxpass"})
_CONCEDING = frozenset({"although", "though", "whereas", "while"})
_TIMING = frozenset({"after", "before"})
_LONG = 5


def adds_deed(
    text: ParsedText, verb: Word, before: Sequence[Word], figures: Sequence[FoundFigure]
) -> bool:
    """Whether a verb joined on without a subject is checked by itself.

    It is where a comma sets it apart ("it paid, and never asked for a fee"), where each has a
    figure, or where it is long and has a helper of its own ("… and had been driven off by two").
    """
    first = verb.left_edge
    if not first.i or first.nbor(-1).lower_ not in JOINING or not has_clause(before):
        return False
    if text.quoted(verb.head.start) or not _has_tense(verb):
        return False
    if before[-1].text == ",":
        return not _is_listed(verb)
    if _counted(figures, before) and _counted(figures, [verb, *_within(verb)]):
        return True
    return _is_long(verb) and not (_is_denied(verb) or _is_denied(verb.head))


def adds_aside(verb: Word, before: Sequence[Word]) -> bool:
    """Whether a clause behind a comma tells something else of the thing before it.

    ", though some had stayed", ", whose guns were old", ", the guards having left", ", half an
    hour before the bridge fell".
    """
    marks = {one.lower_ for one in verb.lefts if one.dep_ == "mark"}
    subject = subject_of(verb)
    if subject is None or not before or before[-1].text != ",":
        return False
    if verb.dep_ == "relcl":
        return any(one.lower_ == "whose" for one in subject.lefts)
    if verb.dep_ == "advcl" and marks & _TIMING:
        lead = next(one for one in verb.lefts if one.lower_ in _TIMING)
        return any(one.dep_ == "npadvmod" for one in lead.lefts)
    if verb.dep_ == "advcl" and marks & _CONCEDING:
        return has_clause(before) and _has_tense(verb)
    return is_absolute(verb) and has_clause(before)


def deed_of_another(joint: Word) -> Word | None:
    """What somebody else did, in a clause joined on: "…, but a diver who saw it warned"."""
    if joint.dep_ != "cc" or joint.lower_ not in JOINING:
        return None
    verb = next((one for one in joint.head.rights if one.dep_ == "conj" and one.i > joint.i), None)
    own = verb is not None and any(one.dep_ == "nsubj" for one in verb.lefts)
    return verb if own and verb is not None and verb.tag_ in FINITE else None


def is_absolute(verb: Word) -> bool:
    """Whether a deed is told before another, without a tense: "the guards having left"."""
    having = any(one.lower_ == "having" for one in verb.lefts if one.dep_ == "aux")
    return having and subject_of(verb) is not None


def subject_of(verb: Word) -> Word | None:
    """The subject that stands nearest before a verb."""
    return next((one for one in reversed(list(verb.lefts)) if one.dep_ in _SUBJECTS), None)


def _has_tense(verb: Word) -> bool:
    """Whether a verb has a tense, or shares that of "will (sell boats and) save millions"."""
    helpers = [one for one in (*verb.lefts, *verb.head.lefts) if one.dep_ == "aux"]
    own = [verb, *(one for one in verb.lefts if one.dep_ in _HELPING)]
    shares = verb.tag_ == "VB" and any(one.tag_ == "MD" for one in helpers)
    return shares or any(one.tag_ in FINITE for one in own)


def _is_listed(verb: Word) -> bool:
    """Whether a deed is the last of several: "knocked, waited, and went in"."""
    beside = any(one.dep_ == "conj" and one is not verb for one in verb.head.rights)
    return beside or verb.head.dep_ == "conj"


def _is_long(verb: Word) -> bool:
    """Whether a deed has a helper and several words of its own, and so has the one before it."""
    helper = next((one for one in verb.lefts if one.dep_ in _HELPING), None)
    helped = any(one.dep_ in _HELPING for one in verb.head.lefts) or verb.head.lemma_ == "be"
    return helper is not None and helped and verb.right_edge.i - helper.i >= _LONG - 1


def _is_denied(verb: Word) -> bool:
    return any(one.dep_ == "neg" for one in (*verb.lefts, *verb.rights))


def _within(verb: Word) -> list[Word]:
    return list(verb.doc[verb.left_edge.i : verb.right_edge.i + 1])


def _counted(figures: Sequence[FoundFigure], words: Sequence[Word]) -> bool:
    stretch = Span(words[0].start, words[-1].end)
    return any(stretch.start <= one.span.start < stretch.end for one in figures)
