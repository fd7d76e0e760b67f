"""Says in words why something is proposed as an attribution."""

from __future__ import annotations

import numpy as np

from tracker.domain.article import Span
from tracker.extract.grammar import dep_flags
from tracker.extract.proposals import Proposal
from tracker.extract.sheet import Sheet
from tracker.extract.tokens import DEPS, POS

_SUBJECT = tuple(DEPS.index(each) for each in ("nsubj", "nsubjpass", "csubj"))
_OBJECT = tuple(DEPS.index(each) for each in ("pobj", "pcomp"))
_OWNER = DEPS.index("poss")
_CLAUSES = dep_flags(("ccomp", "parataxis", "ROOT", "advcl", "acl"))
_PRONOUN = POS.index("PRON")
_MOSTLY = 0.5


def reason_for(sheet: Sheet, text: str, proposal: Proposal, cue: Span) -> str:
    """Describe the cue, the form of what is said, and how its speaker is named."""
    word = " ".join(text[cue.start : cue.end].split())
    return f"“{word}” with {_form(sheet, proposal)}; {_speaker(sheet, proposal)}"


def _form(sheet: Sheet, proposal: Proposal) -> str:
    quoted = np.count_nonzero(sheet.tokens.quote[proposal.said] >= 0) / len(proposal.said)
    if quoted == 1:
        return "words in quotation marks"
    if quoted > _MOSTLY:
        return "words mostly in quotation marks"
    if _CLAUSES[sheet.tokens.dep[proposal.said]].any():
        return "a clause" if quoted == 0 else "a clause, partly in quotation marks"
    return "a phrase" if quoted == 0 else "a phrase, partly in quotation marks"


def _speaker(sheet: Sheet, proposal: Proposal) -> str:
    if proposal.source is None:
        return "no source is named"
    tokens, head = sheet.tokens, proposal.source_head
    kind = "a pronoun" if tokens.pos[head] == _PRONOUN else "the source"
    if tokens.head[head] == proposal.cue and tokens.dep[head] in _SUBJECT:
        return f"its subject is {kind}"
    if tokens.dep[head] == _OWNER:
        return f"its owner is {kind}"
    if tokens.dep[head] in _OBJECT:
        return f"a phrase with a preposition names {kind}"
    return f"{kind} stands near"
