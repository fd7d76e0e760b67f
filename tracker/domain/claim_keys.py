"""Keys of claims: under which the claims of other articles are looked for that may be about it.

A key is a name of the claim with something that happened, stood there or was counted:
"selm attack", "selm killed". Claims that share none are not compared across articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.domain.assertion import Assertion
from tracker.domain.facet import Facet
from tracker.domain.figure import Harm
from tracker.domain.meanings import lexicon, named, stem, stems_in, words_in

_MOST = 16
"""Keys of one claim, at most: those of its first names come first."""
_DEAD, _DEADLY = "dead", frozenset({"death", "die", str(Harm.KILLED)})
"""What is looked for alike, whether somebody was killed, died, or a toll rose."""
_END = re.compile(r"[.!?…]\s|\n")
EVERYWHERE = frozenset(
    stem(word)
    for word in """monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december mr mrs ms dr sir the a an i
    we he she it they this that these those our his her its in on at""".split()  # noqa: SIM905
)


def keys_of(claim: Assertion) -> tuple[str, ...]:
    """The keys of a claim, the likeliest to tell it apart first."""
    names, themes = dict.fromkeys(_names(claim)), sorted(_themes(claim))
    return tuple(f"{name} {theme}" for name in names for theme in themes)[:_MOST]


def _names(claim: Assertion) -> list[str]:
    """The stems of its places and names; where it has none, of those before it in its sentence."""
    found = [
        root
        for value in claim.facets
        if value.facet is Facet.PLACE
        for root in stems_in(value.place or value.words)
        if any(word[:1].isupper() for word in value.words.split())
    ]
    found += capitals(claim.quote.split(), begun=True)
    told = [root for root in found if root not in EVERYWHERE]
    if not told and claim.passages:  # "(floods swept through Selm,) killing two"
        before = _END.split(claim.passages[0].prefix)[-1]
        told = [one for one in capitals(before.split()[1:]) if one not in EVERYWHERE]
    return told


def capitals(words: Iterable[str], *, begun: bool = False) -> Iterator[str]:
    """The stems of words with a capital; one that begins a sentence needs none."""
    for word in words:
        bare = word.strip("“”\"'‘’([")
        if bare[:1].isupper() and not begun:
            yield from stems_in(bare)
        begun = word.endswith((".", "!", "?", "…"))


def _themes(claim: Assertion) -> set[str]:
    """What happened, what stood there, and who was harmed, as the lexicon has it."""
    known = lexicon().senses
    senses = {
        sense
        for value in claim.facets
        if value.facet is Facet.OCCURRENCE
        for sense in value.sense.removeprefix("not ").split()
        if sense in known
    }
    harms = {str(figure.harm) for figure in claim.figures if figure.harm is not None}
    fields = named(lexicon().fields, " ".join(words_in(claim.quote)))
    dead = {_DEAD} if _DEADLY & (senses | harms | fields) else set()
    return senses | harms | fields | dead
