"""Refusing: what was asked, offered or decided, and rejected: nobody says that there was none."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import is_plural
from tracker.extract.rejecting import CHARGES
from tracker.extract.words import Word

_MADE = frozenset(
    """appeal application bid call decision demand election invitation motion offer outcome petition
    plan plea proposal request result ruling verdict vote""".split()  # noqa: SIM905
)
_OWN = frozenset({"amod", "compound"})


def refuses(verb: Word, tokens: Sequence[Word], noun: Word | None) -> bool:
    """Whether somebody rejects what is no charge: "rejected a motion", "the result as unfair"."""
    if verb.lemma_.lower() == "deny" or noun is None:
        return False
    by_as = any(one.lower_ == "as" for one in tokens)
    lemma = noun.lemma_.lower()
    return lemma in _MADE or (by_as and noun.pos_ == "NOUN" and lemma not in CHARGES)


def refused_as(text: ParsedText, verb: Word, tokens: Sequence[Word]) -> str:
    """Make a clause of "a result that the union rejected as unfair": "the result was unfair".

    Empty where it is no such thing.
    """
    by_as = next((one for one in verb.rights if one.lower_ == "as" and one.dep_ == "prep"), None)
    thing = verb.head
    if verb.dep_ not in ("acl", "relcl") or by_as is None or by_as.right_edge is by_as:
        return ""
    found = thing in tokens or any(by_as in (one, *one.ancestors) for one in tokens)
    if not found or thing.lemma_.lower() in CHARGES or thing.i > verb.i:
        return ""
    named = " ".join([*(one.text for one in thing.lefts if one.dep_ in _OWN), thing.text])
    quality = text.words(Span(by_as.nbor(1).start, by_as.right_edge.end))
    return f"the {named} {'were' if is_plural(thing) else 'was'} {quality}"
