"""``tracker extract``: read articles and print what they claim; nothing is stored."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from tracker.cli.files_named import files_in, how_many
from tracker.cli.output import Output
from tracker.cli.progress import measured
from tracker.cli.prose import counted
from tracker.cli.sheet import Sheet
from tracker.cli.styles import quiet, strong
from tracker.domain.errors import BadInputError

if TYPE_CHECKING:
    from tracker.extract.drafted import Draft, DraftedClaim


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    add_files(parser)
    parser.add_argument("--json", action="store_true", help="print JSON Lines, a document a line")
    parser.set_defaults(run=run)


def add_files(parser: ArgumentParser) -> None:
    """Take files to read; what they are comes from their content."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="text, Markdown, HTML, DOCX, PDF, e-mail, or a folder of them; “-” is standard input",
    )


def run(args: Namespace, out: Output) -> None:
    """Read each file with a parser that is loaded once."""
    from tracker.cli.draft_json import draft_json  # noqa: PLC0415 - loads what reading needs
    from tracker.cli.reading_files import readings  # noqa: PLC0415

    refused: list[BadInputError] = []
    read_ones = chain.from_iterable(readings(files_in(args.files, refused), refused))
    files = 0
    for read in measured(read_ones, "reading", how_many(args.files), refused):
        files += 1
        if args.json:
            document = draft_json(read.file, read.draft, read.captured.remarks)
            # All but ASCII is escaped; of that, only DEL could act on a terminal.
            out.raw(json.dumps(document, allow_nan=False).replace("\x7f", "\\u007f") + "\n")
        else:
            _put(out, read.file, read.draft, read.captured.remarks)
        out.flush()
    end(out, refused, files)


def end(out: Output, refused: Sequence[BadInputError], files: int) -> None:
    """Say what could not be read, beside so many files that were.

    Raises:
        BadInputError: something could not.
    """
    for error in refused[:-1]:
        out.hint(str(error))
    if refused:
        others = f" {counted(files, 'other file was', 'other files were')} read." if files else ""
        raise BadInputError(f"{refused[-1]}{others}")
    if not files:
        out.hint("there is no file to read.")


def _put(out: Output, file: str, draft: Draft, remarks: Sequence[str]) -> None:
    sources = {source.key: source for source in draft.reading.sources}
    sheet = Sheet(out)
    title = draft.reading.article.title
    sheet.heading(strong(f"{file}  {title}" if title else file))
    for remark in remarks:
        sheet.side("remark", remark)
    for number, one in enumerate(draft.claims, 1):
        sheet.blank()
        _put_claim(sheet, number, one, {key: source.name for key, source in sources.items()})
    for words, keys in draft.caveats:
        numbers = ", ".join(key.removeprefix("c") for key in keys)
        sheet.blank()
        sheet.side("caveat", f"“{words}”: on {numbers}")
    sheet.blank()
    said = sum(bool(one.claim.chain) for one in draft.claims)
    own = len(draft.claims) - said
    sheet.heading(quiet(f"{counted(said, 'claim')} attributed, {own} in the article’s own voice"))
    sheet.write()


def _put_claim(sheet: Sheet, number: int, one: DraftedClaim, names: dict[str, str]) -> None:
    claim = one.claim
    path = " → ".join(
        names[hop.source] + (f" ({hop.medium})" if hop.medium else "") for hop in claim.chain
    )
    sheet.side(f"{number}", [strong(path or "own voice"), f"  {claim.cue}".rstrip()])
    sheet.side("", claim.statement)
    sheet.side("hedge", claim.hedge)
    for figure in claim.figures:
        sheet.side("figure", f"{figure.text} {figure.counts} {figure.interval}")
    sheet.side("said", claim.said_at.words if claim.said_at else "")
    sheet.side("", "" if claim.checkable else quiet("not checkable"))
