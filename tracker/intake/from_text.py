"""Plain text and Markdown: the text is the file's, letter for letter."""

from __future__ import annotations

import re

from tracker.domain.draft import ArticleDraft
from tracker.intake.captured import Captured, captured
from tracker.intake.decoding import decoded
from tracker.intake.heading import heading_of

_HEADING = re.compile(r"\s{0,99}#[ \t]+([^\n]{1,300})")


def from_text(data: bytes) -> Captured:
    """Read text; the lines above it may say its title, who wrote it, where and when it appeared.

    Raises:
        BadInputError: it is empty, or no text.
    """
    text, remark = decoded(data)
    marked = _HEADING.match(text)
    above = heading_of(text[marked.end() :] if marked else text)
    title = marked[1].strip().rstrip("#").strip() if marked else above.title
    article = ArticleDraft(
        title, byline=above.byline, published_at=above.published_at, zone=above.zone
    )
    return captured(text, article, outlet=above.outlet, remarks=(remark,) if remark else ())
