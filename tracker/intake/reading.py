"""Reading a file: what it is comes from its content, never from its name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import BinaryIO

from tracker.domain.errors import BadInputError
from tracker.domain.visible import visible
from tracker.intake.apart import Apart, Read
from tracker.intake.bytes_in import bytes_from, bytes_of
from tracker.intake.captured import Captured
from tracker.intake.from_docx import from_docx
from tracker.intake.from_eml import from_eml, is_mail
from tracker.intake.from_html import from_html
from tracker.intake.from_pdf import from_pdf
from tracker.intake.from_text import from_text

_KNOWN = {
    b"PK\x05\x06": "an empty ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"ID3": "a sound file",
    b"OggS": "a sound file",
}
_PDF_WITHIN = 1024
_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf\s*)?(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|frameset)"
    rb"[\s>/]",
    re.IGNORECASE | re.DOTALL,
)

_XML = re.compile(rb"\s*(?:\xef\xbb\xbf\s*)?<\?xml\s")


def read_file(path: Path) -> Captured:
    """Read an article from a file.

    Raises:
        BadInputError: it cannot be read; the message names the file and says what to do.
    """
    try:
        return captured_from(bytes_of(path))
    except BadInputError as error:
        raise _named(str(path), error) from error


def read_stream(stream: BinaryIO) -> Captured:
    """Read an article from standard input.

    Raises:
        BadInputError: it cannot be read.
    """
    try:
        return captured_from(bytes_from(stream))
    except BadInputError as error:
        raise _named("standard input", error) from error


def captured_from(data: bytes) -> Captured:
    """Pick the reader by what the bytes are."""
    if not data.strip():
        raise BadInputError("is empty; there is nothing to read")
    for magic, what in _KNOWN.items():
        if data.startswith(magic):
            raise BadInputError(f"is {what}; give the article as text, HTML, DOCX, PDF or e-mail")
    read = _reader_of(data)
    return from_text(data) if read is None else _apart().read(read, data)


def _reader_of(data: bytes) -> Read | None:
    """The reader of a format that is not plain text."""
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return from_pdf
    if data.startswith(b"PK\x03\x04"):
        return from_docx
    if _PAGE.match(head := _plain_head(data)):
        return from_html
    if _XML.match(head):
        raise BadInputError("is XML, such as a feed, not an article; save the article's own page")
    return from_eml if is_mail(data) else None


@cache
def _apart() -> Apart:
    """The process beside this one, started when the first file needs it."""
    return Apart()


def _plain_head(data: bytes) -> bytes:
    """The first bytes, readable as ASCII also where every sign takes two."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head


def _named(name: str, error: BadInputError) -> BadInputError:
    return BadInputError(f"{visible(name)}: {error}.")
