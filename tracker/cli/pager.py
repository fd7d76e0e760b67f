"""The pager: long output a screen at a time, through the program that $PAGER names."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable
from contextlib import suppress

from tracker.domain.errors import TrackerError


def page(command: str, lines: Iterable[str], encoding: str) -> bool:
    """Show lines in the pager and wait until the reader leaves it; False if it will not start.

    Raises:
        TrackerError: the command cannot be read.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise TrackerError(f"$PAGER cannot be read ({error}).") from error
    try:
        # less leaves at once what fits the screen, and lets colours through.
        pager = subprocess.Popen(  # noqa: S603 - the user's own program, no shell
            words,
            stdin=subprocess.PIPE,
            env={"LESS": "FRX", **os.environ},
            encoding=encoding,
            errors="replace",
        )
    except OSError:
        return False
    assert pager.stdin is not None
    with suppress(BrokenPipeError, KeyboardInterrupt):  # the reader has seen enough
        pager.stdin.writelines(lines)
    with suppress(BrokenPipeError):
        pager.stdin.close()
    while True:
        try:
            pager.wait()
        except KeyboardInterrupt:  # meant for the pager
            continue
        return True
