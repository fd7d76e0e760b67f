"""``tracker contradictions``: claim against claim, facet by facet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tracker.cli.json_text import write_json_list
from tracker.cli.opening import opened
from tracker.cli.options import add_json, add_limit, add_word
from tracker.cli.output import Output
from tracker.cli.pair_sheet import pair_json, put_pair
from tracker.cli.refs import number_of
from tracker.cli.sheet import Sheet
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import RelationState


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    add_word(
        parser,
        "--state",
        RelationState,
        f"one of {', '.join(RelationState)} (default: all but rejected)",
    )
    parser.add_argument("--event", metavar="N", help="about this event: E2 or 2")
    parser.add_argument(
        "--contested",
        action="store_true",
        help="with a claim that some claim stands against",
    )
    add_limit(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Set claims side by side, those that wait for a decision first."""
    state = RelationState(args.state) if args.state else None
    event = number_of(args.event, Kind.EVENT)
    with opened(args, out) as (desk, _):
        if event is not None:
            desk.browsing.refuse_if_merged(Ref(Kind.EVENT, event))
        pairs = desk.pairing.pairs(state, args.limit, event=event, contested=args.contested)
    if args.json:
        write_json_list(out, map(pair_json, pairs))
        return
    if not pairs:
        of = " of contested claims" if args.contested else ""
        about = f" about {Ref(Kind.EVENT, event)}" if event is not None else ""
        out.hint(f"no{f' {state}' if state else ''} contradictions{of}{about}.")
        return
    sheet = Sheet(out)
    for number, pair in enumerate(pairs):
        if number:
            sheet.blank()
        put_pair(sheet, out, pair)
    sheet.write()
