"""``tracker note``: free text for colleagues."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from tracker.cli.files_named import standard_input
from tracker.cli.opening import opened
from tracker.cli.output import Output
from tracker.cli.partial_names import partial_names
from tracker.cli.prose import UNDO, named
from tracker.cli.refs import claims_and_words
from tracker.domain.errors import BadInputError, TrackerError
from tracker.domain.reference import Kind, Ref


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.usage = "tracker note REF… [TEXT]"
    parser.add_argument(
        "words",
        nargs="+",
        metavar="REF… TEXT",
        help="claims, then the note; “-” reads it from standard input, no text opens $EDITOR",
    )
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Leave a note on claims."""
    numbers, words = claims_and_words(args.words)
    with _text(words, out) as text, opened(args, out) as (desk, by):
        notes = desk.gathering.add_note(numbers, text, by=by)
        told = partial_names(desk, "the note", text)
    refs = named(Ref(Kind.CLAIM, note.claim_id) for note in notes)
    out.say(f"Note left on {refs}. {UNDO}")
    out.hint(*told)


def _text(words: list[str], out: Output) -> AbstractContextManager[str]:
    if words == ["-"]:
        return nullcontext(_standard_input())
    if words:
        return nullcontext(" ".join(words))
    if _at_a_terminal(out):
        return _written_in_editor()
    raise BadInputError("give the note's text, or “-” to read it from standard input.")


def _at_a_terminal(out: Output) -> bool:
    return out.terminal and sys.stdin is not None and sys.stdin.isatty()


def _standard_input() -> str:
    try:
        return standard_input().read().decode()
    except UnicodeDecodeError as error:
        raise BadInputError(f"standard input is not UTF-8 (byte {error.start}).") from error


@contextmanager
def _written_in_editor() -> Iterator[str]:
    """The text that the user's own editor leaves; the file is kept where it is not noted."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise BadInputError("give the note's text in quotes, or set $EDITOR to write it there.")
    handle, name = tempfile.mkstemp(prefix="note-", suffix=".txt")  # readable by its owner only
    os.close(handle)
    file = Path(name)
    try:
        yield _edited(command, file)
    except TrackerError as error:
        if not file.read_bytes().strip():
            file.unlink()
            raise
        raise TrackerError(f"{error} What was written is in {file}.") from error
    file.unlink()


def _edited(command: str, file: Path) -> str:
    try:
        done = subprocess.run([*shlex.split(command), str(file)], check=False)  # noqa: S603 - no shell
        if done.returncode:
            raise BadInputError(f"{command} ended with an error; nothing was noted.")
        return file.read_bytes().decode()
    except (OSError, ValueError) as error:
        raise BadInputError(f"{command} cannot be used to write a note ({error}).") from error
