"""``tracker import``: take over what another ledger, desk or spreadsheet holds."""

from __future__ import annotations

import io
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from tracker.cli.json_text import write_json
from tracker.cli.opening import opened
from tracker.cli.options import add_json
from tracker.cli.output import Output
from tracker.cli.progress import told
from tracker.cli.prose import UNDO, counted, together
from tracker.domain.errors import BadInputError

if TYPE_CHECKING:
    from tracker.desk.receiving import Received

STDIN = "-"


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Take a file over, all of it or nothing."""
    from tracker.intake.from_json import read_ledger  # noqa: PLC0415 - loads what reading needs

    name = "standard input" if args.file == STDIN else Path(args.file).name
    with opened(args) as (desk, by):
        try:
            with _text_of(args.file) as stream:
                header, batches = read_ledger(stream)
                received = desk.receiving.take_over(
                    header, told(batches, "importing"), by=by, origin=name
                )
        except UnicodeDecodeError as error:
            raise BadInputError(f"{args.file}: byte {error.start} is not UTF-8.") from error
        except BadInputError as error:
            raise BadInputError(f"{args.file}: {error}") from error
    if args.json:
        write_json(out, _json(received))
    else:
        _say(out, name, received)


@contextmanager
def _text_of(file: str) -> Iterator[TextIO]:
    from tracker.intake.bytes_in import open_regular  # noqa: PLC0415 - loads what reading needs

    data = sys.stdin.buffer if file == STDIN else open_regular(Path(file).expanduser())
    with io.TextIOWrapper(data, encoding="utf-8-sig", newline="") as stream:
        yield stream


def _say(out: Output, name: str, received: Received) -> None:
    if received.whole:
        out.say(f"{name}: the whole ledger is here now: {_counts(received.added)}.")
        return
    told = [
        f"{word} {_counts(counts)}"
        for word, counts in (("added", received.added), ("brought up to date", received.updated))
        if counts
    ]
    undo = UNDO if told else ""
    out.say(
        f"{name}: {'; '.join(told) if told else 'nothing new; all of it is here already'}. {undo}"
    )
    if received.kept:
        out.say(f"Later here than there, and left so: {_counts(received.kept)}.")
    for ref, fields in received.conflicts:
        out.say(f"{ref} was changed here and there ({', '.join(fields)}); yours stays.")


def _counts(counts: Mapping[str, int]) -> str:
    """Count things of several kinds: "2 claims and 1 source"."""
    many = {"evidence": "pieces of evidence"}
    one = {"evidence": "piece of evidence"}
    return together(
        [
            counted(number, one.get(word, word), many.get(word, ""))
            for word, number in counts.items()
        ]
    )


def _json(received: Received) -> dict[str, Any]:
    return {
        "whole": received.whole,
        "added": dict(received.added),
        "updated": dict(received.updated),
        "kept": dict(received.kept),
        "conflicts": [
            {"id": str(ref), "fields": list(fields)} for ref, fields in received.conflicts
        ],
        "entries": received.entries,
    }
