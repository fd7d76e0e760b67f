"""Juxtaposing: an article sets one speaker's word right behind another's, on the same matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.compare.account import Account
from tracker.compare.clash import Clash
from tracker.compare.denials import keeps_silent
from tracker.compare.explaining import NO
from tracker.compare.placing import lasted_otherwise
from tracker.compare.reasons import quoted
from tracker.domain.facet import Facet

_INSTEAD = re.compile(r", (?:and )?not [\w-]{1,30}(?: [\w-]{1,30}){0,2}\W{0,3}$")
_WHOLE = re.compile(r" (?:whole|all|entire|everything|everyone|everybody|full|in full) ")
_NONE = re.compile(r" (?:none|nothing|nobody|no one|not one|not a single) ")
_AGREEING = re.compile(
    r"agree|confirm|echo|add|welcom|prais|support|thank|urg|ask|demand|promis", re.IGNORECASE
)
_SET_AGAINST, _MATTERS = 0.7, 1
_NEXT_TO = 2
_PLAIN = 0.52


def juxtaposed(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where one of two claims that follow each other has a "no" to what the other says."""
    first, second = sorted((ours, theirs), key=lambda one: one.at)
    if ours.article != theirs.article or second.at - first.at > _NEXT_TO:
        return
    speaking = first.party.id and second.party.id
    if keeps_silent(first) or keeps_silent(second) or not speaking:
        return
    if _AGREEING.search(second.cue):
        return
    together = first.paragraph == second.paragraph and second.at - first.at == 1
    common = len(ours.stems & theirs.stems) + len(ours.fields & theirs.fields)
    polar = _has_no(first) != _has_no(second)
    # Whoever the first claim is about has an answer to it.
    answer = bool(second.party.names & first.stems)
    enough = _MATTERS if polar or answer else _MATTERS + 1
    if common >= enough and (contrast >= _SET_AGAINST or (together and polar)):
        yield Clash(Facet.OCCURRENCE, _PLAIN, quoted(first, second))
    if together and _none_and_all(first, second):
        yield Clash(Facet.QUANTITY, _PLAIN, quoted(first, second))
    if together and (apart := lasted_otherwise(first, second)):
        yield Clash(Facet.TIME, _PLAIN, apart)


def _has_no(account: Account) -> bool:
    """Whether an account says no to something, and does not only put it right: "five, not two"."""
    return account.tells(NO) is not None and _INSTEAD.search(account.words) is None


def _none_and_all(first: Account, second: Account) -> bool:
    return any(
        one.tells(_NONE) and two.tells(_WHOLE) for one, two in ((first, second), (second, first))
    )
