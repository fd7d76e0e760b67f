"""Ask to pick one of a few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from tracker.domain.visible import visible
from tracker.tui.dialogs.dialog import Dialog

Value = TypeVar("Value")


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

    def question(self) -> Iterable[Widget]:
        """The choices, one below the other."""
        prompts = [
            Content.assemble(
                (f"{key or ' '}  ", "bold $accent"),
                (visible(choice.words), choice.style),
                (f"  {visible(choice.remark)}" if choice.remark else "", "$text-muted"),
            )
            for key, choice in zip(self._keys, self._choices, strict=True)
        ]
        options = OptionList(*prompts, markup=False, compact=True)
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

    @on(OptionList.OptionSelected)
    def _accept_option(self, selected: OptionList.OptionSelected) -> None:
        self.leave(self._choices[selected.option_index].value)
