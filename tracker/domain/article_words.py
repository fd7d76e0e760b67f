"""Words of an article: by which articles are found that may tell of the same event."""

from __future__ import annotations

from collections import Counter

from tracker.domain.claim_keys import EVERYWHERE, capitals
from tracker.domain.common_words import COMMON
from tracker.domain.meanings import stems_in

_MOST = 40
"""Names of one article, and other words, at most: those that it says most often."""


def telling_words(text: str) -> tuple[str, ...]:
    """The stems of a text's names (words with a capital that begin no sentence) and other words."""
    lines = text.splitlines()
    names = Counter(stem for one in lines for stem in capitals(one.split(), begun=True))
    words = Counter(stem for one in lines for stem in stems_in(one))
    told = (one for found in (names, words) for one, _ in _telling(found).most_common(_MOST))
    return tuple(dict.fromkeys(told))


def _telling(words: Counter[str]) -> Counter[str]:
    dull = EVERYWHERE | COMMON
    return Counter({one: often for one, often in words.items() if one not in dull and len(one) > 1})
