"""Gathering what bears on claims: evidence, attempts, notes, tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tracker.desk.acting import Subject, action_editor, action_time, selected
from tracker.domain.claim import Claim
from tracker.domain.errors import RefusedError
from tracker.domain.evidence import (
    Attempt,
    AttemptDraft,
    Evidence,
    EvidenceDraft,
    Note,
    Stance,
)
from tracker.domain.veil import veiled
from tracker.store.shelves import Shelves

if TYPE_CHECKING:
    from tracker.store.claims import Claims

_OPPOSITE = {Stance.SUPPORTS: Stance.UNDERMINES, Stance.UNDERMINES: Stance.SUPPORTS}


class Gathering(Subject):
    """Adds what bears on claims."""

    def add_evidence(
        self,
        claims: Sequence[int],
        draft: EvidenceDraft,
        *,
        by: str,
        against: Sequence[int] = (),
        beside: Mapping[int, Stance] | None = None,
        reason: str = "",
    ) -> tuple[Evidence, ...]:
        """Add evidence to claims; on those ``against`` it bears the opposite way.

        ``beside`` says of further claims how it bears on them.
        """
        turned = _OPPOSITE.get(draft.stance, draft.stance)
        stances = dict.fromkeys(selected((*claims, *against)), draft.stance)
        stances.update(dict.fromkeys(against, turned))
        stances.update(beside or {})
        with self._database.writing(by=by, did="evidence", reason=reason) as shelves:
            put = tuple(
                put_evidence(shelves, number, draft, stance) for number, stance in stances.items()
            )
            return veiled(put, shelves.sources.stand_ins())

    def log_attempt(
        self, claims: Sequence[int], draft: AttemptDraft, *, by: str
    ) -> tuple[Attempt, ...]:
        """Log a check that was tried."""
        with self._database.writing(by=by, did="attempt") as shelves:
            put = tuple(put_attempt(shelves, number, draft) for number in selected(claims))
            return veiled(put, shelves.sources.stand_ins())

    def add_note(self, claims: Sequence[int], text: str, *, by: str) -> tuple[Note, ...]:
        """Leave a note for colleagues."""
        if not text.strip():
            raise RefusedError("the note is empty.")
        with self._database.writing(by=by, did="note") as shelves:
            at = action_time(shelves)
            put = tuple(
                shelves.notes.add(Note(shelves.claims.get(number).id, text.strip(), by, at))
                for number in selected(claims)
            )
            return veiled(put, shelves.sources.stand_ins())

    def tag(self, claims: Sequence[int], words: Sequence[str], *, by: str) -> tuple[Claim, ...]:
        """Tag claims."""
        if not any(word.strip() for word in words):
            raise RefusedError("no tag is given.")
        return self._change_claims(
            claims, lambda _shelves, claim, _at: claim.tagged(*words), of=_whole, by=by, did="tag"
        )

    def untag(self, claims: Sequence[int], words: Sequence[str], *, by: str) -> tuple[Claim, ...]:
        """Take tags away."""
        return self._change_claims(
            claims,
            lambda _shelves, claim, _at: claim.untagged(*words),
            of=_whole,
            by=by,
            did="untag",
        )


def _whole(shelves: Shelves) -> Claims:
    return shelves.claims


def put_evidence(shelves: Shelves, number: int, draft: EvidenceDraft, stance: Stance) -> Evidence:
    """Put a piece of evidence with a claim, within an action, and raise its stale flag.

    Raises:
        RefusedError: the draft says neither where nor what the evidence is.
    """
    title, url = draft.title.strip(), draft.url.strip()
    if not (title or url):
        raise RefusedError("evidence needs an address or a title.")
    claim = shelves.claims.get(number)
    at = action_time(shelves)
    kept = None
    if draft.content is not None:
        kept = shelves.evidence.keep_copy(draft.content, draft.media_type, at)
    put = shelves.evidence.add(
        Evidence(
            claim_id=claim.id,
            kind=draft.kind,
            stance=stance,
            title=title or url,
            url=url,
            judged_by=action_editor(shelves),
            judged_at=at,
            capture=kept,
            no_capture=None if kept else draft.no_capture,
        )
    )
    shelves.claims.save(claim.unsettled_by_news())
    return put


def put_attempt(shelves: Shelves, number: int, draft: AttemptDraft) -> Attempt:
    """Log an attempt on a claim, within an action.

    Raises:
        RefusedError: the draft does not say what was tried.
    """
    if not draft.what.strip():
        raise RefusedError("say what was tried.")
    claim = shelves.claims.get(number)
    return shelves.attempts.add(
        Attempt(
            claim_id=claim.id,
            what=draft.what.strip(),
            result=draft.result.strip() or "no result",
            by=action_editor(shelves),
            at=action_time(shelves),
        )
    )
