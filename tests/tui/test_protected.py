"""No screen, dialog or copy at the desk names a protected source."""

from __future__ import annotations

import pytest
from named_everywhere import LEAK, act

KEYS = (
    *("G", "enter", "escape", "k", "enter", "escape", "y", "E", "s", "escape", "E", "a", "escape"),
    *(
        "e",
        "escape",
        "n",
        "escape",
        "l",
        "escape",
        "i",
        "escape",
        "u",
        "/",
        "escape",
        "p",
        "escape",
    ),
    *("3", "tab", "right", "J", "F", "escape", "M", "escape", "S", "escape", "y", "A"),
    *("2", "j", "j", "G", "a", "escape", "2", "j", "enter", "j", "j", "E", "escape"),
    *("4", "G", "m", "escape", "s", "escape", "E", "escape", "enter", "escape", "k", "k", "enter"),
    *("5", "j", "right", "right", "j", "left", "j", "j", "right", "p", "escape", "?", "escape"),
    *("1", "ctrl+p", "escape"),
)
"""Through every screen and most dialogs, with the claims that name him in hand."""


@pytest.fixture(scope="module")
def prepared(prepare):
    return prepare(act)


async def test_nothing_that_is_seen_told_or_copied_names_him(sit_down, prepared, ledgers, ledger):
    place = ledgers.copy(prepared, ledger)
    seen = set()
    async with sit_down(place, size=(160, 50)) as seat:
        for key in KEYS:
            await seat.press(key)
            shown = f"{seat.seen}\n{seat.told}\n{seat.app.clipboard}\n{seat.app.title}"
            assert LEAK.findall(shown) == [], key
            seen.add("deckhand" in shown)
    assert seen == {True, False}
