"""The parser: options first or last, references and words in any order between them."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, Action, ArgumentError, ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NoReturn

from tracker import __version__
from tracker.cli.commands import GROUPS, Command, all_commands
from tracker.cli.output import failing_plainly, in_signs_of

PROGRAM = "tracker"
WRONG_USAGE = 2
SHELLS = ("bash", "zsh", "fish")

_EPILOG = """\
options, before or after the command:
  --ledger PATH     the ledger (default: $TRACKER_LEDGER, or yours in the data folder)
  --as NAME         who you are (default: $TRACKER_EDITOR, or your login name)
  --no-color        no colours (so does $NO_COLOR)
  --version         say which version this is
  -h, --help        explain the program, or after a command that command

  --install-completion       let your shell complete commands and options
  --print-completion SHELL   print the script for bash, zsh or fish instead
"""


class CommandParser(ArgumentParser):
    """Parses one command; its arguments are filled in only when it is the one asked for."""

    def __init__(
        self, *, fill: Callable[[CommandParser], None] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(allow_abbrev=False, **kwargs)
        self.commands: dict[str, CommandParser] = {}
        self._fill = fill
        self._intermixing = False

    def filled(self) -> CommandParser:
        """Add the arguments, once."""
        fill, self._fill = self._fill, None
        if fill is not None:
            fill(self)
        return self

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """Let options stand between the words: ``mark C1 --reason X refuted``."""
        self.filled()
        if self._intermixing or self._subparsers is not None:
            return super().parse_known_args(args, namespace)
        self._intermixing = True  # the method below calls this one again
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._intermixing = False

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> Namespace:
        """Read all that was typed; a word too many is refused in the name of its command."""
        read, extras = self.parse_known_args(args, namespace)
        if extras:
            taken = " ".join(extras)
            said = f"it takes no “{taken}”{_as_filter(extras[0], read)}"
            self.commands.get(read.command, self).error(said)
        return read

    def format_help(self) -> str:
        """Explain the command; or the program, its commands in groups."""
        return super().format_help() if self._subparsers is None else _program_help()

    def error(self, message: str) -> NoReturn:
        """Refuse wrong usage in one line, and say where to read more."""
        from tracker.domain.visible import visible  # noqa: PLC0415 - most runs have no use for it

        self.exit(WRONG_USAGE, f"{self.prog}: {visible(message)}\nTry “{self.prog} --help”.\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        stream = file or sys.stderr
        if message and stream is not None:
            with failing_plainly():  # argparse would pass over a full disk
                stream.write(in_signs_of(stream.encoding, message))

    def _get_values(self, action: Action, arg_strings: list[str]) -> Any:
        # Up to Python 3.12 argparse takes the “--” of “--search=--” for a sign of its own.
        if action.option_strings and action.nargs is None and arg_strings == ["--"]:
            return self._get_value(action, arg_strings[0])
        return super()._get_values(action, arg_strings)

    def _check_value(self, action: Action, value: Any) -> None:
        if action.dest == "command" and value not in (action.choices or ()):
            raise ArgumentError(None, f"there is no command “{value}”{_meant(str(value))}")
        super()._check_value(action, value)


def program_parser() -> CommandParser:
    """Build the parser of the whole program."""
    parser = CommandParser(prog=PROGRAM)
    parser.set_defaults(ledger=None, editor=None, no_color=False, run=None)
    _add_program_options(parser)
    parser.add_argument("--print-completion", metavar="SHELL", choices=SHELLS, help=SUPPRESS)
    parser.add_argument("--install-completion", action="store_true", help=SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in all_commands():
        parser.commands[command.name] = commands.add_parser(
            command.name,
            help=command.help,
            description=f"{command.help[0].upper()}{command.help[1:]}.",
            fill=_filling(command),
        )
    return parser


def _filling(command: Command) -> Callable[[CommandParser], None]:
    def fill(parser: CommandParser) -> None:
        import_module(f"tracker.cli.{command.file}").add(parser, command.name)
        _add_program_options(parser.add_argument_group("program options"))

    return fill


def _add_program_options(parser: Any) -> None:
    """Add what every command takes; unless given, it leaves what stood before the command."""
    parser.add_argument("--ledger", metavar="PATH", default=SUPPRESS, help="the ledger's file")
    parser.add_argument(
        "--as", dest="editor", metavar="NAME", default=SUPPRESS, help="the editor's name"
    )
    parser.add_argument(
        "--no-color", action="store_true", default=SUPPRESS, help="write without colours"
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {__version__}",
        help="say which version this is",
    )


def _program_help() -> str:
    lines = [
        f"usage: {PROGRAM} [options] [COMMAND …]",
        "",
        "Who said what, through whom, and what is still unverified.",
        f"Without a command, {PROGRAM} opens the desk.",
    ]
    for title, group in GROUPS.items():
        lines += ["", f"{title}:", *(f"  {one.name:<16}  {one.help}" for one in group)]
    return "\n".join([*lines, "", _EPILOG])


def _as_filter(word: str, read: Namespace) -> str:
    """Name the option that a reference was meant for, where the command filters by such things."""
    meant = {"A": "article", "E": "event", "S": "source"}.get(word[:1].upper(), "")
    if meant in read and word[1:].isdigit():
        return f"; did you mean --{meant} {word.upper()}?"
    return ""


def _meant(word: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - for a mistyped command only

    close = get_close_matches(word, [command.name for command in all_commands()], n=1)
    return f"; did you mean “{close[0]}”?" if close else ""
