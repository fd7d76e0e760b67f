"""``tracker report``: what leaves the desk."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tracker.cli.opening import opened
from tracker.cli.options import add_filters, filter_of
from tracker.cli.output import Output

_FORMATS = ("md", "html", "csv", "json")


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.add_argument("kind", choices=("unverified",), metavar="KIND", help="unverified")
    parser.add_argument(
        "-f", "--format", choices=_FORMATS, help="default: what FILE's ending says, else md"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", default="-", help="default: standard output"
    )
    parser.add_argument("--force", action="store_true", help="replace FILE if it is there")
    add_filters(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Write a report: to a file whole or not at all, or to standard output."""
    target = None if args.output == "-" else Path(args.output).expanduser()
    with opened(args) as (desk, by):
        form = args.format or (desk.reporting.format_of(target) if target else "md")
        report = desk.reporting.unverified(filter_of(args, desk), by=by)
        text = desk.reporting.render(report, form)
        if target is not None:
            desk.reporting.write(text, target, force=args.force)
    if target is None:
        out.document(text, plain=form == "md")
    else:
        out.say(f"Written: {target}")
