"""Words that punctuation alone gives to somebody: a signed quotation, a name and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.parsing import LONGEST, Paragraph

_PART = r"[^\W\d_][\w.’'-]*"
_NAME = rf"{_PART}(?:[ \xa0](?:\([^()]{{1,20}}\)|{_PART})){{1,4}}"
_SIGNED = re.compile(
    rf"(?P<said>[\"“”'‘].{{9,{LONGEST}}}[\"”’])[ \xa0]*(?P<cue>[―–—]|--?)[ \xa0]*(?P<name>{_NAME})"
    r"(?:,[^.!?]{1,80})?[.\s]*"
)
_NAMED = re.compile(rf"[\"“”\s]*(?P<name>{_NAME}|{_PART})(?P<cue>:)[ \xa0]+(?P<said>\S.*)")
_INNER_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*")
_SMALL = frozenset({"al", "bin", "da", "de", "del", "der", "di", "el", "la", "le", "van", "von"})
_NO_NAMES = frozenset(
    """a advertisement also an analysis breaking by caption clarification comment correction
    editor exclusive explainer fact figure file here how in image live more new news note notes on
    opinion part photo picture poll read related review source sources step subscribe tip update
    updated video watch what when where who why""".split()  # noqa: SIM905
)
_FEWEST = 4
"""Words of what is said: fewer are a label's."""
_SPOKEN = 3
"""Lines in capitals, a name and a colon first, that make a transcript."""
_EDGES = ' \t\r\n"”'
_SCORE = 0.7
_BY_DASH = "a quotation that is signed"
_BY_COLON = "a name and a colon before it"


def signatures(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[FoundAttribution]:
    """Find what stands beside a name in a line of its own.

    Before a colon it must be a name that the text has elsewhere, or a transcript's in capitals.
    """
    named: list[tuple[int, re.Match[str]]] = []
    for paragraph in paragraphs:
        line = text[paragraph.start : paragraph.end]
        if (found := _SIGNED.fullmatch(line)) and _is_name(found["name"]):
            yield _attribution(paragraph.start, found, _BY_DASH)
        elif (found := _NAMED.match(line)) and _is_name(found["name"]):
            named.append((paragraph.start, found))
    spoken = sum(found["name"].isupper() for _, found in named) >= _SPOKEN
    known = Counter(_INNER_CAPITAL.findall(text) if named else ())
    for start, found in named:
        name = found["name"].replace("\xa0", " ")
        speaks = spoken if name.isupper() else " " in name and known[name.rsplit(" ", 1)[-1]] > 1
        if speaks and len(found["said"].split()) >= _FEWEST:
            yield _attribution(start, found, _BY_COLON)


def _attribution(start: int, found: re.Match[str], reason: str) -> FoundAttribution:
    said, cue, name = (
        Span(start + found.start(part), start + found.end(part)) for part in ("said", "cue", "name")
    )
    if reason is _BY_COLON:
        said = Span(said.start, said.start + len(found["said"].rstrip(_EDGES)))
    return FoundAttribution((said,), cue, name, _SCORE, reason)


def _is_name(words: str) -> bool:
    parts = words.replace("\xa0", " ").split()
    plain = [part.strip("().").removesuffix("'s").removesuffix("’s").lower() for part in parts]
    capitals = all(part.lstrip("(")[:1].isupper() or part in _SMALL for part in parts)
    return capitals and len(parts[0]) > 1 and parts[0] != "The" and not _NO_NAMES & {*plain}
