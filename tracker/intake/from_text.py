"""Plain text and Markdown: the text is the file's, letter for letter, but for wrapped lines."""

from __future__ import annotations

import re

from tracker.domain.draft import ArticleDraft
from tracker.intake.captured import Captured, captured
from tracker.intake.decoding import decoded
from tracker.intake.front_matter import front_matter_of
from tracker.intake.heading import heading_of
from tracker.intake.wrapped import unwrapped

_HEADING = re.compile(r"\s{0,99}#[ \t]+([^\n]{1,300})")


def from_text(data: bytes) -> Captured:
    """Read text; the lines above it may say its title, who wrote it, where and when it appeared.

    Raises:
        BadInputError: it is empty, or no text.
    """
    text, remark = decoded(data)
    front = front_matter_of(text)
    marked = _HEADING.match(text, front.ends)
    above = heading_of(text[marked.end() if marked else front.ends :])
    dated = heading_of(front.says.get("date", "")) if front.says else above
    title = marked[1].strip().rstrip("#").strip() if marked else above.title
    article = ArticleDraft(
        front.says.get("title", title),
        byline=front.says.get("byline", above.byline),
        url=front.says.get("url", ""),
        published_at=dated.published_at or above.published_at,
        zone=dated.zone if dated.published_at else above.zone,
    )
    outlet = front.says.get("outlet", above.outlet)
    remarks = (remark,) if remark else ()
    return captured(unwrapped(text), article, outlet=outlet, remarks=remarks)
