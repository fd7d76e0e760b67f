"""Carried over: words that a clause saves because the clause before it has them.

That is the subject of "(gunners fired and) killed two", and the deed of "(it was mended, but they
said) it was not".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import began_low, plain_phrase
from tracker.extract.words import FINITE, Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_RELATIVES = frozenset({"which", "that", "who", "what"})
_HELPING = frozenset({"aux", "auxpass"})
_HELPERS = frozenset({"be", "do", "have"})
_APART = frozenset({"relcl", "advcl", "conj", "parataxis", "ccomp", "punct", "cc"})
_CLIMB = 3
_BACK = 60
"""Words before an unfinished clause among which the deed stands that it means."""
_LONGEST = 8
_NEAR = 4


def saved_subject(text: ParsedText, tokens: Sequence[Word], cue: Span | None = None) -> str:
    """Whoever does what a clause says that begins with its verb; empty if it names them itself.

    Behind "It had sunk, she said, and …" that is not who said it.
    """
    loud = [one for one in tokens if not one.is_punct]
    while len(loud) > 1 and loud[0].pos_ in ("ADV", "PART"):
        loud = loud[1:]
    if not loud or text.quoted(loud[0].start):
        return ""
    if loud[0].tag_ == "VB":
        return _foretold(text, loud[0])
    if loud[0].tag_ not in FINITE:
        return ""
    verb = loud[0].head if loud[0].dep_ in _HELPING else loud[0]
    for _ in range(_CLIMB):
        subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None)
        if cue is not None and cue.start <= verb.start < cue.end:
            subject = _first_subject(verb)
        if subject is not None:
            own = subject in tokens or subject.lower_ in _RELATIVES
            if subject.lower_ == "what" and subject not in tokens:
                return _what_it_is(loud[0])
            phrase = plain_phrase(subject)
            return "" if own else began_low(text, _words(text, phrase), phrase)
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return _what_it_is(loud[0])


def _foretold(text: ParsedText, verb: Word) -> str:
    """The subject and the helper of "(it will sell barges and) save millions"."""
    before = verb.head if verb.dep_ == "conj" else verb
    helper = next((one for one in before.lefts if one.tag_ == "MD"), None)
    subject = next((one for one in before.lefts if one.dep_ in _SUBJECTS), None)
    if before is verb or helper is None or subject is None or subject.lower_ in _RELATIVES:
        return ""
    phrase = plain_phrase(subject)
    return f"{began_low(text, _words(text, phrase), phrase)} {helper.lower_}"


def _first_subject(cue: Word) -> Word | None:
    """The subject of the first clause of a sentence, where it stands before the speaker."""
    return next((one for one in cue.sent if one.dep_ in _SUBJECTS and one.head.i < cue.i), None)


def _what_it_is(verb: Word) -> str:
    """The subject that "what he said (were bodies)" saves."""
    before = verb.doc[max(0, verb.i - _NEAR) : verb.i]
    if verb.lemma_.lower() != "be" or all(one.lower_ != "what" for one in before):
        return ""
    return "they" if verb.lower_ in ("are", "were") else "it"


def saved_deed(text: ParsedText, tokens: Sequence[Word]) -> str:
    """What was done or not in "they had not", "it was"; empty where a clause says it itself."""
    loud = [one for one in tokens if not one.is_punct]
    verb = loud[-1] if loud else None
    while verb is not None and verb.dep_ == "neg" and verb.head in loud:
        verb = verb.head
    if verb is None or verb is loud[0] or verb.tag_ not in FINITE:
        return ""
    if verb.lemma_.lower() not in _HELPERS and verb.tag_ != "MD":
        return ""
    if any(one.pos_ in ("VERB", "ADJ", "NOUN") for one in loud[1:] if one is not verb):
        return ""
    return next(_deeds_before(text, verb, loud[0].i), "")


def _deeds_before(text: ParsedText, helper: Word, at: int) -> Iterator[str]:
    """The rest of each clause with such a helping verb, the nearest first."""
    lemma, above = helper.lemma_.lower(), list(helper.ancestors)
    for verb in reversed(helper.doc[max(0, at - _BACK) : at]):
        if verb in above or any(one.dep_ == "ccomp" for one in verb.rights):
            continue
        helpers = [one for one in verb.lefts if one.dep_ in _HELPING]
        same = next((one for one in helpers if one.lemma_.lower() == lemma), None)
        if verb.pos_ == "VERB" and same is not None:
            yield _words(text, _rest(verb, same.i + 1))
        elif verb.lemma_.lower() == lemma == "be" and verb.tag_ in FINITE and not helpers:
            if verb.dep_ not in _HELPING:
                yield _words(text, _rest(verb, verb.i + 1))
        elif verb.pos_ == "VERB" and lemma == "do" and not helpers and verb.tag_ in FINITE:
            behind = _rest(verb, verb.i + 1)
            yield f"{verb.lemma_.lower()} {_words(text, behind)}".strip()


def _rest(verb: Word, start: int) -> list[Word]:
    """The words of a clause from a place on, without the clauses that hang on it."""
    last = verb
    for child in verb.rights:
        if child.dep_ in _APART or child.right_edge.i - verb.i > _LONGEST:
            break
        last = child.right_edge
    return [one for one in verb.doc[start : last.i + 1] if one.dep_ != "neg"]


def _words(text: ParsedText, words: Sequence[Word]) -> str:
    if not words:
        return ""
    return " ".join(text.words(Span(words[0].start, words[-1].end)).split())
