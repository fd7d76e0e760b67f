"""Harming: "killing nine and wounding two" becomes "nine were killed and two wounded"."""

from __future__ import annotations

import re

from tracker.extract.words import Word

_TWO_HARMS = re.compile(r"\w+ing (?P<first>.+) and (?P<more>\w+ing) (?P<others>.+)")
_STILL_SO = re.compile(
    r"with (?P<who>.+?) (?P<still>(?:still |now )?(?:dead|hurt|injured|missing|trapped|wounded))"
)
_HARMED = {
    "displacing": "displaced", "injuring": "injured", "killing": "killed", "wounding": "wounded",
}  # fmt: skip


def harmed(low: str, first: Word) -> str:
    """Make a clause of harm: "killing nine" is "nine were killed"; empty where there is none.

    "killing nine and wounding two" is "nine were killed and two wounded", "with two men still
    missing" is "two men were still missing".
    """
    if still := _STILL_SO.fullmatch(low):
        return f"{still['who']} were {still['still']}"
    harm = _HARMED.get(first.lower_, "")
    if not harm or " " not in low:
        return ""
    if (both := _TWO_HARMS.fullmatch(low)) and both["more"] in _HARMED:
        return f"{both['first']} were {harm} and {both['others']} {_HARMED[both['more']]}"
    return f"{low.split(' ', 1)[1]} were {harm}"
