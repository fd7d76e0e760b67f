"""Sparing: that nobody was harmed in one happening leaves room for those harmed in another."""

from __future__ import annotations

import re

from tracker.compare.account import Account
from tracker.compare.once import once
from tracker.domain.meanings import lexicon, named, stems_in

_NONE = r"(?:nobody|no one|none|no [\w-]+(?: [\w-]+)?|not (?:one|a single) [\w-]+)"
_HARM = r"(?:kill\w*|hurt|injured|wounded|harmed|died|dead)"
_IN_WHICH = re.compile(rf" (?:in|by|during|from|at) which {_NONE} ")
_NEW = re.compile(r" an? (?:[\w'’-]+ ){0,3}?([\w-]+)(?= )")
"""What is told of as new: "a fire at a mill"."""
_WITHIN = re.compile(rf" {_NONE} (?:[\w-]+ ){{0,3}}{_HARM} (?:in|on|at|by|during|from) ")


def of_another_happening(ours: Account, theirs: Account) -> bool:
    """Whether of two articles one tells of none harmed in a happening, the other of another's."""
    if ours.article == theirs.article:
        return False
    return _is_another(ours, theirs) or _is_another(theirs, ours)


def _is_another(spared: Account, harmed: Account) -> bool:
    if not any(one.harm is not None and one.high == 0 for one in spared.figures):
        return False
    new = _new_happenings(spared)
    if new and not new & harmed.stems:
        return True
    within = spared.tells(_WITHIN)
    return within is not None and _is_done_by_another(harmed, within.string[within.end() :])


@once
def _new_happenings(account: Account) -> frozenset[str]:
    """The nouns for what happened that an account tells of as new, and in which it was so."""
    told = account.tells(_IN_WHICH)
    if told is None:
        return frozenset()
    before = account.plain[: told.start() + 1]
    nouns = frozenset(word for phrase in _NEW.findall(before) for word in stems_in(phrase))
    return frozenset(one for one in nouns if (one,) in lexicon().told)


def _is_done_by_another(harmed: Account, within: str) -> bool:
    """Whether what harmed somebody was a thing of nature that a phrase does not speak of."""
    doers = [one.actor.words for one in harmed.deeds if one.actor is not None and not one.denied]
    table = lexicon().kinds["cause"]
    nature = [one for one in doers if "nature" in named(table, one)]
    return any(not frozenset(stems_in(one)) & frozenset(stems_in(within)) for one in nature)
