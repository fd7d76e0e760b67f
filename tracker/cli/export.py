"""``tracker export``: the ledger, or some of its claims, for other programs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tracker.cli.json_text import harmless
from tracker.cli.opening import opened
from tracker.cli.options import add_filters, add_output, filter_of, target_of
from tracker.cli.output import Output
from tracker.cli.progress import lines_of, told
from tracker.domain.errors import RefusedError
from tracker.domain.visible import visible

_FORMATS = ("json", "jsonl", "csv", "claimreview")


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    add_output(parser, _FORMATS, "json")
    parser.add_argument(
        "--with-restricted",
        action="store_true",
        help="with the names of protected sources; json and jsonl only, into FILE only",
    )
    parser.add_argument(
        "--raw", action="store_true", help="csv for machines: no apostrophe before a formula"
    )
    parser.add_argument(
        "--publisher", metavar="NAME", default="", help="claimreview: the desk that signs"
    )
    add_filters(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Export: to a file whole or not at all, or to standard output."""
    from tracker.desk.exporting import Choice, form_of  # noqa: PLC0415 - loads the desk

    target = target_of(args)
    if args.with_restricted and target is None:
        raise RefusedError("the names of protected sources go into a file only; name it with -o.")
    remarks: list[str] = []
    with opened(args, out) as (desk, _):
        form = args.format or (form_of(target) if target else "json")
        choice = Choice(
            form,
            filter_of(args, desk),
            with_restricted=args.with_restricted,
            raw=args.raw,
            publisher=args.publisher,
        )
        pieces = told(desk.exporting.pieces(choice, remarks), "lines written", lines_of)
        if target is not None:
            desk.exporting.write(pieces, target, choice, force=args.force)
        else:
            for piece in pieces:
                if not out.terminal:
                    out.data(piece)
                else:
                    shown = visible(piece, lines=True) if form == "csv" else harmless(out, piece)
                    out.raw(shown)
    for remark in remarks:
        out.hint(remark)
    if target is not None:
        out.say(f"Written: {target}")
