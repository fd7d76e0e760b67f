"""``tracker articles``, ``events`` and ``sources``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.cli.glyphs import counts_piece
from tracker.cli.json_text import iso, write_json_list
from tracker.cli.matches import write_matches
from tracker.cli.opening import opened
from tracker.cli.options import add_json, add_limit
from tracker.cli.output import Output
from tracker.cli.prose import local
from tracker.cli.table import Column, write_table
from tracker.domain.listing import ArticleLine, EventLine, SourceLine
from tracker.domain.names import mixed_script, warning_of
from tracker.domain.reference import Kind, Ref
from tracker.domain.status import Status

if TYPE_CHECKING:
    from tracker.desk.browsing import Browsing


class _List(NamedTuple):
    columns: tuple[Column, ...]
    row: Callable[[Any], Sequence[str]]
    as_json: Callable[[Any], dict[str, Any]]


def add(parser: ArgumentParser, command: str) -> None:
    """Add the arguments."""
    parser.add_argument("--search", metavar="WORDS", default="", help="that hold these words")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--contested", action="store_true", help="that have a contested claim")
    if command == "sources":
        which.add_argument(
            "--proposed", action="store_true", help="those that may be one and the same"
        )
    add_limit(parser)
    add_json(parser)
    parser.set_defaults(run=run, listed=command)


def run(args: Namespace, out: Output) -> None:
    """List articles, events or sources."""
    kind = _LISTS[args.listed]
    with opened(args, out) as (desk, _):
        if getattr(args, "proposed", False):
            likely = desk.matching.undecided(args.limit)
            write_matches(out, likely, as_json=args.json)
            return
        asked = _asked(desk.browsing, args.listed)
        lines = asked(args.search, args.limit, contested=args.contested)
    if args.json:
        write_json_list(out, map(kind.as_json, lines))
    elif lines:
        write_table(out, kind.columns, map(kind.row, lines))
    else:
        kind_of = f"contested {args.listed}" if args.contested else args.listed
        out.hint(f"no {kind_of}{f' with “{args.search}”' if args.search else ' yet'}.")


def _asked(browsing: Browsing, listed: str) -> Callable[..., Sequence[Any]]:
    match listed:
        case "articles":
            return browsing.articles
        case "events":
            return browsing.events
    return browsing.sources


def _article_row(line: ArticleLine) -> Sequence[str]:
    published = local(line.published_at)[:10]
    counts = (str(line.claims), str(line.unverified))
    title = " · ".join(filter(None, (line.title, line.revision_words)))
    return (str(line.ref), published, line.outlet or "", *counts, title)


def _article_json(line: ArticleLine) -> dict[str, Any]:
    return {
        "id": str(line.ref),
        "title": line.title,
        "outlet": line.outlet,
        "published_at": iso(line.published_at),
        "captured_at": iso(line.captured_at),
        "claims": line.claims,
        "unverified": line.unverified,
        "revision": line.revision,
        "first_revision": str(Ref(Kind.ARTICLE, line.first)),
    }


def _event_row(line: EventLine) -> Sequence[str]:
    counts = (str(line.claims), str(line.unverified), str(line.contested))
    return (str(line.ref), line.place, line.time, *counts, line.title)


def _event_json(line: EventLine) -> dict[str, Any]:
    return {
        "id": str(line.ref),
        "title": line.title,
        "place": line.place or None,
        "time": line.time or None,
        "claims": line.claims,
        "unverified": line.unverified,
        "contested": line.contested,
    }


def _source_row(line: SourceLine) -> Sequence[str]:
    whose = " · ".join(filter(None, (line.role, line.affiliation)))
    stand = counts_piece(line.statuses)
    name = " ".join(filter(None, (line.name, warning_of(line.name))))
    return (str(line.ref), line.kind.words, str(line.claims), stand, whose, name)


def _source_json(line: SourceLine) -> dict[str, Any]:
    return {
        "id": str(line.ref),
        "name": line.name,
        "kind": line.kind.value,
        "role": line.role or None,
        "affiliation": line.affiliation,
        "mixed_script": mixed_script(line.name),
        "claims": line.claims,
        "statuses": {status.value: line.statuses.get(status, 0) for status in Status},
    }


_CLAIMS, _UNVERIFIED = Column("CLAIMS", most=7), Column("UNVERIFIED", most=10, drop=1)
_LISTS = {
    "articles": _List(
        (
            Column("ID", most=7),
            Column("PUBLISHED", most=10, drop=2),
            Column("OUTLET", most=20, drop=3),
            _CLAIMS,
            _UNVERIFIED,
            Column("TITLE"),
        ),
        _article_row,
        _article_json,
    ),
    "events": _List(
        (
            Column("ID", most=7),
            Column("PLACE", most=24, drop=3),
            Column("TIME", most=18, drop=2),
            _CLAIMS,
            _UNVERIFIED,
            Column("CONTESTED", most=9, drop=4),
            Column("EVENT"),
        ),
        _event_row,
        _event_json,
    ),
    "sources": _List(
        (
            Column("ID", most=7),
            Column("KIND", most=16, drop=2),
            _CLAIMS,
            Column("HOW THEY STAND", most=32, drop=3),
            Column("ROLE", most=40, drop=1),
            Column("SOURCE"),
        ),
        _source_row,
        _source_json,
    ),
}
