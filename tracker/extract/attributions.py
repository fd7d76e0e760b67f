"""Finds who is said to say what: the attributions of a parsed text, in text order."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extract.contents import content_spans, introduced
from tracker.extract.cue_words import cue_span
from tracker.extract.found import FoundAttribution
from tracker.extract.judging import judged
from tracker.extract.model import Models, load_models
from tracker.extract.parsing import Paragraph
from tracker.extract.passing import leniency, unquoted
from tracker.extract.proposals import Proposal
from tracker.extract.reasons import reason_for
from tracker.extract.sheet import Sheet, sheet_of
from tracker.extract.signatures import signatures
from tracker.extract.speakers import source_span
from tracker.extract.tokens import tokens_of

_INTRODUCED = 0.5
"""Score of a speaker, a cue and a colon above a quotation: the sentence alone tells too little."""

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
        for proposal, score in unquoted(sheet, judged(sheet, models)):
            floor = least * leniency(sheet, proposal.cue)
            one = _introduced(sheet, text, proposal, score) or (
                _found(sheet, text, proposal, score) if score >= floor else None
            )
            if one is not None and one.score >= floor:
                found.append(one)
    beside = [one for one in signatures(text, paragraphs) if one.score >= least]
    known = {one.cue for one in beside}
    return tuple(sorted([*beside, *(one for one in found if one.cue not in known)], key=_place))


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


def _introduced(
    sheet: Sheet, text: str, proposal: Proposal, score: float
) -> FoundAttribution | None:
    """Read a speaker, a cue and a colon above a quotation."""
    if proposal.source is None:
        return None
    cue = cue_span(sheet, proposal.cue)
    content = introduced(sheet.tokens, text, cue)
    if not content:
        return None
    source = source_span(sheet.tokens, text, proposal.source)
    word = text[cue.start : cue.end]
    reason = f"“{word}” and a colon above words in quotation marks"
    return FoundAttribution(content, cue, source, round(max(score, _INTRODUCED), 4), reason)


def _found(sheet: Sheet, text: str, proposal: Proposal, score: float) -> FoundAttribution | None:
    content = content_spans(sheet.tokens, text, proposal.said, sheet.words_before)
    if not content:
        return None
    cue = cue_span(sheet, proposal.cue)
    source = proposal.source and source_span(sheet.tokens, text, proposal.source)
    reason = reason_for(sheet, text, proposal, cue)
    return FoundAttribution(content, cue, source, round(score, 4), reason)


def _place(found: FoundAttribution) -> tuple[int, int]:
    cue = found.cue.start if found.cue else found.content[0].start
    return min(cue, found.content[0].start), cue
