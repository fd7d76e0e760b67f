"""What screens that are searched do alike: the words are typed on the line of keys."""

from __future__ import annotations

from textual import events

from tracker.tui.screens.base import TrackerScreen
from tracker.tui.widgets.key_line import KeyLine
from tracker.tui.widgets.typed import Typed


class SearchingScreen(TrackerScreen):
    """Takes the keys while words are typed; whatever is shown stays in sight meanwhile."""

    _typed: Typed | None = None
    _hint = ""

    def searched(self, words: str) -> None:
        """Show what these words find."""
        raise NotImplementedError

    def type_words(self, before: str, hint: str) -> None:
        """Have words typed, beginning with those before; the hint says what they are sought in."""
        self._hint = hint
        self._type(Typed(before, len(before), old=bool(before)))

    @property
    def typing(self) -> bool:
        """Whether words are typed now."""
        return self._typed is not None

    def take(self, event: events.Key) -> None:
        """Take a key as a letter of what is typed."""
        typed = self._typed or Typed()
        match event.key:
            case "escape":
                self._type(None)
            case "enter":
                self._type(None)
                self.searched(typed.text.strip())
            case _:
                self._type(typed.struck(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Take a text that is pasted, while words are typed."""
        if self._typed is not None:
            event.stop()
            self._type(self._typed.put(event.text))

    def _type(self, typed: Typed | None) -> None:
        self._typed = typed
        self.query_one(KeyLine).take(typed, self._hint)
