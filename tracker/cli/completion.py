"""Completion: the script that lets a shell complete commands, options and words."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import shtab

from tracker.cli.files_named import path_of
from tracker.cli.output import Output
from tracker.cli.parser import PROGRAM, SHELLS, CommandParser, program_parser
from tracker.domain.errors import RefusedError

_PATHS = ("FILE", "PATH")


def run(args: Namespace, out: Output) -> None:
    """Print the script, or put it where the user's shell looks for it."""
    if args.print_completion:
        out.raw(_script(args.print_completion))
        return
    shell = Path(os.environ.get("SHELL", "")).name
    if shell not in SHELLS:
        raise RefusedError(
            f"completion is made for {', '.join(SHELLS)}, and your shell is {shell or 'unknown'}; "
            f"print a script with “{PROGRAM} --print-completion bash”."
        )
    place = _place(shell)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_script(shell), encoding="utf-8")
    except OSError as error:
        raise RefusedError(f"{place} cannot be written ({error.strerror}).") from error
    out.say(f"Completion for {shell} is in {place}; it works in the next shell that you open.")
    if shell == "zsh":
        out.say("If it does not, put this before compinit in ~/.zshrc:")
        out.say(f"  fpath=({place.parent} $fpath)")


def _place(shell: str) -> Path:
    home = path_of("~")
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    match shell:
        case "fish":
            return config / "fish" / "completions" / f"{PROGRAM}.fish"
        case "zsh":
            return data / "zsh" / "site-functions" / f"_{PROGRAM}"
    return data / "bash-completion" / "completions" / PROGRAM


def _script(shell: str) -> str:
    parser = program_parser()
    for one in _parsers(parser):
        for action in one._actions:  # noqa: SLF001 - argparse has no other way to list them
            if action.metavar in _PATHS:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    return f"{shtab.complete(parser, shell)}\n"


def _parsers(parser: CommandParser) -> Iterator[CommandParser]:
    yield parser
    for action in parser._actions:  # noqa: SLF001
        if action.dest == "command" and isinstance(action.choices, dict):
            for command in action.choices.values():
                yield command.filled()
