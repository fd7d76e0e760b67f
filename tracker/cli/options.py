"""Options that several commands share."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _MutuallyExclusiveGroup
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.files_named import path_of
from tracker.cli.refs import number_of
from tracker.domain.listing import Filter
from tracker.domain.reference import Kind, Ref
from tracker.domain.status import Stage, Status

if TYPE_CHECKING:
    from tracker.desk.desk import Desk


_MOST = 10**9

Arguments = ArgumentParser | _MutuallyExclusiveGroup


def add_claims(parser: ArgumentParser) -> None:
    """Take any number of claims."""
    parser.add_argument("refs", nargs="+", metavar="REF", help="a claim, such as C12")


def add_reason(parser: ArgumentParser, why: str = "why, for the history") -> None:
    """Take a reason."""
    parser.add_argument("--reason", metavar="TEXT", default="", help=why)


def add_json(parser: Arguments) -> None:
    """Offer JSON."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def add_word(parser: ArgumentParser, name: str, words: Iterable[str], explained: str) -> None:
    """Take a word of a vocabulary; spaces and dashes count as underscores."""
    known = [str(word) for word in words]
    parser.add_argument(
        name, type=spelled, choices=known, metavar=name.strip("-").upper(), help=explained
    )


def spelled(word: str) -> str:
    """Spell a word as the vocabularies do."""
    return word.strip().casefold().replace(" ", "_").replace("-", "_")


def at_least_one(word: str) -> int:
    """Read a count."""
    if not (word.isascii() and word.isdigit() and 0 < int(word) <= _MOST):
        raise ArgumentTypeError(f"“{word}” is no number from 1 up")
    return int(word)


def add_limit(parser: ArgumentParser, default: int | None = None) -> None:
    """Take a limit."""
    said = f" (default: {default})" if default else ""
    parser.add_argument(
        "--limit", type=at_least_one, default=default, metavar="N", help=f"at most so many{said}"
    )


def add_output(parser: ArgumentParser, formats: Sequence[str], default: str) -> None:
    """Take where a document goes, and in which format."""
    parser.add_argument(
        "-f",
        "--format",
        choices=formats,
        help=f"default: what FILE's ending says, else {default}",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", default="-", help="default: standard output"
    )
    parser.add_argument("--force", action="store_true", help="replace FILE if it is there")


def target_of(args: Namespace) -> Path | None:
    """The file that a document goes to; None for standard output."""
    return None if args.output == "-" else path_of(args.output)


FILTERS = (
    "status", "stage", "source", "event", "article", "assignee", "tag", "search", "contested",
    "stale", "live",
)  # fmt: skip
"""The arguments that narrow a list of claims down."""


def add_filters(parser: ArgumentParser, *, status: bool = True) -> None:
    """Take what narrows a list of claims down."""
    if status:
        add_word(parser, "--status", Status, f"one of {', '.join(Status)}")
    add_word(parser, "--stage", Stage, f"one of {', '.join(Stage)}")
    parser.add_argument("--source", metavar="N", help="with this source in the chain: S7 or 7")
    parser.add_argument("--event", metavar="N", help="about this event: E2 or 2")
    parser.add_argument("--article", metavar="N", help="made by this article: A3 or 3")
    parser.add_argument("--assignee", metavar="NAME", help="given to this editor")
    parser.add_argument("--tag", metavar="WORD", help="tagged so")
    parser.add_argument(
        "--search", metavar="WORDS", default="", help="in statement, quote, source or event"
    )
    parser.add_argument("--contested", action="store_true", help="with a counter-claim")
    parser.add_argument("--stale", action="store_true", help="shaken by news since the verdict")
    parser.add_argument("--live", action="store_true", help="neither signed off nor dismissed")


def filter_of(args: Namespace, desk: Desk) -> Filter:
    """Read the filter.

    Raises:
        UnknownRefError: it names a source, event or article that is not there.
        RefusedError: it names one that was merged, and asks for what is there today.
    """
    source = number_of(args.source, Kind.SOURCE)
    event = number_of(args.event, Kind.EVENT)
    article = number_of(args.article, Kind.ARTICLE)
    for kind, number in ((Kind.SOURCE, source), (Kind.EVENT, event)):
        if number is not None and not getattr(args, "as_of", None):  # it may have been there then
            desk.browsing.refuse_if_merged(Ref(kind, number))
    if article is not None:
        article = desk.browsing.revisions(article)[-1].id  # a revision has taken the claims over
    return Filter(
        status=Status(args.status) if getattr(args, "status", None) else None,
        stage=Stage(args.stage) if args.stage else None,
        source_id=source,
        event_id=event,
        article_id=article,
        assignee=args.assignee,
        tag=args.tag.strip().lower() if args.tag else None,
        search=args.search,
        contested=args.contested,
        stale=args.stale,
        live=args.live,
    )
