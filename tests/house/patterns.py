"""Every pattern of the program: those that modules keep, and those that functions write."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import tracker

USES = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
AT_ONE_PLACE = {"match", "fullmatch"}
"""Uses that try a pattern at one place of a text; the others try it at each."""


class Written(NamedTuple):
    """A pattern: where it is written, how, and whether it is tried at each place of a text."""

    name: str
    pattern: str
    flags: int = 0
    searched: bool = True


def kept_in(module: ModuleType) -> Iterator[Written]:
    """Every pattern that a module keeps."""
    uses = defaultdict(set)
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            uses[node.value.id].add(node.attr)
    for name, value in vars(module).items():
        held = value.values() if isinstance(value, dict) else [value]
        for one in held if not isinstance(value, tuple | list) else value:
            if isinstance(one, re.Pattern):
                text = one.pattern
                plain = text if isinstance(text, str) else text.decode("latin-1")
                flags = one.flags if isinstance(text, str) else one.flags | re.ASCII
                searched = not uses[name] or bool(uses[name] - AT_ONE_PLACE)
                yield Written(f"{module.__name__}.{name}", plain, flags, searched)


def written_in(module: ModuleType) -> Iterator[Written]:
    """Every pattern that a module's functions write where they use it, with its line."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    inside = {
        node: None
        for one in ast.walk(tree_of(module))
        if isinstance(one, functions)
        for node in ast.walk(one)
    }
    for node in inside:
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr=use), args=[first, *more]):
                if use in USES:
                    given = [*more, *(one.value for one in node.keywords)]
                    named = [
                        getattr(re, one.attr, 0)
                        for each in given
                        for one in ast.walk(each)
                        if isinstance(one, ast.Attribute)
                    ]
                    flags = sum(one for one in named if isinstance(one, re.RegexFlag))
                    name = f"{module.__name__}:{node.lineno}"
                    pattern = said(first, vars(module))
                    yield Written(name, pattern, int(flags), use not in AT_ONE_PLACE)


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


def tree_of(module: ModuleType) -> ast.Module:
    """What a module's file says."""
    assert module.__file__
    return ast.parse(Path(module.__file__).read_text("utf-8"))


def modules() -> Iterator[ModuleType]:
    """Every module of the program."""
    for module in pkgutil.walk_packages(tracker.__path__, "tracker."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)
