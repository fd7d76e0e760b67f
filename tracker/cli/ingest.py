"""``tracker ingest``: store articles with the claims that reading proposes."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tracker.cli.extract import add_files, end
from tracker.cli.files_named import files_in, how_many
from tracker.cli.json_text import write_json_list
from tracker.cli.opening import opened
from tracker.cli.options import add_json
from tracker.cli.output import Output
from tracker.cli.progress import measured
from tracker.cli.prose import UNDO, counted
from tracker.cli.show_article import reprint_json
from tracker.domain.errors import BadInputError, RefusedError
from tracker.domain.reference import Kind, Ref
from tracker.domain.reprint import reprint_words
from tracker.domain.told_in_part import told_in_part

if TYPE_CHECKING:
    from tracker.cli.reading_files import Given, Read
    from tracker.desk.desk import Desk
    from tracker.desk.taken_in import TakenIn

    Stored = tuple[Read, TakenIn]


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    add_files(parser)
    parser.add_argument("--title", metavar="TEXT", help="the title, where the file's own is wrong")
    parser.add_argument("--outlet", metavar="NAME", help="who published it")
    parser.add_argument(
        "--published", metavar="TIME", help="when: 2026-05-01 or 2026-05-01T18:00+02:00"
    )
    parser.add_argument("--url", metavar="URL", help="where it stands")
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        type=cluster_address,
        help="let the workers of a Dask scheduler read: tcp://HOST:PORT or tls://HOST:PORT",
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Read files, and store each in an action of its own: an interruption leaves none in half."""
    if how_many(args.files) != 1 and (args.title or args.url):
        raise RefusedError("--title and --url are one article's; ingest it by itself.")
    refused: list[BadInputError] = []
    files = 0

    def told(stored: Iterator[Stored]) -> Iterator[dict[str, Any]]:
        nonlocal files
        for one in measured(stored, "reading", how_many(args.files), refused):
            files += 1
            if not args.json:
                _say(out, *one)
                out.flush()  # it is stored: whoever reads along, or ends the run, is to know
            yield _json(*one)

    with opened(args, out) as (desk, by):
        all_told = told(_stored(args, desk, by, refused))
        if args.json:
            write_json_list(out, all_told)
        else:
            deque(all_told, maxlen=0)
    end(out, refused, files)


def _stored(args: Namespace, desk: Desk, by: str, refused: list[BadInputError]) -> Iterator[Stored]:
    from tracker.cli.reading_files import readings  # noqa: PLC0415 - loads what reading needs

    read_ones = readings(
        files_in(args.files, refused),
        refused,
        _given(args),
        known=desk.importing.holds,
        cluster=args.cluster or "",
    )
    with closing(read_ones):  # whoever reads is let go at once, also where storing fails
        for some in read_ones:
            taken = desk.importing.take_in_all([one.draft.reading for one in some], by=by)
            yield from zip(some, taken, strict=True)


def cluster_address(word: str) -> str:
    """Take the address of a scheduler."""
    if not re.fullmatch(r"(tcp|tls)://[^\s/]+:[0-9]{1,5}", word):
        raise ArgumentTypeError(f"“{word}” is no address such as tcp://scheduler:8786")
    return word


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
        "looks_like": _looks_like(taken),
        "reprints": [reprint_json(one) for one in taken.reprints],
        "goes_on_with": [
            {
                "event": str(one.event.ref),
                "title": one.event.title,
                "articles": [str(Ref(Kind.ARTICLE, number)) for number in one.articles],
            }
            for one in taken.gone_on
        ],
        "claims": taken.claims,
        "claims_reprinted": taken.again,
        "named_in_part": list(taken.told_in_part),
        "text_sha256": taken.article.sha256,
        "remarks": list(read.captured.remarks),
    }


def _say(out: Output, read: Read, taken: TakenIn) -> None:
    for remark in read.captured.remarks:
        out.hint(f"{read.file}: {remark}")
    out.say(f"{read.file}: {_said(taken)}")
    for words in reprint_words(taken.reprints, taken.claims + taken.again):
        out.say(f"  {words}")
    for one in taken.gone_on:
        out.say(f"  {one.words}")
    out.hint(*told_in_part(f"{read.file}: {taken.article.ref}", taken.told_in_part))


def _looks_like(taken: TakenIn) -> dict[str, Any] | None:
    """The first article that is the same text."""
    for one in taken.reprints:
        if one.one_text:
            return {"article": str(one.article), "alike": round(one.alike, 3)}
    return None


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
