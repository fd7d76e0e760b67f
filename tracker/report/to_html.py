"""A page as one HTML file that needs nothing else: no scripts, no outside requests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tracker.domain.visible import visible
from tracker.report.page import Page

_TEMPLATES = Path(__file__).parent / "templates"


def to_html(page: Page) -> str:
    """Write a page as one HTML document."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html").render(page=page)


def _shown(value: Any) -> Any:
    # Every expression of the template passes here, then through the escaping; markup does not.
    return visible(value) if type(value) is str else value
