"""Measure how well attributions are found in a corpus where people marked them.

usage: attribution.py CORPUS [--errors N] [--least SCORE] [--keep FOLDER] [--out FILE]

CORPUS: JSON lines, gzipped or not, {doc_id, text, attributions: [{source, cue, content}]}, spans
in code points. Prints precision, recall and F1 with the middle 95 % of 1,000 draws of texts:
content.partial (half of the words agree), content.token, source.*, and joint (content and
the source's head); then the errors by kind, and the speed after the parse.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from attribution_corpus import Gold, GoldText, parse_corpus, read_corpus
from attribution_scoring import (
    HALF,
    Covered,
    added,
    counts,
    covered,
    f1,
    intervals,
    joint,
    matched,
    overlap,
    same_source,
)
from piped import run

from tracker.domain.article import Span
from tracker.extract.attributions import attributions
from tracker.extract.found import FoundAttribution
from tracker.extract.parsing import load_parser

DRAWS = 1000


def main() -> None:
    """Read, compare, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corpus", type=Path)
    asked.add_argument("--least", type=float, help="score below which nothing is shown")
    asked.add_argument("--keep", type=Path, help="folder for the parsed corpus")
    asked.add_argument("--errors", type=int, default=0, help="examples of each kind of error")
    asked.add_argument("--out", type=Path, help="write what is found, in the corpus's form")
    options = asked.parse_args()
    texts = read_corpus(options.corpus)
    kept = options.keep / f"{options.corpus.name}.spacy" if options.keep else None
    parser = None if kept and kept.exists() else load_parser()
    parsed = parse_corpus(texts, parser, kept)
    began = time.process_time()
    found = [
        attributions(text.text, paragraphs, least=options.least)
        for text, paragraphs in zip(texts, parsed, strict=True)
    ]
    took = time.process_time() - began
    compared = [
        (text, covered(text.text, text.attributions), covered(text.text, map(_gold, each)))
        for text, each in zip(texts, found, strict=True)
    ]
    print_figures([counts(gold, read) for _, gold, read in compared])
    print_errors(compared, options.errors)
    words = sum(len(text.text.split()) for text in texts)
    print(
        f"\n{len(texts)} texts, {words} words; {words / took:,.0f} words per second of one core after the parse"
    )
    if options.out:
        write(options.out, texts, found)


def print_figures(texts: list[dict[str, tuple[int, int, int]]]) -> None:
    """Print a line for each figure."""
    middle = intervals(texts, DRAWS)
    print(f"{'':16}{'P':>7}{'R':>7}{'F1':>7}   95 %            matched/marked/found")
    for name, count in added(texts).items():
        precision, recall, both = f1(count)
        low, high = middle[name]
        print(f"{name:16}{precision:7.3f}{recall:7.3f}{both:7.3f}   [{low:.3f} {high:.3f}]   "
              f"{count[0]}/{count[1]}/{count[2]}")  # fmt: skip


def print_errors(compared: list[tuple[GoldText, list[Covered], list[Covered]]], most: int) -> None:
    """Print how many marked ones were missed and why, and how many were found in excess."""
    kinds: Counter[str] = Counter()
    shown: dict[str, list[str]] = {}
    for text, gold, read in compared:
        taken = matched(gold, read, joint)
        for at, each in enumerate(gold):
            if at not in taken.values():
                kind = f"missed: {_why(each, read)}; {_dress(text, text.attributions[at])}"
                kinds[kind] += 1
                shown.setdefault(kind, []).append(_words(text, text.attributions[at]))
        for at, each in enumerate(read):
            if at not in taken:
                kinds[f"found in excess: {_excess(each, gold)}"] += 1
    print()
    for kind, number in sorted(kinds.items(), key=lambda pair: -pair[1]):
        print(f"{number:6} {kind}")
        for example in shown.get(kind, [])[:most]:
            print(f"         {example}")


def _why(gold: Covered, read: list[Covered]) -> str:
    same = [each for each in read if overlap(gold.content, each.content) >= HALF]
    if same:
        if any(same_source(gold, each) for each in same):
            return "one reading for two"
        if gold.head is None:
            return "a source where none is named"
        return "no source" if all(not each.source for each in same) else "another source"
    if any(each.cue & gold.cue for each in read):
        return "another content"
    return "the cue"


def _excess(each: Covered, gold: list[Covered]) -> str:
    if any(each.cue & other.cue for other in gold):
        return "a marked cue, read wrongly"
    return "not marked"


def _dress(text: GoldText, gold: Gold) -> str:
    said = "".join(text.text[start:end] for start, end in gold.content)
    marks = sum(said.count(mark) for mark in '"“”') + said.count("''")
    if not marks:
        return "indirect"
    return "direct" if said.strip()[:1] in "\"“'" and said.strip()[-1:] in "\"”'" else "mixed"


def _words(text: GoldText, gold: Gold) -> str:
    parts = [
        " … ".join(" ".join(text.text[start:end].split()) for start, end in spans)[:160]
        for spans in (gold.source, gold.cue, gold.content)
    ]
    return " | ".join(parts)


def _gold(found: FoundAttribution) -> Gold:
    return Gold(
        _pairs(found.source), _pairs(found.cue), [pair for s in found.content for pair in _pairs(s)]
    )


def _pairs(span: Span | None) -> list[tuple[int, int]]:
    return [] if span is None else [(span.start, span.end)]


def write(path: Path, texts: list[GoldText], found: list[tuple[FoundAttribution, ...]]) -> None:
    """Write what is found as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        for text, each in zip(texts, found, strict=True):
            rows = [
                {
                    "source": gold.source,
                    "cue": gold.cue,
                    "content": gold.content,
                    "score": one.score,
                }
                for one, gold in ((one, _gold(one)) for one in each)
            ]
            out.write(json.dumps({"doc_id": text.name, "attributions": rows}) + "\n")


if __name__ == "__main__":
    run(main)
