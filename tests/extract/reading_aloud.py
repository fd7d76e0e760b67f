"""What the tests of attributions say of a text: who, by which words, what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tracker.domain.draft import ArticleDraft
from tracker.extract.attributions import attributions
from tracker.extract.model import load_models
from tracker.extract.parsing import load_parser, parsed
from tracker.extract.reader import Reader


@dataclass(frozen=True)
class Heard:
    who: str | None
    cue: str
    what: tuple[str, ...]
    score: float


@cache
def parser():
    return load_parser()


def heard(text: str, least: float | None = None) -> list[Heard]:
    """Read a text; what is said comes without blanks and marks at its edges."""
    found = attributions(text, parsed(text, parser()), least=least)
    return [
        Heard(
            each.source and text[each.source.start : each.source.end],
            each.cue and text[each.cue.start : each.cue.end],
            tuple(text[span.start : span.end].strip(" ,.“”\"'") for span in each.content),
            each.score,
        )
        for each in found
    ]


def told(text: str) -> list[tuple[str, str]]:
    """Read a text for its claims; return who says what."""
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    names = {one.key: one.name for one in reading.sources}
    return [
        (names[one.chain[0].source or ""], one.statement) for one in reading.claims if one.chain
    ]


def said_by(text: str, who: str) -> list[str]:
    """Return everything that a speaker, whose name is part of the source, is found to say."""
    return [" … ".join(each.what) for each in heard(text) if each.who and who in each.who]


def chained(text: str) -> list[tuple[str, str]]:
    """Read a text for its claims; return who says it and through whom, "a < b", and what."""
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    names = {one.key: one.name for one in reading.sources}
    return [
        (" < ".join(names[hop.source or ""] for hop in one.chain), one.statement)
        for one in reading.claims
    ]


def kinds(text: str) -> dict[str, str]:
    """Read a text for its claims; return what kind each of its sources is."""
    reading = Reader(parser(), load_models()).read(ArticleDraft(""), text).reading
    return {one.name: one.kind for one in reading.sources}
