"""The line of keys at the foot of a screen, as they are bound; a click presses the key.

What is said stands there for a while in place of the keys, and so do words that are typed; the
screen is not laid out for it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from tracker.domain.visible import visible
from tracker.tui.widgets.key_signs import key_sign
from tracker.tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from tracker.tui.widgets.typed import Typed

_GAP, _WIDE_GAP = 1, 2


class Said(NamedTuple):
    """A short message; ``severity`` is one of Textual's: information, warning, error."""

    text: str
    severity: str = "information"

    @property
    def shown(self) -> Content:
        """The message on a line; what went wrong has a sign, not only a colour."""
        if self.severity == "information":
            return Content.styled(self.text, "bold $foreground")
        return Content.styled(f"! {self.text}", f"bold $text-{self.severity}")


class Offered(NamedTuple):
    """Keys that share a label, each with its sign; ``stays`` where there is little room."""

    keys: tuple[tuple[str, str], ...]
    label: str
    stays: bool

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return self.text.cell_length

    @property
    def text(self) -> Content:
        """The signs and the label."""
        signs = "".join(sign for _, sign in self.keys)
        return Content.assemble((signs, "bold $accent"), (f" {visible(self.label)}", "$text-muted"))


Bound = list[tuple[bool, Binding]]
"""The bindings that are shown, each with whether it is the whole desk's."""


class KeyLine(OneLine):
    """One widget for all keys: a footer of widgets would be built anew with every dialog."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        background: $panel;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: Said | None = None
        self._typed: Typed | None = None
        self._hint = ""
        self._bound: Bound = []
        self._keys: tuple[int, Content] | None = None
        """The keys as they were drawn last, and in how much room."""

    def on_mount(self) -> None:
        """Draw the keys again whenever others are bound."""
        self._bound = self._now_bound()
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def say(self, said: Said | None) -> None:
        """Show a message in place of the keys, or the keys again."""
        if said != self._said:
            self._said = said
            self.refresh()

    def take(self, typed: Typed | None, hint: str) -> None:
        """Show words that are typed, and what they are for; or the keys again."""
        self._typed, self._hint = typed, hint
        self.refresh()

    def render(self) -> Content:
        """Draw what is typed or said, or what keys there is room for; the whole desk's stay."""
        if self._typed is not None:
            return self._typing(self._typed)
        if self._said is not None:
            return self._said.shown.truncate(self.content_size.width, ellipsis=True)
        room = self.content_size.width
        if self._keys is None or self._keys[0] != room:
            shown, gap = self._shown()
            self._keys = room, Content(" " * gap).join([one.text for one in shown])
        return self._keys[1]

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if self._typed is not None:
            return
        if self._said is not None:
            self.say(None)
            return
        offset = event.get_content_offset(self)
        x = offset.x if offset is not None else -1
        shown, gap = self._shown()
        for one in shown:
            if 0 <= x < one.width:
                self.app.simulate_key(one.keys[min(x, len(one.keys) - 1)][0])
                return
            x -= one.width + gap

    def _typing(self, typed: Typed) -> Content:
        prompt = Content.styled("/ ", "bold $accent")
        line = prompt + typed.shown(self.content_size.width - prompt.cell_length)
        hint = Content.styled(self._hint, "$text-muted")
        spare = self.content_size.width - line.cell_length - hint.cell_length
        return line + hint.pad_left(spare) if spare >= _WIDE_GAP else line

    def _changed(self, _screen: Screen[object]) -> None:
        bound = self._now_bound()
        if bound != self._bound:  # mostly they are the same again
            self._bound, self._keys = bound, None
            self.refresh()

    def _shown(self) -> tuple[list[Offered], int]:
        """What there is room for, and the cells between two of them."""
        room = self.content_size.width
        for screens_by_name in (True, False):
            offered = _offered(self._bound, screens_by_name=screens_by_name)
            if sum(one.width + _WIDE_GAP for one in offered) - _WIDE_GAP <= room:
                return offered, _WIDE_GAP
        room -= sum(one.width + _GAP for one in offered if one.stays) - _GAP
        shown = []
        for one in offered:
            if not one.stays:
                room -= one.width + _GAP
            if one.stays or room >= 0:
                shown.append(one)
        return shown, _GAP

    def _now_bound(self) -> Bound:
        bindings = {
            binding.action: (node is self.app, binding)
            for node, binding, enabled, _ in reversed(self.screen.active_bindings.values())
            if binding.show and enabled
        }
        return [*reversed(bindings.values())]


def _offered(bound: Bound, *, screens_by_name: bool) -> list[Offered]:
    found = []
    for (stays, group), members in groupby(
        bound,
        lambda one: (one[0], one[1] if screens_by_name and one[0] else one[1].group or one[1]),
    ):
        several = [binding for _, binding in members]
        keys = tuple((binding.key, key_sign(binding)) for binding in several)
        found.append(Offered(keys, group.description, stays))
    return found
