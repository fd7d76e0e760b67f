"""Bytes become text: strictly as declared, and a guess only where it is said to be one."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tracker.domain.errors import BadInputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*(?:["']\s*)?([A-Za-z0-9_.:-]{2,40})""")
_HEAD = 4096
_SAMPLE = 65536
_FEW = 0.2
_WRONG = re.compile("\N{REPLACEMENT CHARACTER}+")
_WESTERN = "cp1252"
_MOST_CONTROLS = 0.02
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r\f\v\x1b\0"))


class Decoded(NamedTuple):
    """A text, and a remark where the encoding was guessed."""

    text: str
    remark: str = ""


def decoded(data: bytes, *, declared: str = "") -> Decoded:
    """Decode what a file holds; ``declared`` is the charset that its container names.

    Raises:
        BadInputError: the bytes are no text, or in no encoding that can be told.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding))
    if looks_binary(data):
        raise BadInputError("is not text; give the article as text, HTML, DOCX, PDF or e-mail")
    for encoding in (declared, "utf-8"):
        if encoding and (text := _tried(data, encoding)) is not None:
            return Decoded(text)
    return _guessed(data)


def declared_in(head: bytes) -> str:
    """The charset that an HTML page names for itself, if Python knows it."""
    found = _DECLARED.search(head[:_HEAD])
    return known_charset(found[1].decode("ascii")) if found else ""


def known_charset(name: str) -> str:
    """A charset's name where it is a text encoding that Python knows; "" where not."""
    try:
        return name if codecs.lookup(name).name not in ("utf-16", "utf-32", "utf-7") else ""
    except (LookupError, ValueError):
        return ""


def looks_binary(data: bytes) -> bool:
    """Whether control characters abound; a NUL here and there is kept for the count."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS + b"\0"))
    return controls > max(_MOST_CONTROLS * len(sample), 1) and len(sample) > 1


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise BadInputError(
            f"begins as {name} but byte {error.start} is not; save it again as UTF-8"
        ) from error


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _check_not_broken(data: bytes) -> None:
    """Name what is UTF-8 but for a few bytes: any guess would spoil all the rest.

    Raises:
        BadInputError: it is that.
    """
    text = data.decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    right = len(text) - wrong - len(data.decode("ascii", "ignore"))
    if right > len(_WRONG.findall(text)):
        first = len(text.partition("\N{REPLACEMENT CHARACTER}")[0].encode())
        raise BadInputError(f"is UTF-8, but byte {first} is not; save it again as UTF-8")


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most files are UTF-8

    _check_not_broken(data)
    few = len(data) - len(data.decode("ascii", "ignore")) < len(data) * _FEW
    # A few accents tell western encodings apart no better than a coin; one is by far the commonest.
    text = _tried(data, _WESTERN) if few else None
    encoding = _WESTERN
    if text is None:
        best = from_bytes(data).best()
        if best is None:
            raise BadInputError("is in an unknown encoding; save it as UTF-8")
        text, encoding = str(best), best.encoding
    return Decoded(text, f"read as {encoding}, a guess; save it as UTF-8 if it is wrong")
