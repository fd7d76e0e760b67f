"""Speaking on: what a speaker does with a second verb, behind what he said with the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.attributing import end_of
from tracker.extract.found import FoundAttribution
from tracker.extract.mending import CALLING, JUDGING
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.words import FINITE, Word

_SCORE = 0.6
_REASON = "a second verb of whoever was said to speak before"
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def speaking_on(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Read "(she said the road was shut) and blamed the mayor" where nothing was found there."""
    known = Places(one.cue for one in found if one.cue is not None)
    for one in found:
        if one.cue is None or one.source is None or one.source.start > one.cue.start:
            continue
        for said in text.tokens(one.cue):
            for verb in said.rights:
                if not _speaks(verb) or known.holds(verb.start):
                    continue
                content = Span(verb.nbor(1).start, end_of(text, verb))
                cue = Span(verb.start, verb.end)
                yield replace(one, content=(content,), cue=cue, score=_SCORE, reason=_REASON)


def _speaks(verb: Word) -> bool:
    """Whether a verb is joined on, tells of speech, and has something behind it, and no subject."""
    joined = verb.dep_ == "conj" and verb.tag_ in FINITE and bool(verb.rights)
    own = any(one.dep_ in _SUBJECTS for one in verb.lefts)
    return joined and not own and verb.lemma_.lower() in JUDGING | CALLING
