"""What the desk says to the editor: one message at a time, for a while, on whichever screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from textual.app import App

from tracker.domain.errors import TrackerError
from tracker.tui.widgets.key_line import KeyLine, Said

if TYPE_CHECKING:
    from textual.timer import Timer

_ADDRESS = re.compile(r"[^\s/.:]*[/.:]+\w")
"""A path or a server's address, whose first letter begins no sentence."""
_FOR_THE_COMMAND_LINE = re.compile(r" \((?:--|tracker )[^()]*\)| or add --\w+")
SAID_FOR = 6.0
"""Seconds that a message stays."""
_BESIDES = 2
"""Cells of the line that are not for words."""


class SayingApp(App[None]):
    """An app that says what fits in place of its line of keys, and shows the rest on top."""

    def __init__(self) -> None:
        super().__init__()
        self.said: Said | None = None
        """What was said last, while it stays."""
        self._silence: Timer | None = None

    def say(self, said: Said) -> None:
        """Say something in place of what was said before."""
        self.said = said
        if self._notifications:
            self.clear_notifications()
        if not self._fits(said):
            severity = cast("Any", said.severity)
            self.notify(said.text, markup=False, severity=severity, timeout=SAID_FOR)
        if self._silence is not None:
            self._silence.stop()
        self._silence = self.set_timer(SAID_FOR, self._fall_silent)
        self.show_said()

    def show_said(self) -> None:
        """Show on the screens in front what was said, or their keys again."""
        said = self.said if self.said is not None and self._fits(self.said) else None
        for screen in self.screen_stack:
            for line in screen.query(KeyLine):
                line.say(said)

    def _fall_silent(self) -> None:
        self.said = None
        self.show_said()

    def _fits(self, said: Said) -> bool:
        return said.shown.cell_length <= self.size.width - _BESIDES


def sentence_of(error: TrackerError) -> str:
    """Write a refusal as a sentence for the screen, without its hints for the command line."""
    text = _FOR_THE_COMMAND_LINE.sub("", str(error))
    return text if _ADDRESS.match(text) else text[:1].upper() + text[1:]
