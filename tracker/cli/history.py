"""``tracker history`` and ``tracker undo``: who did what, and taking back one's own."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from tracker.cli.json_text import iso, write_json_list
from tracker.cli.opening import opened
from tracker.cli.options import add_json, add_limit, at_least_one
from tracker.cli.output import Output
from tracker.cli.prose import local, named
from tracker.cli.table import Column, write_table
from tracker.domain.errors import NothingToUndoError, RefusedError
from tracker.domain.history import Entry
from tracker.domain.history_words import changes_said
from tracker.domain.reference import Ref

_SHOWN = 100
COLUMNS = (
    Column("WHEN", most=16),
    Column("WHO", most=14),
    Column("DID", most=12),
    Column("TO", most=7),
    Column("WHAT"),
)


def add(parser: ArgumentParser, command: str) -> None:
    """Add the arguments."""
    if command == "undo":
        parser.add_argument(
            "--steps", type=at_least_one, default=1, metavar="N", help="so many actions"
        )
        parser.set_defaults(run=run_undo)
        return
    parser.add_argument("ref", nargs="?", metavar="REF", help="of one thing; default: of all")
    add_limit(parser, _SHOWN)
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Say who did what: of one thing oldest first, of all newest first."""
    ref = Ref.parse(args.ref) if args.ref else None
    with opened(args, out) as (desk, _):
        entries = desk.browsing.history(ref, args.limit)
    entries = entries[-args.limit :] if ref else entries
    if args.json:
        write_json_list(out, map(entry_json, entries))
    elif entries:
        write_table(out, COLUMNS, map(entry_row, entries), whole=True)
    else:
        out.hint("nothing has been done yet.")


def run_undo(args: Namespace, out: Output) -> None:
    """Take back one's own last actions, newest first; fewer where there were no more."""
    with opened(args, out) as (desk, by):
        for step in range(args.steps):
            try:
                undone = desk.auditing.undo(by=by)
            except NothingToUndoError:
                if not step:
                    raise
                actions = "1 action was" if step == 1 else f"{step} actions were"
                out.hint(f"{actions} taken back; there is nothing more of {by}'s to undo.")
                return
            except RefusedError as error:
                if step:
                    raise RefusedError(f"after {step} undone: {error}") from error
                raise
            out.say(f"Took back “{undone.did}” on {named(undone.subjects, 'thing')}.")


def entry_row(entry: Entry) -> tuple[str, ...]:
    """Write an entry as a row."""
    why = f" (“{entry.reason}”)" if entry.reason else ""
    what = f"{changes_said(entry)}{why}"
    return (local(entry.at), entry.by, entry.did, str(entry.subject), what)


def entry_json(entry: Entry) -> dict[str, Any]:
    """An entry for scripts."""
    return {
        "seq": entry.seq,
        "action": entry.action,
        "at": iso(entry.at),
        "by": entry.by,
        "did": entry.did,
        "subject": str(entry.subject),
        "verb": entry.verb.value,
        "changes": {name: list(pair) for name, pair in entry.changes.items()},
        "reason": entry.reason,
        "undoes": entry.undoes,
        "hash": entry.hash,
    }
