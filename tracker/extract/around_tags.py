"""Around a tag: whether what stands before and behind "…, she said, …" is one clause or two."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.parsed_text import ParsedText
from tracker.extract.speech import FINITE, NAMING, is_clause, says
from tracker.extract.words import Word

_JOINING = frozenset({"and", "but", "or"})
_BECAUSE = frozenset({"after", "although", "because", "since", "though", "when"})
_LEADING = frozenset({"ADP", "ADV", "SCONJ"})
_HANGING = frozenset({"acl", "advcl", "pcomp", "relcl"})
_FEWEST, _SHORT = 2, 5


def breaks_off(text: ParsedText, before: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Whether a clause is broken off at its subject: "That, said the deputy, was a tale"."""
    if len(before) < _FEWEST or not rest or text.quoted(before[-1].start):
        return False
    names = before[0].pos_ in NAMING and before[0].dep_ != "npadvmod"
    return names and rest[0].tag_ in FINITE and not any(map(_is_main, before))


def _is_main(word: Word) -> bool:
    """Whether a verb with a tense belongs to no clause that only tells more of a noun."""
    verb = word.head if word.dep_ in ("aux", "auxpass") else word
    return word.tag_ in FINITE and verb.dep_ != "relcl"


def leads_in(text: ParsedText, before: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Whether a clause follows words that lead it in: "By the time he came, she said, (it was)"."""
    turned = _is_turned(rest)
    if not before or before[0].pos_ not in _LEADING or not (turned or has_own(rest)):
        return False
    if not any(one.tag_ in FINITE for one in before):
        return turned or len(before) <= _SHORT
    return not (text.quoted(rest[0].start) or any(map(_is_free, before)))


def _is_turned(rest: Sequence[Word]) -> bool:
    """Whether a clause begins with its helper: "(At no hour, she said,) did anybody knock"."""
    helps = bool(rest) and rest[0].tag_ in FINITE and rest[0].dep_ in ("aux", "auxpass")
    return helps and len(rest) > _FEWEST and rest[1].pos_ in NAMING


def _is_free(word: Word) -> bool:
    """Whether a verb with a tense hangs on nothing that leads in."""
    verb = word.head if word.dep_ in ("aux", "auxpass") else word
    return word.tag_ in FINITE and verb.dep_ not in _HANGING


def goes_on(rest: Sequence[Word]) -> bool:
    """Whether what stands behind a tag belongs to what is said: "and …", "because …"."""
    if len(rest) < _FEWEST or any(map(says, rest)):
        return False
    if rest[0].lower_ in _JOINING:
        return any(one.tag_ in FINITE for one in rest[1:])
    why = rest[0].lower_ == "because" and rest[1].lower_ == "of"
    return why or (rest[0].lower_ in _BECAUSE and has_own(rest[1:]))


def has_own(words: Sequence[Word]) -> bool:
    """Whether words are a clause with a subject of its own before its verb."""
    plain = [one for one in words if not one.is_punct]
    plain = plain[1:] if plain and plain[0].lower_ in _JOINING else plain
    finite = [place for place, one in enumerate(plain) if one.tag_ in FINITE]
    own = bool(finite) and any(one.pos_ in NAMING for one in plain[: finite[0]])
    return own and is_clause(plain)
