"""``tracker import``: take over what another ledger, desk or spreadsheet holds."""

from __future__ import annotations

import io
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from tracker.cli.files_named import path_of, standard_input
from tracker.cli.import_sheet import add_sheet_options, import_sheet
from tracker.cli.json_text import write_json
from tracker.cli.opening import opened
from tracker.cli.options import add_json
from tracker.cli.output import Output
from tracker.cli.parser import WRONG_USAGE
from tracker.cli.progress import forget, told
from tracker.cli.prose import UNDO, counted, together
from tracker.domain.errors import BadInputError

if TYPE_CHECKING:
    from tracker.desk.desk import Desk
    from tracker.desk.receiving import Received

STDIN = "-"
_FORMATS = ("json", "jsonl", "csv", "claimreview")
_HEAD = 4096
_ENDINGS = {".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".jsonld": "claimreview"}


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="a file; - or what is piped in: standard input"
    )
    parser.add_argument("-f", "--format", choices=_FORMATS, help="default: what FILE looks like")
    add_sheet_options(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> int | None:
    """Take a file over, all of it or nothing."""
    if args.file is None:
        if sys.stdin is None or sys.stdin.isatty():
            out.hint("import what? Name a file, or pipe one in.")
            return WRONG_USAGE
        args.file = STDIN
    place = "standard input" if args.file == STDIN else args.file
    name = Path(place).name
    try:
        with _opened(args.file) as data:
            form = args.format or _form(args.file, data)
            with opened(args, out) as (desk, by):
                if form == "csv":
                    import_sheet(args, out, desk, data, by=by, name=name)
                elif form == "claimreview":
                    _import_reviews(args, out, desk, data, by=by, name=name)
                else:
                    _import_ledger(args, out, desk, data, by=by, name=name)
    except UnicodeDecodeError as error:
        raise BadInputError(f"{place}: is not UTF-8; save it again as UTF-8.") from error
    except BadInputError as error:
        raise BadInputError(f"{place}: {error}") from error
    return None


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    from tracker.intake.bytes_in import open_regular  # noqa: PLC0415 - loads what reading needs

    if file == STDIN:
        yield standard_input()
        return
    with open_regular(path_of(file)) as data:
        yield data


def _form(file: str, data: BinaryIO) -> str:
    """What a file looks like: by its ending, or else by its beginning."""
    known = _ENDINGS.get(Path(file).suffix.casefold())
    if known is not None:
        return known
    head = data.peek(_HEAD)[:_HEAD] if isinstance(data, io.BufferedReader) else b""
    begins = head.decode("utf-8-sig", "replace").lstrip()
    if not begins.startswith(("{", "[")):
        return "csv" if begins and file == STDIN else "json"
    return "claimreview" if '"@type"' in begins or '"@context"' in begins else "json"


def _import_ledger(
    args: Namespace, out: Output, desk: Desk, data: BinaryIO, *, by: str, name: str
) -> None:
    from tracker.intake.from_json import read_ledger  # noqa: PLC0415 - loads what reading needs

    with io.TextIOWrapper(data, encoding="utf-8-sig", newline="") as stream:
        header, batches = read_ledger(stream)
        pieces = told(
            batches,
            "importing",
            lambda batch: len(batch[1]),
            total=sum(header.counts.values()),
            then="storing what was read",
        )
        try:
            received = desk.receiving.take_over(header, pieces, by=by, origin=name)
        finally:
            forget()
    if args.json:
        write_json(out, _json(received))
    else:
        _say(out, name, received)


def _import_reviews(
    args: Namespace, out: Output, desk: Desk, data: BinaryIO, *, by: str, name: str
) -> None:
    from tracker.intake.bytes_in import bytes_from  # noqa: PLC0415 - loads what reading needs
    from tracker.intake.decoding import decoded  # noqa: PLC0415
    from tracker.intake.from_claimreview import read_claimreview  # noqa: PLC0415

    reviews = read_claimreview(decoded(bytes_from(data)).text)
    taken = desk.receiving.take_reviews(reviews, by=by, origin=name)
    if args.json:
        write_json(out, {"claims": taken.claims, "evidence": taken.evidence, "known": taken.known})
        return
    known = f" {counted(taken.known, 'review')} came in before." if taken.known else ""
    undo = f" {UNDO}" if taken.evidence else ""
    out.say(
        f"{name}: {counted(taken.evidence, 'review')} added as evidence, "
        f"{counted(taken.claims, 'claim')} suggested.{known}{undo}"
    )


def _say(out: Output, name: str, received: Received) -> None:
    if received.whole:
        out.say(f"{name}: the whole ledger is here now: {_counts(received.added)}.")
        return
    done = [
        f"{word} {_counts(counts)}"
        for word, counts in (("added", received.added), ("brought up to date", received.updated))
        if counts
    ]
    undo = UNDO if done else ""
    nothing = "nothing new"
    if not received.kept and not received.conflicts:
        nothing += "; all of it is here already"
    out.say(f"{name}: {'; '.join(done) or nothing}. {undo}".rstrip())
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
