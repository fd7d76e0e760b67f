"""HTML: the main text and what the page says of itself; menus and adverts stay behind."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

from tracker.domain.draft import ArticleDraft
from tracker.domain.errors import BadInputError
from tracker.intake.captured import Captured, captured
from tracker.intake.decoding import declared_in, decoded

_UNSEEN = re.compile(
    r"<(script|style|template|noscript|head)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|li|br|tr|article|section|blockquote)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,500})", re.IGNORECASE)
_META = re.compile(r"<(?:meta|time)\b[^<>]{0,2000}>", re.IGNORECASE)
_WHEN = re.compile(
    r"article:published_time|datepublished|\bpubdate\b|dc\.date|date\.issued|parsely-pub-date",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?:content|datetime)\s*=\s*[\"']\s*([0-9]{4}-[0-9]{2}-[0-9]{2}[^\"']{0,30})")
_DEEPEST = 20_000
_OPENED = re.compile(r"""<[A-Za-z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+""")
_QUOTED = re.compile(r"""("[^"]*+"|'[^']*+')""")
_MOST_ATTRIBUTES = 500
"""Attributes of one tag: a parser's work may go with the square of them."""


def from_html(data: bytes, *, declared: str = "") -> Captured:
    """Read a page.

    Raises:
        BadInputError: nothing in it can be read as an article.
    """
    page, remark = decoded(data, declared=declared or declared_in(data))
    remarks = [remark] if remark else []
    found = _extracted(page)
    body = found.text if found is not None else ""
    if not (body or "").strip():
        body = stripped(page)
        remarks.append("no main text was found in the page; all of its text was taken")
    if not body.strip():
        raise BadInputError("is a page without text; save the article's text to a file")
    published_at, zone = _published(page, getattr(found, "date", None))
    article = ArticleDraft(
        title=(getattr(found, "title", None) or _title(page)).strip(),
        byline=(getattr(found, "author", None) or "").strip(),
        url=getattr(found, "url", None) or "",
        published_at=published_at,
        zone=zone,
    )
    return captured(
        body, article, outlet=getattr(found, "sitename", None) or "", remarks=tuple(remarks)
    )


def stripped(page: str) -> str:
    """All text of a page without its tags, a paragraph for each block."""
    page = _COMMENT.sub(" ", _UNSEEN.sub(" ", page))
    plain = unescape(_TAG.sub("", _BLOCK.sub("\n", page)))
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _extracted(page: str) -> Any:
    """The article as found by trafilatura; None is a usual answer."""
    if page.count("<") > _DEEPEST and page.count("<div") > _DEEPEST:
        return None
    if any(_attributes(tag[0]) > _MOST_ATTRIBUTES for tag in _OPENED.finditer(page)):
        return None
    from trafilatura import bare_extraction  # noqa: PLC0415 - takes a while to load

    found: Any = bare_extraction(page, with_metadata=True, include_comments=False)
    if found is not None and found.text:
        # Each line is a paragraph; a blank line between them says so to whoever reads on.
        found.text = "\n\n".join(line for line in found.text.split("\n") if line.strip())
    return found


def _attributes(tag: str) -> int:
    """How many attributes a tag may have: each follows a blank, a slash or a quoted value."""
    if len(tag) < 2 * _MOST_ATTRIBUTES:
        return 0
    return len(_QUOTED.sub(" ", tag).replace("/", " ").split())


def _title(page: str) -> str:
    found = _TITLE.search(page)
    return " ".join(unescape(found[1]).split()) if found else ""


def _published(page: str, day: str | None) -> tuple[datetime | None, str]:
    """When it appeared: to the minute where the page's metadata say so, else the day."""
    for tag in _META.findall(page):
        if _WHEN.search(tag) and (stamp := _STAMP.search(tag)):
            try:
                at = datetime.fromisoformat(stamp[1].strip())
            except ValueError:
                continue
            zone = at.strftime("%z") if at.tzinfo else ""
            return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC), zone
    try:
        return (datetime.fromisoformat(day).replace(tzinfo=UTC), "") if day else (None, "")
    except ValueError:
        return None, ""
