"""Numbers in digits: "2,500", "2 500", "1.5 million", "2.5k".

ASCII digits only (full-width ones arrive folded); those of other scripts are no numbers here,
for a wrong number is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tracker.domain.numerals.quantity import MOST, Quantity, halved_at, number, scale_at, with_half
from tracker.domain.numerals.tokens import Token, token_at, word_at

_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_SPACED_SUFFIXES = frozenset({"mn", "bn", "tn"})
_EXTENTS = frozenset({"high", "long", "wide", "tall", "deep", "away", "above", "below", "thick"})
"""After "3m" these say that m is metres."""
_LONGEST = 24
_GROUPED = re.compile(
    r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"
    r"|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}"
    r"|[1-9][0-9]{0,2}(?:[ '\u00a0\u2009\u202f][0-9]{3})+"
)
_DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]*)\.[0-9]+")
_DOUBTFUL = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def digits_at(tokens: Sequence[Token], at: int) -> Quantity:
    """Read the number whose digits stand here, with the scale that follows them."""
    written = tokens[at].text
    bare = written.isdigit()
    value = None if len(written) > _LONGEST else _value(written)
    scale, end = scale_at(tokens, at + 1)
    if scale == 1:
        scale, end = _suffix(tokens, at + 1)
    if value is None or value * scale > MOST:
        return Quantity(end, refused=True)
    if scale == 1 and halved_at(tokens, end):
        return with_half(tokens, value, end)
    return Quantity(
        end,
        number(value * scale),
        whole=bare or not _DECIMAL.fullmatch(written),
        scale=scale,
        bare=bare and scale == 1,
        doubtful=not bare and scale == 1 and _DOUBTFUL.fullmatch(written) is not None,
    )


def _value(written: str) -> Decimal | None:
    if written.isdigit():
        return Decimal(written) if written == "0" or written[0] != "0" else None
    if _GROUPED.fullmatch(written):
        return Decimal(re.sub(r"[^0-9.]", "", written))
    if _DOTTED.fullmatch(written):
        return Decimal(written.replace(".", ""))
    return Decimal(written) if _DECIMAL.fullmatch(written) else None


def _suffix(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    token = token_at(tokens, at)
    metres = token.word == "m" and word_at(tokens, at + 1) in _EXTENTS
    spaced = token.word in _SPACED_SUFFIXES
    if token.word in _SUFFIXES and (token.glued or spaced) and not metres:
        return _SUFFIXES[token.word], at + 1
    return 1, at
