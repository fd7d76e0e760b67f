"""``tracker help``: the words of the trade, the fields, the keys, and each command."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from tracker.cli import vocabulary
from tracker.cli.commands import all_commands
from tracker.cli.json_text import write_json
from tracker.cli.options import add_json
from tracker.cli.output import Output
from tracker.cli.parser import program_parser
from tracker.cli.sheet import Sheet
from tracker.domain.cells import width
from tracker.domain.errors import BadInputError

TOPICS: dict[str, Callable[[], vocabulary.Topic]] = {
    "statuses": vocabulary.statuses,
    "stages": vocabulary.stages,
    "attribution": vocabulary.attribution,
    "relations": vocabulary.relations,
    "facets": vocabulary.facets,
    "evidence": vocabulary.evidence,
    "fields": vocabulary.fields,
    "references": vocabulary.references,
    "keys": vocabulary.keys,
}

_SCHEMA = "schema"
"""The shape of an export as a JSON Schema."""

GUIDES = {
    name: Path(__file__).parent / "guides" / f"{name}.txt" for name in ("cluster", "postgresql")
}
"""For whoever looks after a ledger, to be read or piped."""


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.add_argument("topic", nargs="?", metavar="TOPIC", help=f"{_topics()}, or a command")
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Explain a topic or a command; without one, say what there is."""
    if args.topic is None:
        out.lines(program_parser().format_help().rstrip().split("\n"))
        out.say("", f"tracker help TOPIC explains: {_topics()}.")
    elif args.topic in TOPICS:
        _explain(TOPICS[args.topic](), out, as_json=args.json)
    elif args.topic == _SCHEMA:
        from tracker.intake.ledger_shape import json_schema  # noqa: PLC0415 - loads pydantic

        write_json(out, json_schema())
    elif args.topic in GUIDES:
        _guide(args.topic, out, as_json=args.json)
    elif args.topic in {command.name for command in all_commands()}:
        program_parser().parse_args([args.topic, "--help"])
    else:
        raise BadInputError(
            f"there is no topic “{args.topic}”; there are {_topics()}, and every command."
        )


def _topics() -> str:
    return ", ".join([*TOPICS, _SCHEMA, *GUIDES])


def _explain(topic: vocabulary.Topic, out: Output, *, as_json: bool) -> None:
    if as_json:
        write_json(out, [dict(zip(topic.names, row, strict=False)) for row in topic.rows])
        return
    sheet = Sheet(out, margin=max(width(row[0]) for row in topic.rows) + 2)
    for name, *said in topic.rows:
        sheet.side(name, " – ".join(said))
    sheet.write()


def _guide(topic: str, out: Output, *, as_json: bool) -> None:
    text = GUIDES[topic].read_text("utf-8")
    if as_json:
        write_json(out, {"topic": topic, "text": text})
    else:
        out.lines(text.rstrip().split("\n"))
