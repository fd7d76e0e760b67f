"""A source in words: as a line of the list, and whole beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from tracker.domain.listing import ClaimLine, SourceLine
from tracker.domain.match import Likely
from tracker.domain.names import warning_of
from tracker.domain.source import Reliability, Source
from tracker.domain.status import STATUS_GLYPHS, Status
from tracker.tui.theme import MUTED, status_style, status_words
from tracker.tui.widgets.columns import Column
from tracker.tui.widgets.key_signs import Keys
from tracker.tui.widgets.pieces import Piece
from tracker.tui.words.page import Page, words

_WIDEST = 88
"""Cells beyond which a line is hard to read."""
WARNING = "$text-warning"


@dataclass(frozen=True)
class SourceWhole:
    """A source with whom it speaks for, who it may be, and the first of its claims."""

    source: Source
    affiliation: str
    likely: tuple[Likely, ...]
    claims: tuple[ClaimLine, ...]


def _signs(line: SourceLine) -> Piece:
    proposed = "?" if line.proposed else " "
    return Piece(proposed + ("!" if warning_of(line.name) else " "), WARNING)


def source_detail(line: SourceLine) -> list[Piece]:
    """The second line: how its claims stand, and who it is."""
    stand = [
        Piece(f"{STATUS_GLYPHS[status]} {number:,}  ", status_style(status))
        for status, number in _counted(line.statuses)
    ]
    who = (line.role or line.kind.words, line.affiliation or "")
    return [*stand, Piece(" · ".join(filter(None, who)), MUTED)]


SOURCE_COLUMNS = (
    Column[SourceLine]("", _signs, width=2),
    Column[SourceLine]("Source and its claims", lambda line: Piece(line.name)),
    Column[SourceLine](
        "Claims", lambda line: Piece(f"{line.claims:,}", MUTED), width=6, right=True
    ),
)


def source_page(
    whole: SourceWhole, statuses: Mapping[Status, int], width: int, keys: Keys
) -> Sequence[Content]:
    """Lay a source out: who it may be on top, who it is, and its claims."""
    page = Page(min(width, _WIDEST))
    source = whole.source
    page.say(words(source.name, "bold"), words(f"  {source.ref} {source.kind.words}", MUTED))
    if warning := warning_of(source.name, *source.aliases):
        page.say(words(warning, WARNING))
    _say_likely(page, whole, keys)
    _say_who(page, whole)
    if statuses:
        page.gap()
        page.row("its claims", *_stand(statuses))
    _say_claims(page, whole.claims, keys)
    return page.lines


def _say_likely(page: Page, whole: SourceWhole, keys: Keys) -> None:
    """The likeliest first: it is the one that keys decide about."""
    for place, one in enumerate(whole.likely):
        mine = one.one.id == whole.source.id
        other, said = (one.other, one.claims[1]) if mine else (one.one, one.claims[0])
        told = "".join(f", {what}" for what in (other.role, _claims(said)) if what)
        page.gap()
        page.row("may be" if not place else "or", words(other.name, "bold"),
                 words(f"  {other.ref}{told}", MUTED))  # fmt: skip
        page.row("", words(one.match.reason, MUTED))
        if not place:
            same, apart = f"{keys('accept')} the same", f"{keys('keep_apart')} not the same"
            page.row("", Content.styled(f"{same}  {apart}", "$accent"))


def _say_who(page: Page, whole: SourceWhole) -> None:
    source = whole.source
    page.gap()
    if source.role:
        page.row("role", words(source.role))
    if source.affiliation_id:
        page.row(
            "speaks for", words(whole.affiliation), words(f"  S{source.affiliation_id}", MUTED)
        )
    if source.own_origin:
        page.row("", words("counts as an origin of its own"))
    if source.aliases:
        page.row("also", words(" · ".join(source.aliases)))
    if source.reliability is not Reliability.F:
        page.row("rated", words(source.reliability.value), words("  Admiralty code", MUTED))
    if source.restricted:
        page.row("", words("protected: its real name is kept apart", WARNING))


def _say_claims(page: Page, claims: tuple[ClaimLine, ...], keys: Keys) -> None:
    if not claims:
        return
    page.head("In its chain", f"{keys('open')} lists them all on the desk")
    for line in claims:
        glyph = Content.styled(f"{STATUS_GLYPHS[line.status]} ", status_style(line.status))
        page.hang(glyph, words(line.statement), words(f"  {line.ref}", MUTED))


def _stand(statuses: Mapping[Status, int]) -> list[Content]:
    return [
        Content.styled(f"{status_words(status)} {number:,}  ", status_style(status))
        for status, number in _counted(statuses)
    ]


def _counted(statuses: Mapping[Status, int]) -> list[tuple[Status, int]]:
    return [(status, statuses[status]) for status in Status if statuses.get(status)]


def _claims(number: int) -> str:
    return f"{number:,} claim{'' if number == 1 else 's'}" if number else ""
