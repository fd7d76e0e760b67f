"""A table that draws only what is seen: a million rows open as fast as ten.

It holds no list. Told how many rows there are, it posts ``PageWanted`` for those that come in view,
and its owner answers with ``show_page``. What is not here yet is drawn as a faint dot.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar, Generic

from rich.style import Style as RichStyle
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style

from tracker.tui.widgets.columns import Column, Row
from tracker.tui.widgets.cursor_view import CursorView
from tracker.tui.widgets.drawing import GUTTER, Sheet
from tracker.tui.widgets.drawn import Drawn
from tracker.tui.widgets.pages import Pages
from tracker.tui.widgets.pieces import Cell
from tracker.tui.widgets.table_messages import Moved, Opened, PageWanted, Selected

_DOUBLE_CLICK = 2
_MARGIN = 1
"""Blank cells between the last column and the scroll bar."""


class WindowedTable(CursorView, Generic[Row]):
    """Rows of any kind under a fixed line of headings, with a cursor and a selection.

    ``row_id`` tells rows apart for the selection; ``detail`` draws a
    second, quieter line below each row while ``row_height`` is 2; ``empty`` is said where there is
    nothing to show. Cells are plain text or ``Piece``s, never markup.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "windowed--header",
        "windowed--cursor",
        "windowed--selected",
        "windowed--detail",
        "windowed--absent",
        "windowed--bar",
    }
    DEFAULT_CSS = """
    WindowedTable {
        background: $background;
        color: $foreground;
        & > .windowed--header { background: $surface; color: $text-muted; }
        & > .windowed--cursor { background: $block-cursor-blurred-background; }
        & > .windowed--selected { background: $boost; }
        & > .windowed--detail { color: $text-muted; }
        & > .windowed--absent { color: $text-disabled; }
        & > .windowed--bar { color: $text-muted; }
        &:focus > .windowed--cursor { background: $block-cursor-background; }
        &:focus > .windowed--bar { color: $accent; }
    }
    """

    empty: reactive[str] = reactive("")
    """What is said where there is nothing to show."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        row_id: Callable[[Row], Hashable],
        detail: Callable[[Row], Cell] | None = None,
        empty: str = "Nothing here.",
        id: str | None = None,  # noqa: A002 - Textual's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._sheet = Sheet(tuple(columns), detail)
        self._row_id = row_id
        self._pages: Pages[Row] = Pages()
        self._selected: frozenset[Hashable] = frozenset()
        self._told: tuple[int, Row | None] | None = None
        self._drawn = Drawn(self._sheet, self._mix)
        self.set_reactive(WindowedTable.empty, empty)
        self.set_reactive(WindowedTable.row_height, 1 if detail is None else 2)

    @property
    def count(self) -> int:
        """How many rows there are; 0 before the owner said so."""
        return self._pages.count or 0

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None in an empty table, or where it has not been read yet."""
        return self._pages.row(self.cursor) if self.cursor < self.count else None

    def at(self, position: int) -> Row | None:
        """The row at a position; None outside the table, or where it has not been read yet."""
        return self._pages.row(position) if 0 <= position < self.count else None

    @property
    def selected(self) -> frozenset[Hashable]:
        """The ids of the selected rows."""
        return self._selected

    def show(self, count: int, cursor: int = 0) -> None:
        """Show another list of so many rows; the selection stays until it is cleared."""
        self._pages.begin(count, same_list=False)
        self._told = None
        self._begin(cursor)

    def reload(self, count: int) -> None:
        """Read the same list again: old rows stay in sight until their pages come."""
        same_length = count == self._pages.count
        self._pages.begin(count, same_list=True)
        if not same_length:
            self._begin(self.cursor)
        else:  # rows that have not changed are not drawn again
            self._ask()

    def near_view(self) -> range:
        """The positions of the rows that are asked for: in view, and a screenful on either side."""
        seen = self.in_view()
        return range(max(0, seen.start - len(seen)), min(self.count, seen.stop + len(seen)))

    def show_page(self, start: int, rows: Sequence[Row], edition: int | None = None) -> None:
        """Take rows from a page's first position on, in answer to ``PageWanted``."""
        seen = self.in_view()
        before = [self._pages.row(position) for position in seen]
        if self._pages.put(start, rows, self._pages.edition if edition is None else edition):
            shown = zip(seen, before, strict=True)
            changed = [position for position, row in shown if self._pages.row(position) != row]
            if changed:
                self.repaint(changed[0], changed[-1] + 1)
            self._tell()

    def lacks(self, wanted: PageWanted) -> bool:
        """Whether rows are asked for still: their owner may have given them of itself meanwhile."""
        return self._pages.lacks(wanted.start, wanted.end, wanted.edition)

    def select(self, ids: frozenset[Hashable]) -> None:
        """Select these rows and no others; the empty set clears the selection."""
        if ids != self._selected:
            self._selected = ids
            self.refresh()
            self.post_message(Selected(self, ids))

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.row is not None:
            self.post_message(Opened(self, self.row))

    def action_select(self) -> None:
        """Select the row under the cursor, or no longer, and go on to the next."""
        self._toggle()
        self.cursor += 1

    def watch_cursor(self, before: int, now: int) -> None:
        """Tell the owner where the cursor stands."""
        super().watch_cursor(before, now)
        self._tell()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what comes into view."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def measure(self) -> None:
        """Share the width between the columns, and ask for what comes into view."""
        width = self.scrollable_content_region.width - _MARGIN
        if width != self._sheet.width:
            self._sheet.rule(width)
            self._drawn.forget()
            self.refresh()  # lines may have been drawn between the new size and this
        super().measure()
        self._ask()

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        super().notify_style_update()
        self._drawn.forget()

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked; in the gutter select it, on the second click open it."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self.headings:
            return
        position, _ = self.row_at(offset.y)
        if position >= self.count:
            return
        self.cursor = position
        if offset.x < GUTTER:
            self._toggle()
        elif event.chain == _DOUBLE_CLICK:
            self.action_open()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen: the headings, a line of a row, or what is said instead."""
        return self.draw_lines(range(y, y + 1))[0]

    def draw_lines(self, lines: range) -> list[Strip]:
        """Draw some lines of the screen."""
        headings, width, height = self.headings, self.seen_width, self.row_height
        drawn = [self._drawn.headings(width) for y in lines if y < headings]
        count, cursor, scrolled = self.count, self.cursor, self.scroll_offset.y
        first = lines.start - headings
        for y in range(first + len(drawn), first + len(lines)):
            place = position, _ = divmod(y + scrolled, height)
            if position < count:
                row, here = self._pages.row(position), position == cursor
                chosen = row is not None and self._row_id(row) in self._selected
                drawn.append(self._drawn.row(place, row, width, here=here, chosen=chosen))
            else:
                nothing = self._pages.count == 0
                notice = self._sheet.notice(self.empty, y, self.body) if nothing else []
                drawn.append(self._drawn.strip(notice, width))
        return drawn

    def _begin(self, cursor: int) -> None:
        self.cursor = cursor
        self.measure()
        self.refresh()
        self._tell()

    def _ask(self) -> None:
        near = self.near_view()
        if near and self.size:
            span = self._pages.ask(near.start, near.stop)
            if span is not None:
                self._say(PageWanted(self, *span, self._pages.edition))

    def _tell(self) -> None:
        told = (self.cursor, self.row)
        if self._pages.count is not None and told != self._told:
            self._told = told
            self._say(Moved(self, *told))

    def _say(self, message: PageWanted | Moved[Row]) -> None:
        # Not by way of all it stands in: what comes of the message shall be in the same picture.
        self.screen.post_message(message)

    def _toggle(self) -> None:
        if self.row is not None:
            self.select(self._selected ^ {self._row_id(self.row)})

    def _mix(self, ground: str, style: str) -> RichStyle:
        mixed = self.get_visual_style(*([f"windowed--{ground}"] if ground else []))
        if style.startswith("."):
            mixed += self.get_visual_style(style.removeprefix("."), partial=True)
        elif style:
            mixed += Style.parse(style)
        return mixed.rich_style
