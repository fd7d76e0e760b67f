"""``tracker accept``, ``dismiss``, ``confirm`` and ``reject``: what is proposed, decided."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.cli.matches import matches_said
from tracker.cli.opening import opened
from tracker.cli.options import add_reason, spelled
from tracker.cli.output import Output
from tracker.cli.partial_names import partial_names
from tracker.cli.prose import UNDO, claims_named, named
from tracker.cli.refs import of_one_kind, refs_of
from tracker.cli.relations import how_to_merge
from tracker.domain.errors import BadInputError
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation
from tracker.domain.standing import Standing
from tracker.domain.status import Dismissal, Stage

if TYPE_CHECKING:
    from tracker.desk.desk import Desk
    from tracker.desk.parting import Untied

_ONLY_RELATIONS = ("confirm", "reject")


def add(parser: ArgumentParser, command: str) -> None:
    """Add the arguments."""
    what = "a relation, such as R4, or a match of sources, such as M2"
    if command not in _ONLY_RELATIONS:
        what = "a claim, a relation or a match of sources"
    parser.add_argument("refs", nargs="+", metavar="REF", help=what)
    reasons = ", ".join(Dismissal)
    add_reason(parser, f"why; for claims one of {reasons}" if command == "dismiss" else "why")
    parser.set_defaults(run=run, decision=command)


def run(args: Namespace, out: Output) -> None:
    """Accept or dismiss; several are one action."""
    refs = refs_of(args.refs, Kind.CLAIM, Kind.RELATION, Kind.MATCH)
    kind = of_one_kind(refs)
    numbers = [ref.number for ref in refs]
    if kind is Kind.CLAIM and args.decision in _ONLY_RELATIONS:
        raise BadInputError(_claims_instead(refs[0], args.decision))
    takes_it = args.decision in ("accept", "confirm")
    hints: list[str] = []
    with opened(args, out) as (desk, by):
        if kind is Kind.RELATION:
            decide = desk.relating.confirm if takes_it else desk.relating.reject
            decided = decide(numbers, by=by, reason=args.reason)
            said = _relations_said(decided)
            if takes_it:
                hints += map(how_to_merge, desk.relating.apart(decided))
            else:
                hints += map(_how_to_part, desk.relating.untied(decided))
        elif kind is Kind.MATCH:
            said = _matched(desk, numbers, args.reason, by, same=takes_it)
        elif takes_it:
            said = _accepted(desk.reviewing.accept(numbers, by=by))
        else:
            said = _dismissed(desk, numbers, args.reason, by)
        hints += partial_names(desk, "the reason", args.reason)
    out.say(f"{said}. {UNDO}")
    out.hint(*hints)


def _how_to_part(loose: Untied) -> str:
    claims = " ".join(map(str, loose.claims))
    return (
        f"{loose.words}; if it tells of another event: tracker split {loose.event.ref} {claims} "
        "--name TITLE"
    )


def _matched(desk: Desk, numbers: Sequence[int], reason: str, by: str, *, same: bool) -> str:
    if same:
        return matches_said(desk.matching.accept(numbers, by=by), same=True)
    return matches_said(desk.matching.reject(numbers, by=by, reason=reason), same=False)


def _claims_instead(ref: Ref, decision: str) -> str:
    if decision == "confirm":
        return (
            f"{ref} is a claim: “tracker accept {ref}” accepts what is proposed, “tracker mark "
            f"{ref} confirmed” sets its status."
        )
    return f"{ref} is a claim: “tracker dismiss {ref}” dismisses what is proposed."


def _dismissed(desk: Desk, numbers: Sequence[int], reason: str, by: str) -> str:
    claims = desk.reviewing.dismiss(numbers, by=by, why=_why(reason))
    gone = [claim for claim in claims if claim.stage is Stage.DISMISSED]
    kept = [claim for claim in claims if claim.stage is not Stage.DISMISSED]
    said = []
    if gone and gone[0].dismissal is not None:
        said.append(f"{claims_named(gone)} dismissed ({gone[0].dismissal.replace('_', ' ')})")
    if kept:
        said.append(f"the status proposed for {claims_named(kept)} turned down")
    return "; ".join(said)


def _why(reason: str) -> Dismissal | None:
    if not reason.strip():
        return None
    if spelled(reason) not in list(Dismissal):
        raise BadInputError(f"“{reason}” is no reason to dismiss; give {', '.join(Dismissal)}.")
    return Dismissal(spelled(reason))


def _accepted(claims: Sequence[Standing]) -> str:
    opened_ones = [claim for claim in claims if claim.stage is Stage.OPEN]
    marked = [claim for claim in claims if claim.stage is not Stage.OPEN]
    said = [f"{claims_named(opened_ones)} accepted"] if opened_ones else []
    for status in dict.fromkeys(claim.status for claim in marked):
        ones = [claim for claim in marked if claim.status is status]
        said.append(f"{claims_named(ones)} marked {status}, as proposed")
    return "; ".join(said)


def _relations_said(relations: Sequence[Relation]) -> str:
    refs = named((relation.ref for relation in relations), "relation")
    return f"{refs} {relations[0].state}"
