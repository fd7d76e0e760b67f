"""``tracker contradictions``: claim against claim, facet by facet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tracker.cli.json_text import write_json_list
from tracker.cli.opening import opened
from tracker.cli.options import add_json, add_limit, add_word
from tracker.cli.output import Output
from tracker.cli.pair_sheet import pair_json, put_pair
from tracker.cli.sheet import Sheet
from tracker.domain.relation import RelationState


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    add_word(
        parser,
        "--state",
        RelationState,
        f"one of {', '.join(RelationState)} (default: all but rejected)",
    )
    add_limit(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Set claims side by side, those that wait for a decision first."""
    state = RelationState(args.state) if args.state else None
    with opened(args) as (desk, _):
        pairs = desk.browsing.pairs(state)[: args.limit]
    if args.json:
        write_json_list(out, map(pair_json, pairs))
        return
    if not pairs:
        out.hint(f"no{f' {state}' if state else ''} contradictions.")
        return
    sheet = Sheet(out)
    for number, pair in enumerate(pairs):
        if number:
            sheet.blank()
        put_pair(sheet, out, pair)
    sheet.write()
