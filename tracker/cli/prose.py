"""How an editor reads lists, counts and times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tracker.domain.reference import Ref

if TYPE_CHECKING:
    from tracker.domain.standing import Standing

UNDO = "Undo: tracker undo"
_NAMED = 6


def named(refs: Iterable[Ref | str], kind: str = "claim") -> str:
    """Name a few things, count many: "C1, C2 and C3", "12 claims"."""
    words = [str(ref) for ref in refs]
    if len(words) > _NAMED:
        return counted(len(words), kind)
    return together(words)


def together(words: Sequence[str]) -> str:
    """Join words: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted(number: int, kind: str, many: str = "") -> str:
    """Count things: "1 claim", "1,200 claims"."""
    return f"{number:,} {kind if number == 1 else many or f'{kind}s'}"


def local(at: datetime | None) -> str:
    """A time as it is on the wall here."""
    return "" if at is None else f"{at.astimezone():%Y-%m-%d %H:%M}"


def claims_named(claims: Iterable[Standing]) -> str:
    """Name claims, or count them."""
    return named(claim.ref for claim in claims)
