"""A line of styled pieces: the heading of a screen."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.visible import visible


def heading(*pieces: tuple[str, str] | Content) -> Content:
    """One line of styled pieces, made harmless."""
    return Content.assemble(
        *(
            piece if isinstance(piece, Content) else (visible(piece[0]), piece[1])
            for piece in pieces
        )
    )
