"""Leaving the desk: what is being saved is waited for, for a while, and its end is told."""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.errors import TrackerError
from tracker.domain.visible import visible
from tracker.tui.saying import SayingApp
from tracker.tui.widgets.key_line import Said

if TYPE_CHECKING:
    from tracker.tui.unsaved import Unsaved

Done = TypeVar("Done")

AT_THE_DESK = 3.0
"""Seconds that a desk which is left stays for what is being saved."""
_FAULT = (
    "this is a fault of the program. The ledger is whole, and words that were being typed are "
    "kept: the same key at the desk brings them back. What went wrong:"
)
AFTERWARDS = 40.0
"""Seconds that the program stays then; no ledger lets a writer wait for longer."""


@dataclass(frozen=True)
class Save:
    """Something that is being saved: what, in a few words, and the dialog that keeps its words."""

    what: str
    draft: str | None = None


class LeavingApp(SayingApp):
    """An app that says how the saves ended that were under way when it was left."""

    def __init__(self) -> None:
        super().__init__()
        self.unsaved: Unsaved | None = None
        self._saves: dict[asyncio.Task[Any], Save] = {}
        self._leaving = False
        self._fault = ""
        self._hurried = asyncio.Event()
        """Set where an editor who has left does not want to wait any longer."""

    async def save(
        self, save: Save, method: Callable[..., Done], *given: object, **more: object
    ) -> Done:
        """Let the desk save something, in a thread, which goes on though the editor leaves.

        What was typed for it is let go of with it: who leaves right after is not offered it again.
        """

        async def through() -> Done:
            done = await asyncio.to_thread(method, *given, **more)
            if self.unsaved is not None and save.draft:
                await self.unsaved.forget(save.draft)
            return done

        saving = asyncio.create_task(through())
        self._saves[saving] = save
        saving.add_done_callback(self._saved)
        return await asyncio.shield(saving)

    def leave(self, code: int = 0) -> None:
        """Leave, first waiting a little for what is being saved; asked twice, leave at once."""
        if not self.is_running:
            self._return_code = code
            self._hurried.set()
            return
        if self._leaving or not self._saves:
            self.exit(None, code)
            return
        self._leaving = True
        named = ", ".join(f"“{save.what}”" for save in self._saves.values())
        self.say(Said(f"Saving {named}, then leaving; again: leave at once.", "warning"))
        self.run_worker(self._leave_when_saved(code), group="leaving")

    async def action_quit(self) -> None:
        """Leave the desk."""
        self.leave()

    async def run_async(self, *args: Any, **options: Any) -> Any:
        """Run the desk until the editor leaves, and tell on lines how the saves ended."""
        await super().run_async(*args, **options)
        if self._fault:
            _say(_FAULT)
            sys.stderr.write(visible(self._fault, lines=True))
        if self._saves:
            await self._tell_of_saves()
        return self._return_value

    def _fatal_error(self) -> None:
        # Textual would show the values at hand, too, and the name of a protected source with them.
        self._fault = traceback.format_exc()
        self._close_messages_no_wait()

    def _saved(self, saving: asyncio.Task[Any]) -> None:
        if self.is_running and not self._leaving:
            del self._saves[saving]

    async def _leave_when_saved(self, code: int) -> None:
        await asyncio.wait(set(self._saves), timeout=AT_THE_DESK)
        self.exit(None, code)

    async def _tell_of_saves(self) -> None:
        """Wait once more, where the terminal is the shell's again, and say how it ended."""
        late = [save for saving, save in self._saves.items() if not saving.done()]
        for save in late:
            _say(f"“{save.what}” is still being saved; ctrl-C stops waiting.")
        hurried = asyncio.create_task(self._hurried.wait())
        for saving, save in self._saves.items():
            await asyncio.wait({saving, hurried}, timeout=AFTERWARDS, return_when="FIRST_COMPLETED")
            _say(self._ended(saving, save))
        if not all(saving.done() for saving in self._saves):
            os._exit(self.return_code or 1)  # Python itself would wait for the thread

    def _ended(self, saving: asyncio.Task[Any], save: Save) -> str:
        kept = "; its words are kept: the same key at the desk brings them back" * bool(save.draft)
        if not saving.done():
            return f"“{save.what}” may not be saved{kept}."
        error = saving.exception()
        if error is None:
            return f"“{save.what}” was saved."
        if not isinstance(error, TrackerError):
            raise error
        return f"“{save.what}” was not saved: {str(error).rstrip('.')}{kept}."


def _say(text: str) -> None:
    with suppress(OSError):  # the terminal may be what has gone
        sys.stderr.write(f"tracker: {visible(text)}\n")
        sys.stderr.flush()
