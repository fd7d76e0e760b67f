"""``tracker evidence``: what bears on claims."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from tracker.cli.bearings import add_evidence_words, evidence_of
from tracker.cli.opening import opened
from tracker.cli.output import Output
from tracker.cli.partial_names import partial_names
from tracker.cli.prose import UNDO, named
from tracker.cli.refs import claim_numbers, claims_and_words
from tracker.domain.errors import BadInputError
from tracker.domain.evidence import Evidence, Stance
from tracker.domain.reference import Kind, Ref


def add(parser: ArgumentParser, _command: str) -> None:
    """Add the arguments."""
    parser.usage = "tracker evidence REF… URL [--stance S] [options]"
    parser.add_argument(
        "words", nargs="+", metavar="REF… URL", help="claims, then the evidence's address"
    )
    add_evidence_words(parser)
    parser.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="REF",
        help="a claim on which it bears the opposite way; may be given again",
    )
    parser.set_defaults(run=run)


def run(args: Namespace, out: Output) -> None:
    """Add evidence to claims; without a stance it is context."""
    numbers, words = claims_and_words(args.words)
    if len(words) > 1:
        raise BadInputError("give one address (in quotes if it has spaces).")
    if not words and not args.title:
        raise BadInputError("give the evidence's address, or if it has none a --title.")
    draft = evidence_of(args, words[0] if words else "", Stance(args.stance or Stance.CONTEXT))
    against = claim_numbers(args.against)
    with opened(args, out) as (desk, by):
        put = desk.gathering.add_evidence(numbers, draft, by=by, against=against)
        told = partial_names(desk, "the evidence", draft.title, draft.url)
    kept = ", with its copy" if put[0].capture else ""
    out.say(f"{'; '.join(_said(put))}{kept}. {UNDO}")
    out.hint(*told)


def _said(put: Sequence[Evidence]) -> Iterator[str]:
    for stance in dict.fromkeys(one.stance for one in put):
        ones = [one for one in put if one.stance is stance]
        refs = named((one.ref for one in ones), "piece")
        claims = named(Ref(Kind.CLAIM, one.claim_id) for one in ones)
        yield f"{refs} added to {claims} ({stance})"
