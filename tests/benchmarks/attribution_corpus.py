"""Reads a corpus of attributions: JSON lines, gzipped or not, offsets in code points."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from tracker.extract.parsing import Paragraph, paragraph_spans, parsed

_KEPT = ["LEMMA", "POS", "TAG", "DEP", "HEAD", "SENT_START", "SPACY"]

Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Gold:
    """What a person marked: who says it, by which words, what; each a list of spans."""

    source: Spans = field(default_factory=list)
    cue: Spans = field(default_factory=list)
    content: Spans = field(default_factory=list)


@dataclass(frozen=True)
class GoldText:
    """A text with its marked attributions."""

    name: str
    text: str
    attributions: tuple[Gold, ...]


def read_corpus(path: Path) -> list[GoldText]:
    """Read ``{doc_id, text, attributions: [{source, cue, content}]}``, one object a line."""
    stored = path.read_bytes()
    plain = gzip.decompress(stored) if path.suffix == ".gz" else stored
    return [_text(json.loads(line)) for line in plain.split(b"\n") if line.strip()]


def parse_corpus(
    texts: list[GoldText], parser: Language, kept: Path | None = None, *, apart: bool = True
) -> list[tuple[Paragraph, ...]]:
    """Parse every text, or read from ``kept`` what an earlier run has parsed."""
    if kept is not None and kept.exists():
        docs = iter(DocBin().from_disk(kept).get_docs(spacy.blank("en").vocab))
        return [
            tuple(
                Paragraph(span.start, span.end, next(docs)) for span in paragraph_spans(each.text)
            )
            for each in texts
        ]
    read = [parsed(each.text, parser, apart=apart) for each in texts]
    if kept is not None:
        bin_ = DocBin(attrs=_KEPT)
        for paragraphs in read:
            for paragraph in paragraphs:
                bin_.add(paragraph.doc)
        bin_.to_disk(kept)
    return read


def _text(row: dict[str, object]) -> GoldText:
    marked = tuple(
        Gold(
            **{role: [tuple(span) for span in each[role]] for role in ("source", "cue", "content")}
        )
        for each in row["attributions"]
    )
    return GoldText(str(row["doc_id"]), str(row["text"]), marked)
