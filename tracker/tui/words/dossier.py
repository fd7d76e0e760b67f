"""A claim whole, in words: what stands beside the queue and fills the claim's own screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tracker.domain.attribution import HopRole
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure
from tracker.domain.history import Entry
from tracker.domain.status import AttributionCheck, Stage
from tracker.tui.theme import status_style, status_words
from tracker.tui.widgets.key_signs import Keys
from tracker.tui.words.page import BETWEEN, MUTED, Page, words
from tracker.tui.words.work import say_history, say_ties, say_work

_SPREAD = 100
"""From so many cells on a claim is laid out on two pages side by side."""
_WIDEST = 88
"""Cells beyond which a line is hard to read."""
_AROUND = 160
"""Characters of the article shown on either side of a passage."""


def dossier_page(
    dossier: Dossier,
    width: int,
    keys: Keys,
    *,
    whole: bool = False,
    history: tuple[Entry, ...] = (),
) -> Sequence[Content]:
    """Lay a claim out; ``whole`` shows its passage in the article, and its history."""
    if width < _SPREAD:
        page = Page(min(width, _WIDEST))
        _say_claim(page, dossier, keys, whole=whole)
        _say_bearings(page, dossier, keys, history)
        return page.lines
    half = min(_WIDEST, (width - BETWEEN) // 2)
    left, right = Page(half), Page(half)
    _say_claim(left, dossier, keys, whole=True)
    _say_bearings(right, dossier, keys, history)
    return left.beside(right)


def _say_claim(page: Page, dossier: Dossier, keys: Keys, *, whole: bool) -> None:
    page.say(words(dossier.claim.statement, "bold"))
    _proposal(page, dossier, keys)
    _origin(page, dossier)
    page.row("passage", *_passage(dossier, whole=whole))


def _say_bearings(page: Page, dossier: Dossier, keys: Keys, history: tuple[Entry, ...]) -> None:
    say_ties(page, dossier, keys)
    say_work(page, dossier, keys)
    if history:
        say_history(page, history)


def _proposal(page: Page, dossier: Dossier, keys: Keys) -> None:
    claim = dossier.claim
    if claim.stage is Stage.SUGGESTED:
        because = f" – {claim.score_reason}" if claim.score_reason else ""
        score = f" (score {claim.score:.2f})" if claim.score is not None else ""
        proposed = Content.styled(f"this claim{score}", "$text-warning")
    elif claim.proposed is not None:
        because = f" – {claim.proposed.reason}"
        status = claim.proposed.status
        proposed = Content.styled(status_words(status), status_style(status))
    else:
        return
    page.gap()
    page.row("proposed", proposed, words(because, MUTED))
    page.row(
        "",
        Content.styled(f"{keys('accept')} accept  {keys('dismiss_proposed')} dismiss", "$accent"),
    )


def _origin(page: Page, dossier: Dossier) -> None:
    claim = dossier.claim
    page.gap()
    if dossier.source is None:
        page.row("said by", words(dossier.speaker), Content.styled(" in its own voice", MUTED))
    else:
        role = dossier.source.role
        page.row("said by", words(dossier.source.name), words(f", {role}" if role else "", MUTED))
    page.rows("chain", _chain(dossier))
    if claim.cue:
        said = f"“{claim.cue}”, {claim.voice}"
        when = f", {dossier.said_when}" if claim.said_at else ""
        page.row("cue", words(said + when))
    if claim.hedge:
        page.row("hedge", words(f"“{claim.hedge}”"))
    if claim.attribution_check is not AttributionCheck.NOT_CHECKED:
        page.row("checked", words(claim.attribution_check.replace("_", " ")))
    page.rows("figures", [_figure(figure) for figure in claim.figures])
    if dossier.event:
        page.row("event", words(dossier.event.title), words(f"  {dossier.event.ref}", MUTED))
    page.rows("facets", _facets(claim.facets))
    outlet = dossier.outlet or "the outlet"
    page.rows("caveat", [words(f"{outlet}: “{caveat.words}”") for caveat in claim.caveats])
    if claim.tags:
        page.row("tags", words(" ".join(f"#{tag}" for tag in claim.tags)))


def _chain(dossier: Dossier) -> list[Content]:
    chain = dossier.claim.chain
    if len(chain) == 1 and not chain[0].medium:
        return []
    lines = []
    for number, hop in enumerate(chain):
        source = dossier.sources.get(hop.source_id)
        name = source.name if source else f"S{hop.source_id}"
        manner = ", ".join(part for part in (hop.verb, hop.medium, hop.date) if part)
        arrow = "→ " if number else ""
        role = "" if hop.role is HopRole.SPEAKER else f" {hop.role}"
        lines.append(
            Content.assemble(
                (arrow, MUTED), words(name), words(f"{role}  {manner}" if manner else role, MUTED)
            )
        )
    return lines


def _facets(values: Sequence[FacetValue]) -> list[Content]:
    found: dict[Facet, list[str]] = {}
    for value in values:
        found.setdefault(value.facet, []).append(value.words)
    return [
        Content.assemble((f"{facet}: ", MUTED), words(" · ".join(said)))
        for facet, said in found.items()
    ]


def _figure(figure: Figure) -> Content:
    counted = "" if figure.counts in figure.text else f" {figure.counts}"
    return Content.assemble(words(figure.text + counted), words(f"  {figure.interval}", MUTED))


def _passage(dossier: Dossier, *, whole: bool) -> list[Content]:
    claim, article = dossier.claim, dossier.article
    if not claim.passages:
        return [Content.styled("none", MUTED)]
    passage = claim.passages[0]
    lost = " (no longer found in the article)" if passage.orphaned else ""
    also = f"\n{claim.also_in}" if claim.also_in else ""
    if not whole or article is None or not passage.spans or passage.orphaned:
        return [words(f"“{claim.quote}”{lost}"), words(also, MUTED, lines=True)]
    start, end = passage.spans[0].start, passage.spans[-1].end
    pieces = [words(_before(article.text, start), MUTED)]
    here = start
    for span in passage.spans:
        pieces.append(words(article.text[here : span.start], MUTED))
        pieces.append(words(article.text[span.start : span.end], "bold"))
        here = span.end
    pieces.append(words(_after(article.text, end), MUTED))
    pieces.append(words(f"\n{article.ref} {article.title}{also}", MUTED, lines=True))
    return pieces


def _before(text: str, start: int) -> str:
    """The words before a passage, in its paragraph."""
    near = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    if start <= _AROUND or len(near) < _AROUND:
        return near
    return f"… {near.partition(' ')[2]}"


def _after(text: str, end: int) -> str:
    """The words after a passage, in its paragraph."""
    near, broke, _ = text[end : end + _AROUND].partition("\n")
    if broke or end + _AROUND >= len(text):
        return near
    return f"{near.rpartition(' ')[0]} …"
