"""Undoing: a deed that its doer denies or claims ("denied firing on the town"), as a clause."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.source import SourceKind
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import began_low, is_plural, plain_phrase
from tracker.extract.words import Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVES = frozenset({"who", "which", "that"})
_CLAIMING = frozenset({"admit", "affirm", "allege", "claim", "confess", "profess"})
_DONE = 3
"""Words from "to have" to what was done."""
_CLIMB = 6
"""Verbs above a denial among which its subject may stand: "said …, argued … and denied"."""


def undoing(text: ParsedText, verb: Word, low: str, tokens: Sequence[Word]) -> str:
    """Make a clause of a deed that is denied: "it did not fire on the town".

    Empty where the words begin with no deed.
    """
    if low.startswith("ever ") and len(tokens) > 1:  # "denied ever meeting her"
        low, tokens = low.removeprefix("ever "), tokens[1:]
    deed, rest = tokens[0], low.split(" ", 1)[1] if " " in low else ""
    if deed.tag_ != "VBG" or not rest or not low.startswith(deed.lower_):
        return ""
    doer = _doer(verb)
    who = _short(text, doer, verb)
    many = is_plural(doer) if doer is not None else False
    lemma = deed.lemma_.lower()
    follows = deed.nbor(1).tag_ if deed.i + 1 < len(deed.doc) else ""
    if deed.lower_ == "having" and follows in ("VBN", "VBD"):
        return f"{who} had not {rest}"
    if deed.lower_ == "being":
        return f"{who} {'were' if many or who == 'they' else 'was'} not {rest}"
    return "" if lemma == deed.lower_ else f"{who} did not {lemma} {rest}"


def done_by(text: ParsedText, verb: Word | None, plain: str, tokens: Sequence[Word]) -> str:
    """Make a clause of a deed that its doer claims: "(the army claims) to have sunk a tug"."""
    claims = verb is not None and verb.lemma_.lower() in _CLAIMING
    if verb is None or not claims or not plain.startswith("to have ") or len(tokens) < _DONE:
        return ""
    if tokens[_DONE - 1].tag_ != "VBN" or any(one.dep_ == "auxpass" for one in verb.lefts):
        return ""
    return f"{doer_of(text, verb)} had {plain.removeprefix('to have ')}"


def short_doer(text: ParsedText, verb: Word) -> str:
    """Name whoever does what a verb says as one goes on to call them."""
    return _short(text, _doer(verb), verb)


def _short(text: ParsedText, doer: Word | None, verb: Word) -> str:
    """Whoever denies, as one goes on to call them: a body "it", several "they", else by name."""
    if doer is not None and any(one.dep_ == "conj" for one in doer.rights):
        return "they"
    if doer is None or doer.pos_ != "NOUN":
        return doer_of(text, verb)
    if is_plural(doer):
        return "they"
    person = kind_of_noun(doer.lemma_) in (None, SourceKind.PERSON, SourceKind.UNNAMED)
    return doer_of(text, verb) if person else "it"


def doer_of(text: ParsedText, verb: Word) -> str:
    """Name whoever does what a verb says, as the sentence calls them; "it" for nobody."""
    doer = _doer(verb)
    if doer is None:
        return "it"
    phrase = plain_phrase(doer)
    words = " ".join(text.text[phrase[0].start : phrase[-1].end].split())
    return began_low(text, words, phrase)


def _doer(verb: Word) -> Word | None:
    """Who does it, through "who" and across "and"."""
    for _ in range(_CLIMB):
        subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None)
        if verb.dep_ == "relcl" and (subject is None or subject.lower_ in _RELATIVES):
            return verb.head
        if subject is not None or verb.dep_ != "conj":
            return subject
        verb = verb.head
    return None
