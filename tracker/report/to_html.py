"""A page as one HTML file that needs nothing else: no scripts, no outside requests."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from tracker.domain.errors import BadInputError
from tracker.domain.visible import visible
from tracker.report.page import Page, Timeline
from tracker.report.report import ReportKind, held
from tracker.report.sandbox import Folder, Sandbox, begin

_OURS = Path(__file__).parent / "templates"
_FAULTS = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError),
    *(TypeError, ValueError),
)
"""What a template that was written by hand can come to."""
_HIGHEST = 5.0
_HIGH = 48
"""How high the highest column of a timeline is drawn, in units of its picture."""


def to_html(page: Page, kind: ReportKind, templates: Path | None = None) -> str:
    """Write a page as one HTML document, by a desk's own templates where it has some.

    Of a kind its own template is taken ("sources.html"), else the one for all ("page.html").

    Raises:
        BadInputError: a template of the desk's own cannot be used; the message says why.
    """
    try:
        begin()
        template = _environment(templates).select_template([f"{kind}.html", "page.html"])
        return template.render(page=held(page), kind=kind.value)
    except _FAULTS as error:
        where = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        raise BadInputError(
            f"the report's template cannot be used{where}: {str(error).removesuffix('.')}."
        ) from error


@cache  # to read the templates takes longer than to fill them in
def _environment(templates: Path | None) -> Sandbox:
    ours = Folder(_OURS, encoding="utf-8")
    theirs = [Folder(templates, encoding="utf-8")] if templates else []
    environment = Sandbox(
        loader=ChoiceLoader([*theirs, ours, PrefixLoader({"built-in": ours})]),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(columns=_columns, height=_height)
    return environment


def _shown(value: Any) -> Any:
    # Every expression of the template passes here, then through the escaping; markup does not.
    return visible(value) if type(value) is str else value


def _height(timeline: Timeline) -> float:
    """How high a timeline is drawn, in the size of its letters: the more is counted, the higher."""
    return min(_HIGHEST, 1 + max(sum(period.counts) for period in timeline.periods) * 0.75)


def _columns(timeline: Timeline) -> Sequence[tuple[int, str, float, float]]:
    """Where the pieces of a timeline's columns stand: period, tone, top and height."""
    most = max(sum(period.counts) for period in timeline.periods)
    unit = _HIGH / most
    pieces = []
    for place, period in enumerate(timeline.periods):
        top = float(_HIGH)
        for tone, count in zip(timeline.tones, period.counts, strict=True):
            top -= count * unit
            if count:
                pieces.append((place, tone.tone, round(top, 2), round(count * unit, 2)))
    return pieces
