"""Text made harmless to a terminal: what would act or hide is shown instead.

Unicode Technical Report #36 (Unicode Security Considerations) names the characters; the control
pictures are those of the block U+2400.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SPACE = 0x20
_DELETE = 0x7F
_MOST_MARKS = 8
_SIGNS = frozenset({*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD})
"""Arabic, Syriac and Kaithi signs of category Cf that are seen on paper."""
_JOINERS = frozenset("\u200c\u200d")
"""Zero-width (non-)joiners: spelling in Persian and Indic scripts, and emoji families."""
_JOINING = 0x590
"""From here on come the scripts, and the emoji, that joiners are spelling in."""
_BLANKS = frozenset(
    {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0}
    | {*range(0x180B, 0x1810), *range(0xFDD0, 0xFDF0), *range(0xFFF0, 0xFFF9)}
    | {plane | last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)}
)
"""Letters, marks and noncharacters that take no ink, whatever category they are given."""
_TAGS = range(0xE0000, 0xE1000)
"""Tags and further variation selectors: whole texts can be hidden in them."""

_PLAIN = re.compile(
    r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*"
)
"""Latin, Greek and Cyrillic with their punctuation: most text, which needs no second look."""


def visible(text: str, *, lines: bool = False) -> str:
    """Show a text so that it can neither act on a terminal nor hide.

    Control, bidirectional, invisible and tag characters and lone surrogates become marks such as
    ``␛`` and ``⟨U+202E⟩``, and so do joiners where no script joins; a pile of combining marks is
    cut. Line breaks and tabs stay with ``lines``; without it they become ``⏎`` and a space.
    """
    if is_plain(text):
        return text
    return "".join(visible_signs(text, lines=lines))


def is_plain(text: str) -> bool:
    """Whether a text is shown as it is, a cell to a letter: such as most are."""
    return _PLAIN.fullmatch(text) is not None


def visible_signs(text: str, *, lines: bool = False) -> Iterator[str]:
    """Show a text as ``visible`` does, code point by code point; some are shown by nothing."""
    marks = 0
    before = ""
    for character in text:
        joins = character in _JOINERS and _joins(before)
        if unicodedata.category(character)[0] == "M":
            marks += 1
        elif not joins:
            marks = 0
        if marks <= _MOST_MARKS:
            yield character if joins else _shown(character, lines=lines)
        else:
            yield "⟨…⟩" if marks == _MOST_MARKS + 1 and not joins else ""
        before = character


def _joins(before: str) -> bool:
    """Whether a joiner here joins something: not at the start, in Latin, or after another."""
    return before not in _JOINERS and before > chr(_JOINING)


def _shown(character: str, *, lines: bool) -> str:
    code = ord(character)
    if character in "\n\t":
        return character if lines else {"\n": "⏎", "\t": " "}[character]
    if code < _SPACE:
        return chr(0x2400 + code)
    if code == _DELETE:
        return "␡"
    return f"⟨U+{code:04X}⟩" if _hides(character) else character


def _hides(character: str) -> bool:
    """Whether a character takes no ink, or changes what others look like."""
    code = ord(character)
    category = unicodedata.category(character)
    if category == "Cf":
        return code not in _SIGNS
    return category in ("Cc", "Cs", "Zl", "Zp") or code in _BLANKS or code in _TAGS
