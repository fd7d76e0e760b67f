"""Measure how well claims and their sources are read in briefs where people marked them.

usage: claims.py GOLD [--errors]

GOLD: as contradictions.py takes it. A claim that was read is one of the file's where Jaccard of their words is 0.4, or
one holds 70 % of the other; its source is right where one of the two names holds the other's last word. Prints
precision, recall and the share of right sources; with --errors what is missed, what is read in excess, and whose it is.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from contradictions import aligned, brief_of
from piped import run

from tracker.domain.draft import ArticleDraft
from tracker.extract.reader import load_reader

_PART = re.compile(r",|\s(?:of|for|in|from|at|to|on|near|who|close|with)\s")
_WORD = re.compile(r"\w+")


def main() -> None:
    """Read, compare, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("gold", type=Path)
    asked.add_argument("--errors", action="store_true", help="say what is missed and what is wrong")
    options = asked.parse_args()
    reader = load_reader()
    marked = read = matched = right = 0
    for line in options.gold.read_text("utf-8").splitlines():
        brief = brief_of(json.loads(line))
        reading = reader.read(ArticleDraft(""), brief.text).reading
        said = {claim.key: claim for claim in reading.claims if claim.chain}
        names = {source.key: source.name for source in reading.sources}
        same = aligned(brief, {key: claim.spans for key, claim in said.items()})
        wrong = [
            f"{brief.id} source {names[said[key].chain[0].source]} not {brief.claims[gold]['source']}"
            for key, gold in same.items()
            if not alike(names[said[key].chain[0].source], brief.claims[gold]["source"])
        ]
        marked, read, matched = marked + len(brief.claims), read + len(said), matched + len(same)
        right += len(same) - len(wrong)
        if options.errors:
            missed = [one for number, one in brief.claims.items() if number not in same.values()]
            print(
                *(f"{brief.id} missed {one['source']}: {one['content']}" for one in missed),
                sep="\n",
            )
            excess = [one for key, one in said.items() if key not in same]
            print(*(f"{brief.id} excess {one.statement}" for one in excess), *wrong, sep="\n")
    print(f"{marked} marked, {read} read: precision {matched / max(read, 1):.3f}, "
          f"recall {matched / max(marked, 1):.3f}, right source {right / max(matched, 1):.3f}")  # fmt: skip


def alike(one: str, other: str) -> bool:
    """Whether the last word of a name's first part stands in the other."""
    return head(one) in words(other) or head(other) in words(one)


def head(name: str) -> str:
    """The last word before what is added to a name."""
    return (_WORD.findall(_PART.split(name.lower())[0]) or [""])[-1].removesuffix("s")


def words(name: str) -> set[str]:
    """The words of a name without the s of many."""
    return {word.removesuffix("s") for word in _WORD.findall(name.lower())}


if __name__ == "__main__":
    run(main)
