"""Word documents: their paragraphs and tables, in order."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from tracker.domain.draft import ArticleDraft
from tracker.domain.errors import BadInputError
from tracker.intake.captured import Captured, captured
from tracker.intake.heading import headed, heading_of

MOST_UNPACKED = 200 * 1024 * 1024
_MOST_MEMBERS = 10_000
_MOST_RATIO = 200
_SMALL = 1024 * 1024
_WORD_BODY = "word/document.xml"
_CORE = "docProps/core.xml"
"""What it says of itself; where it is missing, the library would make up a title."""
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_PROLOG = 4096
_DAMAGED = "is a damaged Word document; save it again, or as text"
_BOMB = "unpacks to far more than a document holds and was not opened; save it again as text"


def from_docx(data: bytes) -> Captured:
    """Read a Word document, once its archive is known to be harmless.

    Raises:
        BadInputError: it is no Word document, damaged, too large unpacked, or empty.
    """
    _check_archive(data)
    from docx import Document  # noqa: PLC0415 - takes a while to load
    from docx.table import Table  # noqa: PLC0415
    from docx.text.paragraph import Paragraph  # noqa: PLC0415

    try:
        document = Document(BytesIO(data))
        blocks: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Paragraph):
                blocks.append(block.text)
            elif isinstance(block, Table):
                blocks += ("\t".join(cell.text for cell in row.cells) for row in block.rows)
        article = _article(document) if _CORE in _names(data) else ArticleDraft("")
    except Exception as error:  # of lxml's, of zipfile's, of its own
        raise BadInputError(_DAMAGED) from error
    text = "\n\n".join(block for block in blocks if block.strip())
    above = heading_of(text)
    return captured(text, headed(article, above), outlet=above.outlet)


def _article(document: Any) -> ArticleDraft:
    known = document.core_properties
    return ArticleDraft(known.title or "", byline=known.author or "")


def _names(data: bytes) -> list[str]:
    with ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def _check_archive(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check_members(archive)
            for member in archive.infolist():
                # What an archive says of its sizes may be a lie: count while unpacking.
                with archive.open(member) as part:
                    _count(part, member.file_size)
            with archive.open(_WORD_BODY) as part:
                if _DOCTYPE.search(part.read(_PROLOG)):  # no word processor writes one
                    raise BadInputError(_DAMAGED)
    except (BadZipFile, NotImplementedError, OSError, EOFError, ValueError, zlib.error) as error:
        raise BadInputError("is a damaged archive; save the article again, or as text") from error


def _check_members(archive: ZipFile) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    if _WORD_BODY not in names:
        raise BadInputError(f"is {_other(names)}; save the article as text, DOCX or PDF")
    if any(member.flag_bits & 1 for member in members):
        raise BadInputError("is encrypted; save it without a password")
    packed = sum(member.compress_size for member in members) or 1
    unpacked = sum(member.file_size for member in members)
    swollen = unpacked > _SMALL and unpacked > _MOST_RATIO * packed
    if len(members) > _MOST_MEMBERS or unpacked > MOST_UNPACKED or swollen:
        raise BadInputError(_BOMB)


def _count(part: IO[bytes], promised: int) -> None:
    size = 0
    while piece := part.read(_SMALL):
        size += len(piece)
        if size > promised:
            raise BadInputError(_BOMB)


def _other(names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "a spreadsheet"
    if "ppt/presentation.xml" in names:
        return "a presentation"
    return "an OpenDocument file" if "content.xml" in names else "a ZIP archive"
