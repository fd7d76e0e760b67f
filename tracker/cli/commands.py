"""The commands: their names, the files they live in, and a line of help for each.

Nothing here imports a command's file: the help of the whole program needs none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Command(NamedTuple):
    """A command; ``file`` is a module of ``tracker.cli``."""

    name: str
    file: str
    help: str


GROUPS: dict[str, tuple[Command, ...]] = {
    "at the desk": (
        Command("demo", "desk", "open the desk on the sample article"),
        Command("claims", "claims", "list claims"),
        Command("articles", "lists", "list articles"),
        Command("events", "lists", "list events"),
        Command("sources", "lists", "list sources and how their claims stand"),
        Command("show", "show", "show one claim, article, event, source or relation whole"),
        Command("contradictions", "contradictions", "set claim against claim, facet by facet"),
        Command("serve", "serve", "open the desk in a browser, each editor by a link"),
    ),
    "take in": (
        Command("extract", "extract", "read articles and print what they claim; stores nothing"),
        Command("ingest", "ingest", "store articles with the claims that reading proposes"),
        Command("import", "import_file", "take over claims: a ledger's export, CSV, ClaimReview"),
    ),
    "decide": (
        Command("mark", "mark", "set the verification status of claims"),
        Command("accept", "proposals", "accept what is proposed: claims, statuses, relations"),
        Command("dismiss", "proposals", "dismiss what is proposed, or claims that are not ours"),
        Command("start", "stages", "take claims in progress"),
        Command("ready", "stages", "hand claims to a second editor"),
        Command("sign-off", "stages", "settle claims"),
        Command("return", "stages", "return ready claims to their editor"),
        Command("reopen", "stages", "reopen signed-off or dismissed claims"),
        Command("wait", "stages", "let claims wait for somebody or something"),
        Command("assign", "stages", "give claims to an editor"),
    ),
    "gather": (
        Command("evidence", "evidence", "add evidence to claims"),
        Command("attempt", "attempt", "log a check that was tried"),
        Command("note", "note", "leave a note for colleagues"),
        Command("tag", "tag", "tag claims, or take tags away"),
    ),
    "relate": (
        Command("relate", "relations", "say how one claim stands to another"),
        Command("relations", "relations", "list relations"),
        Command("confirm", "proposals", "confirm suggested relations"),
        Command("reject", "proposals", "reject suggested relations"),
    ),
    "correct": (
        Command("edit", "edit", "correct a field of a claim, article, event or source"),
        Command("merge", "curate", "join two sources, events or claims into the first"),
        Command("split", "curate", "part a source, event or claim in two"),
        Command("history", "history", "say who did what, when and why"),
        Command("undo", "history", "take back your own last action"),
    ),
    "hand on": (
        Command("report", "report", "write a report"),
        Command("export", "export", "write claims for other programs: JSON, CSV, ClaimReview"),
        Command("ledger", "ledger", "look after the ledger: info, check, backup, recover, …"),
        Command("help", "help", "explain the words: statuses, stages, fields, …"),
    ),
}


def all_commands() -> Iterator[Command]:
    """Every command, in the order of the help."""
    for group in GROUPS.values():
        yield from group
