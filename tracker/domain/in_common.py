"""In common: the words of one text that stand in another, whatever was cut, added or moved.

Runs of five words are looked for, the w-shingles of Broder (On the resemblance and containment of
documents, 1997): a word of one text stands in the other where a run with it does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice

from tracker.domain.article import Span
from tracker.domain.figure import Number
from tracker.domain.figure_grammar import figures_in
from tracker.domain.sentences import words

SAME = 0.5
"""The share of its words that stand in another from which on a text is the other's, reprinted."""
_RUN = 5
_MOST = 20_000
"""Words of each text that are looked at."""
_OVERLAP = 0.5
"""The part of their words that two passages share from which on they may make one claim."""
_STRETCH = 8
"""Words in a row, at least, that two texts have in common by more than chance."""
_TURNED = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without)\b|n['’]t\b")


class _Words:
    """The words of a text and where they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.spans = list(islice(words(text), _MOST))
        self.said = [text[at.start : at.end].casefold().replace("’", "'") for at in self.spans]
        self._starts = [at.start for at in self.spans]

    def within(self, spans: Iterable[Span]) -> list[int]:
        """The numbers of the words that begin in some spans."""
        return [
            number
            for span in spans
            for number in range(
                bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            )
        ]

    def runs(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """Where each run of words begins."""
        found = defaultdict(list)
        for at in range(len(self.said) - _RUN + 1):
            found[tuple(self.said[at : at + _RUN])].append(at)
        return found

    def counts(self, spans: Iterable[Span]) -> list[tuple[Number | None, Number | None]]:
        """The figures in some spans."""
        told = " … ".join(self._text[span.start : span.end] for span in spans)
        return [(one.figure.low, one.figure.high) for one in figures_in(told)]


class InCommon:
    """Two texts, and which word of the one stands where in the other."""

    def __init__(self, text: str, other: str) -> None:
        self._here, self._there = _Words(text), _Words(other)
        self._at: dict[int, int] = {}
        there = self._there.runs()
        shared = [
            (places, others)
            for run, places in self._here.runs().items()
            if (others := there.get(run))
        ]
        for places, others in shared:
            if len(places) == len(others) == 1:
                self._follow(places[0], others[0])
        for places, others in shared:
            if len(places) == len(others):  # what both say as often, they say in one order
                for mine, theirs in zip(places, others, strict=True):
                    self._follow(mine, theirs)

    def _follow(self, mine: int, theirs: int) -> None:
        """From a place in both texts on, note how far they run alike, either way."""
        here, there = self._here.said, self._there.said
        before = zip(range(mine - 1, -1, -1), range(theirs - 1, -1, -1), strict=False)
        behind = zip(range(mine, len(here)), range(theirs, len(there)), strict=False)
        for places in (before, behind):
            for at, place in places:
                if here[at] != there[place] or at in self._at:
                    break
                self._at[at] = place

    @property
    def share(self) -> float:
        """The share of the text's words that stand in the other, 0–1."""
        return len(self._at) / len(self._here.said) if self._at else 0.0

    @cached_property
    def one_text(self) -> bool:
        """Whether one is the other reprinted, or a good part of it."""
        theirs = len(set(self._at.values())) / max(1, len(self._there.said))
        return max(self.share, theirs) >= SAME

    def place(self, spans: Iterable[Span]) -> Span | None:
        """From where to where in the other text the words of a passage stand there."""
        found = [at for one in self._here.within(spans) if (at := self._at.get(one)) is not None]
        if not found:
            return None
        return Span(self._there.spans[min(found)].start, self._there.spans[max(found)].end)

    def shared(self, mine: Sequence[Span], theirs: Sequence[Span]) -> float:
        """How much of their words two passages have in common, 0–1, if they say the same.

        They do where the same words run through both, and what either says before or behind them
        is little, counts nothing and turns nothing into its opposite. Where the texts are not one,
        the words must stand in a stretch that is no chance.
        """
        ours, others = self._here.within(mine), self._there.within(theirs)
        first, last = _ends([self._at.get(number) for number in ours], set(others))
        core = [self._at.get(number) for number in ours[first:last]]
        start = others.index(core[0]) if core and core[0] is not None else 0
        end = start + len(core)
        if not core or others[start:end] != core:
            return 0.0
        part = len(core) / max(len(ours), len(others))
        if part < _OVERLAP or not (self.one_text or self._stretch(ours[first:last]) >= _STRETCH):
            return 0.0
        beyond = (
            *(self._here.said[number] for number in (*ours[:first], *ours[last:])),
            *(self._there.said[number] for number in (*others[:start], *others[end:])),
        )
        turned = _TURNED.search(" ".join(beyond)) is not None
        return 0.0 if turned or self._here.counts(mine) != self._there.counts(theirs) else part

    def _stretch(self, core: Sequence[int]) -> int:
        """Over how many words in a row both texts run alike around some of them."""
        first, last = core[0], core[-1]
        while self._goes_on(first - 1):
            first -= 1
        while self._goes_on(last):
            last += 1
        return last + 1 - first

    def _goes_on(self, number: int) -> bool:
        """Whether a word and the next one stand side by side in the other text, too."""
        at = self._at.get(number)
        return at is not None and self._at.get(number + 1) == at + 1


def _ends(places: Sequence[int | None], others: set[int]) -> tuple[int, int]:
    """From which word to which a passage stands in another."""
    there = [number for number, place in enumerate(places) if place in others]
    return (there[0], there[-1] + 1) if there else (0, 0)
