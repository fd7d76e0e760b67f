"""Plain text and Markdown: the text is the file's, letter for letter."""

from __future__ import annotations

import re

from tracker.domain.draft import ArticleDraft
from tracker.intake.captured import Captured, captured
from tracker.intake.decoding import decoded

_FIRST_LINE = re.compile(r"\s{0,99}([^\n]{1,150}?)[ \t\r]*\n[ \t\r]*\n\s*\S")
_HEADING = re.compile(r"\s{0,99}#[ \t]+([^\n]{1,300})")


def from_text(data: bytes) -> Captured:
    """Read text; a Markdown heading or a line by itself at its top is the title.

    Raises:
        BadInputError: it is empty, or no text.
    """
    text, remark = decoded(data)
    heading = _HEADING.match(text)
    title = heading[1].strip().rstrip("#").strip() if heading else _line_on_top(text)
    return captured(text, ArticleDraft(title), remarks=(remark,) if remark else ())


def _line_on_top(text: str) -> str:
    """The first line where it stands alone and ends as no sentence does."""
    first = _FIRST_LINE.match(text)
    line = first[1].strip() if first else ""
    is_title = (" " in line and line[-1].isalnum()) or line[-1:] in ("?", "”", "’")
    return line if is_title and any(letter.isalpha() for letter in line) else ""
