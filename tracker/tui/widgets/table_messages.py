"""What a windowed table tells its owner."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

from textual.message import Message
from textual.widget import Widget

Row = TypeVar("Row")


class _TableMessage(Message):
    """A message that can be told apart by its table: ``@on(Moved, "#queue")``."""

    def __init__(self, table: Widget) -> None:
        super().__init__()
        self.table = table

    @property
    def control(self) -> Widget:
        """The table that it came from."""
        return self.table


class PageWanted(_TableMessage):
    """Rows have come into view that are not here: positions from start to end, end exclusive.

    Answer with ``table.show_page(start, rows, edition)``; an answer to an edition that is over
    (the list was filtered meanwhile) is passed over.
    """

    def __init__(self, table: Widget, start: int, end: int, edition: int) -> None:
        super().__init__(table)
        self.start = start
        self.end = end
        self.edition = edition


class Moved(_TableMessage, Generic[Row]):
    """The cursor stands elsewhere, or the row under it has come; None while it has not."""

    def __init__(self, table: Widget, position: int, row: Row | None) -> None:
        super().__init__(table)
        self.position = position
        self.row = row


class Opened(_TableMessage, Generic[Row]):
    """A row is to be opened: enter, or a second click."""

    def __init__(self, table: Widget, row: Row) -> None:
        super().__init__(table)
        self.row = row


class Selected(_TableMessage):
    """The rows selected for a bulk action are others now; ids, as the table's owner gives them."""

    def __init__(self, table: Widget, ids: frozenset[Any]) -> None:
        super().__init__(table)
        self.ids: frozenset[Hashable] = ids
