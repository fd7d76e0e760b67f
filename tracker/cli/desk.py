"""``tracker`` and ``tracker demo``: the desk in the terminal."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tracker.cli.opening import settings_of
from tracker.cli.output import Output
from tracker.cli.parser import WRONG_USAGE


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments of ``demo``."""
    parser.add_argument("--fresh", action="store_true", help="begin again from the sample")
    parser.set_defaults(run=run_demo)


def run(args: Namespace, out: Output) -> int:
    """Open the desk on the ledger."""
    if not _at_a_terminal(out):
        out.hint("the desk needs a terminal; in a pipe use “tracker claims” or “tracker --help”.")
        return WRONG_USAGE
    return _desk(args, demo=False, fresh=False)


def run_demo(args: Namespace, out: Output) -> int:
    """Open the desk on the sample, or without a terminal print its report."""
    if args.ledger:
        out.hint("demo has a ledger of its own; leave out “demo” for yours, or else --ledger.")
        return WRONG_USAGE
    if _at_a_terminal(out):
        return _desk(args, demo=True, fresh=args.fresh)
    return _print_report(args, out)


def _desk(args: Namespace, *, demo: bool, fresh: bool) -> int:
    # The store is loaded behind the first frame, so nothing here may load it.
    from tracker.tui.app import TrackerApp  # noqa: PLC0415 - a third of a second

    app = TrackerApp(settings_of(args), demo=demo, fresh=fresh)
    app.run()
    return app.return_code or 0


def _print_report(args: Namespace, out: Output) -> int:
    from tracker.report.report import ReportKind  # noqa: PLC0415
    from tracker.report.wanted import Wanted  # noqa: PLC0415 - the first frame needs none of them
    from tracker.wiring import open_demo  # noqa: PLC0415

    found = settings_of(args)
    desk = open_demo(found, fresh=args.fresh)
    if desk.put_aside:
        out.hint(
            "the demo’s ledger was made by another version and is made anew; the old one is "
            f"{desk.put_aside}."
        )
    try:
        wanted = Wanted(ReportKind.UNVERIFIED, found.editor)
        out.document(desk.reporting.pieces(wanted, "md"), plain=True)
        out.flush()
        out.hint(
            "to work with these claims, open the desk: “tracker demo” in a terminal "
            f"(their ledger is {desk.place})."
        )
    finally:
        desk.close()
    return 0


def _at_a_terminal(out: Output) -> bool:
    return out.terminal and sys.stdin is not None and sys.stdin.isatty()
