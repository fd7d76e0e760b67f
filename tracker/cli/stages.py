"""``tracker start``, ``ready``, ``sign-off``, ``return``, ``reopen``, ``wait`` and ``assign``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from tracker.cli.opening import opened, settings_of
from tracker.cli.options import add_claims, add_reason
from tracker.cli.output import Output
from tracker.cli.partial_names import partial_names
from tracker.cli.prose import UNDO, claims_named, local
from tracker.cli.refs import claim_numbers, claims_and_words
from tracker.domain.errors import BadInputError
from tracker.domain.standing import Standing


def add(parser: ArgumentParser, command: str) -> None:
    """Add the arguments."""
    match command:
        case "wait":
            add_claims(parser)
            parser.add_argument("what", metavar="WHAT", help="who or what is waited for")
            parser.add_argument("--until", metavar="DATE", help="2026-05-01 or 2026-05-01T18:00")
            parser.set_defaults(run=run_wait)
        case "assign":
            parser.usage = "tracker assign REF… [NAME] [--nobody]"
            parser.add_argument("words", nargs="+", metavar="REF", help="a claim, such as C12")
            parser.add_argument("--nobody", action="store_true", help="take them from whoever")
            parser.set_defaults(run=run_assign)
        case "return" | "reopen":
            add_claims(parser)
            add_reason(parser, "why; it is needed")
            parser.set_defaults(run=run_back, back=f"{command}ed")
        case _:
            add_claims(parser)
            parser.set_defaults(run=run_on, stage=command)


def run_on(args: Namespace, out: Output) -> None:
    """Take claims in progress, hand them on, or settle them."""
    numbers = claim_numbers(args.refs)
    with opened(args, out) as (desk, by):
        match args.stage:
            case "start":
                done, moved = "taken in progress", desk.reviewing.start(numbers, by=by)
            case "ready":
                done, moved = "made ready", desk.reviewing.ready(numbers, by=by)
            case _:
                done, moved = "signed off", desk.reviewing.sign_off(numbers, by=by)
    out.say(f"{claims_named(moved)} {done}{_self_signed(moved)}. {UNDO}")


def run_back(args: Namespace, out: Output) -> None:
    """Return claims, or reopen them."""
    numbers = claim_numbers(args.refs)
    with opened(args, out) as (desk, by):
        moved = desk.reviewing.send_back(numbers, by=by, reason=args.reason)
        told = partial_names(desk, "the reason", args.reason)
    out.say(f"{claims_named(moved)} {args.back}. {UNDO}")
    out.hint(*told)


def run_wait(args: Namespace, out: Output) -> None:
    """Let claims wait."""
    from tracker.desk.wording import moment_of  # noqa: PLC0415 - for this command only

    numbers = claim_numbers(args.refs)
    until = moment_of(args.until) if args.until else None
    with opened(args, out) as (desk, by):
        moved = desk.reviewing.wait(numbers, args.what, until, by=by)
        told = partial_names(desk, "what is waited for", args.what)
    til = f" until {local(until)}" if until else ""
    out.say(f"{claims_named(moved)} left waiting for {moved[0].waiting_for}{til}. {UNDO}")
    out.hint(*told)


def run_assign(args: Namespace, out: Output) -> None:
    """Give claims to an editor, to oneself, or to nobody."""
    numbers, name = claims_and_words(args.words)
    if len(name) > 1 or (name and args.nobody):
        raise BadInputError("name one editor (in quotes if the name has spaces), or --nobody.")
    to = None if args.nobody else name[0] if name else settings_of(args).editor
    with opened(args, out) as (desk, by):
        moved = desk.reviewing.assign(numbers, to, by=by)
    out.say(f"{claims_named(moved)} {f'given to {to}' if to else 'given to nobody'}. {UNDO}")


def _self_signed(claims: Sequence[Standing]) -> str:
    if any(claim.signed_by and claim.self_signed for claim in claims):
        return " (self-signed: you judged it or made it ready yourself)"
    return ""
