"""What goes on behind an interruption ("…, she said, …"): more of the same claim, or another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

JOINING = frozenset({"and", "but"})
BECAUSE = frozenset({"after", "although", "because", "since", "though", "when", "whereas", "while"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_JOINED = re.compile(r"[;:]|\b(?:and|but)\s+(?:that\s+)?[“\"]?$")
_COMMA_AND = re.compile(r",\s+(?:and|but)$")
_LEADS = " \t\n,;:—–-"
_ENDS = (".", "!", "?")
_NOUNS = frozenset({"NOUN", "PRON", "PROPN"})
_SHARED = frozenset({"them", "which", "whom"})
_OPEN = frozenset({"ADP", "AUX", "DET", "PART", "PRON", "SCONJ"})
_NEAR = 4
_NEAR_SHARED = 5
_FEWEST = 3
_LONG = 5


def begins_anew(text: ParsedText, before: Sequence[Span], span: Span) -> bool:
    """Whether what comes after an interruption ("…, she said, and …") is a claim by itself."""
    tokens = text.tokens(span)
    if not tokens or not before:
        return False
    loud = [token for token in tokens if not token.is_punct and token.lower_ not in JOINING]
    first = loud[0] if loud else tokens[0]
    earlier = [token for one in before for token in text.tokens(one)]
    quoted = text.quoted(span.start), text.quoted(before[-1].start)
    whole = has_clause(earlier) and (has_clause(tokens) or _begins_plainly(loud))
    between = text.text[before[-1].end : span.start]
    joined = {token.lower_ for token in tokens[:2]} & JOINING or _JOINED.search(between)
    if whole and not any(quoted) and tokens[0].lower_ in BECAUSE:
        return True
    if all(quoted):
        return _ended_between(text, before[-1].end, span.start) or bool(whole and joined)
    if joined and not quoted[0] and first.tag_ in FINITE:
        return has_clause(earlier)  # "(…, she said,) and sold the boat"
    own_words = quoted[0] and not quoted[1] and len(loud) >= _LONG
    added = _is_whole(earlier) and (own_words or _is_added(text, loud))
    return added or (whole and bool(joined or any(quoted)))


def has_clause(tokens: Sequence[Word]) -> bool:
    """Whether words hold a verb with a tense and a subject."""
    finite = any(token.tag_ in FINITE for token in tokens)
    return finite and any(token.dep_ in _SUBJECTS for token in tokens)


def _is_whole(tokens: Sequence[Word]) -> bool:
    """Whether a clause needs no more words: "they were" and "it lay under" do."""
    told = any(one.dep_ in _SUBJECTS and one.head in tokens for one in tokens)
    return told and tokens[-1].pos_ not in _OPEN


def _is_added(text: ParsedText, loud: Sequence[Word]) -> bool:
    """Whether words tell more than the clause before them: "(…, she said,) two of them hurt"."""
    if len(loud) < _FEWEST:
        return False
    before = text.text[max(0, loud[0].start - _NEAR_SHARED - 1) : loud[0].start].rstrip()
    if _COMMA_AND.search(before) or loud[0].lower_ in ("with", "without"):
        return True
    near = [one.lower_ for one in loud[:_NEAR_SHARED]]
    of = near.index("of") if "of" in near[1:-1] else 0
    return of > 0 and near[of + 1] in _SHARED


def _begins_plainly(tokens: Sequence[Word]) -> bool:
    """Whether words begin like a clause, whatever the parser makes of them: "the wheat would …"."""
    finite = next((place for place, one in enumerate(tokens) if one.tag_ in FINITE), 0)
    return 0 < finite <= _NEAR and tokens[finite - 1].pos_ in _NOUNS


def _ended_between(text: ParsedText, end: int, start: int) -> bool:
    """Whether a sentence ends between two quotations: "“It fell,” she said. “I ran.”"."""
    return text.text[end:start].rstrip(_LEADS).endswith(_ENDS)
