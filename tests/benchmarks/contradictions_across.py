"""Measure how well contradictions are found across two articles: `contradictions_across.py GOLD… [--given]`.

GOLD as for `contradictions.py`. Each brief is parted into two articles by its speakers (`parted.py`); all first ones
are taken into a ledger, then all second ones, so that each meets the articles of all other briefs, too. Prints
precision, recall and F1 of the pairs proposed across articles as standing against each other, for each file, with the
middle 95 % of 1,000 draws of briefs; what two briefs have against each other is wrong. Marked pairs that cannot be
parted are not counted.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from attribution_scoring import Count
from contradictions import Pairs, brief_of, counts, print_figures
from parted import Parted, new_ledger, parted, taken_in
from piped import run

from tracker.domain.relation import AGAINST
from tracker.extract.reader import load_reader


def main() -> None:
    """Read, part, take in, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("gold", type=Path, nargs="+")
    asked.add_argument("--given", action="store_true", help="take the claims of the file")
    options = asked.parse_args()
    reader = load_reader()
    briefs = [
        parted(brief_of(json.loads(line)), reader, given=options.given)
        for path in options.gold
        for line in path.read_text("utf-8").splitlines()
    ]
    counted = iter(_counted(briefs))
    for path in options.gold:
        print(path.name)
        print_figures(list(islice(counted, len(path.read_text("utf-8").splitlines()))))


def _counted(briefs: Sequence[Parted]) -> list[dict[str, Count]]:
    """Count what is proposed across articles, brief by brief; that of two briefs where it is new."""
    stands: dict[int, tuple[int, int, str]] = {}
    found: list[Pairs] = [{} for _ in briefs]
    with new_ledger() as (desk, database):
        for number, part, article in taken_in(desk, briefs):
            with database.reading() as shelves:
                claims = shelves.claims.of_article(article.id)
            for claim, draft in zip(claims, briefs[number].articles[part].claims, strict=True):
                stands[claim.id] = number, part, briefs[number].called(draft)
        for relation in reversed(desk.browsing.relations()):
            (one, _, mine), (other, part, its) = stands[relation.a], stands[relation.b]
            if relation.kind in AGAINST and stands[relation.a][:2] != (other, part):
                pair = frozenset((mine, its if one == other else f"? {its}"))
                found[one][pair] = str(relation.facet)
    return [counts(each.pairs, mine) for each, mine in zip(briefs, found, strict=True)]


if __name__ == "__main__":
    run(main)
