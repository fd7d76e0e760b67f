"""Finds who is said to say what: the attributions of a parsed text, in text order."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extract.contents import content_spans, introduced
from tracker.extract.cue_words import cue_span
from tracker.extract.found import FoundAttribution
from tracker.extract.judging import judged
from tracker.extract.model import Models, load_models
from tracker.extract.parsing import Paragraph
from tracker.extract.proposals import Proposal
from tracker.extract.reasons import reason_for
from tracker.extract.sheet import Sheet, sheet_of
from tracker.extract.speakers import source_span
from tracker.extract.tokens import tokens_of

_AT_ONCE = 4000
"""Tokens judged together, in whole paragraphs: a long text needs no more memory than a short."""


def attributions(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    *,
    least: float | None = None,
    models: Models | None = None,
) -> tuple[FoundAttribution, ...]:
    """Find the attributions of ``text``, whose ``paragraphs`` are parsed.

    ``least`` is the score (0–1) below which nothing is returned; by default the one at which
    most of what people marked was found with the fewest that they did not.
    """
    models = load_models() if models is None else models
    least = models.thresholds["accept"] if least is None else least
    found: list[FoundAttribution] = []
    for part in _parts(paragraphs):
        sheet = sheet_of(tokens_of(text, part))
        for proposal, score in judged(sheet, models):
            if score >= least and len(proposal.said):
                found.append(_found(sheet, text, proposal, score))
    return tuple(sorted(found, key=_place))


def _parts(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Paragraph, ...]]:
    part: list[Paragraph] = []
    size = 0
    for paragraph in paragraphs:
        part.append(paragraph)
        size += len(paragraph.doc)
        if size >= _AT_ONCE:
            yield tuple(part)
            part, size = [], 0
    if part:
        yield tuple(part)


def _found(sheet: Sheet, text: str, proposal: Proposal, score: float) -> FoundAttribution:
    cue = cue_span(sheet, proposal.cue)
    content = introduced(sheet.tokens, text, cue) or content_spans(
        sheet.tokens, text, proposal.said, sheet.words_before
    )
    source = proposal.source and source_span(sheet.tokens, text, proposal.source)
    reason = reason_for(sheet, text, proposal, cue)
    return FoundAttribution(content, cue, source, round(score, 4), reason)


def _place(found: FoundAttribution) -> tuple[int, int]:
    cue = found.cue.start if found.cue else found.content[0].start
    return min(cue, found.content[0].start), cue
