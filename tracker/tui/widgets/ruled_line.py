"""A line of text that goes on as a rule: it parts what is above from what is below, uncoloured."""

from __future__ import annotations

from textual.content import Content

from tracker.tui.widgets.one_line import OneLine


class RuledLine(OneLine):
    """One line, ruled to the right edge."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._text = Content("")

    def show(self, text: Content) -> None:
        """Show another text."""
        self._text = text
        self.refresh()

    def render(self) -> Content:
        """The text, and the rule after it."""
        rest = self.content_size.width - self._text.cell_length - 1
        if rest <= 0 or not self._text:
            return self._text
        return Content.assemble(self._text, " ", ("─" * rest, "$border-blurred"))
