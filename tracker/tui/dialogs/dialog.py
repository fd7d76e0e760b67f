"""What every small question above a screen has: a title, a body, and two ways out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, Self, TypeVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from tracker.domain.errors import TrackerError
from tracker.domain.visible import visible

Answer = TypeVar("Answer")

_HIGH = 18
"""Lines of a terminal from which on a dialog has a frame."""
_FRAME = 7
"""Lines of a dialog for its frame, its hints and what is free above a list and below it."""
_WIDEST, _SIDES = 76, 6
"""Cells of a dialog, and how many of them are beside its texts."""
_LONGEST = 28
"""Lines that a list gets at most: beyond them a look no longer takes it in."""
_MOST_BODY = 0.4
"""The part of a terminal's lines that a body gets; the rest of it is scrolled."""


class Hint(Static):
    """A key and what it does; a click does the same."""

    class Clicked(Message):
        """The hint was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, key: str, label: str, action: str) -> None:
        self._action = action
        super().__init__(_hinted(key, label), classes="dialog--hint")

    def reword(self, key: str, label: str) -> None:
        """Name another key, or another thing that it does."""
        self.update(_hinted(key, label))

    def on_click(self) -> None:
        """Say that the hint was clicked."""
        self.post_message(self.Clicked(self._action))


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """Ask for an answer; dismissed with None where there is none.

    ``accept`` says what accepting does, and ``accept_key`` is the key named beside it.

    Texts may come from an article: they are shown letter for letter, never read as markup.

    Attributes:
        about: what it asks, by which its words are known where they are kept until they are saved.
        keeps: whether they are.
    """

    class Written(Message):
        """Something was written; ``over`` is what stood there before."""

        def __init__(self, about: str, words: dict[str, str], over: dict[str, str]) -> None:
            super().__init__()
            self.about = about
            self.words = words
            self.over = over

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s", "accept", "Accept", id="dialog.accept", tooltip="Give this answer", show=False
        ),
        Binding(
            "enter", "accept", "Accept", id="dialog.enter", tooltip="Give this answer", show=False
        ),
        Binding(
            "escape",
            "cancel",
            "Cancel",
            id="dialog.cancel",
            tooltip="Leave and change nothing",
            show=False,
        ),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_HIGH, "-high")]  # noqa: RUF012 - as Screen declares it

    def __init__(
        self, title: str, body: str = "", *, accept: str = "OK", accept_key: str = "enter"
    ) -> None:
        super().__init__(classes="dialog")
        self._heading = Content(visible(title))
        self._body = Content(visible(body, lines=True))
        self._accept = accept
        self._accept_key = accept_key
        self.about = f"{title}\n{body}"
        self.keeps = False

    def compose(self) -> ComposeResult:
        """Lay title, body, question, problem and hints on top of each other."""
        with Vertical(classes="dialog--box"):
            yield Static(self._heading, classes="dialog--title")
            with VerticalScroll(classes="dialog--body", can_focus=False) as body:
                body.display = bool(self._body)
                yield Static(self._body)
            yield from self.question()
            yield Static(Content(), classes="dialog--problem")
            with Horizontal(classes="dialog--hints"):
                yield Hint(self._accept_key, self._accept, "accept")
                yield Hint("esc", "Cancel", "cancel")

    def at_hand(self, _app: App[Any]) -> Self:
        """The screen that asks this: itself, or one that stood ready and asks it now."""
        return self

    def reword(self, other: Self) -> None:
        """Ask what another would, in its words."""
        self._heading, self._body, self.about = other._heading, other._body, other.about
        self._accept, self._accept_key = other._accept, other._accept_key
        self.query_one(".dialog--title", Static).update(self._heading)
        body = self.query_one(".dialog--body", VerticalScroll)
        body.display = bool(self._body)
        body.query_one(Static).update(self._body)
        self.query(Hint).first().reword(self._accept_key, self._accept)
        self.say("")
        for scrolled in (body, self.query_one(".dialog--box")):
            scrolled.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Let a list be as long as all of the dialog stays in sight with it."""
        self.fit_list()

    def fit_list(self) -> None:
        """Give a list the lines that are left beside title, body, field and hints."""
        high, wide = self.app.size.height, min(_WIDEST, self.app.size.width) - _SIDES
        taken = _FRAME + len(self._heading.wrap(wide)) + 2 * len(self.query(Input))
        if self._body:
            taken += 1 + min(len(self._body.wrap(wide)), int(_MOST_BODY * high))
        for options in self.query(OptionList):
            options.styles.max_height = min(high - taken, _LONGEST) if high >= _HIGH else None

    def question(self) -> Iterable[Widget]:
        """The widgets that take the answer."""
        return ()

    def written(self) -> dict[str, str]:
        """What is written, blank by blank; nothing where nothing can be."""
        return {}

    def untouched(self) -> dict[str, str]:
        """What stood there before anything was written."""
        return {}

    def recall(self, words: dict[str, str]) -> None:
        """Begin with words that were written before."""

    def tell_written(self) -> None:
        """Say what is written, where it is kept."""
        if self.keeps:
            self.post_message(self.Written(self.about, self.written(), self.untouched()))

    def answer(self) -> Answer:
        """Give the answer as it stands.

        Raises:
            TrackerError: it will not do; the message says why.
        """
        raise NotImplementedError

    def action_accept(self) -> None:
        """Leave with the answer, or say what is wrong with it and stay."""
        try:
            answer = self.answer()
        except TrackerError as error:
            self.say(str(error))
        else:
            self.leave(answer)

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.leave(None)

    def leave(self, answer: Answer | None) -> None:
        """Leave, once: a key that was struck twice finds the dialog gone."""
        if self.is_current:
            self.dismiss(answer)

    def say(self, problem: str) -> None:
        """Show what is wrong below the question; an empty text takes it away."""
        line = self.query_one(".dialog--problem", Static)
        line.update(Content(visible(problem, lines=True)))
        line.set_class(bool(problem), "-said")

    @on(Hint.Clicked)
    def _do_as_hinted(self, clicked: Hint.Clicked) -> None:
        clicked.stop()
        if clicked.action == "accept":
            self.action_accept()
        else:
            self.action_cancel()


def _hinted(key: str, label: str) -> Content:
    return Content.assemble((f" {key} ", "bold $accent"), f"{visible(label)} ")
