"""The screens, each loaded when it is first shown: the first frame is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.tui.screens.base import TrackerScreen
    from tracker.tui.screens.desk import DeskScreen

# ruff: noqa: PLC0415 - that is what this file is for


def desk() -> DeskScreen:
    """The queue of claims."""
    from tracker.tui.screens.desk import DeskScreen

    return DeskScreen()


def articles() -> TrackerScreen:
    """The list of articles."""
    from tracker.tui.screens.articles import ArticlesScreen

    return ArticlesScreen()


def contradictions() -> TrackerScreen:
    """Claim against claim."""
    from tracker.tui.screens.contradictions import ContradictionsScreen

    return ContradictionsScreen()


def sources() -> TrackerScreen:
    """The sources and how their claims stand."""
    from tracker.tui.screens.sources import SourcesScreen

    return SourcesScreen()


def reports() -> TrackerScreen:
    """The reports, previewed."""
    from tracker.tui.screens.reports import ReportsScreen

    return ReportsScreen()


def keyed() -> dict[str, tuple[type, ...]]:
    """What binds keys, screen by screen."""
    from tracker.tui.screens.article import ArticleScreen
    from tracker.tui.screens.articles import ArticlesScreen
    from tracker.tui.screens.claim import ClaimScreen
    from tracker.tui.screens.contradictions import ContradictionsScreen
    from tracker.tui.screens.desk import DeskScreen
    from tracker.tui.screens.reports import ReportsScreen
    from tracker.tui.screens.sources import SourcesScreen
    from tracker.tui.widgets.cursor_view import CursorView
    from tracker.tui.widgets.galley import Galley

    return {
        "desk": (DeskScreen, CursorView),
        "claim": (ClaimScreen,),
        "articles": (ArticlesScreen, CursorView),
        "article": (ArticleScreen, Galley),
        "contradictions": (ContradictionsScreen,),
        "sources": (SourcesScreen, CursorView),
        "reports": (ReportsScreen,),
    }
