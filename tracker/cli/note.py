"""``tracker note``: free text for colleagues."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tracker.cli.opening import opened
from tracker.cli.output import Output
from tracker.cli.prose import UNDO, named
from tracker.cli.refs import claims_and_words
from tracker.domain.errors import BadInputError
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
    text = _text(words, out)
    with opened(args) as (desk, by):
        notes = desk.gathering.add_note(numbers, text, by=by)
    refs = named(Ref(Kind.CLAIM, note.claim_id) for note in notes)
    out.say(f"Note left on {refs}. {UNDO}")


def _text(words: list[str], out: Output) -> str:
    if words == ["-"]:
        return _standard_input()
    if words:
        return " ".join(words)
    if _at_a_terminal(out):
        return _written_in_editor()
    raise BadInputError("give the note's text, or “-” to read it from standard input.")


def _at_a_terminal(out: Output) -> bool:
    return out.terminal and sys.stdin.isatty()


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise BadInputError(f"standard input is not UTF-8 (byte {error.start}).") from error


def _written_in_editor() -> str:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise BadInputError("give the note's text in quotes, or set $EDITOR to write it there.")
    handle, name = tempfile.mkstemp(prefix="note-", suffix=".txt")  # readable by its owner only
    os.close(handle)
    try:
        # The user's own editor, without a shell.
        done = subprocess.run([*shlex.split(command), name], check=False)  # noqa: S603
        if done.returncode:
            raise BadInputError(f"{command} ended with an error; nothing was noted.")
        return Path(name).read_bytes().decode()
    except (OSError, ValueError) as error:
        raise BadInputError(f"{command} cannot be used to write a note ({error}).") from error
    finally:
        Path(name).unlink(missing_ok=True)
