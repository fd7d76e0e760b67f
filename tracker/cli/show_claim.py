"""A claim whole: what was said and through whom, what bears on it, what was done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.cli.claim_json import claim_json
from tracker.cli.claim_sides import bearing_sides, saying_sides, standing_sides
from tracker.cli.history import COLUMNS, entry_json, entry_row
from tracker.cli.json_text import iso
from tracker.cli.output import Output
from tracker.cli.pair_sheet import interest_json
from tracker.cli.relations import relation_json
from tracker.cli.sheet import Sheet
from tracker.cli.table import table_lines
from tracker.domain.dossier import Dossier
from tracker.domain.evidence import Attempt, Evidence, Note
from tracker.domain.history import Entry
from tracker.domain.record import as_json as plain
from tracker.domain.reference import Kind, Ref
from tracker.domain.safe_sentence import safe_sentence

if TYPE_CHECKING:
    from tracker.desk.desk import Desk


class Whole(NamedTuple):
    """A claim, all that bears on it, and its history."""

    dossier: Dossier
    history: tuple[Entry, ...]


def fetched(desk: Desk, number: int) -> Whole:
    """Fetch it.

    Raises:
        UnknownRefError: there is no such claim.
    """
    dossier = desk.browsing.dossier(number)
    return Whole(dossier, desk.browsing.history(dossier.claim.ref))


def put(sheet: Sheet, out: Output, whole: Whole) -> None:
    """Put it on a sheet."""
    dossier = whole.dossier
    standing_sides(sheet, dossier)
    saying_sides(sheet, dossier)
    bearing_sides(sheet, dossier)
    sheet.title("History")
    sheet.rows(table_lines(out, COLUMNS, map(entry_row, whole.history), whole=True))
    sheet.title("Safe to print")
    sheet.block(safe_sentence(dossier))


def as_json(whole: Whole) -> dict[str, Any]:
    """Everything about it for scripts; what ``claims --json`` gives comes first."""
    dossier, claim = whole.dossier, whole.dossier.claim
    return {
        **claim_json(dossier),
        "checkable": claim.checkable,
        "contested": claim.contested,
        **interest_json(dossier),
        "said_at": plain(claim.said_at),
        "proposed": plain(claim.proposed),
        "verdict": {
            "reason": claim.reason,
            "by": claim.judged_by,
            "at": iso(claim.judged_at),
            "former_status": claim.former_status.value if claim.former_status else None,
        },
        "sign_off": {
            "readied_by": claim.readied_by,
            "signed_by": claim.signed_by,
            "self_signed": claim.self_signed,
        },
        "waiting": {"for": claim.waiting_for or None, "until": iso(claim.waiting_until)},
        "dismissal": claim.dismissal.value if claim.dismissal else None,
        "merged_into": str(Ref(Kind.CLAIM, claim.merged_into)) if claim.merged_into else None,
        "passages": [plain(passage) for passage in claim.passages],
        "facets": [plain(value) for value in claim.facets],
        "caveats": [plain(caveat) for caveat in claim.caveats],
        "score": claim.score,
        "score_reason": claim.score_reason,
        "relations": [relation_json(tie.relation) for tie in dossier.ties],
        "evidence": [_evidence(one) for one in dossier.evidence],
        "attempts": [_attempt(one) for one in dossier.attempts],
        "notes": [_note(one) for one in dossier.notes],
        "history": [entry_json(entry) for entry in whole.history],
        "safe_sentence": safe_sentence(dossier),
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "id": str(one.ref),
        "kind": one.kind.value,
        "stance": one.stance.value,
        "title": one.title,
        "url": one.url,
        "copy_sha256": one.capture,
        "no_copy": one.no_capture.value if one.no_capture else None,
        "judged_by": one.judged_by,
        "judged_at": iso(one.judged_at),
    }


def _attempt(one: Attempt) -> dict[str, Any]:
    made = {"by": one.by, "at": iso(one.at)}
    return {"id": str(one.ref), "what": one.what, "result": one.result, **made}


def _note(one: Note) -> dict[str, Any]:
    return {"id": str(one.ref), "text": one.text, "by": one.by, "at": iso(one.at)}
