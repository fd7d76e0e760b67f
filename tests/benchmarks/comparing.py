"""Measure what comparing with the ledger costs: `comparing.py FOLDER [SIZE…]`, sizes 10000 100000 by default.

Makes a ledger of each size in FOLDER (or takes the one that lies there), compares made-up claims of known places with
it, and prints the time of one claim at each size and the ratio; what it takes to see whose words an article has, as a
share of comparing it. Then articles of 40 claims are read, compared with the last ledger, and taken in: stored, compared
and joined to its events. Comparing and taking in are told as ratios to the reading, which finds the claims of a text and
sets them against each other, as `ingest` does before it looks at the ledger. Only ratios travel from machine to machine.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from uuid import uuid4

from big_ledger import DEEDS, START, THINGS, fill, names_of, place_of
from piped import run

from tracker.compare.proposing import compared
from tracker.desk.acting import start_action
from tracker.desk.comparing import found_for
from tracker.desk.reprinting import reprints_of
from tracker.desk.taking_in import Intake
from tracker.domain.article import Article, Passage, Span
from tracker.domain.attribution import Hop, HopRole, Voice
from tracker.domain.claim import Claim
from tracker.domain.draft import ArticleDraft
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure
from tracker.domain.status import Stage
from tracker.extract.reader import load_reader
from tracker.store.database import Database

SPEAKERS = ("mayor", "police", "hospital", "governor", "miners")
ROUNDS, PER_ROUND, PER_ARTICLE, OF_ONE_EVENT = 15, 40, 40, 3


def main() -> None:
    """Make, compare, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000])
    options = asked.parse_args()
    first = None
    for size in options.sizes:
        path = options.folder / f"{size}.db"
        if not path.exists():
            fill(path, size)
        each, again = _per_claim(path, size)
        first = first or each
        print(
            f"{size:>9,} claims: {each * 1000:6.2f} ms for a claim, {each / first:.2f} × the first; "
            f"whose words they are: {100 * again / (each * PER_ARTICLE):.1f} % more"
        )
    reading, comparing, taking_in = _per_article(path, size)
    print(
        f"an article of {PER_ARTICLE} claims is compared in {comparing / reading:.2f} × its reading, "
        f"all of its taking in takes {taking_in / reading:.2f} ×"
    )


def _per_claim(path: Path, size: int) -> tuple[float, float]:
    """Processor seconds that one claim takes, and whose words an article has, medians of rounds."""
    took, looked = [], []
    with Database(path, clock=lambda: datetime.now(UTC), new_uid=lambda: "").reading() as shelves:
        for round_ in range(ROUNDS):
            numbers = [(round_ * PER_ROUND + n) * 7919 % size for n in range(PER_ROUND)]
            claims = [_claim(number, size, n) for n, number in enumerate(numbers, 1)]
            article = Article(_text([place_of(one, size) for one in numbers]), "en", START, ())
            began = time.process_time()
            found_for(shelves, article, claims)
            took.append((time.process_time() - began) / PER_ROUND)
            began = time.process_time()
            reprints_of(shelves, article)
            looked.append(time.process_time() - began)
    return median(took), median(looked)


def _text(places: Sequence[str]) -> str:
    """A text that tells of some places, and of what articles about the first of them name."""
    named = [name for place in places[:OF_ONE_EVENT] for name in names_of(place)]
    return " ".join(
        f"In {place.title()} it rained all day on {len(place)} roads."
        for place in (*named, *places)
    )


def _claim(number: int, size: int, of: int) -> Claim:
    words = f"men shelled a warehouse in {place_of(number, size)}, killing two"
    values = (
        FacetValue(Facet.OCCURRENCE, "shelled", sense="attack"),
        FacetValue(Facet.ACTOR, "men", sense="attack"),
        FacetValue(Facet.TARGET, "a warehouse", sense="attack"),
    )
    return Claim(
        words,
        Voice.INDIRECT,
        passages=(Passage(0, (Span(0, len(words)),), words),),
        chain=(Hop(1, HopRole.SPEAKER),),
        facets=values,
        figures=(Figure("two", 2, 2, counts="killed"),),
        id=-of,
    )


def _per_article(path: Path, size: int) -> tuple[float, float, float]:
    """Processor seconds of an article's reading, comparing and taking in, medians of rounds."""
    reader, read, found, taken = load_reader(), [], [], []
    article = ArticleDraft("", published_at=START)
    reader.read(article, _report([0], size))
    ledger = Database(path, clock=lambda: datetime.now(UTC), new_uid=lambda: uuid4().hex)
    for round_ in range(ROUNDS):
        numbers = [(round_ * 7919 + n) % size for n in range(PER_ARTICLE)]
        began = time.process_time()
        reading = compared(reader.read(article, _report(numbers, size)).reading)
        read.append(time.process_time() - began)
        assert len(reading.claims) == PER_ARTICLE
        with suppress(_NotKeptError), ledger.writing(by="ada", did="take in") as shelves:
            start_action(shelves)
            began = time.process_time()
            stored = Intake(shelves, reading, Stage.SUGGESTED).run().article
            taken.append(time.process_time() - began)
            claims = shelves.claims.get_many(shelves.claims.first_of(stored.id, most=PER_ARTICLE))
            began = time.process_time()
            found_for(shelves, stored, claims.values())
            found.append(time.process_time() - began)
            raise _NotKeptError  # the next article meets the same ledger
    return median(read), median(found), median(taken)


def _report(numbers: Sequence[int], size: int) -> str:
    """A text that tells anew some of a ledger's claims, one in about eighteen words."""
    sentences = [
        f"The {SPEAKERS[one % 5]} of {place_of(one, size)} said on Tuesday that men had {DEEDS[one % 8]} "
        f"{THINGS[one * 3 % 7]} in {place_of(one, size)} in the night."
        for one in numbers
    ]
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


class _NotKeptError(Exception):
    """What was written is not to stay."""


if __name__ == "__main__":
    run(main)
