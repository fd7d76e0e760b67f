"""``tracker ingest``: store articles with the claims that reading proposes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tracker.cli.extract import add_files, end
from tracker.cli.json_text import write_json_list
from tracker.cli.opening import opened
from tracker.cli.options import add_json
from tracker.cli.output import Output
from tracker.cli.progress import measured
from tracker.cli.prose import UNDO, counted
from tracker.domain.errors import BadInputError, RefusedError
from tracker.domain.reference import Kind, Ref

if TYPE_CHECKING:
    from tracker.cli.reading_files import Given, Read
    from tracker.desk.importing import TakenIn


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    add_files(parser)
    parser.add_argument("--title", metavar="TEXT", help="the title, where the file's own is wrong")
    parser.add_argument("--outlet", metavar="NAME", help="who published it")
    parser.add_argument(
        "--published", metavar="TIME", help="when: 2026-05-01 or 2026-05-01T18:00+02:00"
    )
    parser.add_argument("--url", metavar="URL", help="where it stands")
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Read and store each file in an action of its own: an interruption leaves none in half."""
    if len(args.files) > 1 and (args.title or args.url):
        raise RefusedError("--title and --url are one article's; ingest it by itself.")
    from tracker.cli.reading_files import readings  # noqa: PLC0415 - loads what reading needs

    refused: list[BadInputError] = []
    taken: list[dict[str, Any]] = []
    given = _given(args)
    with opened(args) as (desk, by):
        read_ones = readings(args.files, refused, given)
        for read in measured(read_ones, "reading", len(args.files), refused):
            into = desk.importing.take_in(read.draft.reading, by=by)
            taken.append(_json(read, into))
            if not args.json:
                _say(out, read, into)
    if args.json:
        write_json_list(out, taken)
    end(out, refused, len(args.files))


def _given(args: Namespace) -> Given:
    """What the options say of the article, instead of the file."""
    from tracker.cli.reading_files import Given  # noqa: PLC0415 - loads what reading needs
    from tracker.desk.wording import moment_of  # noqa: PLC0415 - loads the desk

    given = Given(args.title, args.outlet or "", args.url)
    if not args.published:
        return given
    at = moment_of(args.published)
    # The moment is UTC; which day "Friday" was depends on the zone that was written.
    written = datetime.fromisoformat(args.published.strip())
    zone = (written if written.tzinfo else written.astimezone()).strftime("%z")
    return replace(given, published_at=at, zone=zone)


def _json(read: Read, taken: TakenIn) -> dict[str, Any]:
    return {
        "file": read.file,
        "article": str(taken.article.ref),
        "title": taken.article.title,
        "new": taken.new,
        "revision": taken.revision,
        "first_revision": str(Ref(Kind.ARTICLE, taken.first)),
        "passages_found": taken.found,
        "passages_orphaned": taken.orphaned,
        "published_again": taken.published,
        "claims": taken.claims,
        "text_sha256": taken.article.sha256,
        "remarks": list(read.captured.remarks),
    }


def _say(out: Output, read: Read, taken: TakenIn) -> None:
    for remark in read.captured.remarks:
        out.hint(f"{read.file}: {remark}")
    out.say(f"{read.file}: {_said(taken)}")


def _said(taken: TakenIn) -> str:
    """What came of an article."""
    article = taken.article
    named = f"{article.ref} “{article.title}”"
    if not taken.new:
        if taken.published:
            return f"the same text is {named}; noted that it stands here, too. {UNDO}"
        return f"the same text is {article.ref} already{_which(taken)}, “{article.title}”."
    if taken.revision == 1:
        return f"{named}, {counted(taken.claims, 'claim')} suggested. {UNDO}"
    return (
        f"{named}{_which(taken)}: {counted(taken.found, 'passage')} found again, "
        f"{taken.orphaned:,} orphaned; {counted(taken.claims, 'new claim')} suggested. {UNDO}"
    )


def _which(taken: TakenIn) -> str:
    number = taken.revision
    return f", revision {number} of {Ref(Kind.ARTICLE, taken.first)}" if number > 1 else ""
