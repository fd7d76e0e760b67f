"""``tracker ledger``: what it holds, whether it is whole, copies of it."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.files_named import path_of
from tracker.cli.json_text import write_json
from tracker.cli.opening import opened, settings_of
from tracker.cli.options import add_json
from tracker.cli.output import Output
from tracker.cli.progress import forget, said
from tracker.cli.prose import counted
from tracker.cli.sheet import Sheet
from tracker.cli.styles import Style, Styled
from tracker.domain.errors import BadInputError
from tracker.domain.history import Seal

if TYPE_CHECKING:
    from tracker.desk.auditing import Checked
    from tracker.desk.desk import Desk
    from tracker.store.recovering import Recovered


_MOST_NAMED = 10
"""Lost things that are named; of more only the number is told."""
WITH_FILE = ("backup", "recover", "seal")


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.add_argument(
        "what",
        choices=("info", "check", "backup", "upgrade", "recover", "seal"),
        metavar="WHAT",
        help="info: what it holds; check: whether it is whole; backup FILE: a verified copy; "
        "upgrade: bring it up to date; recover FILE: save what can be read of a damaged one; "
        "seal [FILE]: say how far its history goes, to keep elsewhere",
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="the new file")
    parser.add_argument(
        "--mend",
        action="store_true",
        help="check: rebuild the search index, counts, keys and triggers first",
    )
    parser.add_argument(
        "--seal", metavar="FILE",
        help="check: hold the history against a seal, or a report in JSON, from before",
    )  # fmt: skip
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> int:
    """Look after the ledger."""
    if args.file is None and args.what in ("backup", "recover"):
        raise BadInputError(f"name a new file for the {_NEW[args.what]}.")
    if args.file is not None and args.what not in WITH_FILE:
        raise BadInputError(f"{args.what} takes no file.")
    if args.what == "recover":
        return _recover(args, out)
    with opened(args, out) as (desk, _):
        match args.what:
            case "info":
                _info(desk, out, as_json=args.json)
            case "check":
                seal = _seal_in(args.seal) if args.seal else None
                return _check(desk, out, seal, mend=args.mend, as_json=args.json)
            case "seal":
                _seal(desk, out, args.file)
            case "backup":
                desk.auditing.back_up(path_of(args.file))
                out.say(f"Copied to {args.file}, and the copy verified.")
            case _:
                kept = f" A copy from before is {desk.safe_copy}." if desk.safe_copy else ""
                out.say(f"{desk.place} is up to date.{kept}")
    return 0


_NEW = {"backup": "backup", "recover": "recovered ledger"}


def _info(desk: Desk, out: Output, *, as_json: bool) -> None:
    sizes = desk.auditing.sizes()
    entries, head = desk.auditing.head()
    if as_json:
        history = {"entries": entries, "head": head or None}
        whole = {"ledger": desk.place, "read_only": desk.read_only, "home": desk.home}
        write_json(out, {**whole, "holds": sizes, "history": history})
        return
    sheet = Sheet(out)
    sheet.side("ledger", desk.place)
    sheet.side("", "read-only" if desk.read_only else "")
    for name, fact in desk.home.items():
        sheet.side(name, fact)
    sheet.side("holds", ", ".join(_counted(number, kind) for kind, number in sizes.items()))
    sheet.side("history", counted(entries, "entry", "entries"))
    sheet.side("last hash", head)
    sheet.write()


_MANY = {"evidence": "evidence", "match": "matches"}


def _counted(number: int, kind: str) -> str:
    return counted(number, kind, _MANY.get(kind, ""))


def _check(desk: Desk, out: Output, seal: Seal | None, *, mend: bool, as_json: bool) -> int:
    checks: list[Checked] = []
    try:
        if mend:
            desk.auditing.rebuild_derived(lambda step: said(f"mending: {step} …"))
        for check in desk.auditing.check(seal, lambda step: said(f"checking: {step} …")):
            forget()
            checks.append(check)
            if not as_json:  # each as soon as it is done: a large ledger takes minutes
                _put_check(out, check)
    finally:
        forget()
    wrong = sum(len(check.problems) for check in checks)
    remarks = () if wrong else desk.auditing.remarks()
    if as_json:
        found = [
            {
                "check": check.name,
                "problems": list(check.problems),
                "not_checked": check.not_made or None,
            }
            for check in checks
        ]
        whole = {"ledger": desk.place, "whole": not wrong, "checks": found}
        write_json(out, {**whole, "remarks": list(remarks)})
    for remark in remarks:
        out.hint(remark)
    for one in checks:
        if one.not_made:
            out.hint(f"not checked: {one.name} ({one.not_made}).")
    if wrong:
        out.hint(f"{desk.place} has {counted(wrong, 'fault')}; keep a copy before you go on.")
    return 1 if wrong else 0


def _put_check(out: Output, check: Checked) -> None:
    sheet = Sheet(out)
    verdict = Styled("wrong", Style.RED) if check.problems else Styled("ok", Style.GREEN)
    if check.not_made:
        sheet.heading(Styled("not checked", Style.YELLOW), f"  {check.name} ({check.not_made})")
    else:
        sheet.heading(verdict, f"  {check.name}")
    sheet.side("", *check.problems)
    sheet.write()
    out.flush()


def _seal(desk: Desk, out: Output, name: str | None) -> None:
    entries, head = desk.auditing.head()
    seal = {
        "ledger": Path(desk.place).name,
        "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "history": {"entries": entries, "head": head or None},
    }
    if name is None:
        write_json(out, seal)
        return
    desk.auditing.put_seal(f"{json.dumps(seal, indent=2)}\n", path_of(name))
    out.say(f"Sealed in {name}: {counted(entries, 'entry', 'entries')}. Keep it elsewhere.")


def _seal_in(file: str) -> Seal:
    try:
        told = json.loads(path_of(file).read_text("utf-8"))["history"]
        return Seal(told["entries"], told["head"] or "")
    except OSError as error:
        raise BadInputError(f"{file} cannot be read ({error.strerror}).") from error
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise BadInputError(f"{file} is no seal and no report in JSON.") from error


def _recover(args: Namespace, out: Output) -> int:
    from tracker.wiring import recover_ledger  # noqa: PLC0415 - loads the database's libraries

    came = recover_ledger(settings_of(args), path_of(args.file))
    whole = not any(one.lost or one.cells for one in came)
    if args.json:
        write_json(out, {"ledger": args.file, "whole": whole, "tables": [*map(_as_json, came)]})
    else:
        out.say(f"Saved in {args.file}: {sum(one.saved for one in came):,} rows.")
        out.say(*_said_of(came))
    if any(one.table == "history" and one.lost for one in came) and any(one.told for one in came):
        out.hint(
            "entries of the history are lost, too, so what it told anew may be older than what "
            "was lost."
        )
    out.hint(
        "every row could be saved; “tracker ledger check” on the new file says whether they "
        "are as they were written, best against a seal (--seal FILE)."
        if whole
        else "what was damaged is as it was; “tracker ledger check” on the new file says what its "
        "history lacks."
    )
    return 0


def _as_json(one: Recovered) -> dict[str, object]:
    return {
        "table": one.table,
        "saved": one.saved,
        "told": one.told,
        "lost": one.lost,
        "things": [str(ref) for ref in one.things],
        "unreadable": one.cells,
    }


def _said_of(came: Iterable[Recovered]) -> Iterator[str]:
    for one in came:
        if one.told:
            yield f"Told anew by the history: {counted(one.told, 'row')} of {one.table}."
    for one in came:
        if one.lost:
            named = ", ".join(map(str, one.things[:_MOST_NAMED]))
            more = len(one.things) - _MOST_NAMED
            also = f" and {more:,} more" if more > 0 else ""
            which = f" ({named}{also})" if named else ""
            yield f"Lost, as far as can be told: {counted(one.lost, 'row')} of {one.table}{which}."
    for one in came:
        if one.cells:
            yield (
                f"Past reading, and not in the history: {counted(one.cells, 'value')} of "
                f"{one.table}."
            )
