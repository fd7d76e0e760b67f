"""No pattern can be made to take time that grows with the square of a text."""

from __future__ import annotations

import pytest
from patterns import kept_in, modules, written_in
from ways import Ways


def test_no_pattern_takes_time_that_grows_with_the_square():
    found = [one for module in modules() for one in (*kept_in(module), *written_in(module))]
    assert len(found) > 200
    words = {
        one.name: word
        for one in found
        if (word := Ways(one.pattern, one.flags, searched=one.searched).word()) is not None
    }
    assert words == {}


@pytest.mark.parametrize(
    ("bad", "word"),
    [
        (r"\s+x", "  "),
        (r"[ \t]+$", None),
        (r"\w+@", None),
        (r"<.*?>", "<"),
        (r"said.*that", "said"),
        (r"(?:[a-z]+ )+x", None),
        (r"(?=.*x)a", None),
        (r"#(?=#*$)", "##"),
        (r"\s+(?=x)", "  "),
    ],
)
def test_a_search_that_begins_again_and_again_is_found(bad, word):
    found = Ways(bad).word()
    assert found is not None
    assert found.startswith(word or "")


@pytest.mark.parametrize("bad", [r"\s*[\s>]*x", r"a*b?a*c", r"(\w+\s?)+said", r"(.*), (.*)!"])
def test_a_text_that_can_be_parted_anywhere_is_found(bad):
    assert Ways(bad, searched=False).word() is not None


@pytest.mark.parametrize(
    "good",
    [
        r"\s+",
        r"(?<!\s)\s+x",
        r"\b\w+@",
        r'"[^"]*"',
        r"[^\n]{0,2000}x",
        r"x$",
        r"(?s:<!--.*?(?:-->|\Z))",
        r"\w+(?:-\w+)*",
        r"[^\n]*\n|[^\n]+",
    ],
)
def test_a_search_that_reads_each_sign_a_few_times_is_not(good):
    assert Ways(good).word() is None


@pytest.mark.parametrize("good", [r"a*b*c", r"(?:[a-z]+ )+x", r"\s*(?:>\s*)?x"])
def test_a_text_that_can_be_parted_in_one_way_only_is_not(good):
    assert Ways(good, searched=False).word() is None
