"""Ask for several short things at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from tracker.domain.errors import BadInputError
from tracker.domain.visible import visible
from tracker.tui.dialogs.dialog import Dialog

Answers = dict[str, str]


@dataclass(frozen=True)
class Blank:
    """A blank of a form. With ``choices`` one of them is picked with ← and →."""

    name: str
    label: str
    text: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = False
    hint: str = ""


class Picker(Static, can_focus=True):
    """One of a few words on one line, changed with ← and →."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "Next", id="picker.next", tooltip="The next word"),
        Binding("left", "turn(-1)", "Previous", id="picker.back", tooltip="The word before"),
    ]

    chosen: reactive[int] = reactive(0)

    def __init__(self, choices: Sequence[str], text: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="form--picker")
        self._choices = tuple(choices)
        self.set_reactive(Picker.chosen, self._choices.index(text) if text in choices else 0)

    @property
    def value(self) -> str:
        """The word picked."""
        return self._choices[self.chosen]

    def render(self) -> Content:
        """Show the word between arrows."""
        word = self.value.replace("_", " ")
        return Content.assemble(("‹ ", "$text-muted"), word, (" ›", "$text-muted"))

    def action_turn(self, step: int) -> None:
        """Go on to another word, round and round."""
        self.chosen = (self.chosen + step) % len(self._choices)


class Form(Dialog[Answers]):
    """Ask for a few things, label by label; the answers come back by name, trimmed."""

    def __init__(
        self,
        title: str,
        body: str,
        blanks: Sequence[Blank],
        *,
        accept: str = "Save",
        check: Callable[[Answers], object] | None = None,
    ) -> None:
        super().__init__(title, body, accept=accept)
        self._blanks = tuple(blanks)
        self._check = check

    def question(self) -> Iterable[Widget]:
        """A line for each blank."""
        for blank in self._blanks:
            with Horizontal(classes="form--line"):
                yield Static(Content(visible(blank.label)), classes="form--label")
                if blank.choices:
                    yield Picker(blank.choices, blank.text, id=f"blank-{blank.name}")
                else:
                    field = Input(
                        visible(blank.text),
                        placeholder=blank.hint,
                        compact=True,
                        select_on_focus=False,
                        id=f"blank-{blank.name}",
                    )
                    field.cursor_blink = False
                    yield field

    def answer(self) -> Answers:
        """Give what is written.

        Raises:
            BadInputError: something needed is missing.
        """
        answers = {blank.name: self._value(blank) for blank in self._blanks}
        for blank in self._blanks:
            if blank.needed and not answers[blank.name]:
                self.query_one(f"#blank-{blank.name}").focus()
                raise BadInputError(f"{blank.label} is needed.")
        if self._check is not None:
            self._check(answers)
        return answers

    def _value(self, blank: Blank) -> str:
        if blank.choices:
            return self.query_one(f"#blank-{blank.name}", Picker).value
        return self.query_one(f"#blank-{blank.name}", Input).value.strip()

    @on(Input.Submitted)
    def _go_on(self, submitted: Input.Submitted) -> None:
        """Go to the next empty blank that is needed, or accept."""
        for blank in self._blanks:
            field = self.query_one(f"#blank-{blank.name}")
            if blank.needed and field is not submitted.input and not self._value(blank):
                field.focus()
                return
        self.action_accept()
