"""What bears on a claim and what was done with it, in words."""

from __future__ import annotations

from textual.content import Content

from tracker.domain.dossier import Dossier, Tie
from tracker.domain.evidence import Stance
from tracker.domain.history import Entry, Verb
from tracker.domain.relation import RELATION_GLYPHS, RelationState
from tracker.domain.status import Stage, Status, missing_for
from tracker.tui.theme import AGREEMENT, CONTRADICTION
from tracker.tui.widgets.key_signs import Keys
from tracker.tui.words.page import MUTED, Page, words
from tracker.tui.words.times import local_time

_STANCE_STYLES = {Stance.SUPPORTS: AGREEMENT, Stance.UNDERMINES: CONTRADICTION}
_LONGEST = 40


def say_ties(page: Page, dossier: Dossier, keys: Keys) -> None:
    """Say which claims stand against this one, and which are related otherwise."""
    against = {tie.other.id for tie in dossier.counter_claims}
    others = [
        tie
        for tie in dossier.ties
        if not tie.relation.against and tie.relation.state is not RelationState.REJECTED
    ]
    if dossier.counter_claims:
        page.head("Against it", f"{keys('contradictions')} side by side")
        for tie in dossier.counter_claims:
            _tie(page, tie, CONTRADICTION)
            _said(page, tie)
    if others:
        page.head("Related")
        for tie in others:
            _tie(page, tie, AGREEMENT)
            if tie.other.id not in against:
                _said(page, tie)


def _tie(page: Page, tie: Tie, style: str) -> None:
    relation = tie.relation
    on = f" on {relation.facet}" if relation.facet else ""
    unsure = " (suggested)" if relation.state is RelationState.SUGGESTED else ""
    page.hang(
        Content.styled(f"{RELATION_GLYPHS[relation.kind]} ", f"bold {style}"),
        words(tie.speaker, "bold"),
        words(f"  {tie.other.ref} {relation.kind}{on}{unsure}", MUTED),
    )


def _said(page: Page, tie: Tie) -> None:
    page.say(words(f"said {tie.other.statement}"), indent=2)


def say_work(page: Page, dossier: Dossier, keys: Keys) -> None:
    """Say what was decided, checked and noted."""
    _verdict(page, dossier)
    _checked(page, dossier, keys)
    if dossier.notes:
        page.head("Notes")
        for note in dossier.notes:
            by = f"  {note.by}, {local_time(note.at)}"
            page.say(words(note.text, lines=True), words(by, MUTED))


def _verdict(page: Page, dossier: Dossier) -> None:
    claim = dossier.claim
    lines: list[list[Content]] = []
    if claim.judged_at is not None:
        by = f"{'  ' if claim.reason else ''}{claim.judged_by}, {local_time(claim.judged_at)}"
        lines.append([words(claim.reason, lines=True), words(by, MUTED)])
    if claim.stale:
        lines.append([Content.styled("something new has come since: stale", "$text-warning")])
    if claim.former_status:
        lines.append([Content.styled(f"formerly signed off as {claim.former_status}", MUTED)])
    if claim.stage is Stage.SIGNED_OFF:
        own = " (self-signed)" if claim.self_signed else ""
        lines.append([words(f"signed off by {claim.signed_by}{own}", MUTED)])
    if claim.stage is Stage.WAITING:
        until = f" until {local_time(claim.waiting_until)}" if claim.waiting_until else ""
        lines.append([words(f"waits for {claim.waiting_for}{until}")])
    if claim.stage is Stage.DISMISSED and claim.dismissal:
        lines.append([words(f"dismissed: {claim.dismissal.replace('_', ' ')}", MUTED)])
    if lines:
        page.head("Verdict")
    for line in lines:
        page.say(*line)


def _checked(page: Page, dossier: Dossier, keys: Keys) -> None:
    page.head("Checked so far")
    for piece in dossier.evidence:
        where = "" if piece.url in ("", piece.title) else f"  {piece.url}"
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
        adds, logs = keys("add_evidence"), keys("log_attempt")
        said = f"nothing yet – {adds} adds evidence, {logs} logs an attempt"
        page.say(Content.styled(said, MUTED))
    if ways := _ways(dossier, keys):
        page.say(Content.styled(f"could be marked {' or '.join(ways)}", MUTED))


def _ways(dossier: Dossier, keys: Keys) -> list[str]:
    """The statuses that a claim not judged yet has the grounds for, each with its key."""
    claim = dossier.claim
    if claim.status is not Status.UNVERIFIED or not claim.checkable or claim.settled:
        return []
    ways = [
        status
        for status in Status
        if status is not Status.UNVERIFIED and not missing_for(status, dossier.grounds("…"))
    ]
    signs = [keys(f"mark('{status}')") for status in ways]
    return [f"{status} ({sign})" for status, sign in zip(ways, signs, strict=True)]


def say_history(page: Page, entries: tuple[Entry, ...]) -> None:
    """Say who did what, oldest first."""
    page.head("History")
    for entry in entries:
        page.hang(
            words(f"{local_time(entry.at)}  ", MUTED),
            words(f"{entry.by}  ", MUTED),
            words(entry.did),
            words(_change_words(entry), MUTED),
            words(f" – {entry.reason}" if entry.reason else ""),
        )


def _change_words(entry: Entry) -> str:
    if entry.verb is not Verb.CHANGED:
        return f"  {entry.subject} {entry.verb}{_proposed(entry)}"
    shown = [
        f"{name.replace('_', ' ')} {_short(old)} → {_short(new)}"
        for name, (old, new) in entry.changes.items()
        if not name.endswith(("_at", "_by")) and name != "reason"
    ]
    return f"  {', '.join(shown)}" if shown else ""


def _proposed(entry: Entry) -> str:
    """What the machine proposed, how sure it was, and why."""
    new = {name: value for name, (_, value) in entry.changes.items()}
    if entry.verb is not Verb.ADDED or not isinstance(new.get("score"), int | float):
        return ""
    said = f": “{new['statement']}”," if "statement" in new else ""
    why = new.get("score_reason") or new.get("reason")
    return f"{said} proposed with score {new['score']:.2f}{f' – {why}' if why else ''}"


def _short(value: object) -> str:
    if value in (None, "", [], False):
        return "–"
    if isinstance(value, dict) and "status" in value:
        return str(value["status"])
    if isinstance(value, dict | list):
        return "…"
    text = str(value)
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
