"""What widgets stand on."""

from __future__ import annotations

from textual.containers import Container


class Ground(Container):
    """Is covered wholly by what stands on it, so that none of its own lines need to be drawn."""

    BLANK = True
