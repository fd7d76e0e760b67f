"""``tracker import FILE.csv``: a spreadsheet's columns, its faults, and its first rows."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING, BinaryIO

from tracker.cli.json_text import write_json
from tracker.cli.output import Output
from tracker.cli.prose import UNDO, counted
from tracker.cli.sheet import Sheet as Shown
from tracker.domain.errors import BadInputError

if TYPE_CHECKING:
    from tracker.desk.desk import Desk
    from tracker.domain.row_draft import RowDraft
    from tracker.intake.from_csv import Sheet

_FIRST = 5


def add_sheet_options(parser: ArgumentParser) -> None:
    """Take what only a spreadsheet needs."""
    csv = parser.add_argument_group("spreadsheets (csv)")
    csv.add_argument(
        "--map",
        action="append",
        nargs="+",
        type=_pair,
        default=[],
        metavar="FIELD=COLUMN",
        help='which column holds what: statement="Claim text"; the others are guessed by name',
    )
    csv.add_argument("--delimiter", type=_sign, metavar="SIGN", help="what parts the cells")
    csv.add_argument(
        "--dry-run", action="store_true", help="show the first rows as they would be, store nothing"
    )
    csv.add_argument(
        "--keep-going", action="store_true", help="store the rows that are right, list the others"
    )


def import_sheet(
    args: Namespace, out: Output, desk: Desk, data: BinaryIO, *, by: str, name: str
) -> None:
    """Take in the rows of a spreadsheet, all of them or none.

    Raises:
        BadInputError: a row is wrong, and the others are not to be taken without it.
    """
    from tracker.intake.bytes_in import bytes_from  # noqa: PLC0415 - loads what reading needs
    from tracker.intake.from_csv import read_csv  # noqa: PLC0415

    said = dict(pair for pairs in args.map for pair in pairs)
    sheet = read_csv(bytes_from(data), said, args.delimiter or "")
    if not args.json:
        _show_columns(out, sheet)
    if args.dry_run:
        _show_rows(out, sheet)
    stopped = sheet.faults and not args.keep_going
    for fault in sheet.faults:
        out.hint(f"{name}: {fault}.")
    if args.dry_run:
        out.say(
            f"{counted(len(sheet.rows), 'row')} could be taken in, "
            f"{counted(len(sheet.faults), 'fault')}; nothing was stored."
        )
        return
    if stopped:
        raise BadInputError(
            f"{counted(len(sheet.faults), 'fault')}; nothing was stored. Mend the file, or take "
            "the other rows in with --keep-going."
        )
    taken = desk.receiving.take_rows([row for _, row in sheet.rows], by=by, origin=name)
    if args.json:
        faults = [fault._asdict() for fault in sheet.faults]
        claims = [str(claim.ref) for claim in taken.claims]
        came = {"claims": claims, "known": taken.known, "unanchored": taken.unanchored}
        write_json(out, {**came, "faults": faults})
        return
    known = f" {counted(taken.known, 'row')} came in before." if taken.known else ""
    left = f" {counted(len(sheet.faults), 'fault')} left out." if sheet.faults else ""
    undo = f" {UNDO}" if taken.claims else ""
    out.say(f"{name}: {counted(len(taken.claims), 'claim')} stored.{known}{left}{undo}")
    if taken.unanchored:
        out.say(
            f"{counted(taken.unanchored, 'quotation')} not found just once in the article; left as "
            "a note on the claim."
        )


def _show_columns(out: Output, sheet: Sheet) -> None:
    for field, column in sheet.columns.items():
        out.say(f"  {field:<13} ← {column}")
    if sheet.ignored:
        out.say(f"  {'left out':<13}   {', '.join(sheet.ignored)}")


def _show_rows(out: Output, sheet: Sheet) -> None:
    for number, row in sheet.rows[:_FIRST]:
        shown = Shown(out)
        shown.blank()
        shown.heading(f"row {number}")
        for field in sheet.columns:
            if words := _words(row, field):
                shown.side(field, words)
        shown.write()
    out.say("")


def _words(row: RowDraft, field: str) -> str:
    value = getattr(row, field)
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(getattr(value, "words", value) or "")


def _pair(word: str) -> tuple[str, str]:
    field, sign, column = word.partition("=")
    if not sign:
        raise ArgumentTypeError(f"“{word}” is no FIELD=COLUMN")
    return field.strip(), column.strip()


def _sign(word: str) -> str:
    sign = {"tab": "\t", "\\t": "\t"}.get(word.casefold(), word)
    if len(sign) != 1 or sign in '"\r\n\0':
        raise ArgumentTypeError(f"“{word}” is no single sign")
    return sign
