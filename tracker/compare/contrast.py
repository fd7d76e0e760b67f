"""Contrast: where an article itself says that two accounts do not agree."""

from __future__ import annotations

import re

from tracker.compare.account import Account
from tracker.compare.once import once

_STRONG = re.compile(
    r"\b(?:(?:another|a (?:very |quite |rather )?different|different|the opposite|conflicting|"
    r"contradictory|competing|rival|contrasting) (?:tale|story|stories|picture|version|versions|"
    r"account|accounts|explanation|view|figure|figures)|account is (?:very |quite )?different|"
    r"not so\b|(?:disput|reject|den[iy]|dismiss|contradict|contest|refut|rebut|challeng|deride|"
    r"counter|ridicul)(?:e|es|ed|ied|ies|s|y|ing)?\b|on the contrary|by contrast|in contrast|"
    r"at odds with|took issue|waved (?:away|aside)|brushed aside|insist|hit back|shot back|"
    r"the other way round|tells? it differently|told it differently|saw it differently|"
    r"sees it differently|disagree)",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:but|however|though|although|while|whereas|instead|yet|meanwhile|"
    r"for (?:his|her|its|their) part|culprit|a charge|only|in fact|maintain(?:s|ed)?|blame[ds]?|"
    r"accus(?:e|es|ed))\b",
    re.IGNORECASE,
)
_CONTESTED = re.compile(
    r"\b(?:each (?:side|other|says|blam|accus)|both (?:sides|camps)|"
    r"two (?:\w+ )?(?:different|rival|conflicting|competing)\b|(?:could|can|did|do) not agree|"
    r"traded (?:blame|accusations)|"
    r"(?:depends on|according to) (?:who|the person)|conflicting|contradictory|disputed|in dispute|"
    r"differ(?:ed|s)? (?:sharply|widely|over|on)|explanations|rival (?:accounts|versions|claims)|"
    r"blamed each other|neither (?:version|account|claim)|who (?:was|is|did)\b.{0,40}\bquestion|"
    r"culprit|to blame|"
    r"varied|vary widely|competing|laid claim|contest(?:ed)?)\b",
    re.IGNORECASE,
)
_ANNOUNCED = 5
_TURNS = 2
_CLOSE = 0.5
NEXT = 0.3
"""What it says that two accounts follow each other."""
_FAR = 2
"""Paragraphs over which a contrast still holds."""


def contested(narration: str) -> bool:
    """Whether an article says in its own words that its matter is in dispute."""
    return _CONTESTED.search(narration) is not None


def told_otherwise(words: str) -> bool:
    """Whether words only announce an account: "another tale", "a very different story"."""
    return _STRONG.match(words.strip()) is not None and len(words.split()) <= _ANNOUNCED


@once
def set_against(account: Account) -> bool:
    """Whether the words around an account set it plainly against what came before."""
    return _STRONG.search(account.lead) is not None


@once
def turned(account: Account) -> bool:
    """Whether the words around an account turn from what came before: "but", "meanwhile"."""
    return _WEAK.search(account.lead) is not None


def contrast(ours: Account, theirs: Account) -> float:
    """How plainly the article sets the later account against the earlier one, 0–1."""
    if ours.article != theirs.article:
        return 0.0
    first, second = sorted((ours, theirs), key=lambda one: one.at)
    apart = second.paragraph - first.paragraph
    if apart > _FAR:
        return 0.0
    near = 1.0 if apart <= 1 else 0.6
    if set_against(second):
        return near
    # Who speaks next speaks to what was just said, more often than not.
    turn = second.block - first.block <= _TURNS and apart <= 1
    if turned(second):
        return near * (0.6 if turn else 0.4)
    if turn and not apart and second.at - first.at <= _TURNS:
        return _CLOSE
    return NEXT if turn else 0.0
