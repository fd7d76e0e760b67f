"""Newer: which of two accounts of one speaker was said later."""

from __future__ import annotations

import re
from collections.abc import Collection

from tracker.compare.account import Account
from tracker.compare.pair import Pair
from tracker.domain.facet import Facet
from tracker.domain.timerange import is_before

_EARLIER = re.compile(
    r"\b(?:earlier|previously|initially|originally|at first|had first|before that|"
    r"the (?:day|night|week|month|year) before|(?<!not )first (?:said|spoke|put|gave|reported))\b",
    re.IGNORECASE,
)
_HAD = r"\bhad (?:\w+ ){0,2}"
_MOVED = re.compile(
    r"\b(?:now|since|ris(?:es|en|ing)|rose|climb\w*|grow[ns]?|grew|increas\w*|jump\w*|f[ea]ll(?:en|s)?|"
    r"dropp\w*|raised|lowered|cut|revis\w*|updat\w*|up (?:from|to)|down (?:from|to))\b",
    re.IGNORECASE,
)
_BY_NOW = re.compile(
    r"\b(?:now (?:\w+ )?(?:at|stands?|is|are)|(?:is|are|stands?) now|(?:has|have) "
    r"(?:(?:\w+ly|since|now|been) )*"
    r"(?:risen|climbed|grown|increased|jumped|fallen|dropped|raised|lowered|revised|updated))\b",
    re.IGNORECASE,
)


def is_said_before(cue: str, before: str, after: str) -> bool:
    """Whether an article says of words that they came first: "on Monday it had said", "earlier".

    ``before`` and ``after`` are its own words on either side; the cue stands in one of them.
    """
    around = before if cue in before else after
    return bool(
        _EARLIER.search(around)
        # "by evening it had raised the toll": a figure that is moved is moved by then
        or (cue and not _MOVED.search(cue) and re.search(_HAD + rf"{re.escape(cue)}\b", around))
    )


def in_order(ours: Account, theirs: Account) -> tuple[Account, Account]:
    """Put the one said earlier first: by its time, its article's word or day, or else its place."""
    first, second = sorted((ours, theirs), key=lambda one: (one.article, one.at))
    if first.appeared and second.appeared and second.appeared < first.appeared:
        first, second = second, first
    if is_before(first.said_at, second.said_at):
        return first, second
    before = second.said_before and not first.said_before
    by_now = _BY_NOW.search(first.words) and not _MOVED.search(second.words)
    told = first.article == second.article and (before or by_now)
    return (second, first) if told or is_before(second.said_at, first.said_at) else (first, second)


def has_moved(earlier: Account, later: Account) -> bool:
    """Whether what is counted is another number by now, so that the later only takes over."""
    told = _MOVED.search(later.words) is not None
    return told or earlier.said_before or is_before(earlier.said_at, later.said_at)


def is_superseded(pair: Pair, former: Collection[int]) -> bool:
    """Whether two figures differ of which one alone was told as what its speaker had said before.

    ``former`` are the accounts that a later figure of their speaker's takes the place of.
    """
    figures = pair.clashes.keys() & {Facet.CASUALTIES, Facet.QUANTITY}
    old = [one.id in former for one in (pair.first, pair.second)]
    dated = [one.said_before for one in (pair.first, pair.second)]
    return bool(figures) and any(old) and not all(dated)
