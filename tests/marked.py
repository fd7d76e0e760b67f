"""Texts whose attributions are marked by hand: ``[1 The mayor] {1 said} <1 it rained>.``"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.article import Span
from tracker.domain.draft import ArticleDraft, ClaimDraft, SourceDraft
from tracker.extract.drafted import Draft
from tracker.extract.drafting import draft
from tracker.extract.found import FoundAttribution
from tracker.extract.parsing import load_parser, parsed

if TYPE_CHECKING:
    from spacy.language import Language

_MARKS = re.compile(r"([\[{<])(\d+) |[\]}>]")
_ROLES = {"[": "source", "{": "cue", "<": "content"}


class Marked(NamedTuple):
    """A text and the attributions that its marks say."""

    text: str
    found: tuple[FoundAttribution, ...]


@cache
def parser() -> Language:
    """The parser, loaded once."""
    return load_parser()


def marked(words: str) -> Marked:
    """Take the marks out of a text and make attributions of them."""
    text, at = "", 0
    open_marks: list[tuple[str, str, int]] = []
    spans: defaultdict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for mark in _MARKS.finditer(words):
        text += words[at : mark.start()]
        at = mark.end()
        if mark[1]:
            open_marks.append((mark[2], _ROLES[mark[1]], len(text)))
        else:
            number, role, start = open_marks.pop()
            spans[number][role].append(Span(start, len(text)))
    text += words[at:]
    found = tuple(
        FoundAttribution(
            content=tuple(sorted(roles["content"])),
            cue=next(iter(roles["cue"]), None),
            source=next(iter(roles["source"]), None),
            score=0.9,
            reason="marked by hand",
        )
        for roles in spans.values()
    )
    return Marked(text, found)


def drafted(words: str, *, published: datetime | None = None, outlet: str = "") -> Draft:
    """Draft the claims of a marked text."""
    text, found = marked(words)
    article = ArticleDraft("", published_at=published)
    return draft(article, text, parsed(text, parser()), found, outlet=outlet)


def said(draft: Draft) -> list[ClaimDraft]:
    """The claims that somebody makes."""
    return [one.claim for one in draft.claims if one.claim.chain]


def source(draft: Draft, claim: ClaimDraft, hop: int = 0) -> SourceDraft:
    """A source of a claim's chain."""
    return next(one for one in draft.reading.sources if one.key == claim.chain[hop].source)


def speakers(draft: Draft) -> list[str]:
    """The names of those who speak, claim by claim."""
    return [source(draft, claim).name for claim in said(draft)]
