"""What cannot be read is named in one sentence that says what to do."""

from __future__ import annotations

import os
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from tracker.domain.errors import BadInputError
from tracker.intake import bytes_in
from tracker.intake.reading import captured_from, read_file


def _zip(**members: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return file.getvalue()


def _pdf(*, password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        ("\u200b\ufeff\u00ad\u2060".encode(), "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture"),
        (bytes(range(256)) * 9, "not text"),
        (b"\xff\xfea\x00b\x00c", "is not; save it again as UTF-8"),
        (b"<html><body></body></html>", "without text"),
        (b"%PDF-1.7 and nothing of it", "damaged PDF"),
        (_pdf(), "OCR"),
        (_pdf(password="moor"), "encrypted PDF"),
        (_zip(a_dot_txt=b"x"), "a ZIP archive"),
        (_zip(xl__workbook_dot_xml=b"x"), "a spreadsheet"),
        (_zip(word__document_dot_xml=b"0" * 30_000_000), "far more"),
        (_zip(word__document_dot_xml=b"no XML"), "damaged Word document"),
        (_zip(a_dot_txt=b"x")[:40], "damaged archive"),
        (
            _zip(word__document_dot_xml=b'<?xml version="1.0"?><!DOCTYPE x>'),
            "damaged Word document",
        ),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "is XML, such as a feed"),
        ("“So,” said Bü".encode() + b"\xff\xfe" + b" and left.", "UTF-8, but byte 18 is not"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # archives hold the hour
)
def test_what_cannot_be_read_is_named(data: bytes, why: str) -> None:
    with pytest.raises(BadInputError, match=re.escape(why)):
        captured_from(data)


def test_a_refusal_names_the_file_and_ends_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "a\x1b.txt").write_bytes(b"")
    with pytest.raises(BadInputError) as refused:
        read_file(tmp_path / "a\x1b.txt")
    assert str(refused.value).endswith("a␛.txt: is empty; there is nothing to read.")


@pytest.mark.parametrize(
    ("name", "why"), [("", "is a folder"), ("none", "no such file"), ("a\0b", "cannot be read")]
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(BadInputError, match=why):
        read_file(tmp_path / name)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInputError, match="standard input"):
        read_file(tmp_path / "pipe")


def test_a_device_is_refused() -> None:
    with pytest.raises(BadInputError, match="device"):
        read_file(Path("/dev/zero"))


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bytes_in, "MOST_BYTES", 10)
    (tmp_path / "large").write_bytes(b"0" * 11)
    with pytest.raises(BadInputError, match="give it in parts"):
        read_file(tmp_path / "large")


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing"
    path.write_bytes(b"The union said")
    look = os.fstat
    seen: list[int] = []

    def grown(number: int) -> os.stat_result:
        if seen:
            path.write_bytes(b"The union said more")
        seen.append(number)
        return look(number)

    monkeypatch.setattr(bytes_in.os, "fstat", grown)
    with pytest.raises(BadInputError, match="changed while it was read"):
        read_file(path)
