"""Links that let one editor in once, and the sessions that they open."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True)
class Session:
    """An editor who has come in, until ``ends`` (UTC)."""

    editor: str
    ends: datetime


class Links:
    """Issues a token for each editor and remembers only its digest.

    A token opens one session and is then worth nothing; so a link that stays behind in a history
    or a chat lets nobody in.
    """

    def __init__(
        self, *, clock: Callable[[], datetime], secret: Callable[[], str], lasts: timedelta
    ) -> None:
        self._clock = clock
        self._secret = secret
        self._lasts = lasts
        self._unused: dict[bytes, str] = {}
        self._sessions: dict[bytes, Session] = {}

    def now(self) -> datetime:
        """What time it is (UTC)."""
        return self._clock()

    def issue(self, editor: str) -> str:
        """Make a token that lets ``editor`` in once."""
        token = self._secret()
        self._unused[_digest(token)] = editor
        return token

    def come_in(self, token: str) -> str | None:
        """Open a session for a token that was not used yet; returns the session's own secret."""
        editor = self._unused.pop(_digest(token), None)
        if editor is None:
            return None
        secret = self._secret()
        self._sessions[_digest(secret)] = Session(editor, self._clock() + self._lasts)
        return secret

    def session(self, secret: str) -> Session | None:
        """Find the session that a secret belongs to, while it lasts."""
        found = self._sessions.get(_digest(secret))
        if found is not None and found.ends <= self._clock():
            del self._sessions[_digest(secret)]
            return None
        return found


def steady_clock() -> Callable[[], datetime]:
    """Make a clock (UTC) that nobody can set: a session lasts no longer where somebody does."""
    began, at = datetime.now(UTC), _since_boot()
    return lambda: began + timedelta(seconds=_since_boot() - at)


def _since_boot() -> float:
    """Seconds, those of a machine's sleep included where the system counts them."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


def _digest(secret: str) -> bytes:
    # Looked up by digest, so that the time it takes tells nothing of a secret's letters.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
