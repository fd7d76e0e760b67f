"""No pattern can be made to try a text in exponentially many ways, as ``(a+b?)+`` can."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from re import _constants as sre
from re import _parser as parser
from typing import Any

import pytest
from patterns import kept_in, modules, written_in

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


def test_no_pattern_within_a_function_repeats_what_repeats_itself():
    found = [one for module in modules() for one in written_in(module)]
    assert len({one.name for one in found}) > 30
    assert len([one for one in found if one.pattern != "7"]) > 25
    assert [one.name for one in found if repeats_a_repeat(parser.parse(one.pattern))] == []


def test_a_pattern_is_found_where_a_function_writes_it(tmp_path):
    file = tmp_path / "written.py"
    file.write_text(
        'import re\nPART = "b+"\n'
        'def f(x):\n    re.match(rf"(?:{PART}{x}?)+" + "c", "", re.DOTALL | re.ASCII)\n'
    )
    spec = importlib.util.spec_from_file_location("written", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (found,) = written_in(module)
    assert found == ("written:4", "(?:b+7?)+c", re.DOTALL | re.ASCII, False)


def test_no_pattern_repeats_what_repeats_itself():
    found = [one for module in modules() for one in kept_in(module)]
    assert len(found) > 50
    assert [one.name for one in found if repeats_a_repeat(parser.parse(one.pattern))] == []


@pytest.mark.parametrize(
    "bad", [r"^(\w+\s?)+said", r"(a*)*b", r"((x|y+)z?){2,}", r"(?:(?:a+)?b?)*"]
)
def test_such_a_pattern_is_found(bad):
    assert repeats_a_repeat(parser.parse(bad))


@pytest.mark.parametrize("good", [r"(?:\s+\w+)*", r"(?:[^,]+,)+", r"(ab+c)*", r"(?:a?b?)*"])
def test_a_pattern_whose_repeats_are_kept_apart_is_not(good):
    assert not repeats_a_repeat(parser.parse(good))
