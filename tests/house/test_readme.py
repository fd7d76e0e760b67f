"""The README names every command and every key, and its two commands stand alone."""

import re
from pathlib import Path

import pytest
from textual.binding import Binding

from tracker.cli.commands import all_commands
from tracker.tui.app import TrackerApp
from tracker.tui.screens.article import ArticleScreen
from tracker.tui.screens.articles import ArticlesScreen
from tracker.tui.screens.claim import ClaimScreen
from tracker.tui.screens.contradictions import ContradictionsScreen
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.reports import ReportsScreen
from tracker.tui.screens.reviewing import ReviewingScreen
from tracker.tui.screens.sources import SourcesScreen
from tracker.tui.widgets.galley import Galley
from tracker.tui.widgets.table_keys import TABLE_KEYS

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
SIGNS = {
    "question_mark": "?", "slash": "/", "escape": "esc", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "shift+down": "J", "shift+up": "K",
    "shift+left": "shift+←", "shift+right": "shift+→",
}  # fmt: skip


def keys() -> set[str]:
    """Every key that a screen or its table binds."""
    declared = [*TABLE_KEYS]
    for place in (
        TrackerApp, ReviewingScreen, DeskScreen, ArticleScreen, ArticlesScreen, Galley,
        ContradictionsScreen, ClaimScreen, SourcesScreen, ReportsScreen,
    ):  # fmt: skip
        declared += [one for one in place.BINDINGS if isinstance(one, Binding)]
    return {key.strip() for binding in declared for key in binding.key.split(",")}


@pytest.mark.parametrize("command", sorted({command.name for command in all_commands()}))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"`(tracker )?{command}[` ]", README)


@pytest.mark.parametrize("key", sorted(keys()))
def test_every_key_is_in_the_readme(key: str) -> None:
    assert f"`{SIGNS.get(key, key)}`" in README


def test_there_are_two_commands_to_paste() -> None:
    blocks = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    assert len(blocks) == 2
    assert all(block.startswith("python3 -m venv") and "\n" not in block for block in blocks)
