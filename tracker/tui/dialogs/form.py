"""Ask for several short things at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from tracker.domain.errors import BadInputError
from tracker.domain.visible import visible
from tracker.tui.dialogs.dialog import Dialog

PATIENCE = 1.0
"""Seconds after which a blank that takes nothing any more holds nobody up."""
KEEP_OR_DROP = "Press esc again to drop what you wrote, or enter to keep it."

Answers = dict[str, str]


@dataclass(frozen=True)
class Blank:
    """A blank of a form. With ``choices`` one of them is picked; none is, unless ``text`` says.

    ``lacking`` says what to do while it is needed and empty.
    """

    name: str
    label: str
    text: str = ""
    choices: tuple[str, ...] = ()
    needed: bool = False
    hint: str = ""
    lacking: str = ""


class Picker(Static, can_focus=True):
    """One of a few words on one line, picked with ← and → or its first letter."""

    class Picked(Message):
        """Another word was picked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "Next", id="picker.next", tooltip="The next word"),
        Binding("left", "turn(-1)", "Previous", id="picker.back", tooltip="The word before"),
    ]

    chosen: reactive[int | None] = reactive(None, init=False)

    def __init__(self, choices: Sequence[str], text: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="form--picker")
        self._choices = tuple(choices)
        if text in choices:
            self.set_reactive(Picker.chosen, self._choices.index(text))

    @property
    def value(self) -> str:
        """The word picked; an empty text while none is."""
        return "" if self.chosen is None else self._choices[self.chosen]

    def render(self) -> Content:
        """Show the word between arrows, or else all the words with the letters that pick them."""
        if self.chosen is not None:
            word = self.value.replace("_", " ")
            return Content.assemble(("‹ ", "$text-muted"), word, (" ›", "$text-muted"))
        return Content("  ").join(
            Content.assemble((word[0], "bold $accent"), (word[1:].replace("_", " "), "$text-muted"))
            for word in self._choices
        )

    def watch_chosen(self) -> None:
        """Say that another word was picked."""
        self.post_message(self.Picked())

    def action_turn(self, step: int) -> None:
        """Go on to another word, round and round."""
        here = self.chosen if self.chosen is not None else min(-step, 0)
        self.chosen = (here + step) % len(self._choices)

    def on_key(self, event: events.Key) -> None:
        """Pick the next word that begins with the letter."""
        here = 0 if self.chosen is None else self.chosen + 1
        turned = (*range(here, len(self._choices)), *range(here))
        for place in turned:
            if event.character and self._choices[place].startswith(event.character):
                event.stop()
                self.chosen = place
                return


class Form(Dialog[Answers]):
    """Ask for a few things, label by label; the answers come back by name, trimmed.

    ``before`` are answers given earlier, which are there to start from.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the blank itself: what is typed after them belongs to the blank that they lead to.
        Binding(
            "enter", "go_on", "Go on", id="form.enter", tooltip="To what is needed", priority=True
        ),
        Binding(
            "down,tab", "step(1)", "Next", id="form.next", tooltip="The next blank", priority=True
        ),
        Binding(
            "up,shift+tab",
            "step(-1)",
            "Previous",
            id="form.back",
            tooltip="The blank above",
            priority=True,
        ),
    ]

    def __init__(
        self,
        title: str,
        body: str,
        blanks: Sequence[Blank],
        *,
        accept: str = "Save",
        before: Answers | None = None,
    ) -> None:
        super().__init__(title, body, accept=accept)
        given = before or {}
        self._blanks = tuple(
            replace(blank, text=given.get(blank.name, blank.text)) for blank in blanks
        )
        self._untouched = {blank.name: visible(blank.text).strip() for blank in blanks}
        self._warned = False

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
        answers = self.written()
        for blank in self._blanks:
            if blank.needed and not answers[blank.name]:
                self.set_focus(self.query_one(f"#blank-{blank.name}"))
                raise BadInputError(_still_needed(blank))
        return answers

    def written(self) -> Answers:
        """What is written, and picked."""
        return {blank.name: self._value(blank) for blank in self._blanks}

    def untouched(self) -> Answers:
        """What stood there before."""
        return dict(self._untouched)

    def recall(self, words: Answers) -> None:
        """Begin with what was written before."""
        self._blanks = tuple(
            replace(blank, text=words.get(blank.name, blank.text)) for blank in self._blanks
        )

    async def action_step(self, step: int) -> None:
        """Go to the next blank, or to the one above."""
        await self._all_taken()
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    async def action_go_on(self) -> None:
        """Go to the next empty blank that is needed, or accept."""
        await self._all_taken()
        if isinstance(self.focused, Input):
            for blank in self._blanks:
                field = self.query_one(f"#blank-{blank.name}")
                if blank.needed and field is not self.focused and not self._value(blank):
                    self.set_focus(field)
                    self.say(_still_needed(blank))
                    return
        self.action_accept()

    async def _all_taken(self) -> None:
        """Wait until the blank in hand has taken what was typed before this key."""
        taken = asyncio.Event()
        if self.focused is not None and self.focused.call_later(taken.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(taken.wait(), PATIENCE)

    def action_cancel(self) -> None:
        """Leave; where something new was written, only when asked twice."""
        if self._warned or not self._is_written_in():
            super().action_cancel()
            return
        self._warned = True
        self.say(KEEP_OR_DROP)

    def _is_written_in(self) -> bool:
        return any(
            self._value(blank) not in ("", self._untouched[blank.name])
            for blank in self._blanks
            if not blank.choices
        )

    def _value(self, blank: Blank) -> str:
        if blank.choices:
            return self.query_one(f"#blank-{blank.name}", Picker).value
        return self.query_one(f"#blank-{blank.name}", Input).value.strip()

    @on(Input.Changed)
    def _forget_warning(self) -> None:
        if self._warned:
            self._warned = False
            self.say("")
        self.tell_written()

    @on(Picker.Picked)
    def _keep_what_is_picked(self) -> None:
        self.tell_written()


def _still_needed(blank: Blank) -> str:
    return blank.lacking or f"“{blank.label}” is still needed."
