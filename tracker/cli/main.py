"""The program: reads what was typed, runs the command, and ends with a code that says how."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from tracker.cli.output import Output
from tracker.cli.parser import program_parser
from tracker.domain.errors import TrackerError

Run = Callable[[Namespace, Output], int | None]

DONE, FAILED, INTERRUPTED = 0, 1, 130
LONGEST = 300
"""Characters of a defect's own words; a database's can be pages."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program on its arguments; returns the exit code."""
    out = Output(sys.stdout)
    try:
        code = _run(argv, out)
        out.flush()
    except BrokenPipeError:  # whoever read has seen enough
        code = DONE
        out.abandon()
    except KeyboardInterrupt:
        code = INTERRUPTED
        out.abandon()
    except TrackerError as error:
        code = FAILED
        out.refuse(str(error))
    except MemoryError:
        code = FAILED
        out.refuse("there is not enough memory for that; what is stored is whole.")
    except Exception as error:
        if os.environ.get("TRACKER_DEBUG"):
            raise
        code = FAILED
        out.refuse(
            f"internal error: {type(error).__name__}: {str(error)[:LONGEST]} "
            "(set TRACKER_DEBUG=1 for the traceback)"
        )
    return code


def _run(argv: Sequence[str] | None, out: Output) -> int:
    words = sys.argv[1:] if argv is None else argv
    if not all(map(_is_text, words)):
        raise TrackerError("an argument is not text in this system's encoding (UTF-8, mostly).")
    # What reading multiplies is small: more threads would only wait for each other, on a core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        args = program_parser().parse_args(words)
        out.without_color(args.no_color)
        return _chosen(args)(args, out) or DONE
    except SystemExit as end:  # argparse's way of ending after help and wrong usage
        return end.code if isinstance(end.code, int) else FAILED


def _chosen(args: Namespace) -> Run:
    """The work asked for; without a command it is the desk."""
    if args.print_completion or args.install_completion:
        from tracker.cli.completion import run as complete  # noqa: PLC0415 - asked for once

        return complete
    if args.command is None:
        from tracker.cli.desk import run as open_desk  # noqa: PLC0415 - help needs none of it

        return open_desk
    run: Run = args.run
    return run


def _is_text(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True
