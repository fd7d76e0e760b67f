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


IN_PART = (
    "{} holds a part of the protected name of “a deckhand” by itself, such as a surname; that is "
    "not hidden."
)


@pytest.mark.parametrize(
    ("keys", "words", "where"),
    [
        (("n",), "Ask Vane again", "Note on C1"),
        (("E", "s"), " as Vane did", "C1 statement"),
        (("4", "k", "k", "k", "k", "E", "o"), "kin of a Vane", "S2 role"),
    ],
)
async def test_words_that_name_him_in_part_are_told(
    sit_down, prepared, ledgers, ledger, keys, words, where
):
    place = ledgers.copy(prepared, ledger)
    async with sit_down(place, size=(100, 50)) as seat:
        await seat.press(*keys)
        await seat.write(words)
        await seat.press("ctrl+s")
        assert IN_PART.format(where) in seat.told


async def test_words_that_name_nobody_are_not(sit_down, prepared, ledgers, ledger):
    place = ledgers.copy(prepared, ledger)
    async with sit_down(place, size=(100, 50)) as seat:
        await seat.press("n")
        await seat.write("Ask the mate again")
        await seat.press("ctrl+s")
        assert "Note left on C1" in seat.told
