"""``tracker merge`` and ``tracker split``: joining what is one, parting what is two."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tracker.cli.opening import opened
from tracker.cli.options import add_reason
from tracker.cli.output import Output
from tracker.cli.partial_names import partial_names
from tracker.cli.prose import UNDO, counted
from tracker.cli.refs import refs_of
from tracker.domain.errors import RefusedError
from tracker.domain.reference import Kind, Ref

_KINDS = (Kind.CLAIM, Kind.EVENT, Kind.SOURCE)


def add(parser: ArgumentParser, command: str) -> None:
    """Add the arguments."""
    if command == "merge":
        parser.add_argument("keep", metavar="REF", help="the one that stays")
        parser.add_argument("other", metavar="REF", help="the one that goes into it")
        parser.set_defaults(run=run_merge)
    else:
        parser.add_argument("ref", metavar="REF", help="a source, event or claim")
        parser.add_argument(
            "taken",
            nargs="*",
            metavar="REF",
            help="claims, or articles that reprint it, to go along",
        )
        parser.add_argument(
            "--name", metavar="TEXT", default="", help="its name, title or statement; needed"
        )
        parser.set_defaults(run=run_split)
    add_reason(parser)


def run_merge(args: Namespace, out: Output) -> None:
    """Join two things into the first."""
    (keep,), (other,) = refs_of([args.keep], *_KINDS), refs_of([args.other], *_KINDS)
    with opened(args, out) as (desk, by):
        unlike = desk.curating.unlike(keep, other)
        pairs = desk.curating.merge(keep, other, by=by, reason=args.reason)
        told = partial_names(desk, "the reason", args.reason)
    out.say(f"{other} merged into {keep}. {UNDO}")
    if pairs:
        out.say(
            f"{counted(pairs, 'pair')} of their claims {'is' if pairs == 1 else 'are'} proposed."
        )
    if unlike:
        out.hint(f"{unlike}: if they are not one, undo it.")
    out.hint(*told)


def run_split(args: Namespace, out: Output) -> None:
    """Part a thing in two."""
    ref = Ref.parse(args.ref, among=_KINDS)
    of_claim = ref.kind is Kind.CLAIM
    if of_claim and args.taken and args.taken[0][:1] in "Cc":
        raise RefusedError(
            f"{ref} is a claim, and articles that reprint it go with its twin; to part claims "
            f"from their event name that first: tracker split E… {ref} {args.taken[0]} --name …"
        )
    taken = refs_of(args.taken, Kind.ARTICLE if of_claim else Kind.CLAIM)
    kind = "articles" if of_claim else "claims"
    along = {kind: [one.number for one in taken]}
    with opened(args, out) as (desk, by):
        parted = desk.curating.split(ref, by=by, name=args.name, reason=args.reason, **along)
        told = partial_names(desk, str(parted.new), args.name, args.reason)
    out.say(f"{parted.new} split from {ref}. {UNDO}")
    if parted.gone:
        out.say(f"{parted.gone}.")
    out.hint(*told)
