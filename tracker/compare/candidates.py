"""Candidates: which accounts of one article to compare, so that no article is too long for it."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from tracker.compare.account import Account

NEAR = 14
"""So many accounts before each are compared with it, if they share a word or a thing."""
_TURNS = 4
"""Turns over which they are compared whatever they speak of."""
MOST = 6
"""So many farther ones, those that share most words with it; and so many looked at for a word."""
_ALIKE = 2


def candidates(accounts: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    """Yield every two accounts that stand near each other or speak of the same things, in order."""
    speaking: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=MOST))
    for number, one in enumerate(accounts):
        near = range(max(0, number - NEAR), number)
        for other in (*_far(one, near.start, speaking), *near):
            if one.block - accounts[other].block <= _TURNS or _speak_of_one(accounts[other], one):
                yield accounts[other], one
        if number >= NEAR:  # what is near now will be far from the next
            for stem in accounts[number - NEAR].stems:
                speaking[stem].append(number - NEAR)


def likeness(ours: Account, theirs: Account) -> int:
    """How much of the same two accounts speak of: words, what nouns name, and things."""
    things = len(ours.things.keys() & theirs.things.keys())
    return len(ours.stems & theirs.stems) + len(ours.fields & theirs.fields) + things


def one_matter(ours: Account, theirs: Account) -> bool:
    """Whether two accounts share a kind of thing, or a telling word that is no name."""
    words = (ours.stems & theirs.stems) - ours.names - theirs.names
    return bool(words) or _meet(ours, theirs)


def _meet(ours: Account, theirs: Account) -> bool:
    return bool(ours.fields & theirs.fields or ours.things.keys() & theirs.things.keys())


def _speak_of_one(ours: Account, theirs: Account) -> bool:
    return bool(ours.stems & theirs.stems) or _meet(ours, theirs)


def _far(one: Account, before: int, speaking: defaultdict[str, deque[int]]) -> list[int]:
    shared = Counter(
        far for stem in sorted(one.stems) for far in speaking.get(stem, ()) if far < before
    )
    return sorted(far for far, words in shared.most_common(MOST) if words >= _ALIKE)
