"""``tracker serve``: the desk in a browser."""

from __future__ import annotations

import secrets
import socket
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from tracker.cli.opening import opened, settings_of
from tracker.cli.options import at_least_one
from tracker.cli.output import Output
from tracker.domain.errors import RefusedError
from tracker.serve.links import Links, steady_clock
from tracker.serve.place import LOOPBACK, Place

_LAST_PORT = 65_535


def port_number(word: str) -> int:
    """Read the number of a port."""
    fits = word.isascii() and word.isdigit() and len(word) <= len(str(_LAST_PORT))
    if not fits or int(word) > _LAST_PORT:
        raise ArgumentTypeError(f"“{word[:20]}” is no port; give a number from 0 to {_LAST_PORT}")
    return int(word)


_OPTIONS: tuple[tuple[str, dict[str, Any], str], ...] = (
    (
        "--port",
        {"type": port_number, "default": 8017, "metavar": "N"},
        "the port (8017; 0: a free one)",
    ),
    (
        "--for",
        {"dest": "editors", "action": "append", "metavar": "NAME"},
        "an editor who gets a link; once for each (you)",
    ),
    (
        "--hours",
        {"type": at_least_one, "default": 12, "metavar": "N"},
        "how long a session lasts (12)",
    ),
    (
        "--desks",
        {"type": at_least_one, "default": 5, "metavar": "N"},
        "how many may be open at once (5)",
    ),
    (
        "--bind",
        {"default": LOOPBACK, "metavar": "ADDRESS"},
        f"another address than {LOOPBACK}; needs TLS or a proxy",
    ),
    ("--tls-certificate", {"type": Path, "metavar": "FILE"}, "a certificate (PEM)"),
    ("--tls-key", {"type": Path, "metavar": "FILE"}, "its key (PEM)"),
    (
        "--public",
        {"default": "", "metavar": "URL"},
        "the https address that editors open, where it is another one",
    ),
)


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    for name, meaning, said in _OPTIONS:
        parser.add_argument(name, help=said, **meaning)
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Print the links and serve the desk until interrupted."""
    try:
        from tracker.serve.server import DeskServer  # noqa: PLC0415 - an extra of the program
    except ImportError as error:
        raise RefusedError(
            "the browser's desk needs its extra: pip install 'claim-tracker[serve]'."
        ) from error
    place = Place(
        args.port, args.bind, args.tls_certificate, args.tls_key, args.public.rstrip("/").lower()
    ).checked()
    found = settings_of(args)
    editors = [name.strip() for name in args.editors or [found.editor]]
    if not all(editors):
        raise RefusedError("an editor needs a name (--for NAME).")
    with opened(args, out, briefly=False) as (desk, _):
        desk.auditing.last()  # what is wrong is said here, not in every browser
    with _listening(place) as listening:
        place = replace(place, port=listening.getsockname()[1])
        links = Links(
            clock=steady_clock(),
            secret=lambda: secrets.token_urlsafe(32),
            lasts=timedelta(hours=args.hours),
        )
        server = DeskServer(place, links, {"TRACKER_LEDGER": found.ledger}, most=args.desks)
        for editor in editors:
            out.say(f"{editor}: {place.origin}/?token={links.issue(editor)}")
        out.flush()
        out.hint("each link opens the desk once; ctrl-C ends it for everybody.")
        server.run(listening)


def _listening(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    try:
        return socket.create_server((place.host, place.port), family=family)
    except (OSError, OverflowError) as error:
        raise RefusedError(
            f"cannot serve on {place.host}, port {place.port}: {error}; choose another (--port N)."
        ) from error
