"""``tracker claims``: the list of claims, for the eye, for scripts and for spreadsheets."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tracker.cli.claim_table import CLAIM_COLUMNS, claim_row
from tracker.cli.opening import opened, settings_of
from tracker.cli.options import FILTERS, add_filters, add_json, add_limit, filter_of
from tracker.cli.output import Output
from tracker.cli.table import write_table
from tracker.domain.listing import ClaimLine, Filter, Order

if TYPE_CHECKING:
    from tracker.desk.desk import Desk
    from tracker.domain.dossier import Dossier

AT_ONCE = 1024
"""Claims read in one go; a list of any length takes no more room than this."""


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    add_filters(parser)
    parser.add_argument(
        "--sort",
        choices=[str(order) for order in Order],
        default=str(Order.QUEUE),
        help="queue: what to work on first (default)",
    )
    add_limit(parser)
    kind = parser.add_mutually_exclusive_group()
    add_json(kind)
    kind.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """List claims."""
    if _is_plain(args):
        from tracker.wiring import glimpse  # noqa: PLC0415 - not for help

        seen = glimpse(settings_of(args), args.limit)
        if seen.lines:
            _write_table(out, seen.lines, args.limit, seen.claims)
            return
    with opened(args, out) as (desk, _):
        where, order = filter_of(args, desk), Order(args.sort)
        if args.limit is not None:
            where = where.at_a_glance()
        if args.json or args.csv:
            _write_rows(desk, out, where, order, args)
        else:
            _write_lines(desk, out, where, order, args.limit)
        if desk.browsing.finds_more(where):
            many = f"the newest {where.newest:,} that “{where.search}” finds"
            out.hint(f"only {many} were looked at; without --limit all are.")


def _write_rows(desk: Desk, out: Output, where: Filter, order: Order, args: Namespace) -> None:
    # A list for the eye is to be there at once, and needs none of this.
    from tracker.cli.claim_csv import CSV_HEADER, csv_row  # noqa: PLC0415
    from tracker.cli.claim_json import claim_json  # noqa: PLC0415
    from tracker.cli.csv_text import write_csv  # noqa: PLC0415
    from tracker.cli.json_text import write_json_list  # noqa: PLC0415

    dossiers = _dossiers(desk, where, order, args.limit)
    if args.json:
        write_json_list(out, map(claim_json, dossiers))
    else:
        write_csv(out, CSV_HEADER, map(csv_row, dossiers))


def _write_lines(desk: Desk, out: Output, where: Filter, order: Order, limit: int | None) -> None:
    total = desk.browsing.count(where)
    if not total:
        out.hint(f"no claims{f' pass the filter: {where.words}' if where.words else ' yet'}.")
        return
    lines = _lines(desk, where, order, total if limit is None else min(limit, total))
    _write_table(out, lines, limit, total)


def _write_table(out: Output, lines: Iterable[ClaimLine], limit: int | None, total: int) -> None:
    write_table(out, CLAIM_COLUMNS, map(claim_row, lines))
    if limit is not None and limit < total:
        out.hint(f"{limit:,} of {total:,} claims shown.")


def _is_plain(args: Namespace) -> bool:
    """Whether only the first claims of the queue are asked for: a glimpse is enough for them."""
    narrowed = any(getattr(args, name) for name in FILTERS)
    short = args.limit is not None and args.limit <= AT_ONCE
    return short and args.sort == Order.QUEUE and not (narrowed or args.json or args.csv)


def _lines(desk: Desk, where: Filter, order: Order, limit: int) -> Iterator[ClaimLine]:
    if where.search:  # to leaf through what is found would search anew for each page
        numbers = desk.browsing.ids(where, order, limit)
        for start in range(0, len(numbers), AT_ONCE):
            yield from desk.browsing.lines(numbers[start : start + AT_ONCE], order)
        return
    anchors = desk.browsing.anchors(where, order) if limit > AT_ONCE else ()
    for start in range(0, limit, AT_ONCE):
        yield from desk.browsing.page(
            where, order, start=start, limit=min(AT_ONCE, limit - start), anchors=anchors
        )


def _dossiers(desk: Desk, where: Filter, order: Order, limit: int | None) -> Iterator[Dossier]:
    numbers = desk.browsing.ids(where, order, limit)
    for start in range(0, len(numbers), AT_ONCE):
        yield from desk.browsing.dossiers(numbers[start : start + AT_ONCE])
