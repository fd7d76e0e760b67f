"""The part of a long list that is kept in memory: pages of rows, and what to ask for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Generic, TypeVar

PAGE = 16
"""Rows to a page."""
KEPT = 1024
"""Pages kept."""

Row = TypeVar("Row")


class Pages(Generic[Row]):
    """Rows by position, and which of them are still to be asked for.

    An edition is one state of the list: answers to an earlier one are not taken.
    """

    def __init__(self) -> None:
        self.count: int | None = None
        self.edition = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._stale: set[int] = set()
        self._asked: set[int] = set()

    def __len__(self) -> int:
        return len(self._pages)

    def row(self, position: int) -> Row | None:
        """The row at a position, or None where its page is not here."""
        page = self._pages.get(position // PAGE, ())
        index = position % PAGE
        return page[index] if index < len(page) else None

    def begin(self, count: int, *, same_list: bool) -> None:
        """Begin an edition of so many rows; rows of the same list stay until read again."""
        self.count = count
        self.edition += 1
        self._asked.clear()
        if same_list:
            self._stale.update(self._pages)
        else:
            self._pages.clear()
            self._stale.clear()

    def ask(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the span of whole pages (end exclusive) to ask for, so that these rows get here.

        None where they are here, or have been asked for. What was asked for and is in view no
        more may be asked for again later, for its reader may have been called off.
        """
        lacking = self._lacking(start, end)
        news = bool(lacking - self._asked)
        self._asked = lacking
        if not news:
            return None
        return min(lacking) * PAGE, min((max(lacking) + 1) * PAGE, self.count or 0)

    def lacks(self, start: int, end: int, edition: int) -> bool:
        """Whether any of these rows is not here, and an edition that wants them not over."""
        return edition == self.edition and bool(self._lacking(start, end))

    def put(self, start: int, rows: Sequence[Row], edition: int) -> bool:
        """Keep rows from the first position of a page on; say whether they are of this edition.

        Raises:
            ValueError: the position is not the first of a page.
        """
        if start % PAGE:
            raise ValueError(f"a page begins at a multiple of {PAGE}, not at {start}")
        if edition != self.edition:
            return False
        for offset in range(0, len(rows), PAGE):
            number = (start + offset) // PAGE
            self._pages[number] = list(rows[offset : offset + PAGE])
            self._pages.move_to_end(number)
            self._stale.discard(number)
            self._asked.discard(number)
        while len(self._pages) > KEPT:
            number, _ = self._pages.popitem(last=False)
            self._stale.discard(number)
        return True

    def _lacking(self, start: int, end: int) -> set[int]:
        lacking = set()
        for number in range(start // PAGE, (end + PAGE - 1) // PAGE):
            if number in self._pages:
                self._pages.move_to_end(number)
            if number not in self._pages or number in self._stale:
                lacking.add(number)
        return lacking
