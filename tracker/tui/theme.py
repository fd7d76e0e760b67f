"""Two themes, dark and light: calm surfaces, and ink that can be read on each of them.

Every ink reaches a contrast of 4.5 : 1 (WCAG 2.2, level AA) on every surface it can stand on, the
cursor's line and the selected lines included. Colour is never the only sign: a status has a glyph
and a word as well, so that the desk reads the same under ``NO_COLOR``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

from tracker.domain.status import STATUS_GLYPHS, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

_DARK_INKS = {
    "status-unverified": "#b3bcc9",
    "status-corroborated": "#6fcfc4",
    "status-confirmed": "#8ed489",
    "status-disputed": "#edb95a",
    "status-misleading": "#cfabf5",
    "status-refuted": "#fb9a93",
    "status-unverifiable": "#c9b497",
    "agreement": "#8fcaa8",
    "contradiction": "#ffa374",
    "text-muted": "#a7b1bf",
    "text-disabled": "#9ba5b4",
    "text-primary": "#94bdf5",
    "text-warning": "#edb95a",
    "text-error": "#fb9a93",
    "text-success": "#8ed489",
}

_LIGHT_INKS = {
    "status-unverified": "#47505c",
    "status-corroborated": "#075e56",
    "status-confirmed": "#1d5f23",
    "status-disputed": "#7a4a00",
    "status-misleading": "#67339c",
    "status-refuted": "#a01c1c",
    "status-unverifiable": "#64502f",
    "agreement": "#1f5e40",
    "contradiction": "#98370a",
    "text-muted": "#4d5560",
    "text-disabled": "#565e69",
    "text-primary": "#1f4f8f",
    "text-warning": "#7a4a00",
    "text-error": "#a01c1c",
    "text-success": "#1d5f23",
}

_DARK_BLOCKS = {
    "block-cursor-background": "#2c3b54",
    "block-cursor-blurred-background": "#242b37",
    "selected-background": "#2a3034",
}

_LIGHT_BLOCKS = {
    "block-cursor-background": "#d3e0f2",
    "block-cursor-blurred-background": "#e4e4e2",
    "selected-background": "#e9e6d4",
}


def _variables(
    ground: str,
    ink: str,
    quiet: str,
    accent: str,
    inks: Mapping[str, str],
    blocks: Mapping[str, str],
) -> dict[str, str]:
    """Dress Textual's own widgets in the theme's ink; ``quiet`` is for lines between panels."""
    return {
        **inks,
        **blocks,
        "text": ink,
        "foreground-muted": inks["text-muted"],
        "foreground-disabled": inks["text-disabled"],
        "block-cursor-foreground": ink,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": ink,
        "block-hover-background": blocks["block-cursor-blurred-background"],
        "border": accent,
        "border-blurred": quiet,
        "scrollbar": quiet,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "scrollbar-hover": inks["text-disabled"],
        "scrollbar-active": accent,
        "footer-key-foreground": accent,
        "footer-description-foreground": inks["text-muted"],
        "button-color-foreground": ink,
        "button-focus-text-style": "bold",
        "input-selection-background": blocks["block-cursor-background"],
        "screen-selection-background": blocks["block-cursor-background"],
        "link-color": accent,
    }


DARK = Theme(
    name="tracker-dark",
    dark=True,
    primary="#94bdf5",
    secondary="#6fcfc4",
    accent="#94bdf5",
    warning="#edb95a",
    error="#fb9a93",
    success="#8ed489",
    foreground="#e4e7ec",
    background="#12151a",
    surface="#181c23",
    panel="#20252e",
    variables=_variables("#12151a", "#e4e7ec", "#3d4654", "#94bdf5", _DARK_INKS, _DARK_BLOCKS),
)

LIGHT = Theme(
    name="tracker-light",
    dark=False,
    primary="#1f4f8f",
    secondary="#075e56",
    accent="#1f4f8f",
    warning="#7a4a00",
    error="#a01c1c",
    success="#1d5f23",
    foreground="#1c2026",
    background="#f8f7f3",
    surface="#f2f0ea",
    panel="#e8e5dc",
    variables=_variables("#f8f7f3", "#1c2026", "#c3beb2", "#1f4f8f", _LIGHT_INKS, _LIGHT_BLOCKS),
)

THEMES = (DARK, LIGHT)

INKS = tuple(_DARK_INKS)
"""The names of the variables that are colours of text."""

SURFACES = ("background", "surface", "panel", *_DARK_BLOCKS)
"""The names of the variables that text can stand on."""

AGREEMENT = "$agreement"
CONTRADICTION = "$contradiction"
MUTED = "$text-muted"
"""Styles for ``Content`` and for the pieces of a table's cell."""


def status_style(status: Status) -> str:
    """Give the style of a status for ``Content`` and table cells, such as "$status-refuted"."""
    return f"$status-{status.value}"


def status_words(status: Status) -> str:
    """Write a status as glyph and word: "✗ refuted"."""
    return f"{STATUS_GLYPHS[status]} {status.value}"


def spare_variables(*, dark: bool) -> dict[str, str]:
    """Our own variables for a theme that is not ours and so lacks them.

    An app returns them from ``get_theme_variable_defaults``; without them the style sheets do not
    parse under one of Textual's themes.
    """
    chosen = DARK if dark else LIGHT
    return {
        name: colour
        for name, colour in chosen.variables.items()
        if name.startswith(("status-", "selected-", "agreement", "contradiction"))
    }
