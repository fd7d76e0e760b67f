"""``tracker mark``: the verification status of claims."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from tracker.cli.bearings import add_evidence_words, evidence_of
from tracker.cli.opening import opened
from tracker.cli.options import add_claims, add_reason, add_word
from tracker.cli.output import Output
from tracker.cli.partial_names import partial_names
from tracker.cli.prose import UNDO, claims_named
from tracker.cli.refs import claim_numbers
from tracker.domain.claim import Claim
from tracker.domain.errors import BadInputError
from tracker.domain.evidence import EvidenceDraft, Stance
from tracker.domain.status import Status

_IMPLIED = {
    Status.CONFIRMED: Stance.SUPPORTS,
    Status.CORROBORATED: Stance.SUPPORTS,
    Status.REFUTED: Stance.UNDERMINES,
}
"""How evidence bears that is given together with a status and without a stance."""


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    add_claims(parser)
    add_word(parser, "status", Status, f"one of {', '.join(Status)} (see “tracker help statuses”)")
    add_reason(parser, "why; confirmed, misleading, refuted and unverifiable need it")
    parser.add_argument("--evidence", metavar="URL", help="evidence to add in the same step")
    add_evidence_words(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Mark claims; all of them, or none."""
    from tracker.desk.reviewing import Backing  # noqa: PLC0415 - loads the database's libraries

    numbers, status = claim_numbers(args.refs), Status(args.status)
    backing = Backing(args.reason, _evidence(args, status))
    with opened(args, out) as (desk, by):
        before = [dossier.claim for dossier in desk.browsing.dossiers(numbers)]
        shaken = desk.reviewing.shaken(numbers, status)
        marked = desk.reviewing.mark(numbers, status, by=by, backing=backing)
        given = (args.reason, args.title, args.evidence or "")
        told = partial_names(desk, "the reason or the evidence", *given)
    out.say(f"{claims_named(marked)} marked {status}{_before(before, status)}. {UNDO}")
    for tie in shaken:
        out.hint(f"{tie.verdict}, and both cannot be: that verdict is stale now.")
    out.hint(*told)


def _evidence(args: Namespace, status: Status) -> EvidenceDraft | None:
    stance = Stance(args.stance) if args.stance else _IMPLIED.get(status)
    if args.evidence is None:
        if args.stance or args.title or args.kind or args.file or args.no_copy:
            raise BadInputError("to add evidence name its address too (--evidence URL).")
        return None
    if stance is None:
        raise BadInputError(
            f"say how the evidence bears on the claim (--stance {', '.join(Stance)})."
        )
    return evidence_of(args, args.evidence, stance)


def _before(claims: Sequence[Claim], status: Status) -> str:
    were = {claim.status for claim in claims}
    if len(were) != 1 or were == {status}:
        return ""
    return f" (was {were.pop()})"
