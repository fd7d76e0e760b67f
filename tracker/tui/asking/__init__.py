"""What an editor is asked in the middle of an action: dialogs, and what becomes of the answers.

Each is loaded when it is first asked: the first rows wait for none of them.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.tui.asking import backing as backing
    from tracker.tui.asking import claiming as claiming
    from tracker.tui.asking import conflicting as conflicting
    from tracker.tui.asking import curating as curating
    from tracker.tui.asking import deciding as deciding
    from tracker.tui.asking import editing as editing
    from tracker.tui.asking import events as events
    from tracker.tui.asking import filtering as filtering
    from tracker.tui.asking import insisting as insisting
    from tracker.tui.asking import marking as marking
    from tracker.tui.asking import relating as relating
    from tracker.tui.asking import reporting as reporting
    from tracker.tui.asking import undoing as undoing


def __getattr__(name: str) -> ModuleType:
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError:
        raise AttributeError(name) from None
