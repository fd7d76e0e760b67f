"""Quoting: words of which no clause can be made stay the article's, with the verb they hang on.

"(The judge) “refused a request to halt the trial”": without its verb it would say the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import FINITE, Word

_SUBJECTS = frozenset({"csubj", "expl", "nsubj", "nsubjpass"})
_ASIDE = frozenset({"acl", "advcl", "relcl"})
_GAP = 6
"""Words, at most, between a verb and what hangs on it."""
_MARKS = re.compile(r"[,;:.“”\"—–]")
_NO_DOER = re.compile(r"(?:of|on|to|at|for|not|them|him|us|me)\b")
_DOUBLE = re.compile(r"[“”\"„]")


def quoted(text: ParsedText, piece: Sequence[Span], cue: Span | None, words: str) -> str:
    """Quote ``words``, and before them the verb that somebody did, if it leads to them."""
    whole = words
    if cue is not None and _leads(text, piece, cue):
        whole = " ".join(f"{text.text[cue.start : piece[0].start]} {words}".split())
    return f"“{_inner(whole)}”"


def holds_clause(tokens: Sequence[Word]) -> bool:
    """Whether some verb with a tense has its subject among words, and is of no clause aside."""
    for token in tokens:
        verbs = [token, *(one for one in token.lefts if one.dep_ in ("aux", "auxpass"))]
        if token.dep_ in _ASIDE or not any(one.tag_ in FINITE for one in verbs):
            continue
        if any(one.dep_ in _SUBJECTS and one in tokens for one in token.children):
            return True
    return False


def is_top_clause(tokens: Sequence[Word]) -> bool:
    """Whether words are a clause by themselves, and not a thing with a clause inside."""
    members = {token.i for token in tokens}
    for token in tokens:
        if token.head.i in members and token.head != token:
            continue
        verbs = [token, *(child for child in token.children if child.dep_ in ("aux", "auxpass"))]
        if token.pos_ in ("VERB", "AUX") and any(verb.tag_ in FINITE for verb in verbs):
            return True
    return False


def is_no_clause(plain: str, words: str, tokens: Sequence[Word], *, charged: bool) -> bool:
    """Whether no clause was made of words: a deed without its doer, or what cannot be a doer."""
    if plain.casefold() != words.casefold():
        return not plain or _NO_DOER.match(plain) is not None
    charged = charged and any(token.tag_ == "VBG" for token in tokens)
    return (charged or tokens[0].tag_ == "VBG") and not is_top_clause(tokens)


def _leads(text: ParsedText, piece: Sequence[Span], cue: Span) -> bool:
    """Whether a verb with a tense stands close before what was found to be said."""
    verb = next((one for one in text.tokens(cue) if one.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.tag_ not in FINITE or text.quoted(cue.start):
        return False
    if any(one.dep_ == "auxpass" for one in verb.lefts) or cue.end > piece[0].start:
        return False
    if any(one.tag_ in FINITE for one in text.tokens(Span(cue.end, piece[0].start))):
        return False  # "what he described was a landslide"
    between = text.text[cue.end : piece[0].start]
    return len(between.split()) <= _GAP and not _MARKS.search(between)


def _inner(words: str) -> str:
    """Marks within a quotation as single ones; half a pair is left out."""
    if len(_DOUBLE.findall(words)) % 2:
        return _DOUBLE.sub("", words)
    pieces = _DOUBLE.split(words)
    marks = ["‘", "’"] * (len(pieces) // 2)
    return "".join(f"{one}{mark}" for one, mark in zip(pieces, [*marks, ""], strict=True))
