"""``tracker edit``: any field of a claim, article, event, source, relation or evidence."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tracker.cli.opening import opened
from tracker.cli.options import add_reason
from tracker.cli.output import Output
from tracker.cli.prose import UNDO
from tracker.domain.errors import BadInputError
from tracker.domain.fields import field_of
from tracker.domain.reference import Ref
from tracker.domain.told_in_part import told_in_part

_SECRET = "restricted-name"  # noqa: S105 - the field's name, not a password


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.add_argument("ref", metavar="REF", help="a thing, such as C12, S7 or E3")
    parser.add_argument("field", metavar="FIELD", help="its field (see “tracker help fields”)")
    parser.add_argument(
        "values", nargs="*", metavar="VALUE", help="the new value; some fields take several"
    )
    add_reason(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Correct a field."""
    ref = Ref.parse(args.ref)
    field = field_of(ref, args.field)
    values = args.values or _asked_for(field.name, field.value, out)
    with opened(args, out) as (desk, by):
        told = desk.editing.edit(ref, field.name, values, by=by, reason=args.reason)
    undo = "" if field.name == _SECRET else f" {UNDO}"
    out.say(f"{ref}: {field.name} corrected.{undo}")
    out.hint(*told_in_part(str(ref), told))
    if field.name == _SECRET:
        out.hint("Where a text holds only a part of the name, such as a surname, nothing hides it.")


def _asked_for(field: str, how: str, out: Output) -> list[str]:
    """Ask for a protected name where it leaves no trace in the shell's history."""
    if field != _SECRET or not _at_a_terminal(out):
        raise BadInputError(f"give a value: {how}.")
    from getpass import getpass  # noqa: PLC0415 - for protected names only

    return [getpass("The real name (not shown): ")]


def _at_a_terminal(out: Output) -> bool:
    return out.terminal and sys.stdin is not None and sys.stdin.isatty()
