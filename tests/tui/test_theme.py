from __future__ import annotations

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from tracker.domain.status import Status
from tracker.tui.theme import (
    AGREEMENT,
    CONTRADICTION,
    DARK,
    INKS,
    LIGHT,
    MUTED,
    SURFACES,
    THEMES,
    spare_variables,
    status_style,
    status_words,
)

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3 Contrast (Minimum), level AA."""


def luminance(color: Color) -> float:
    """Relative luminance as WCAG defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted(luminance(Color.parse(name)) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


def colours(theme: Theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


def test_the_measure_of_contrast_is_the_known_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", ["foreground", "primary", "accent", "error", *INKS])
@pytest.mark.parametrize("surface", SURFACES)
def test_every_ink_can_be_read_on_every_surface(theme: Theme, ink: str, surface: str):
    known = colours(theme)
    assert contrast(known[ink], known[surface]) >= ENOUGH


@pytest.mark.parametrize(
    ("ink", "surface"),
    [
        ("footer-key-foreground", "footer-background"),
        ("footer-description-foreground", "footer-background"),
        ("block-cursor-foreground", "block-cursor-background"),
        ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
        ("input-cursor-foreground", "input-cursor-background"),
    ],
)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_textuals_own_pairs_can_be_read(theme: Theme, ink: str, surface: str):
    known = colours(theme)
    assert contrast(known[ink], known[surface]) >= ENOUGH


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_cursors_line_differs_from_every_other(theme: Theme):
    known = colours(theme)
    surfaces = [known[name].lower() for name in SURFACES]
    assert len(set(surfaces)) == len(surfaces)


def test_every_status_has_a_colour_a_glyph_and_a_word():
    assert status_style(Status.REFUTED) == "$status-refuted"
    assert status_words(Status.REFUTED) == "✗ refuted"
    assert {f"status-{status.value}" for status in Status} <= set(INKS)


def test_statuses_differ_in_colour():
    for theme in THEMES:
        used = [theme.variables[f"status-{status.value}"] for status in Status]
        assert len(set(used)) == len(used)


def test_both_themes_name_the_same_variables():
    assert DARK.variables.keys() == LIGHT.variables.keys()


def test_the_styles_for_relations_name_inks():
    assert {AGREEMENT, CONTRADICTION, MUTED} <= {f"${ink}" for ink in INKS}


def test_a_theme_that_is_not_ours_is_lent_our_variables():
    lent = spare_variables(dark=True)
    assert lent["status-refuted"] == DARK.variables["status-refuted"]
    assert "selected-background" in lent
    assert "text" not in lent


async def test_both_themes_dress_an_app():
    class Dressed(App[None]):
        def on_mount(self) -> None:
            for theme in THEMES:
                self.register_theme(theme)

    app = Dressed()
    async with app.run_test() as pilot:
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            assert app.theme_variables["status-refuted"] == theme.variables["status-refuted"]
