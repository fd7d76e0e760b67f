"""``tracker show``: one thing whole."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from tracker.cli import (
    show_article,
    show_changes,
    show_claim,
    show_event,
    show_relation,
    show_source,
)
from tracker.cli.json_text import write_json
from tracker.cli.opening import opened
from tracker.cli.options import add_json
from tracker.cli.output import Output
from tracker.cli.sheet import Sheet
from tracker.domain.errors import BadInputError
from tracker.domain.reference import Kind, Ref

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

_KINDS: dict[Kind, Any] = {
    Kind.CLAIM: show_claim,
    Kind.ARTICLE: show_article,
    Kind.EVENT: show_event,
    Kind.SOURCE: show_source,
    Kind.RELATION: show_relation,
}


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.add_argument(
        "ref",
        metavar="REF",
        help="C12 (claim), A3 (article), E2 (event), S7 (source) or R4 (relation)",
    )
    parser.add_argument(
        "--diff", action="store_true", help="of an article: what its newest revision changed"
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Show one thing whole."""
    ref = Ref.parse(args.ref, among=tuple(_KINDS))
    if args.diff and ref.kind is not Kind.ARTICLE:
        raise BadInputError("--diff is for articles: only their texts have revisions.")
    with opened(args, out) as (desk, _):
        if args.diff:
            show_changes.show(desk, ref, out, as_json=args.json)
            return
        _show(_KINDS[ref.kind], desk, ref, out, as_json=args.json)


def _show(kind: Any, desk: Desk, ref: Ref, out: Output, *, as_json: bool) -> None:
    whole = kind.fetched(desk, ref.number)
    if as_json:
        write_json(out, kind.as_json(whole))
        return
    sheet = Sheet(out)
    kind.put(sheet, out, whole)
    sheet.write()
