"""Once: what is told of an account by itself is worked out once, however often it is compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from tracker.compare.account import Account

T = TypeVar("T")


def once(tell: Callable[[Account], T]) -> Callable[[Account], T]:
    """Keep with an account what a function tells of it."""

    @wraps(tell)
    def kept(account: Account) -> T:
        known = account.kept
        if kept not in known:
            known[kept] = tell(account)
        return cast(T, known[kept])

    return kept
