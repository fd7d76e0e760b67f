"""Leaning: what is no sentence by itself is worded with the claim that it was added to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.domain.article import Span
from tracker.extract.interrupted import FINITE, JOINING
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import began_low
from tracker.extract.splitting import Piece
from tracker.extract.statements import statement_of
from tracker.extract.words import Word

_SHARED = frozenset({"which", "whom", "whose"})
_TIMING = frozenset({"after", "before"})
_MARKS = "“”\"'‘’ .,;"
_NEAR = 5


class Stated(NamedTuple):
    """A claim's passage, and its words as a sentence."""

    piece: Piece
    statement: str


def stated(text: ParsedText, pieces: Sequence[Piece], cue: Span | None) -> list[Stated]:
    """Word each claim of a sentence that was split: "(twelve fell,) two of them from a roof"."""
    worded: list[Stated] = []
    for piece in pieces:
        own = statement_of(text, piece, cue)
        if worded and _leans(text, piece, own):
            tokens = text.tokens(piece[0])
            quoted = any(text.quoted(one.start) for one in tokens)
            plain = began_low(text, own if quoted else own.strip("“”"), tokens)
            own = f"{worded[-1].statement}{_joint(tokens[0])}{plain}"
        worded.append(Stated(piece, own))
    return worded


def _joint(first: Word) -> str:
    """What joins words to the clause that they lean on."""
    before = first.nbor(-1).lower_ if first.i else ""
    if before in JOINING:
        return f" {before} "
    return " " if first.pos_ == "ADP" or first.is_punct else ", "


def _leans(text: ParsedText, piece: Piece, own: str) -> bool:
    """Whether words need the clause before them: no verb of their own, "which", a time before."""
    words = " ".join(" ".join(text.words(span).split()) for span in piece)
    if own.strip(_MARKS).lower() != words.strip(_MARKS).lower():  # it was made a clause of
        return False
    loud = [one for span in piece for one in text.tokens(span) if not one.is_punct]
    if not loud or any(one.lower_ in _SHARED for one in loud[:_NEAR]):
        return bool(loud)
    measured = any(one.lower_ in _TIMING and _is_measured(one) for one in loud)
    return measured or not any(one.tag_ in FINITE for one in loud)


def _is_measured(mark: Word) -> bool:
    return any(one.dep_ == "npadvmod" for one in mark.lefts)
