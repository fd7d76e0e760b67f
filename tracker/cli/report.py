"""``tracker report``: what leaves the desk."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tracker.cli.files_named import path_of
from tracker.cli.opening import opened
from tracker.cli.options import add_filters, add_output, filter_of, target_of
from tracker.cli.output import Output
from tracker.cli.progress import lines_of, told
from tracker.config import templates_folder
from tracker.domain.errors import RefusedError

_KINDS = ("unverified", "contradictions", "sources", "article", "activity")
_FORMATS = ("md", "html", "csv", "json", "docx")


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.add_argument("kind", choices=_KINDS, metavar="KIND", help=f"one of {', '.join(_KINDS)}")
    add_output(parser, _FORMATS, "md; html and docx hold 5,000 claims at most")
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        help="as it stood then: 2026-05-01 (the end of that day) or 2026-05-01T18:00+02:00",
    )
    parser.add_argument(
        "--templates",
        metavar="DIR",
        help="templates of your own (default: the folder “templates” beside the settings)",
    )
    add_filters(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Write a report: to a file whole or not at all, or to standard output."""
    from tracker.cli.page_lines import page_lines  # noqa: PLC0415 - loads the reports
    from tracker.desk.wording import moment_at_end  # noqa: PLC0415
    from tracker.report.report import ReportKind  # noqa: PLC0415 - with it
    from tracker.report.wanted import Wanted  # noqa: PLC0415 - loads the database's libraries

    target = target_of(args)
    as_of = moment_at_end(args.as_of) if args.as_of else None
    with opened(args, out) as (desk, by):
        templates = path_of(args.templates) if args.templates else templates_folder()
        form = args.format or (desk.reporting.format_of(target) if target else "md")
        wanted = Wanted(ReportKind(args.kind), by, filter_of(args, desk), as_of)
        if target is not None:
            pieces = told(desk.reporting.pieces(wanted, form, templates), "lines written", lines_of)
            desk.reporting.put(pieces, target, force=args.force)
            out.say(f"Written: {target}")
        elif form == "docx" and out.terminal:
            raise RefusedError("a Word document needs a file (-o report.docx).")
        elif out.width and not args.format:
            with desk.reporting.opened(wanted) as report:
                out.lines(page_lines(report.page(), out.width))
        else:
            pieces = desk.reporting.pieces(wanted, form, templates)
            counted = pieces if out.terminal else told(pieces, "lines written", lines_of)
            out.document(counted, plain=form == "md")
