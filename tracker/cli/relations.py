"""``tracker relate`` and ``tracker relations``: how claims stand to each other."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from tracker.cli.json_text import iso, write_json_list
from tracker.cli.opening import opened
from tracker.cli.options import add_json, add_limit, add_reason, add_word
from tracker.cli.output import Output
from tracker.cli.partial_names import partial_names
from tracker.cli.prose import UNDO
from tracker.cli.refs import claim_numbers
from tracker.cli.table import Column, write_table
from tracker.domain.facet import Facet
from tracker.domain.reference import Kind, Ref
from tracker.domain.relation import Relation, RelationKind, RelationOrigin, RelationState

if TYPE_CHECKING:
    from tracker.desk.tying import Apart

_COLUMNS = (
    Column("ID", most=7),
    Column("STATE", most=9),
    Column("RELATION", most=34),
    Column("FACET", most=10),
    Column("BY", most=12, drop=1),
    Column("WHY"),
)


def add(parser: ArgumentParser, command: str) -> None:
    """Add the arguments."""
    if command == "relations":
        add_word(parser, "--state", RelationState, f"one of {', '.join(RelationState)}")
        parser.add_argument("--contested", action="store_true", help="of contested claims")
        add_limit(parser)
        add_json(parser)
        parser.set_defaults(run=run_list)
        return
    parser.add_argument("a", metavar="REF", help="a claim, such as C12")
    add_word(parser, "kind", RelationKind, f"one of {', '.join(RelationKind)}")
    parser.add_argument("b", metavar="REF", help="another claim")
    add_word(parser, "--facet", Facet, f"on what: {', '.join(Facet)}")
    add_reason(parser, "why")
    parser.set_defaults(run=run_relate)


def run_relate(args: Namespace, out: Output) -> None:
    """Relate two claims; an editor's word, so it is confirmed."""
    (a,), (b,) = claim_numbers([args.a]), claim_numbers([args.b])
    facet = Facet(args.facet) if args.facet else None
    with opened(args, out) as (desk, by):
        put = desk.relating.relate(a, b, RelationKind(args.kind), facet, by=by, reason=args.reason)
        told = [
            *map(how_to_merge, desk.relating.apart([put])),
            *partial_names(desk, "the reason", args.reason),
        ]
    out.say(f"{put.ref}: {put.words}, {put.state}. {UNDO}")
    out.hint(*told)


def run_list(args: Namespace, out: Output) -> None:
    """List relations."""
    state = RelationState(args.state) if args.state else None
    with opened(args, out) as (desk, _):
        relations = desk.browsing.relations(state, args.limit, contested=args.contested)
    if args.json:
        write_json_list(out, map(relation_json, relations))
    elif relations:
        write_table(out, _COLUMNS, map(_row, relations), whole=True)
    else:
        of = " of contested claims" if args.contested else ""
        out.hint(f"no{f' {state}' if state else ''} relations{of}.")


def how_to_merge(pair: Apart) -> str:
    """What to do where claims of two events are related as those of one are."""
    one, other = pair.events
    return f"{pair.words}; if that is one event: tracker merge {one} {other}"


def relation_words(relation: Relation) -> str:
    """Say a relation: "C1 contradicts C2"."""
    return f"{Ref(Kind.CLAIM, relation.a)} {relation.kind} {Ref(Kind.CLAIM, relation.b)}"


def relation_json(relation: Relation) -> dict[str, Any]:
    """A relation for scripts."""
    return {
        "id": str(relation.ref),
        "uid": relation.uid,
        "a": str(Ref(Kind.CLAIM, relation.a)),
        "b": str(Ref(Kind.CLAIM, relation.b)),
        "kind": relation.kind.value,
        "facet": relation.facet.value if relation.facet else None,
        "state": relation.state.value,
        "origin": relation.origin.value,
        "score": relation.score,
        "reason": relation.reason,
        "by": relation.by,
        "at": iso(relation.at),
    }


def _row(relation: Relation) -> tuple[str, ...]:
    return (
        str(relation.ref),
        relation.state.value,
        relation_words(relation),
        relation.facet.value if relation.facet else "",
        _whose(relation),
        relation.reason,
    )


def _whose(relation: Relation) -> str:
    """Whose word it is: a machine's until an editor decides on it."""
    proposed = relation.origin is RelationOrigin.MACHINE
    return "machine" if proposed and relation.state is RelationState.SUGGESTED else relation.by
