"""Measure how well contradictions are found in briefs where people marked them.

usage: contradictions.py GOLD [--given] [--errors]

GOLD: JSON lines of {id, text, claims: [{id, source, cue, content}], contradictions: [{a, b, aspect}]}, each
content verbatim in the text. With --given the claims (their sources and spans) are those of the file, else they
are read from the text and held against the file's: they are the same where Jaccard of their words is 0.4, or one holds
70 % of the other. Prints precision, recall and F1 of the pairs that stand against each other (contradicts, denies),
in all and by facet, with the middle 95 % of 1,000 draws of briefs; with --errors what is missed and what is wrong.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attribution_scoring import Count, added, f1, intervals
from piped import run

from tracker.compare.proposing import compared
from tracker.domain.article import Span
from tracker.domain.attribution import HopRole, Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, HopDraft, Reading, SourceDraft
from tracker.domain.relation import AGAINST
from tracker.domain.source import SourceKind
from tracker.extract.checking import is_checkable
from tracker.extract.facets import facets_of
from tracker.extract.figures import Figures
from tracker.extract.parsed_text import ParsedText
from tracker.extract.parsing import parsed
from tracker.extract.reader import Reader, load_reader

DRAWS = 1000
JACCARD, HOLDS = 0.4, 0.7
WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
FACETS = {
    "agent": "actor", "casualties": "quantity", "outcome/control": "outcome", "target/nature": "target",
    "nature": "target",
}  # fmt: skip

Pairs = dict[frozenset[str], str]
"""The ends of a pair, by the ids of the file's claims, and the facet."""


@dataclass(frozen=True)
class Brief:
    """A text with the claims and the contradictions that people marked."""

    id: str
    text: str
    claims: dict[str, dict[str, Any]]
    pairs: Pairs


def main() -> None:
    """Read, compare, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("gold", type=Path)
    asked.add_argument("--given", action="store_true", help="take the claims of the file")
    asked.add_argument("--errors", action="store_true", help="say what is missed and what is wrong")
    options = asked.parse_args()
    reader = load_reader()
    texts: list[dict[str, Count]] = []
    for line in options.gold.read_text("utf-8").splitlines():
        brief = brief_of(json.loads(line))
        found = given(brief, reader) if options.given else from_text(brief, reader)
        texts.append(counts(brief.pairs, found))
        if options.errors:
            print_errors(brief, found)
    print_figures(texts)


def given(brief: Brief, reader: Reader) -> Pairs:
    """Compare the file's own claims."""
    reading = compared(given_reading(brief, reader))
    return {
        frozenset((one.a, one.b)): str(one.facet)
        for one in reversed(reading.relations)
        if one.kind in AGAINST
    }


def given_reading(brief: Brief, reader: Reader) -> Reading:
    """The file's own claims, as if they had been read."""
    text = ParsedText(brief.text, parsed(brief.text, reader._parser))
    read = {one.key: one for one in reader.read(ArticleDraft(""), brief.text).reading.sources}
    sources: dict[str, SourceDraft] = {}
    claims = [
        _claim(text, claim, _source(claim["source"], sources, read))
        for claim in brief.claims.values()
    ]
    claims.sort(key=lambda one: one.spans)
    return Reading(ArticleDraft(""), brief.text, tuple(sources.values()), claims=tuple(claims))


def from_text(brief: Brief, reader: Reader) -> Pairs:
    """Read the text, compare, and say which of the file's claims each pair is of."""
    reading = compared(reader.read(ArticleDraft(""), brief.text).reading)
    same = aligned(brief, {one.key: one.spans for one in reading.claims if one.chain})
    said = {one.key for one in reading.claims if one.chain}
    return {
        frozenset(same.get(key, f"? {key}") for key in (one.a, one.b)): str(one.facet)
        for one in reversed(reading.relations)
        if one.kind in AGAINST and {one.a, one.b} <= said
    }


def aligned(brief: Brief, spans: dict[str, tuple[Span, ...]]) -> dict[str, str]:
    """Match claims that were read with the file's, one to one, the likest first."""
    words = [match.span() for match in WORD.finditer(brief.text)]

    def covered(start: int, end: int) -> set[int]:
        return {at for at, (first, last) in enumerate(words) if first < end and last > start}

    likely = []
    for key, pieces in spans.items():
        longest = max(pieces, key=lambda one: one.end - one.start)
        mine = covered(longest.start, longest.end)
        for number, claim in brief.claims.items():
            start = brief.text.index(claim["content"])
            other = covered(start, start + len(claim["content"]))
            both = len(mine & other)
            alike = both / len(mine | other)
            if both and (alike >= JACCARD or both >= HOLDS * min(len(mine), len(other))):
                likely.append((-alike, number, key))
    same: dict[str, str] = {}
    for _, number, key in sorted(likely):
        if key not in same and number not in same.values():
            same[key] = number
    return same


def counts(gold: Pairs, found: Pairs) -> dict[str, Count]:
    """Count the pairs that match, are marked and were found: in all, and by facet."""
    kinds = {pair: gold.get(pair) or FACETS.get(facet, facet) for pair, facet in found.items()}
    names = {*gold.values(), *kinds.values()}
    by_facet = {
        name: (
            sum(kind == name for pair, kind in gold.items() if pair in found),
            sum(kind == name for kind in gold.values()),
            sum(kind == name for kind in kinds.values()),
        )
        for name in names
    }
    return {"all": (len(gold.keys() & found.keys()), len(gold), len(found)), **by_facet}


def print_figures(texts: list[dict[str, Count]]) -> None:
    """Print a line in all and for each facet."""
    names = sorted(
        {name for each in texts for name in each}, key=lambda name: (name != "all", name)
    )
    whole = [{name: each.get(name, (0, 0, 0)) for name in names} for each in texts]
    middle = intervals(whole, DRAWS)
    print(f"{'':12}{'P':>7}{'R':>7}{'F1':>7}   95 %            matched/marked/found")
    for name, count in added(whole).items():
        precision, recall, both = f1(count)
        low, high = middle[name]
        numbers = "/".join(map(str, count))
        print(
            f"{name:12}{precision:7.3f}{recall:7.3f}{both:7.3f}   ({low:.3f}–{high:.3f})   {numbers}"
        )


def print_errors(brief: Brief, found: Pairs) -> None:
    """Say which pairs are missed and which are wrong, in the claims' words."""
    for pair, facet in sorted((*brief.pairs.items(), *found.items()), key=str):
        if (pair in brief.pairs) != (pair in found):
            kind = "missed" if pair in brief.pairs else "wrong "
            words = [
                brief.claims[one]["content"][:60] if one in brief.claims else one
                for one in sorted(pair)
            ]
            print(f"{brief.id} {kind} {facet:10} {' ≠ '.join(words)}")


def brief_of(line: dict[str, Any]) -> Brief:
    """Take a brief from a line of a file."""
    claims = {claim["id"]: claim for claim in line["claims"]}
    pairs = {
        frozenset((one["a"], one["b"])): FACETS.get(one["aspect"], one["aspect"])
        for one in line["contradictions"]
    }
    return Brief(line["id"], line["text"], claims, pairs)


def _source(
    name: str, sources: dict[str, SourceDraft], read: dict[str, SourceDraft]
) -> SourceDraft:
    """The source of a name, with its role and whom it belongs to as the text was read.

    "Vos" is "Pieter Vos" who was named before.
    """
    for known in sources.values():
        if _one_name(name, known.name):
            return known
    alike = [one for one in read.values() if _one_name(name, one.name)]
    found = max(alike, key=lambda one: (one.name == name, len(one.name)), default=None)
    if found is None:
        found = SourceDraft(name, name, SourceKind.PERSON)
    above = read.get(found.affiliation or "")
    while above is not None and above.key not in sources:
        sources[above.key] = above
        above = read.get(above.affiliation or "")
    sources[found.key] = found
    return found


def _one_name(one: str, other: str) -> bool:
    mine, theirs = (set(name.removeprefix("the ").split()) for name in (one, other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _claim(text: ParsedText, claim: dict[str, Any], source: SourceDraft) -> ClaimDraft:
    start = text.text.index(claim["content"])
    piece = (Span(start, start + len(claim["content"])),)
    cue = claim.get("cue") or ""
    figures = Figures(text).within(piece)
    return ClaimDraft(
        key=claim["id"],
        statement=claim["content"],
        voice=Voice.INDIRECT,
        spans=piece,
        chain=(HopDraft(source.key, HopRole.SPEAKER),),
        cue=cue,
        figures=tuple(one.figure for one in figures),
        facets=facets_of(text, piece, _cue_span(text, cue, start), figures, (), source.key),
        checkable=is_checkable(text.tokens(piece[0])),
    )


def _cue_span(text: ParsedText, cue: str, start: int) -> Span | None:
    """Where a cue stands that is nearest to what is said."""
    if not cue:
        return None
    found = [one.start() for one in re.finditer(re.escape(cue), text.text)]
    at = min(found, key=lambda one: abs(one - start), default=None)
    return None if at is None else Span(at, at + len(cue))


if __name__ == "__main__":
    run(main)
