"""No pattern can be made to try a text in exponentially many ways, as ``(a+b?)+`` can."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as sre
from re import _parser as parser
from typing import Any

import pytest

import tracker

REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
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


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the program keeps, with the module's name."""
    for module in pkgutil.walk_packages(tracker.__path__, "tracker."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            held = value.values() if isinstance(value, dict) else [value]
            for one in held if not isinstance(value, tuple | list) else value:
                if isinstance(one, re.Pattern):
                    yield f"{module.name}.{name}", one


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
