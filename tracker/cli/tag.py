"""``tracker tag``: words to gather claims by."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tracker.cli.opening import opened
from tracker.cli.output import Output
from tracker.cli.prose import UNDO, claims_named, together
from tracker.cli.refs import claims_and_words


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.usage = "tracker tag REF… WORD… [--remove]"
    parser.add_argument("words", nargs="+", metavar="REF… WORD…", help="claims, then tags")
    parser.add_argument("--remove", action="store_true", help="take the tags away")
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Tag claims, or take tags away."""
    numbers, words = claims_and_words(args.words)
    with opened(args, out) as (desk, by):
        change = desk.gathering.untag if args.remove else desk.gathering.tag
        claims = change(numbers, words, by=by)
    tags = together([f"#{word.strip().lower()}" for word in words])
    done = "no longer tagged" if args.remove else "tagged"
    out.say(f"{claims_named(claims)} {done} {tags}. {UNDO}")
