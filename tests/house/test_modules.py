"""House rules that no linter knows, read from the source."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tracker
from tracker.resources import seed_folder

PACKAGE = Path(tracker.__file__).parent
TEXTS = {
    path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
    if "_migrations" not in path.parts  # in a wheel the frozen revisions lie in the package
}

MOST_LINES = 250
LONGER = {"store/tables.py": "the ledger's tables are one picture, best seen whole"}
OUR_OWN = {
    "store/bulk.py": {"table", "key"},  # of our own tables
    "store/derived.py": {"kind", "name", "function", "view"},  # of our own triggers and views
}


@cache
def trees() -> dict[str, ast.Module]:
    """Every module, parsed; not while tests are collected, which each worker does."""
    return {name: ast.parse(text) for name, text in TEXTS.items()}


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function or method of this name, with its module."""
    for module, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                if name == (getattr(called, "id", None) or getattr(called, "attr", None)):
                    yield module, node


def test_no_module_is_too_long_to_have_one_subject():
    lengths = {module: len(text.splitlines()) for module, text in TEXTS.items()}
    long = {module: length for module, length in lengths.items() if length > MOST_LINES}
    assert long.keys() <= LONGER.keys(), long


def test_every_module_says_in_its_first_line_what_it_is_about():
    def says(tree: ast.Module) -> bool:
        said = (ast.get_docstring(tree) or "").split("\n\n")[0]
        return said.endswith((".", "?")) and tree.body[0].lineno == 1

    assert [module for module, tree in trees().items() if not says(tree)] == []


def test_only_the_output_prints():
    printing = {module for module, call in calls("print") if isinstance(call.func, ast.Name)}
    assert printing <= {"cli/output.py"}


def test_sql_that_is_text_is_never_put_together():
    def constant(argument: ast.expr) -> bool:
        named = isinstance(argument, ast.Name) and argument.id.isupper()
        return named or isinstance(argument, ast.Constant)

    in_the_store = [(module, call) for module, call in calls("text") if module.startswith("store/")]
    assert in_the_store
    loose = [(m, call.lineno) for m, call in in_the_store if not constant(call.args[0])]
    assert loose == []


def test_statements_for_the_driver_hold_nothing_but_our_own_constants():
    found = [
        (module, ast.unparse(part.value))
        for module, call in calls("exec_driver_sql")
        for part in ast.walk(call.args[0])
        if isinstance(part, ast.FormattedValue)
    ]
    assert found
    loose = [
        (module, name)
        for module, name in found
        if not name.strip("_").isupper() and name not in OUR_OWN.get(module, set())
    ]
    assert loose == []


def words_of_the_sample() -> set[str]:
    """The names of the sample's places, people and sides; what is common English is left out."""
    sample = json.loads((seed_folder() / "claims.json").read_text(encoding="utf-8"))
    names = [source["name"] for source in sample["sources"]]
    for event in sample["events"]:
        names += [event.get("place") or "", event.get("place_name") or ""]
    words = {word for name in names for word in re.findall(r"\b[A-Z]\w{3,}", name)}
    common = {
        "Desk", "Eastern", "Footage", "Freedom", "Groups", "Local", "Military", "Opponents", "Port",
        "States", "United", "Village",
    }  # fmt: skip
    return words - common


def test_nothing_is_made_to_fit_the_sample():
    names = words_of_the_sample()
    assert len(names) > 20
    fitted = {module: names & set(re.findall(r"\w+", text)) for module, text in TEXTS.items()}
    assert {module: found for module, found in fitted.items() if found} == {}


def test_nothing_is_unpickled_or_evaluated():
    loads = re.compile(r"^\s*(?:import|from) (?:pickle|marshal|shelve)\b", re.MULTILINE)
    found = {name for name, text in TEXTS.items() if loads.search(text)}
    run = {
        module
        for name in ("eval", "exec")
        for module, call in calls(name)
        if isinstance(call.func, ast.Name)
    }
    assert found | run == set()


def test_no_screen_starts_a_program_or_opens_a_link():
    # A desk may be served to a browser, where whoever sits at it has no business on this machine.
    starts = re.compile(
        r"\b(?:import (?:subprocess|webbrowser|pty)|from (?:subprocess|webbrowser|pty) import"
        r"|open_url|create_subprocess\w*|os\.(?:system|popen|exec\w*|spawn\w*|startfile))\b"
    )
    screens = {name: text for name, text in TEXTS.items() if name.startswith("tui/")}
    assert len(screens) > 50
    assert {name for name, text in screens.items() if starts.search(text)} == set()
    assert starts.search(TEXTS["cli/note.py"])
