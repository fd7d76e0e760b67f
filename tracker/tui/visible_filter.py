"""The last line of defence: no character that acts on a terminal leaves the desk.

``tracker.domain.visible`` has made text harmless long before; this filter stands behind it for
the one place that forgot.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

REPLACEMENT = "\ufffd"

_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"  # marks that turn writing round
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"  # annotations, surrogates, tags
)


class VisibleFilter(LineFilter):
    """Put U+FFFD in the place of control and bidirectional characters, and drop text's own links.

    A segment keeps its width in cells, so columns stay aligned: where the replacements need room,
    the segment's last letters give way. What an app itself hangs on a segment (the offsets of a
    selection, the handles of a scroll bar) stays.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the line's segments made harmless; a line in order is given back as it is."""
        text = "".join([one.text for one in segments if one.control is None])
        if not _ACTING.search(text) and not any(
            one.style and _links(one.style) for one in segments
        ):
            return segments
        return [_tame(segment) for segment in segments]


def _tame(segment: Segment) -> Segment:
    text, style, control = segment
    if control is not None:
        return segment
    if _ACTING.search(text):
        text = set_cell_size(_ACTING.sub(REPLACEMENT, text), cell_len(text))
    if style is not None and _links(style):
        style = _without_links(style)
    return Segment(text, style)


def _links(style: Style) -> bool:
    # To unpack the meta of each segment of a selectable text would halve the speed.
    packed = style._meta  # noqa: SLF001
    return bool(style.link) or (packed is not None and b"@click" in packed)


def _without_links(style: Style) -> Style:
    kept: dict[str, Any] = {name: value for name, value in style.meta.items() if name != "@click"}
    bare = style.clear_meta_and_links()
    return bare + Style.from_meta(kept) if kept else bare
