"""Ask to pick one of a few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Self, TypeVar, cast

from textual import events, on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from tracker.domain.visible import visible
from tracker.tui.dialogs.dialog import Dialog

Value = TypeVar("Value")

_COLUMN = 16
"""Cells up to which words stand in a column, with their remarks in one beside it."""
_READY = "choose"
"""The name of the dialog that stands ready."""


@dataclass(frozen=True)
class Choice(Generic[Value]):
    """Something to pick: its value, the words for it, the key that picks it at once.

    ``style`` is the style of the words; ``remark`` is said quietly after them.
    """

    value: Value
    words: str
    key: str = ""
    style: str = ""
    remark: str = ""


class Choose(Dialog[Value], Generic[Value]):
    """Ask to pick one of a few, by its key, with the arrows, or with the mouse.

    A choice without a key gets its number, as far as there are digits.

    One of them stands ready in an app from the first question on: to take down its widgets and to
    mount those of the next costs more than a page of claims.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "down", "Next", id="choose.next", tooltip="The next choice", show=False),
        Binding("k", "up", "Previous", id="choose.previous", tooltip="The one above", show=False),
    ]

    def __init__(
        self,
        title: str,
        body: str,
        choices: Sequence[Choice[Value]],
        *,
        first: int = 0,
        accept: str = "Choose",
    ) -> None:
        super().__init__(title, body, accept=accept)
        self._choices = tuple(choices)
        self._keys = [
            choice.key or (str(number) if number < 10 else "")  # noqa: PLR2004 - the digits
            for number, choice in enumerate(choices, 1)
        ]
        self._first = first

    def at_hand(self, app: App[Any]) -> Self:
        """The dialog that stands ready, unless it is asking something."""
        if not app.is_screen_installed(_READY):
            app.install_screen(self, _READY)
            return self
        ready = cast("Self", app.get_screen(_READY))
        stacks = app._screen_stacks.values()  # noqa: SLF001 - of all modes
        if not ready.is_mounted or any(ready in stack for stack in stacks):
            return self
        ready.reword(self)
        return ready

    def reword(self, other: Self) -> None:
        """Ask what another would, with its choices."""
        super().reword(other)
        self._choices, self._keys, self._first = other._choices, other._keys, other._first
        options = self.query_one(OptionList)
        options.set_options(self._prompts())
        self.fit_list()
        options.highlighted = self._first

    def on_screen_resume(self) -> None:
        """Bring the cursor into view as soon as all is laid out."""
        self.call_after_refresh(self._show_cursor)

    def question(self) -> Iterable[Widget]:
        """The choices, one below the other."""
        options = OptionList(*self._prompts(), markup=False, compact=True)
        options.highlighted = self._first
        yield options

    def answer(self) -> Value:
        """Give the value of the choice that the cursor is on."""
        return self._choices[self.query_one(OptionList).highlighted or 0].value

    def action_down(self) -> None:
        """Go to the next choice."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Go to the choice above."""
        self.query_one(OptionList).action_cursor_up()

    def on_key(self, event: events.Key) -> None:
        """Pick the choice whose key was pressed."""
        if event.character and event.character in self._keys:
            event.stop()
            event.prevent_default()
            self.leave(self._choices[self._keys.index(event.character)].value)

    def _show_cursor(self) -> None:
        for options in self.query(OptionList):
            options.scroll_visible(animate=False)
            options.scroll_home(animate=False, immediate=True)
            options.scroll_to_highlight()

    def _prompts(self) -> list[Content]:
        names = [Content.styled(visible(one.words), one.style) for one in self._choices]
        widest = max((one.cell_length for one in names), default=0)
        if widest <= _COLUMN and any(one.remark for one in self._choices):
            names = [one.pad_right(widest - one.cell_length) for one in names]
        return [
            Content.assemble(
                (f"{key or ' '}  ", "bold $accent"),
                name,
                (f"  {visible(choice.remark)}" if choice.remark else "", "$text-muted"),
            )
            for key, name, choice in zip(self._keys, names, self._choices, strict=True)
        ]

    @on(OptionList.OptionSelected)
    def _accept_option(self, selected: OptionList.OptionSelected) -> None:
        self.leave(self._choices[selected.option_index].value)
