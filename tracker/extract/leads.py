"""Leads: what stands at the edges of what is said and is none of it: "that", half a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.extract.phrases import points
from tracker.extract.words import Word

_LEAD = re.compile(r"^(?:and|but)\s+", re.IGNORECASE)
_THAT = re.compile(r"^that\s+", re.IGNORECASE)
_LED_IN = {
    "aware": ("of",),
    "know": ("of",),
    "point": ("at", "to"),
    "speak": ("of",),
    "talk": ("of",),
    "tell": ("of",),
}
"""Verbs, and the small words between them and what is known or pointed at."""


def without_lead(plain: str, tokens: Sequence[Word], verb: Word | None) -> str:
    """Words without the "and" and "that" that lead them in; "that was wrong" keeps its own."""
    plain = _LEAD.sub("", plain)
    that = next((token for token in tokens if token.lower_ == "that"), None)
    if that is not None and verb is not None and that.dep_ == "det":
        told = verb.lemma_.lower() == "tell"  # "told the paper that milk was short", misread
        return _THAT.sub("", plain) if told and that is tokens[0] else plain
    misread = that is not None and that.tag_ == "WDT" and that is tokens[0]
    return _THAT.sub("", plain) if that is None or misread or not points(that) else plain


def without_link(plain: str, tokens: list[Word], lemma: str) -> tuple[str, list[Word]]:
    """Words without the one that links them to their verb: "(knows) of no such list"."""
    link = next((f"{one} " for one in _LED_IN.get(lemma, ()) if plain.startswith(f"{one} ")), "")
    return plain.removeprefix(link), tokens[1:] if link else tokens


def undoubled(plain: str, tokens: Sequence[Word]) -> str:
    """What is denied without a "that" which the parser took for a pointing one: "that milk …"."""
    return _THAT.sub("", plain) if tokens[0].lower_ == "that" and tokens[0].dep_ == "det" else plain


def without_half_a_quote(plain: str) -> str:
    """Words without a mark that opens no whole quotation."""
    if plain.count('"') == 1:
        return plain.replace('"', "")
    if plain.count("“") + plain.count("”") == 1:
        return plain.translate({ord("“"): None, ord("”"): None})
    return plain
