"""``tracker ledger``: what it holds, whether it is whole, copies of it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.json_text import write_json
from tracker.cli.opening import opened
from tracker.cli.options import add_json
from tracker.cli.output import Output
from tracker.cli.prose import counted
from tracker.cli.sheet import Sheet
from tracker.cli.styles import Style, Styled
from tracker.domain.errors import BadInputError

if TYPE_CHECKING:
    from tracker.desk.desk import Desk


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.add_argument(
        "what",
        choices=("info", "check", "backup", "upgrade"),
        metavar="WHAT",
        help="info: what it holds; check: whether it is whole; backup FILE: a verified copy; "
        "upgrade: bring it up to date",
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="the new file of a backup")
    parser.add_argument("--mend", action="store_true", help="check: rebuild the search index first")
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> int:
    """Look after the ledger."""
    if (args.what == "backup") != (args.file is not None):
        raise BadInputError("name a file for the backup, and only for that.")
    with opened(args) as (desk, _):
        match args.what:
            case "info":
                _info(desk, out, as_json=args.json)
            case "check":
                return _check(desk, out, mend=args.mend, as_json=args.json)
            case "backup":
                desk.auditing.back_up(Path(args.file).expanduser())
                out.say(f"Copied to {args.file}, and the copy verified.")
            case _:
                kept = f" A copy from before is {desk.safe_copy}." if desk.safe_copy else ""
                out.say(f"{desk.place} is up to date.{kept}")
    return 0


def _info(desk: Desk, out: Output, *, as_json: bool) -> None:
    sizes = desk.auditing.sizes()
    entries, head = desk.auditing.head()
    if as_json:
        history = {"entries": entries, "head": head or None}
        whole = {"ledger": desk.place, "read_only": desk.read_only}
        write_json(out, {**whole, "holds": sizes, "history": history})
        return
    sheet = Sheet(out)
    sheet.side("ledger", desk.place)
    sheet.side("", "read-only" if desk.read_only else "")
    sheet.side("holds", ", ".join(_counted(number, kind) for kind, number in sizes.items()))
    sheet.side("history", counted(entries, "entry", "entries"))
    sheet.side("last hash", head)
    sheet.write()


def _counted(number: int, kind: str) -> str:
    return counted(number, kind, "evidence" if kind == "evidence" else "")


def _check(desk: Desk, out: Output, *, mend: bool, as_json: bool) -> int:
    if mend:
        desk.auditing.rebuild_search()
    checks = desk.auditing.check()
    wrong = sum(len(check.problems) for check in checks)
    if as_json:
        found = [{"check": check.name, "problems": list(check.problems)} for check in checks]
        write_json(out, {"ledger": desk.place, "whole": not wrong, "checks": found})
    else:
        sheet = Sheet(out)
        for check in checks:
            verdict = Styled("wrong", Style.RED) if check.problems else Styled("ok", Style.GREEN)
            sheet.heading(verdict, f"  {check.name}")
            sheet.side("", *check.problems)
        sheet.write()
    if wrong:
        out.hint(f"{desk.place} has {counted(wrong, 'fault')}; keep a copy before you go on.")
    return 1 if wrong else 0
