"""Evidence as it is given on the command line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from mimetypes import guess_type
from pathlib import Path

from tracker.cli.options import add_word
from tracker.domain.errors import BadInputError
from tracker.domain.evidence import EvidenceDraft, EvidenceKind, NoCapture, Stance

LARGEST_COPY = 50_000_000
"""Bytes of a captured copy; a ledger is one file that people send around."""


def add_evidence_words(parser: ArgumentParser) -> None:
    """Take what can be said of a piece of evidence besides its address."""
    add_word(parser, "--stance", Stance, f"how it bears on the claim: {', '.join(Stance)}")
    add_word(parser, "--kind", EvidenceKind, f"one of {', '.join(EvidenceKind)}")
    parser.add_argument("--title", metavar="TEXT", default="", help="what it is")
    parser.add_argument("--file", metavar="FILE", help="keep a copy of this file in the ledger")
    add_word(parser, "--no-copy", NoCapture, f"why there is no copy: {', '.join(NoCapture)}")


def evidence_of(args: Namespace, url: str, stance: Stance) -> EvidenceDraft:
    """Put a piece of evidence together.

    Raises:
        BadInputError: its copy cannot be read.
    """
    if args.file and args.no_copy:
        raise BadInputError("give a copy (--file) or why there is none (--no-copy), not both.")
    return EvidenceDraft(
        url=url,
        stance=stance,
        title=args.title,
        kind=EvidenceKind(args.kind or EvidenceKind.DOCUMENT),
        content=_copy(Path(args.file)) if args.file else None,
        media_type=guess_type(args.file or "")[0] or "application/octet-stream",
        no_capture=NoCapture(args.no_copy or NoCapture.NOT_CAPTURED),
    )


def _copy(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise BadInputError(f"{path} is no file to keep a copy of.")
        with path.open("rb") as file:
            content = file.read(LARGEST_COPY + 1)
    except OSError as error:
        raise BadInputError(f"{path} cannot be read ({error.strerror}).") from error
    if len(content) > LARGEST_COPY:
        raise BadInputError(f"{path} is larger than {LARGEST_COPY // 1_000_000} MB; link to it.")
    return content
