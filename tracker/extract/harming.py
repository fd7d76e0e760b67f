"""Harming: "killing nine and wounding two" becomes "nine were killed and two wounded"."""

from __future__ import annotations

import re

from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_STILL_SO = re.compile(
    r"with (?P<who>.+?) (?P<still>(?:still |now )?(?:dead|hurt|injured|missing|trapped|wounded))"
)
_AND = re.compile(r",? and (?=\w+ing\b)")
_LEFT = re.compile(
    r"leaving (?P<who>.+) (?P<how>dead|homeless|hurt|injured|missing|stranded|trapped|wounded)"
)
_HARMED = {
    "displacing": "displaced", "injuring": "injured", "killing": "killed", "wounding": "wounded",
}  # fmt: skip
_MORE = re.compile(r"\band \w+ing\b|[,;:–—](?!\d)")
"""What says more than who was harmed: another deed, an aside."""


def harmed(text: ParsedText, low: str, first: Word) -> str:
    """Make a clause of harm: "killing nine" is "nine were killed"; empty where there is none.

    "killing nine and wounding two" is "nine were killed and two wounded", "with two men still
    missing" is "two men were still missing", "killing two and leaving one trapped" is "two were
    killed and one left trapped".
    """
    if still := _STILL_SO.fullmatch(low):
        return f"{still['who']} were {still['still']}"
    harm = _HARMED.get(first.lower_, "")
    whom, *others = _AND.split(low.partition(" ")[2], maxsplit=1)
    if not harm or not whom or any(_MORE.search(one) for one in (whom, *others)):
        return ""
    clause = _clause(text, whom, harm, first)
    if not others:
        return clause
    also = _also(others[0])
    return f"{clause} and {also}" if also else ""


def _clause(text: ParsedText, whom: str, harm: str, first: Word) -> str:
    """Say that somebody was harmed; when and where it was stands behind it."""
    noun = next((one for one in first.rights if one.dep_ == "dobj"), None)
    if noun is not None:
        named = " ".join(text.words(text.subtree(noun)).split())
        if whom.startswith(f"{named} "):
            return f"{named} were {harm}{whom.removeprefix(named)}"
    return f"{whom} were {harm}"


def _also(low: str) -> str:
    """The second harm: "wounding two" is "two wounded", "leaving one lost" "one left lost"."""
    if left := _LEFT.fullmatch(low):
        return f"{left['who']} left {left['how']}"
    harming, _, whom = low.partition(" ")
    return f"{whom} {_HARMED[harming]}" if whom and harming in _HARMED else ""
