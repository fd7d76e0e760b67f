"""Text made harmless to a terminal: what would act or hide is shown instead.

Unicode Technical Report #36 (Unicode Security Considerations) names the characters; the control
pictures are those of the block U+2400.
"""

from __future__ import annotations

import re
import unicodedata

_SPACE = 0x20
_DELETE = 0x7F
_MOST_MARKS = 8
_SIGNS = frozenset({*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD})
"""Arabic, Syriac and Kaithi signs of category Cf that are seen on paper."""
_JOINERS = frozenset({0x200C, 0x200D})
"""Zero-width (non-)joiners: spelling in Persian and Indic scripts, and emoji families."""

_PLAIN = re.compile(
    r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*"
)
"""Latin, Greek and Cyrillic with their punctuation: most text, which needs no second look."""


def visible(text: str, *, lines: bool = False) -> str:
    """Show a text so that it can neither act on a terminal nor hide.

    Control, bidirectional, invisible and tag characters and lone surrogates become marks such as
    ``␛`` and ``⟨U+202E⟩``; a pile of combining marks is cut. Line breaks and tabs stay with
    ``lines``; without it they become ``⏎`` and a space.
    """
    if _PLAIN.fullmatch(text):
        return text
    shown: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            shown.append(_shown(character, lines=lines))
        elif marks == _MOST_MARKS + 1:
            shown.append("⟨…⟩")
    return "".join(shown)


def _shown(character: str, *, lines: bool) -> str:
    code = ord(character)
    if character in "\n\t":
        return character if lines else {"\n": "⏎", "\t": " "}[character]
    if code < _SPACE:
        return chr(0x2400 + code)
    if code == _DELETE:
        return "␡"
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Zl", "Zp") or (
        category == "Cf" and code not in _SIGNS and code not in _JOINERS
    ):
        return f"⟨U+{code:04X}⟩"
    return character
