"""Ask for a text, of one line or many."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tracker.domain.visible import visible
from tracker.tui.dialogs.dialog import Dialog

_TEXT = "text"
_KEEP_OR_DROP = "Press esc again to drop what you wrote, or {key} to keep it."


class AskText(Dialog[str]):
    """Ask for a text, with what is there already to start from.

    ``check`` is called with the text and raises a ``TrackerError`` to refuse it; its sentence is
    shown, and what was written stays. A text left as it was comes back letter for letter, even
    where some of it can only be shown as marks. ``hint`` stands in an empty line.
    """

    def __init__(
        self,
        title: str,
        body: str = "",
        text: str = "",
        *,
        many_lines: bool = False,
        check: Callable[[str], object] | None = None,
        accept: str = "Save",
        hint: str = "",
    ) -> None:
        super().__init__(title, body, accept=accept, accept_key="ctrl+s" if many_lines else "enter")
        self._text = text
        self._shown = self._first = visible(text, lines=many_lines)
        self._many_lines = many_lines
        self._check = check
        self._hint = hint
        self._warned = False

    def question(self) -> Iterable[Widget]:
        """A field of one line, or of as many as it takes."""
        if self._many_lines:
            area = TextArea(self._first, compact=True, highlight_cursor_line=False)
            area.cursor_blink = False
            area.move_cursor(area.document.end)
            yield area
        else:
            field = Input(self._first, self._hint, compact=True, select_on_focus=False)
            field.cursor_blink = False
            yield field

    def answer(self) -> str:
        """Give what is written.

        Raises:
            TrackerError: the check refuses it.
        """
        written = self._written
        text = self._text if written == self._shown else written
        if self._check is not None:
            self._check(text)
        return text

    def written(self) -> dict[str, str]:
        """What is written."""
        return {_TEXT: self._written}

    def untouched(self) -> dict[str, str]:
        """What stood there before."""
        return {_TEXT: self._shown}

    def recall(self, words: dict[str, str]) -> None:
        """Begin with a text that was written before."""
        self._first = words.get(_TEXT, self._first)

    def action_cancel(self) -> None:
        """Leave; where something new was written, only when asked twice."""
        if self._warned or self._written in (self._shown, ""):
            super().action_cancel()
            return
        self._warned = True
        self.say(_KEEP_OR_DROP.format(key=self._accept_key))

    @property
    def _written(self) -> str:
        if self._many_lines:
            return self.query_one(TextArea).text
        return self.query_one(Input).value

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _forget_problem(self) -> None:
        self._warned = False
        self.say("")
        self.tell_written()

    @on(Input.Submitted)
    def _accept_line(self) -> None:
        self.action_accept()
