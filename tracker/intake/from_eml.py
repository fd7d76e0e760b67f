"""E-mail: a newsletter or an article sent on; its text part, else its HTML part."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from tracker.domain.draft import ArticleDraft
from tracker.domain.errors import BadInputError
from tracker.intake.captured import Captured, captured
from tracker.intake.decoding import decoded, known_charset
from tracker.intake.from_html import from_html
from tracker.intake.wrapped import unwrapped

_HEADER = re.compile(rb"[!-9;-~]{1,70}:[ \t]?[^\n]*(?:\n[ \t][^\n]*)*\n")
_TELLING = re.compile(
    rb"from|to|subject|date|message-id|mime-version|received|return-path|delivered-to"
)
_LONGEST_HEADER = 4_000
"""Code points of a header that are read: the library's work goes with the square of them."""
_ENOUGH = 2
_HEAD = 20_000


class _Bounded(EmailPolicy):
    """Reads the headers of a mail, of very long ones the beginning."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Read a header."""
        return super().header_fetch_parse(name, value[:_LONGEST_HEADER])


def is_mail(data: bytes) -> bool:
    """Whether a file begins with a mail's headers, at least two that every mail has."""
    head = data[:_HEAD].replace(b"\r\n", b"\n")
    telling: set[bytes] = set()
    header = _HEADER.match(head)
    while header and len(telling) < _ENOUGH:
        name = header[0].split(b":", 1)[0].strip().lower()
        if _TELLING.fullmatch(name):
            telling.add(name)
        header = _HEADER.match(head, header.end())
    return len(telling) >= _ENOUGH


def from_eml(data: bytes) -> Captured:
    """Read a mail.

    Raises:
        BadInputError: it holds no text.
    """
    try:
        message = message_from_bytes(data, policy=_Bounded())
        assert isinstance(message, EmailMessage)
        body, payload = _body(message)
        kind = body.get_content_type() if body else ""
        charset = known_charset((body.get_content_charset() if body else "") or "")
        article = _article(message)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise BadInputError("is a damaged e-mail; save its text to a file") from error
    if not payload.strip():
        raise BadInputError("is an e-mail without text; save its attachment and read that")
    if kind == "text/html":
        page = from_html(payload, declared=charset)
        return replace(page, article=replace(article, url=page.article.url))
    text, remark = decoded(payload, declared=charset)
    # Mail ends its lines with CR LF on the wire; that is transport, not text.
    text = unwrapped(text.replace("\r\n", "\n"))
    return captured(text, article, remarks=(remark,) if remark else ())


def _body(message: EmailMessage) -> tuple[MIMEPart | None, bytes]:
    """The plain text, or where that is empty the page, and its bytes."""
    for kind in ("plain", "html"):
        body = message.get_body(preferencelist=(kind,))
        payload = body.get_payload(decode=True) if body else None
        if isinstance(payload, bytes) and payload.strip():
            return body, payload
    return None, b""


def _article(message: EmailMessage) -> ArticleDraft:
    name, address = parseaddr(str(message.get("From", "")))
    published_at, zone = _sent(str(message.get("Date", "")))
    return ArticleDraft(
        title=" ".join(str(message.get("Subject", "")).split()),
        byline=name or address,
        published_at=published_at,
        zone=zone,
    )


def _sent(date: str) -> tuple[datetime | None, str]:
    try:
        at = parsedate_to_datetime(date)
    except (ValueError, TypeError):
        return None, ""
    if at.tzinfo is None:
        return at.replace(tzinfo=UTC), ""
    return at.astimezone(UTC), at.strftime("%z")
