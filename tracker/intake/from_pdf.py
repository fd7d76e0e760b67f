"""PDF: the text layer of its pages, lines put together into paragraphs."""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from tracker.domain.draft import ArticleDraft
from tracker.domain.errors import BadInputError
from tracker.intake.captured import Captured, captured
from tracker.intake.heading import headed, heading_of

_ENDS = (".", "!", "?", "”", "’", '"', ":")
_SHORT = 0.75
_LOCKED = "is an encrypted PDF; save it without a password"
_BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def from_pdf(data: bytes) -> Captured:
    """Read a PDF's text.

    Raises:
        BadInputError: it is encrypted, damaged, or pictures of pages only.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - takes a while to load
    from pypdf.errors import DependencyError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it minds about a file is not ours
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() or "" for page in reader.pages]
        article = ArticleDraft("") if locked else _article(reader.metadata)
    except DependencyError as error:
        raise BadInputError(_LOCKED) from error
    except Exception as error:  # a damaged file fails in any way there is
        raise BadInputError("is a damaged PDF; save it again, or as text") from error
    if locked:
        raise BadInputError(_LOCKED)
    if not any(page.strip() for page in pages):
        raise BadInputError("is a PDF of scanned pages without text; run OCR on it first")
    blank = sum(not page.strip() for page in pages)
    remarks = (f"{blank} of its {len(pages)} pages hold no text",) if blank else ()
    pages[0] = title_apart(pages[0], article.title)
    text = "\n\n".join(map(reflowed, pages))
    above = heading_of(text)
    return captured(text, headed(article, above), outlet=above.outlet, remarks=remarks)


def title_apart(page: str, title: str) -> str:
    """Set the title that a file gives apart from the text that its first page runs it into."""
    words = title.split()
    on_top = re.match(r"\s*" + r"\s+".join(map(re.escape, words)) + r"[ \t]*\n", page)
    return f"{title}\n\n{page[on_top.end() :]}" if words and on_top else page


def reflowed(page: str) -> str:
    """Join a page's lines into paragraphs, and words broken at a line's end."""
    page = _BROKEN_WORD.sub("", page)
    lines = [line.strip() for line in page.split("\n")]
    full = max(map(len, lines), default=0) * _SHORT
    paragraphs: list[str] = [""]
    for line in lines:
        if not line:
            paragraphs.append("")
            continue
        paragraphs[-1] = f"{paragraphs[-1]} {line}".strip()
        if len(line) < full and line.endswith(_ENDS):
            paragraphs.append("")
    return "\n\n".join(filter(None, paragraphs))


def _article(known: Any) -> ArticleDraft:
    if known is None:
        return ArticleDraft("")
    try:
        created: datetime | None = known.creation_date
    except ValueError:
        created = None
    if created is not None:
        created = (created if created.tzinfo else created.replace(tzinfo=UTC)).astimezone(UTC)
    return ArticleDraft(
        str(known.title or "").strip(), byline=str(known.author or "").strip(), published_at=created
    )
