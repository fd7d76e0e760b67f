"""The parts of a phrase that names somebody: what stands between its commas, without clauses."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.dating import DATES
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.words import FINITE, Word

RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where", "when"})


def parts_of(words: Sequence[Word]) -> list[list[Word]]:
    """Cut a phrase at commas and dashes; a day and what a relative clause adds are left out."""
    parts: list[list[Word]] = [[]]
    for at, token in enumerate(words[:40]):
        if at and (_leads_to_day(token) or _leads_to_day(words[at - 1])):
            continue
        relates = token.lower_ in RELATIVES and token.pos_ in ("PRON", "SCONJ", "DET")
        if at and ((relates and not sets_apart(token)) or _opens_clause(token)):
            parts.append(_behind_clause(words[at:40]))
            break
        if token.text in (",", "—", "–", ";", ":", "("):
            parts.append([])
        elif token.text != ")":
            parts[-1].append(token)
    return [part for part in parts if part] or [list(words)]


def _opens_clause(token: Word) -> bool:
    """Whether a clause without "whom" begins: "the man she had met"."""
    return token.tag_ == "PRP" and token.dep_ == "nsubj" and token.head.dep_ == "relcl"


def _leads_to_day(token: Word) -> bool:
    """Whether a word leads to a day: "police in Selm on Monday"."""
    last = token.i + 1 == len(token.doc)
    return token.lower_ == "on" and not last and token.nbor(1).lower_ in DATES


def _behind_clause(words: Sequence[Word]) -> list[Word]:
    """Who stands in apposition behind a relative clause: "the crew that dug it, the Sons of Selm".

    Behind a noun for somebody it is that person's name: "who met the mayor, Ada Krol".
    """
    commas = [at for at, one in enumerate(words) if one.text == ","]
    if not commas or kind_of_noun(words[commas[-1] - 1].lemma_) is not None:
        return []
    behind = list(words[commas[-1] + 1 :])
    return [] if any(one.tag_ in FINITE for one in behind) else behind


def sets_apart(token: Word) -> bool:
    """Whether a word says that it is nobody met before: "the prosecutor in that case"."""
    return token.lower_ == "that" and token.i > 0 and token.nbor(-1).lower_ in ("in", "at")
