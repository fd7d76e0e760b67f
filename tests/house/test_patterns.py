"""No pattern can be made to try a text in exponentially many ways, as ``(a+b?)+`` can."""

from __future__ import annotations

import ast
import importlib.util
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as sre
from re import _parser as parser
from types import ModuleType
from typing import Any

import pytest

import tracker

REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
USES = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
MANY = 50
"""A repeat of so many and more is as bad as one without an end."""


def inside(value: Any) -> Iterator[parser.SubPattern]:
    """The sequences that a part of a pattern holds."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from inside(one)


def alone(sequence: parser.SubPattern) -> Iterator[Any]:
    """The parts of a sequence each of which may be all that it matches."""
    widths = [parser.SubPattern(sequence.state, [one]).getwidth()[0] for one in sequence]
    for place, (name, value) in enumerate(sequence):
        if any(widths[:place] + widths[place + 1 :]):
            continue
        yield name, value
        for part in inside(value):
            yield from alone(part)


def repeats_a_repeat(sequence: parser.SubPattern) -> bool:
    """Whether a repeat without an end repeats what may be nothing but another: ``(a+b?)+``."""
    for name, value in sequence:
        if name in REPEATS and value[1] >= MANY:
            for within, what in alone(value[2]):
                if within in REPEATS and what[1] >= MANY:
                    return True
        if any(map(repeats_a_repeat, inside(value))):
            return True
    return False


def written_in(module: ModuleType) -> Iterator[tuple[str, str]]:
    """Every pattern that a module's functions write where they use it, with its line."""
    assert module.__file__
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr=attr), args=[first, *_]):
                if attr in USES:
                    yield f"{module.__name__}:{node.lineno}", said(first, vars(module))


def said(node: ast.expr, names: dict[str, Any]) -> str:
    """A pattern as it is written; what only the run knows stands as a letter, as it is escaped."""
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(parts):
            return "".join(said(part, names) for part in parts)
        case ast.BinOp(left, ast.Add(), right):
            return said(left, names) + said(right, names)
        case ast.FormattedValue(ast.Name(name)) | ast.Name(name):
            return str(names[name]) if isinstance(names.get(name), str | int) else "7"
    return "7"  # a letter, and a number where one is asked for


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the program keeps, with the module's name."""
    for module in modules():
        for name, value in vars(module).items():
            held = value.values() if isinstance(value, dict) else [value]
            for one in held if not isinstance(value, tuple | list) else value:
                if isinstance(one, re.Pattern):
                    yield f"{module.__name__}.{name}", one


def modules() -> Iterator[ModuleType]:
    """Every module of the program."""
    for module in pkgutil.walk_packages(tracker.__path__, "tracker."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def test_no_pattern_within_a_function_repeats_what_repeats_itself():
    found = [one for module in modules() for one in written_in(module)]
    assert len({name for name, _ in found}) > 30
    assert len([one for _, one in found if one != "7"]) > 25
    assert [name for name, one in found if repeats_a_repeat(parser.parse(one))] == []


def test_a_pattern_is_found_where_a_function_writes_it(tmp_path):
    file = tmp_path / "written.py"
    file.write_text(
        'import re\nPART = "b+"\ndef f(x):\n    re.sub(rf"(?:{PART}{x}?)+" + "c", "", x)\n'
    )
    spec = importlib.util.spec_from_file_location("written", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert list(written_in(module)) == [("written:4", "(?:b+7?)+c")]


def test_no_pattern_repeats_what_repeats_itself():
    found = dict(patterns())
    assert len(found) > 50
    bad = [name for name, one in found.items() if repeats_a_repeat(parser.parse(one.pattern))]
    assert bad == []


@pytest.mark.parametrize(
    "bad", [r"^(\w+\s?)+said", r"(a*)*b", r"((x|y+)z?){2,}", r"(?:(?:a+)?b?)*"]
)
def test_such_a_pattern_is_found(bad):
    assert repeats_a_repeat(parser.parse(bad))


@pytest.mark.parametrize("good", [r"(?:\s+\w+)*", r"(?:[^,]+,)+", r"(ab+c)*", r"(?:a?b?)*"])
def test_a_pattern_whose_repeats_are_kept_apart_is_not(good):
    assert not repeats_a_repeat(parser.parse(good))
