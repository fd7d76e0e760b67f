"""Winning: one vote that two are said to have won."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.compare.account import Account
from tracker.compare.alike import OWN
from tracker.compare.clash import Clash
from tracker.compare.once import once
from tracker.compare.reasons import quoted
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.sides import heads

_CHOSEN = frozenset({"elect", "reelect", "choos"})
_VOTE = re.compile(
    r" (?:votes?|elections?|elected|reelected|re elected|ballots?|polls?|polling|"
    r"candidates?|percent|presiden\w+|governor\w*|mayor\w*|referendum|mandate|landslide) "
)
_PART = re.compile(r" (?:seats?|districts?|states?|counties|constituenc\w+|regions?) ")
"""What two may each win some of."""
_ONESELF = frozenset("i me we us".split())  # noqa: SIM905
_ITSELF = frozenset("it they he him she her".split())  # noqa: SIM905
_ALL = 100


def winner_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where two accounts have another one win a vote; two shares may add up to the whole."""
    first, second = _winner(ours), _winner(theirs)
    if not first or not second or first & second:
        return
    both = ours, theirs
    if not any(one.tells(_VOTE) for one in both) or any(one.tells(_PART) for one in both):
        return
    shares = [[it.low or 0 for it in one.figures if it.unit == "%"][:1] for one in both]
    if all(shares) and sum(share for (share,) in shares) <= _ALL:
        return
    yield Clash(Facet.OUTCOME, 0.55 + 0.15 * contrast, quoted(ours, theirs))


@once
def _winner(account: Account) -> frozenset[str]:
    """The stems of the name of who won, or was elected; nothing where nobody is named."""
    for deed in account.deeds:
        elected = deed.target if deed.senses & _CHOSEN else None
        side = deed.actor if "win" in deed.senses else elected
        if side is not None and not deed.denied:
            return account.party.names if _is_own(side, account) else heads(side.words)
    return frozenset()


def _is_own(side: FacetValue, account: Account) -> bool:
    """Whether whoever won is the speaker, or the speaker's own: "me", "its candidate"."""
    words = side.words.lower()
    itself = words in _ITSELF and side.source_id in account.party.line
    return words in _ONESELF or itself or OWN.match(words) is not None
