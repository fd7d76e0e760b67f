"""A claim whole, in words: what stands beside the queue and fills the claim's own screen."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from tracker.domain.attribution import HopRole
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.evidence import Stance
from tracker.domain.figure import Figure
from tracker.domain.history import Entry, Verb
from tracker.domain.relation import RelationState
from tracker.domain.status import AttributionCheck, Stage, Status, missing_for
from tracker.tui.theme import AGREEMENT, CONTRADICTION, status_style, status_words
from tracker.tui.words.page import MUTED, Page, words

_AROUND = 160
"""Characters of the article shown on either side of a passage."""

_STANCE_STYLES = {Stance.SUPPORTS: AGREEMENT, Stance.UNDERMINES: CONTRADICTION}


def local_time(moment: datetime | None) -> str:
    """Write a time as the editor's clock shows it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else ""


def dossier_page(
    dossier: Dossier, width: int, *, whole: bool = False, history: tuple[Entry, ...] = ()
) -> Content:
    """Lay a claim out; ``whole`` shows its passage in the article, and its history."""
    page = Page(width)
    _heading(page, dossier)
    _origin(page, dossier, whole=whole)
    _against(page, dossier)
    _work(page, dossier)
    if whole:
        _history(page, history)
    return page.content


def _heading(page: Page, dossier: Dossier) -> None:
    claim = dossier.claim
    signs: list[Content] = [
        Content.styled(f"{claim.ref}  ", MUTED),
        Content.styled(status_words(claim.status), f"bold {status_style(claim.status)}"),
        Content.styled(f" · {claim.stage.words}", MUTED),
    ]
    if claim.assignee:
        signs.append(words(f" · {claim.assignee}", MUTED))
    if claim.due:
        signs.append(Content.styled(f" · due {local_time(claim.due)}", "$text-warning"))
    if claim.stale:
        signs.append(Content.styled(" · stale: something new since the verdict", "$text-warning"))
    if not claim.checkable:
        signs.append(Content.styled(" · not checkable", MUTED))
    page.say(*signs)
    page.gap()
    page.say(words(claim.statement, "bold"))
    if claim.proposed:
        page.gap()
        page.say(
            Content.styled("proposed: ", MUTED),
            Content.styled(
                status_words(claim.proposed.status), status_style(claim.proposed.status)
            ),
            words(f" – {claim.proposed.reason}", MUTED),
            Content.styled("  a accept  x dismiss", "$accent"),
        )


def _origin(page: Page, dossier: Dossier, *, whole: bool) -> None:
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
        when = f", {claim.said_at.words}" if claim.said_at else ""
        page.row("cue", words(said + when))
    if claim.hedge:
        page.row("hedge", words(f"“{claim.hedge}”"))
    if claim.attribution_check is not AttributionCheck.NOT_CHECKED:
        page.row("checked", words(claim.attribution_check.replace("_", " ")))
    page.rows("figures", [_figure(figure) for figure in claim.figures])
    if dossier.event:
        page.row("event", words(dossier.event.title), words(f"  {dossier.event.ref}", MUTED))
    page.rows(
        "facets",
        [
            Content.assemble((f"{value.facet}: ", MUTED), words(value.words))
            for value in claim.facets
        ],
    )
    for caveat in claim.caveats:
        outlet = dossier.outlet or "the outlet"
        page.row("caveat", words(f"{outlet}: “{caveat.words}”"))
    page.row("passage", *_passage(dossier, whole=whole))


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


def _figure(figure: Figure) -> Content:
    counted = "" if figure.counts in figure.text else f" {figure.counts}"
    return Content.assemble(words(figure.text + counted), words(f"  {figure.interval}", MUTED))


def _passage(dossier: Dossier, *, whole: bool) -> list[Content]:
    claim, article = dossier.claim, dossier.article
    if not claim.passages:
        return [Content.styled("none", MUTED)]
    passage = claim.passages[0]
    if not whole or article is None or not passage.spans:
        lost = " (no longer found in the article)" if passage.orphaned else ""
        return [words(f"“{claim.quote}”{lost}")]
    start, end = passage.spans[0].start, passage.spans[-1].end
    before = article.text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = article.text[end : end + _AROUND].partition("\n")[0]
    pieces = [words(f"…{before}" if before else "", MUTED)]
    here = start
    for span in passage.spans:
        pieces.append(words(article.text[here : span.start], MUTED))
        pieces.append(words(article.text[span.start : span.end], "bold"))
        here = span.end
    pieces.append(words(f"{after}…" if after else "", MUTED))
    pieces.append(words(f"\n{article.ref} {article.title}", MUTED, lines=True))
    return pieces


def _against(page: Page, dossier: Dossier) -> None:
    counter = dossier.counter_claims
    against = {tie.other.id for tie in counter}
    others = [
        tie
        for tie in dossier.ties
        if not tie.relation.against and tie.relation.state is not RelationState.REJECTED
    ]
    if counter:
        page.head("Against it", "3 side by side")
        for tie in counter:
            _tie(page, tie, "≠", CONTRADICTION)
    if others:
        page.head("Related")
        for tie in others:
            also = " too" if tie.other.id in against else ""
            _tie(page, tie, "=", AGREEMENT, also)


def _tie(page: Page, tie: Tie, sign: str, style: str, also: str = "") -> None:
    relation = tie.relation
    on = f" on {relation.facet}" if relation.facet else ""
    open_question = "?" if relation.state is RelationState.SUGGESTED else ""
    note = f"{relation.kind}{on}{open_question}{also}"
    if also:
        page.say(
            Content.styled(f"{sign} ", f"bold {style}"),
            words(f"{tie.speaker} {note}  {tie.other.ref}", MUTED),
        )
        return
    page.say(
        Content.styled(f"{sign} ", f"bold {style}"),
        words(f"{tie.speaker} said "),
        words(tie.other.statement),
        words(f"  {tie.other.ref} {note}", MUTED),
    )


def _work(page: Page, dossier: Dossier) -> None:
    claim = dossier.claim
    if claim.reason:
        by = f"  {claim.judged_by}, {local_time(claim.judged_at)}"
        page.head("Verdict")
        page.say(words(claim.reason, lines=True), words(by, MUTED))
    if claim.former_status:
        page.say(Content.styled(f"formerly signed off as {claim.former_status}", MUTED))
    if claim.stage is Stage.SIGNED_OFF:
        own = " (self-signed)" if claim.self_signed else ""
        page.say(words(f"signed off by {claim.signed_by}{own}", MUTED))
    if claim.stage is Stage.WAITING:
        until = f" until {local_time(claim.waiting_until)}" if claim.waiting_until else ""
        page.say(words(f"waits for {claim.waiting_for}{until}"))
    if claim.stage is Stage.DISMISSED and claim.dismissal:
        page.say(words(f"dismissed: {claim.dismissal.replace('_', ' ')}", MUTED))
    _checked(page, dossier)
    if dossier.notes:
        page.head("Notes")
        for note in dossier.notes:
            page.say(
                words(note.text, lines=True),
                words(f"  {note.by}, {local_time(note.at)}", MUTED),
            )
    if claim.tags:
        page.gap()
        page.row("tags", words(" ".join(f"#{tag}" for tag in claim.tags)))


def _checked(page: Page, dossier: Dossier) -> None:
    page.head("Checked so far")
    for piece in dossier.evidence:
        where = "" if piece.url == piece.title else f"  {piece.url}"
        page.say(
            Content.styled(f"{piece.stance} ", _STANCE_STYLES.get(piece.stance, "")),
            words(piece.title),
            words(f"{where}  {piece.kind}, {piece.judged_by}  {piece.ref}", MUTED),
        )
    for attempt in dossier.attempts:
        page.say(
            Content.styled("tried ", MUTED),
            words(f"{attempt.what}: {attempt.result}"),
            words(f"  {attempt.by}, {local_time(attempt.at)}", MUTED),
        )
    if not (dossier.evidence or dossier.attempts):
        page.say(Content.styled("nothing yet – e adds evidence, t logs an attempt", MUTED))
    if dossier.claim.status is Status.UNVERIFIED and dossier.claim.checkable:
        ways = [
            status
            for status in Status
            if status is not Status.UNVERIFIED and not missing_for(status, dossier.grounds("…"))
        ]
        if ways:
            page.say(Content.styled(f"could be marked {' or '.join(ways)}", MUTED))


def _history(page: Page, entries: tuple[Entry, ...]) -> None:
    page.head("History")
    for entry in entries:
        page.say(
            words(f"{local_time(entry.at)}  {entry.by}  ", MUTED),
            words(entry.did),
            words(_change_words(entry), MUTED),
            words(f" – {entry.reason}" if entry.reason else ""),
        )


def _change_words(entry: Entry) -> str:
    if entry.verb is not Verb.CHANGED:
        return f"  {entry.subject} {entry.verb}"
    shown = [
        f"{name.replace('_', ' ')} {_short(old)} → {_short(new)}"
        for name, (old, new) in entry.changes.items()
        if not name.endswith(("_at", "_by")) and name != "reason"
    ]
    return f"  {', '.join(shown)}" if shown else ""


def _short(value: object) -> str:
    if value in (None, "", [], False):
        return "–"
    if isinstance(value, dict | list):
        return "…"
    text = str(value)
    return f"{text[:40]}…" if len(text) > 40 else text  # noqa: PLR2004
