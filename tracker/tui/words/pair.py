"""Two claims side by side, in words: a row per facet, agreement calm, contradiction marked."""

from __future__ import annotations

from itertools import zip_longest

from textual.content import Content

from tracker.domain.dossier import Dossier
from tracker.domain.relation import Relation, RelationState
from tracker.domain.safe_sentence import safe_sentence
from tracker.domain.side_by_side import STAND_GLYPHS, FacetRow, Pair, Stand
from tracker.domain.source import Source
from tracker.tui.theme import AGREEMENT, CONTRADICTION, status_style, status_words
from tracker.tui.words.page import MUTED, Page, filled, words

LEFT, RIGHT = 0, 1
_LABEL = 14
_GAP = 3
_MOST = 190

_STYLES = {
    Stand.AGREE: AGREEMENT,
    Stand.CONTRADICT: CONTRADICTION,
    Stand.DIFFER: "",
    Stand.SILENT: MUTED,
}
_WORDS = {
    Stand.AGREE: "they agree",
    Stand.CONTRADICT: "cannot both be true",
    Stand.DIFFER: "they differ",
    Stand.SILENT: "",
}
_SILENCE = Content.styled("says nothing", "$text-disabled italic")


class PairPage(Page):
    """A page with a margin and two columns."""

    def __init__(self, width: int) -> None:
        super().__init__(min(width, _MOST))
        self._column = max(12, (self.width - _LABEL - _GAP) // 2)

    def both(self, label: Content | str, left: Content, right: Content) -> None:
        """Set two texts side by side, each wrapped in its column."""
        margin = label if isinstance(label, Content) else Content.styled(label, MUTED)
        columns = (margin.wrap(_LABEL - 1), left.wrap(self._column), right.wrap(self._column))
        for one, two, three in zip_longest(*columns, fillvalue=Content("")):
            self._lines.append(
                Content("").join(
                    [filled(one, _LABEL), filled(two, self._column + _GAP), three.rstrip()]
                )
            )

    def rule(self) -> None:
        """Draw a line across."""
        whole = _LABEL + 2 * self._column + _GAP
        self._lines.append(Content.styled("─" * min(whole, self.width), "$text-disabled"))

    def tabs(self, chosen: int) -> None:
        """Draw a line over both columns, a heavy one over the side that keys act on."""
        self.both(
            "",
            *(
                Content.styled("━" * self._column, "$accent")
                if side == chosen
                else Content.styled("─" * self._column, "$text-disabled")
                for side in (LEFT, RIGHT)
            ),
        )


def pair_page(pair: Pair, side: int, width: int) -> Content:
    """Lay a pair out; ``side`` is the one that keys act on."""
    page = PairPage(width)
    sides = (pair.left, pair.right)
    _event(page, pair)
    _decision(page, pair)
    page.tabs(side)
    page.both("", *(_name(dossier, here=n == side) for n, dossier in enumerate(sides)))
    page.both("", *(_role(dossier) for dossier in sides))
    page.both("", *(_standing(dossier) for dossier in sides))
    page.gap()
    page.both("said", *(words(dossier.claim.statement) for dossier in sides))
    page.rule()
    for row in pair.rows:
        _facet(page, row)
    page.rule()
    _below(page, sides)
    page.gap()
    page.hang(
        Content.styled("safe".ljust(_LABEL), MUTED),
        words(safe_sentence(sides[side])),
        Content.styled("  y copies", "$accent"),
    )
    return page.content


def _event(page: PairPage, pair: Pair) -> None:
    origins = {pair.left.origin, pair.right.origin}
    independent = "two independent origins" if len(origins) > 1 else "one origin"
    events = dict.fromkeys(one.event for one in (pair.left, pair.right) if one.event)
    if not events:
        page.say(Content.styled(f"No event is set · {independent}", MUTED))
    for event in events:
        page.say(words(event.title, "bold"), words(f"  {event.ref}", MUTED))
        when = event.time.words if event.time else ""
        about = (event.place_name or event.place, when, independent)
        page.say(words(" · ".join(part for part in about if part), MUTED))
    page.gap()


def _decision(page: PairPage, pair: Pair) -> None:
    waiting = [one for one in pair.relations if one.state is RelationState.SUGGESTED]
    for relation in waiting:
        page.hang(
            Content.styled("to decide".ljust(_LABEL), "$text-warning"),
            words(f"{_said(relation)}"),
            words(f" – {relation.reason}" if relation.reason else "", MUTED),
            Content.styled("  a confirm  x reject", "$accent"),
        )
    page.gap()


def _name(dossier: Dossier, *, here: bool) -> Content:
    return words(dossier.speaker, "bold $accent" if here else "bold")


def _role(dossier: Dossier) -> Content:
    source = dossier.source
    if source is None:
        return words("in its own voice", MUTED)
    parts = [source.role, _side(dossier, source)]
    return words(" · ".join(part for part in parts if part) or source.kind.words, MUTED)


def _side(dossier: Dossier, source: Source) -> str:
    """Whose side the speaker is on: the top of its affiliations."""
    above, seen = source, {source.id}
    while (higher := dossier.sources.get(above.affiliation_id or 0)) and higher.id not in seen:
        above = higher
        seen.add(above.id)
    return "" if above is source else f"for {above.name}"


def _standing(dossier: Dossier) -> Content:
    claim = dossier.claim
    pieces = [
        Content.styled(f"{claim.ref} ", MUTED),
        Content.styled(status_words(claim.status), status_style(claim.status)),
        Content.styled(f" · {claim.stage.words}", MUTED),
    ]
    if claim.proposed:
        proposed = status_words(claim.proposed.status)
        pieces.append(Content.styled(f" · proposed {proposed}", "$text-warning"))
    return Content("").join(pieces)


def _facet(page: PairPage, row: FacetRow) -> None:
    style = _STYLES[row.stand]
    strong = "bold " if row.stand is Stand.CONTRADICT else ""
    label = Content.assemble(
        (f"{STAND_GLYPHS[row.stand]} ", f"bold {style}"), (row.facet.value, f"{strong}{style}")
    )
    inner = style if row.stand is Stand.CONTRADICT else ""
    page.both(
        label,
        _SILENCE if row.left is None else words(row.left, f"{strong}{inner}".strip()),
        _SILENCE if row.right is None else words(row.right, f"{strong}{inner}".strip()),
    )
    if row.relation is not None:
        relation = row.relation
        undecided = row.stand is Stand.CONTRADICT and not relation.confirmed
        stands = "perhaps not both true" if undecided else _WORDS[row.stand]
        said = f"{stands} – {relation.ref} {relation.kind}, {relation.state}"
        page.say(words(said, MUTED), indent=_LABEL)


def _below(page: PairPage, sides: tuple[Dossier, Dossier]) -> None:
    page.both("chain", *(words(dossier.chain_words) for dossier in sides))
    if any(dossier.claim.hedge for dossier in sides):
        page.both(
            "hedge", *(words(f"“{d.claim.hedge}”" if d.claim.hedge else "none") for d in sides)
        )
    if any(dossier.claim.figures for dossier in sides):
        page.both("figures", *(_figures(dossier) for dossier in sides))
    if any(dossier.claim.caveats for dossier in sides):
        page.both("caveat", *(_caveats(dossier) for dossier in sides))
    page.both("words", *(words(f"“{dossier.claim.quote}”") for dossier in sides))
    page.both("evidence", *(_evidence(dossier) for dossier in sides))


def _figures(dossier: Dossier) -> Content:
    figures = dossier.claim.figures
    return words("; ".join(f"{one.text} {one.interval}" for one in figures) or "none")


def _caveats(dossier: Dossier) -> Content:
    outlet = dossier.outlet or "the outlet"
    return words("; ".join(f"{outlet}: “{one.words}”" for one in dossier.claim.caveats) or "none")


def _evidence(dossier: Dossier) -> Content:
    lines = [f"{one.stance}: {one.title}" for one in dossier.evidence]
    lines += [f"tried: {one.what} – {one.result}" for one in dossier.attempts]
    return words("\n".join(lines), lines=True) if lines else Content.styled("none yet", MUTED)


def _said(relation: Relation) -> str:
    on = f" on {relation.facet}" if relation.facet else ""
    score = f" (score {relation.score:.2f})" if relation.score is not None else ""
    return f"{relation.ref}: {relation.kind}{on}{score}"
