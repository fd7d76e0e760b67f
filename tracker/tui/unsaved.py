"""Words typed in a dialog and not saved yet: a private file keeps them over a crash."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.config import state_folder
from tracker.domain.errors import TrackerError

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

LONGEST = 14 * 24 * 3600
"""Seconds after which words that nobody came back to are thrown away."""

Words = dict[str, str]
"""What is written, blank by blank."""


@dataclass(frozen=True)
class Kept:
    """Words from a dialog that was never left: since when, and over what they were written."""

    at: datetime
    words: Words
    over: Words


class Unsaved:
    """The words of one editor on one ledger, a file for each dialog, of mode 0600.

    What cannot be kept is not: no fault of a file here ever stops the desk. ``protected`` says of a
    text that it may tell the name of a protected source; such words never reach the disk.
    """

    def __init__(self, folder: Path, owner: str, protected: Callable[[str], bool]) -> None:
        self._folder = folder
        self._owner = owner
        self._protected = protected
        self._latest: dict[str, tuple[Words, Words]] = {}
        self._turn = asyncio.Lock()
        self._saving: asyncio.Task[None] | None = None
        self._tidied = False

    def note(self, dialog: str, words: Words, over: Words) -> None:
        """Take down what is written now; a thread keeps it at once, or when the last is kept."""
        self._latest[dialog] = words, over
        if self._saving is None:
            self._saving = asyncio.get_running_loop().create_task(self._save_on())

    async def save(self) -> None:
        """Keep what was noted."""
        async with self._turn:
            while self._latest:
                dialog, (words, over) = self._latest.popitem()
                await asyncio.to_thread(self._save, self._file(dialog), words, over)

    async def kept(self, dialog: str) -> Kept | None:
        """What was written there and never saved."""
        async with self._turn:
            return await asyncio.to_thread(self._read, self._file(dialog))

    async def forget(self, dialog: str) -> None:
        """Let go of what was written there: it was saved, or dropped."""
        self._latest.pop(dialog, None)
        async with self._turn:
            await asyncio.to_thread(_remove, self._file(dialog))

    async def _save_on(self) -> None:
        try:
            await self.save()
        finally:
            self._saving = None

    def _file(self, dialog: str) -> Path:
        name = sha256(f"{self._owner}\n{dialog}".encode("utf-8", "replace")).hexdigest()
        return self._folder / f"{name[:32]}.json"

    def _save(self, file: Path, words: Words, over: Words) -> None:
        try:
            keep = words != over and not self._protected("\n".join(words.values()))
        except TrackerError:  # nobody can say, so these stay unknown; what was kept before may stay
            return
        if not keep:
            _remove(file)
            return
        told = {"at": datetime.now(UTC).isoformat(), "words": words, "over": over}
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._tidy()
            half = file.with_suffix(f".{os.getpid()}")
            number = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(number, "wb") as written:
                written.write(json.dumps(told).encode("ascii"))
                written.flush()
                os.fsync(number)
            half.replace(file)

    def _read(self, file: Path) -> Kept | None:
        try:
            told = json.loads(file.read_bytes())
            return Kept(
                datetime.fromisoformat(told["at"]).astimezone(),
                {str(name): str(text) for name, text in told["words"].items()},
                {str(name): str(text) for name, text in told["over"].items()},
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            _remove(file)
            return None

    def _tidy(self) -> None:
        if self._tidied:
            return
        self._tidied = True
        for file in self._folder.iterdir():
            with suppress(OSError):
                if time.time() - file.stat().st_mtime > LONGEST:
                    file.unlink()


def unsaved_at(desk: Desk, editor: str) -> Unsaved:
    """The unsaved words of an editor at a desk, in the user's state folder."""
    protected = desk.browsing.hints_at_protected
    return Unsaved(state_folder() / "unsaved", f"{desk.place}\n{editor}", protected)


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink()
