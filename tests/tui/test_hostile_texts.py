"""Texts that would act on a terminal are only seen on it, letter for letter."""

from __future__ import annotations

import base64
import re
import sys
import unicodedata

import pytest
from contests import strike
from hostile_ledger import INNOCENT, NASTY, fill
from own_terminal import BACK, BACK_AT_SOURCES, Terminal

from tracker.domain.reference import Kind, Ref
from tracker.domain.status import Stage

WALK = (
    ("j", "C2"), ("k", "C1"), ("enter", "esc Back"), ("escape", "/ Search"),
    ("e", "Evidence on C1"), ("escape", BACK), ("n", "Note on C1"), ("escape", BACK),
    ("X", "Why dismiss C1"), ("escape", BACK), ("c", "Mark C1"), ("escape", BACK),
    ("l", "Relate C1 to"), ("enter", "C1 … C2"), ("enter", "on which facet?"), ("escape", BACK),
    ("E", "Edit C1"), ("s", "C1 statement"), ("escape", BACK),
    ("E", "Edit C1"), ("a", "which facet?"), ("enter", "Whom"), ("escape", BACK),
    ("f", "contested"), ("escape", BACK), ("/", "Words in statement"), ("escape", BACK),
    ("p", "Write the report"), ("escape", BACK), ("ctrl+p", "Search for commands"),
    ("escape", BACK), ("?", "Go to the next row"), ("escape", BACK),
    ("i", "given to Ada"), ("i", "Who shall have C1"), ("escape", BACK),
    ("y", "Copied for C"), ("space", "1 selected"), ("u", "Undone: "),
    ("3", "Contradictions  "), ("F", "on which facet?"), ("escape", BACK),
    ("M", "Merge into"), ("escape", BACK), ("S", "Split C"), ("escape", BACK),
    ("e", "And C"), ("escape", BACK),
    ("d", "Confirm what is suggested?"), ("enter", "marked disputed"), ("y", "Copied for C"),
    ("2", "2 claims"), ("g", "A1  1 of 2"), ("j", "A1  2 of 2"), ("G", "No claim covers"),
    ("shift+right", "1 word selected"), ("shift+right", "2 words selected"),
    ("a", "A claim of these words"), ("escape", BACK), ("x", "nothing to check here"),
    ("/", "Words in the text"), ("escape", BACK), ("2", "Articles  1"), ("enter", "2 claims"),
    ("5", "Reports  "), ("j", "Reports  Contradictions"), ("right", "id,statement"),
    ("p", "Write the report"), ("escape", "Reports  "), ("d", "As of when?"),
    ("escape", "Reports  "),
    ("4", BACK_AT_SOURCES), ("m", "Which source is"), ("escape", BACK_AT_SOURCES),
    ("s", "that go with it"), ("escape", BACK_AT_SOURCES), ("E", "Edit S"), ("a", "one to a line"),
    ("escape", BACK_AT_SOURCES),
    ("1", BACK),
)  # fmt: skip
"""Every screen and every kind of dialog, and what tells that it has come."""
pytestmark = pytest.mark.sqlite
"""A server's index has no room for names of 10,000 letters: there they are refused."""
_SEQUENCE = re.compile(rb"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\)")
_ACTING = re.compile(
    "[\u0080-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


def acting(text: str) -> set[str]:
    """The characters of a text that act on a terminal, or hide."""
    return {
        letter
        for letter in text.replace("\n", "")
        if unicodedata.category(letter) in ("Cc", "Cs") or _ACTING.match(letter)
    }


@pytest.fixture
def hostile(desk, ledger):
    fill(desk, NASTY)
    return ledger


async def test_brackets_in_a_claim_are_no_markup(sit_down, hostile):
    async with sit_down(hostile, size=(120, 36)) as seat:
        assert "[/foo] [b]bold[/b] [@click=app.quit]x[/] [we] $accent" in seat.seen
        for screen in ("3", "4"):
            await seat.press(screen)
            assert "[/foo] [b]bold[/b] [@click=app.quit]x[/] [we] $accent" in seat.seen


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_a_grid_of_hostile_parties_is_only_seen(sit_down, desk, ledger, size):
    desk.importing.take_in(strike(), by="Bea", stage=Stage.OPEN)
    for number in range(1, 8):
        desk.editing.edit(Ref(Kind.SOURCE, number), "name", [f"S{number} {NASTY}"], by="Bea")
    desk.editing.edit(Ref(Kind.EVENT, 1), "title", [NASTY], by="Bea")
    desk.editing.edit(Ref(Kind.RELATION, 1), "reason", [NASTY], by="Bea")
    async with sit_down(ledger, size=size) as seat:
        for key in ("3", "tab", "tab", "right", "J", "J", "J", "A", "S", "escape", "M", "escape"):
            await seat.press(key)
            assert acting(seat.seen) == set()
        assert "[/foo] [b]bold" in seat.seen


async def test_an_action_in_a_claim_cannot_be_clicked(sit_down, hostile):
    async with sit_down(hostile, size=(120, 36)) as seat:
        lines = seat.seen.split("\n")
        for y, line in enumerate(lines):
            if "quit]x" in line:
                await seat.pilot.click(offset=(line.index("quit]x") + 5, y))
        await seat.settled()
        assert seat.app.is_running
        assert not seat.app._exit


async def test_a_refusal_that_names_a_hostile_editor_is_shown(sit_down, hostile, open_desk):
    other = open_desk(hostile)
    async with sit_down(hostile, size=(120, 36)) as seat:
        other.reviewing.assign([1], "Cem", by=NASTY)
        await seat.press("w")
        assert "C1 was changed by [/foo] [b]bold" in seat.told
        assert "[we]" in seat.seen
        assert acting(seat.seen) == set()


async def test_what_is_copied_cannot_act_where_it_is_pasted(sit_down, hostile):
    async with sit_down(hostile) as seat:
        await seat.press("y")
        assert acting(seat.app.clipboard) == set()
        assert "\n" not in seat.app.clipboard


async def test_an_edit_left_as_it_was_keeps_hostile_texts(sit_down, hostile):
    async with sit_down(hostile) as seat:
        before = seat.claim(1).cue
        await seat.press("E", "c", "enter")
        assert seat.claim(1).cue == before


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of one's own needs a pty")
def test_no_byte_of_a_hostile_text_acts_on_a_terminal(desk, ledger, open_desk, tmp_path):
    innocent = tmp_path / "innocent.db"
    innocent.write_bytes(ledger.read_bytes())
    fill(desk, NASTY)
    fill(open_desk(innocent), INNOCENT)
    terminal, other = (Terminal(one, "unverified 2") for one in (ledger, innocent))
    for key, until in WALK:
        terminal.press(key, until)
    for one in (terminal, other):
        one.child.send("q")
    (_, bad), (_, good) = terminal.end(), other.end()
    assert b"[we]" in bad
    assert acting(bad.decode()) <= acting(good.decode())
    assert _ACTING.search(bad.decode()) is None
    sequences = set(_SEQUENCE.findall(bad))
    copies = {one for one in sequences if one.startswith(b"\x1b]52;c;")}
    assert sequences - copies <= set(_SEQUENCE.findall(good))
    assert len(copies) == 2
    for one in copies:
        assert acting(base64.b64decode(one.split(b";")[2].rstrip(b"\x07")).decode()) == set()
    assert bad.count(b"\x1b[6n") == good.count(b"\x1b[6n")
