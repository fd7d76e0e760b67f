"""Measure reading: its speed beside the bare parser's, its memory, and its time on hostile texts.

usage: reading_speed.py CORPUS [--texts N] [--hostile]

CORPUS: JSON lines, gzipped or not, {doc_id, text, …}. All on one core; loading is left out. The
parser alone and the whole reading (parse, attributions, drafts) take turns on the same texts, by
processor time, so that other work on the machine does not count. ``--hostile`` reads made-up texts
of growing length instead: where the time for a code point stays the same, the work is linear.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from attribution_corpus import read_corpus
from piped import run

from tracker.domain.draft import ArticleDraft
from tracker.extract.model import load_models
from tracker.extract.parsing import load_parser, parsed
from tracker.extract.reader import Reader

ROUNDS = 3
LENGTHS = (20_000, 125_000, 1_000_000)
_WORDS = "the harbour master said that two ferries had sunk near the old pier and "
HOSTILE: dict[str, Callable[[int], str]] = {
    "one line": lambda size: (_WORDS.strip() + ". ") * (size // len(_WORDS)),
    "no punctuation": lambda size: _WORDS * (size // len(_WORDS)),
    "no blanks": lambda size: "x" * size,
    "nested quotes": lambda size: "“he said " * (size // 9),
    "opened only": lambda size: "\"" * size,
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "line feeds": lambda size: "a\n" * (size // 2),
    "colons": lambda size: "he said: " * (size // 9),
    "commas": lambda size: "he said, " * (size // 9),
    "one speaker": lambda size: "“It rained,” he said.\n" * (size // 22),
    "names": lambda size: "".join(
        f"Ada B{number:x} said the gate was shut.\n" for number in range(size // 35)
    ),
}  # fmt: skip


def main() -> None:
    """Read and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corpus", type=Path)
    asked.add_argument("--texts", type=int, default=60, help="texts read, from the first")
    asked.add_argument("--hostile", action="store_true", help="made-up texts of growing length")
    options = asked.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    parser = load_parser()
    reader = Reader(parser, load_models())
    if options.hostile:
        hostile(reader)
        return
    texts = [each.text for each in read_corpus(options.corpus)[: options.texts]]
    words = sum(len(text.split()) for text in texts)

    def parse() -> None:
        for text in texts:
            parsed(text, parser)

    def read() -> None:
        for text in texts:
            reader.read(ArticleDraft(""), text)

    parse()
    read()
    before = _peak()
    turns = [(_taken(parse), _taken(read)) for _ in range(ROUNDS)]
    bare, whole = (words / median(column) for column in zip(*turns, strict=True))
    print(f"{len(texts)} texts, {words} words, one core")
    print(f"parser alone     {bare:8,.0f} words/s")
    print(f"whole reading    {whole:8,.0f} words/s")
    print(f"share            {whole / bare:8.0%}   (goal: 60 % or more)")
    print(f"memory           {before:8.0f} MiB at its peak after {len(texts)} texts, "
          f"{_peak():.0f} MiB after {len(texts) * (ROUNDS + 1)}")  # fmt: skip


def hostile(reader: Reader) -> None:
    """Print the microseconds for a code point, at each length."""
    print(f"{'µs per code point':18}" + "".join(f"{size:>12,}" for size in LENGTHS))
    for name, text in HOSTILE.items():
        row = [_taken(lambda: reader.read(ArticleDraft(""), text(size))) / size for size in LENGTHS]  # noqa: B023
        print(f"{name:18}" + "".join(f"{each * 1e6:12.1f}" for each in row), flush=True)


def _taken(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    run(main)
