"""What a revision of an article changed, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.json_text import write_json
from tracker.cli.output import Output
from tracker.cli.sheet import Sheet
from tracker.cli.styles import Style, Styled, quiet, strong
from tracker.domain.article import Article
from tracker.domain.changes import Sign, changes
from tracker.domain.errors import RefusedError
from tracker.domain.reference import Ref

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

_LOOKS = {Sign.GONE: Style.RED, Sign.NEW: Style.GREEN}


def show(desk: Desk, ref: Ref, out: Output, *, as_json: bool) -> None:
    """Show what a text changed in the one before it; of the first, what the newest changed in it.

    Raises:
        RefusedError: the article has one text only.
    """
    old, new = _compared(desk.browsing.revisions(ref.number), ref)
    told = changes(old.text, new.text)
    if as_json:
        document = {
            "from": str(old.ref),
            "to": str(new.ref),
            "changes": [
                {"change": one.sign.name.lower(), "text": one.text}
                for one in told
                if one.sign is not Sign.GAP
            ],
        }
        write_json(out, document)
        return
    sheet = Sheet(out, margin=2)
    sheet.heading(strong(f"{old.ref} → {new.ref}  {new.title}"))
    for one in told:
        look = _LOOKS.get(one.sign)
        sign = Styled(one.sign.value, look) if look else quiet(one.sign.value)
        sheet.side(sign, [one.text, " "])
    if not told:
        sheet.side("", "Only spaces and line breaks differ.")
    sheet.write()


def _compared(texts: tuple[Article, ...], ref: Ref) -> tuple[Article, Article]:
    if len(texts) == 1:
        raise RefusedError(f"{ref} has one revision only; nothing was changed since.")
    place = [text.ref for text in texts].index(ref)
    return (texts[place - 1], texts[place]) if place else (texts[0], texts[-1])
