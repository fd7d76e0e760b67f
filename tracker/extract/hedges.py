"""How firmly something is said: the words that take some of it back."""

from __future__ import annotations

import re

_HEDGES = re.compile(
    r"\b(?:most likely|very likely|likely|unlikely|apparently|apparent|reportedly|allegedly|"
    r"alleged|purportedly|purported|supposedly|supposed to|presumably|presumed|seemingly|"
    r"seem(?:s|ed)?|appear(?:s|ed)? to|would appear|probabl[ey]|possibl[ey]|perhaps|maybe|"
    r"potentially|ostensibly|suspected|believed to|thought to|feared|may|might|could|"
    r"suggest(?:s|ed)?|in all likelihood|it is understood|unconfirmed)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(r"May(?:,? \d|\b(?! (?:be|have|not|well|also|never|soon)))")
_ABLE = re.compile(
    r"could(?:n[’']t| not)\b|could\b(?=[^.;]{0,40}\bno (?:longer|more)\b)", re.IGNORECASE
)


def hedge_in(words: str) -> str:
    """The first hedging word as it stands there; "" where it is said flatly."""
    for found in _HEDGES.finditer(words):
        if found[0] == "May" and _MONTH.match(words, found.start()):
            continue
        if found[0].lower() == "could" and _ABLE.match(words, found.start()):
            continue
        return found[0]
    return ""
