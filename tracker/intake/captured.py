"""What a file holds: the text of an article and what the file itself says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.domain.draft import ArticleDraft
from tracker.domain.errors import BadInputError

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_NO_INK = re.compile(
    "[\\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffd\x00-\x1f\x7f-\x9f\U000e0000-\U000e0fff]*"
)


@dataclass(frozen=True)
class Captured:
    """An article as captured; ``remarks`` say what an editor should know about the capture.

    ``outlet`` is a name: which source it is comes out only when claims are drafted.
    """

    article: ArticleDraft
    text: str
    outlet: str = ""
    remarks: tuple[str, ...] = ()


def captured(
    text: str, article: ArticleDraft, *, outlet: str = "", remarks: tuple[str, ...] = ()
) -> Captured:
    """Keep a text letter for letter; only NUL, which no ledger holds, is replaced and counted.

    Raises:
        BadInputError: there is nothing in it to read.
    """
    if _NO_INK.fullmatch(text):
        raise BadInputError("holds no text; there is nothing to read")
    nuls = text.count("\0")
    if nuls:
        signs = "character was" if nuls == 1 else "characters were"
        remarks = (*remarks, f"{nuls} NUL {signs} replaced by {_REPLACEMENT}")
        text = text.replace("\0", _REPLACEMENT)
    return Captured(article, text, outlet, remarks)
