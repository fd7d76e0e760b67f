"""What is drawn of a screen when something on it has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

Stand = tuple[Widget, Region, Region]
"""A widget, where it is, and where it is seen."""
Place = tuple[int, int]
"""A column and a line of the screen."""


class SparingCompositor(Compositor):
    """Draws, where widgets stand side by side, the changed lines that look otherwise than before.

    Textual's own draws all lines of every widget near a change. It is asked where one widget lies
    over another, and where all is drawn anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self._seen: Mapping[Widget, tuple[Region, Region]] = {}
        self._stands: Sequence[Stand] | None = None
        self._sent: dict[Place, Strip] = {}

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Draw the whole screen."""
        self._sent.clear()
        return super().render_full_update(simplify)

    def render_partial_update(self) -> CompositorUpdate | None:  # type: ignore[override]
        """Draw what has changed; None where all looks as before."""
        if self._seen is not self.visible_widgets:  # it was laid out
            self._seen = self.visible_widgets
            self._stands = _side_by_side(self._seen)
            self._sent.clear()
        if self._stands is None:
            self._sent.clear()
            return super().render_partial_update()
        changed = tuple(self._dirty_regions)
        self._dirty_regions.clear()
        lines = dict(self._drawn_otherwise(self._stands, changed))
        return Lines(lines) if lines else None

    def _drawn_otherwise(
        self, stands: Sequence[Stand], changed: Sequence[Region]
    ) -> Iterator[tuple[Place, Strip]]:
        sent = self._sent
        for widget, region, seen in stands:
            for top, bottom in _runs(seen.intersection(one) for one in changed):
                part = Region(seen.x, top, seen.width, bottom - top)
                drawn = widget.render_lines(part.translate(-region.offset))
                for y, line in enumerate(drawn, top):
                    place = seen.x, y
                    before = sent.get(place)
                    if line is not before and line != before:
                        sent[place] = line
                        yield place, line


class Lines(CompositorUpdate):
    """Lines of widgets, each sent to its place."""

    def __init__(self, lines: Mapping[Place, Strip]) -> None:
        self._lines = lines

    def render_segments(self, console: Console) -> str:
        """Write them for the terminal."""
        return "".join(
            f"\x1b[{y + 1};{x + 1}H{line.render(console)}" for (x, y), line in self._lines.items()
        )


def _side_by_side(visible: Mapping[Widget, tuple[Region, Region]]) -> Sequence[Stand] | None:
    """Where the widgets are that draw anything; None where one lies over another.

    A scroll bar parts what it scrolls: its padding is seen on the other side.
    """
    stands: list[Stand] = []
    for widget, (region, clip) in visible.items():  # from the front to the back
        if widget.BLANK:
            continue
        parts = [clip.intersection(region)]
        for *_, front in tuple(stands):
            if any(one.overlaps(front) and not _parts(front, one) for one in parts):
                return None
            parts = [piece for one in parts for piece in _beside(one, front)]
        stands += [(widget, region, seen) for seen in parts]
    return stands


def _parts(front: Region, region: Region) -> bool:
    return front.y <= region.y and region.bottom <= front.bottom


def _beside(region: Region, front: Region) -> list[Region]:
    """What is seen of a region to the left and to the right of another."""
    if not region.overlaps(front):
        return [region]
    left = region._replace(width=front.x - region.x)
    right = region._replace(x=front.right, width=region.right - front.right)
    return [one for one in (left, right) if one.width > 0]


def _runs(regions: Iterable[Region]) -> Iterator[tuple[int, int]]:
    """The runs of lines, end exclusive, that some regions take up together."""
    here = below = -1
    for top, bottom in sorted((one.y, one.bottom) for one in regions if one):
        if top > below:
            if here < below:
                yield here, below
            here = top
        below = max(below, bottom)
    if here < below:
        yield here, below
