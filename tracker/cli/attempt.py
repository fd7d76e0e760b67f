"""``tracker attempt``: a check that was tried, also when nothing came of it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tracker.cli.opening import opened
from tracker.cli.options import add_claims
from tracker.cli.output import Output
from tracker.cli.partial_names import partial_names
from tracker.cli.prose import UNDO, named
from tracker.cli.refs import claim_numbers
from tracker.domain.evidence import AttemptDraft
from tracker.domain.reference import Kind, Ref


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    add_claims(parser)
    parser.add_argument("what", metavar="WHAT", help="what was tried, in quotes")
    parser.add_argument("result", metavar="RESULT", help="what came of it, in quotes")
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Log an attempt."""
    numbers = claim_numbers(args.refs)
    with opened(args, out) as (desk, by):
        logged = desk.gathering.log_attempt(numbers, AttemptDraft(args.what, args.result), by=by)
        told = partial_names(desk, "the attempt", args.what, args.result)
    refs = named(Ref(Kind.CLAIM, one.claim_id) for one in logged)
    out.say(f"Attempt logged on {refs}. {UNDO}")
    out.hint(*told)
