"""A desk's own templates, which nobody reviews: shut in, and never without an end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from itertools import count
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_PASSES = 10_000_000
"""How often all the loops of a template may go round together."""
_passes: ContextVar[Iterator[int]] = ContextVar("passes")


class Sandbox(ImmutableSandboxedEnvironment):
    """Reaches nothing but the page, and stops a template that would go round for hours."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.filters["counted_passes"] = _counted

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for loop in list(template.find_all(nodes.For)):
            counted = nodes.Filter(loop.iter, "counted_passes", [], [], None, None)
            loop.iter = counted.set_lineno(loop.lineno)
        return template

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse what makes a word as long as the memory is large: "x" * 10 ** 10."""
        if operator == "**" or not all(isinstance(one, int | float) for one in (left, right)):
            raise SecurityError(f"“{operator}” is for small sums only")
        return super().call_binop(context, operator, left, right)


class Folder(FileSystemLoader):
    """The templates of a folder; a link that leads out of it is none of them."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Read a template.

        Raises:
            TemplateNotFound: it is not there.
            SecurityError: it lies elsewhere; no other template takes its place.
        """
        source, path, fresh = super().get_source(environment, template)
        if not any(
            Path(path).resolve().is_relative_to(Path(one).resolve()) for one in self.searchpath
        ):
            raise SecurityError(f"{template} leads out of the folder of templates")
        return source, path, fresh


def begin() -> None:
    """Count the passes of the next template that is filled in from nought."""
    _passes.set(count(1))


def _counted(things: Iterable[Any]) -> Iterator[Any]:
    passes = _passes.get()
    for thing in things:
        if next(passes) > MOST_PASSES:
            raise SecurityError(f"its loops go round more than {MOST_PASSES:,} times")
        yield thing
