"""Parting: a brief as two articles of a ledger, so that what is compared across articles can be measured.

Its speakers are dealt to two articles such that as many marked pairs as possible stand across. Each
article has the text without the sentences in which only the other one's speakers have their say.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from contradictions import Brief, Pairs, aligned, given_reading

from tracker.desk.desk import Desk
from tracker.domain.article import Article
from tracker.domain.draft import ArticleDraft, ClaimDraft, Reading
from tracker.extract.reader import Reader
from tracker.store import schema
from tracker.store.database import Database

DAY = datetime(2031, 5, 1, tzinfo=UTC)
END = re.compile(r"(?<=[.!?…])[”\"’]?\s+|\n+")


@dataclass(frozen=True)
class Parted:
    """A brief as two articles, and the marked pairs that stand across them.

    ``same`` says which claim of the file a claim that was read is.
    """

    brief: Brief
    articles: tuple[Reading, Reading]
    pairs: Pairs
    same: Mapping[str, str]

    def called(self, claim: ClaimDraft) -> str:
        """What the file calls a claim; what it does not have is called by its key."""
        return self.same.get(claim.key, f"? {claim.key}")


def parted(brief: Brief, reader: Reader, *, given: bool) -> Parted:
    """Read a brief, or take the file's own claims, and part it."""
    own = given_reading(brief, reader)
    side = _sides(brief, own)
    reading = own if given else reader.read(ArticleDraft(""), brief.text).reading
    told = [one for one in reading.claims if one.chain]
    if given:
        same = {one.key: one.key for one in told}
    else:
        same = aligned(brief, {one.key: one.spans for one in told})
    votes: dict[str, Counter[bool]] = {}
    for one in told:
        if one.key in same:
            votes.setdefault(one.chain[0].source, Counter())[side[same[one.key]]] += 1

    def stands_second(claim: ClaimDraft) -> bool:
        """What the file does not have goes where its speaker speaks most."""
        if claim.key in same:
            return side[same[claim.key]]
        spoken = votes.get(claim.chain[0].source)
        return spoken is not None and spoken.most_common(1)[0][0]

    articles = articles_of(reading, [stands_second(one) for one in told])
    across = {
        pair: facet for pair, facet in brief.pairs.items() if len({side[one] for one in pair}) == 2
    }
    return Parted(brief, articles, across, same)


def articles_of(reading: Reading, second: Sequence[bool]) -> tuple[Reading, Reading]:
    """Deal what others say in a reading to two articles: of each claim, if it stands in the second."""
    told = [one for one in reading.claims if one.chain]
    first, then = (
        [one for one, so in zip(told, second, strict=True) if so is part] for part in (False, True)
    )
    return _part(reading, first, then, "1"), _part(reading, then, first, "2")


@contextmanager
def new_ledger() -> Iterator[tuple[Desk, Database]]:
    """A desk on a new ledger, whose clock stands still."""
    numbers = count(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.db")
        schema.make_ready(path, now=DAY)
        database = Database(path, clock=lambda: DAY, new_uid=lambda: f"{next(numbers):032x}")
        desk = Desk(database)
        yield desk, database
        desk.close()


def taken_in(desk: Desk, briefs: Sequence[Parted]) -> Iterator[tuple[int, int, Article]]:
    """Take in the first articles of all briefs, then the second.

    Tells of each once it is there: which brief's it is, and which of both.
    """
    for part in (0, 1):
        for number, one in enumerate(briefs):
            yield number, part, desk.importing.take_in(one.articles[part], by="Ada").article


def _sides(brief: Brief, given: Reading) -> dict[str, bool]:
    """Deal a brief's speakers to two articles: each changes while that sets more pairs apart."""
    speaker = {claim.key: claim.chain[0].source for claim in given.claims}
    rivals = [[speaker[one] for one in sorted(pair)] for pair in sorted(brief.pairs, key=sorted)]
    side = dict.fromkeys(speaker.values(), False)
    for _ in side:
        for one in side:
            mine = [set(pair) for pair in rivals if one in pair and len(set(pair)) == 2]
            apart = sum(len({side[each] for each in pair}) == 2 for pair in mine)
            side[one] ^= apart < len(mine) / 2
    return {key: side[one] for key, one in speaker.items()}


def _part(
    reading: Reading, claims: Sequence[ClaimDraft], others: Sequence[ClaimDraft], sign: str
) -> Reading:
    """The reading with some of its claims only; spans stay as they are."""
    text, start = reading.text, 0
    for end in (*(one.end() for one in END.finditer(text)), len(text)):
        if _speak(others, start, end) and not _speak(claims, start, end):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        start = end
    events = {one.event for one in claims}
    return replace(
        reading,
        text=f"{text}\n\n{sign}.",  # the same text would be the same article
        claims=tuple(claims),
        events=tuple(one for one in reading.events if one.key in events),
        relations=(),
    )


def _speak(claims: Sequence[ClaimDraft], start: int, end: int) -> bool:
    return any(span.start < end and span.end > start for one in claims for span in one.spans)
