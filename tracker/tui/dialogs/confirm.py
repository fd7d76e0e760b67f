"""Ask whether to go ahead."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.binding import Binding, BindingType

from tracker.tui.dialogs.dialog import Dialog


class Confirm(Dialog[Literal[True]]):
    """Ask whether to do something that does more than it seems; True, or None for no.

    The title asks, the body says what will happen, and ``accept`` names the deed: "Undo", not "OK".
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "accept", "Yes", id="confirm.yes", tooltip="Go ahead", show=False),
        Binding("n", "cancel", "No", id="confirm.no", tooltip="Leave it", show=False),
    ]

    def answer(self) -> Literal[True]:
        """Go ahead."""
        return True
