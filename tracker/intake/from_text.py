"""Plain text and Markdown: the text is the file's, letter for letter."""

from __future__ import annotations

import re

from tracker.domain.draft import ArticleDraft
from tracker.intake.captured import Captured, captured
from tracker.intake.decoding import decoded

_HEADING = re.compile(r"\s{0,99}#[ \t]+([^\n]{1,300})")


def from_text(data: bytes) -> Captured:
    """Read text; a Markdown heading at its top is the title.

    Raises:
        BadInputError: it is empty, or no text.
    """
    text, remark = decoded(data)
    heading = _HEADING.match(text)
    title = heading[1].strip().rstrip("#").strip() if heading else ""
    return captured(text, ArticleDraft(title), remarks=(remark,) if remark else ())
