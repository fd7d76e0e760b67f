"""The line on top of a screen: where one is, and on the right who is at the desk."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tracker.domain.visible import visible


class TopLine(Horizontal):
    """Says as much as there is room for: the longest of several wordings that fits."""

    DEFAULT_CSS = """
    TopLine {
        height: 1;
        padding: 0 1;
        background: $panel;
        & > .top-line--here { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
        & > .top-line--who { width: auto; max-width: 40%; margin-left: 2; text-wrap: nowrap; }
    }
    """

    def __init__(self, first: str = "") -> None:
        super().__init__()
        self._wordings: tuple[Content, ...] = (Content(first),)

    def compose(self) -> ComposeResult:
        """Where one is, and who one is."""
        yield Static(self._wordings[0], classes="top-line--here")
        yield Static(Content(""), classes="top-line--who")

    def show(self, *wordings: Content) -> None:
        """Say where one is, in the first of these wordings that fits; the last may be cut."""
        self._wordings = wordings
        self._fit()

    def sign(self, editor: str, *, read_only: bool) -> None:
        """Say who is at the desk, and if nothing can be written."""
        warning = (" read-only ", "bold reverse $text-warning") if read_only else ""
        who = Content.assemble(warning, (f" {visible(editor)}", "$text-muted"))
        self.query_one(".top-line--who", Static).update(who)
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """Choose again for the new width."""
        self._fit()

    def _fit(self) -> None:
        here = self.query_one(".top-line--here", Static)
        room = here.size.width
        fitting = (one for one in self._wordings if one.cell_length <= room)
        here.update(next(fitting, self._wordings[-1]))
