"""Keys of claims: under which the claims of other articles are looked for that may be about it.

A key is a name of the claim with something that happened, stood there or was counted:
"selm attack", "selm killed". Claims that share none are not compared across articles.
"""

from __future__ import annotations

from tracker.domain.assertion import Assertion
from tracker.domain.facet import Facet
from tracker.domain.meanings import lexicon, named, stem, stems_in, words_in

_MOST = 16
"""Keys of one claim, at most: those of its first names come first."""
_EVERYWHERE = frozenset(
    stem(word)
    for word in """monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december mr mrs ms dr sir the a an i
    we he she it they this that these those our his her its in on at""".split()  # noqa: SIM905
)


def keys_of(claim: Assertion) -> tuple[str, ...]:
    """The keys of a claim, the likeliest to tell it apart first."""
    names = tuple(dict.fromkeys(_names(claim)))
    return tuple(f"{name} {theme}" for name in names for theme in sorted(_themes(claim)))[:_MOST]


def _names(claim: Assertion) -> list[str]:
    """The stems of its places, and of its words with a capital that do not begin a sentence."""
    found = [
        root
        for value in claim.facets
        if value.facet is Facet.PLACE
        for root in stems_in(value.place or value.words)
        if any(word[:1].isupper() for word in value.words.split())
    ]
    words = claim.quote.split()
    begun = True
    for word in words:
        bare = word.strip("“”\"'‘’([")
        if bare[:1].isupper() and not begun:
            found += stems_in(bare)
        begun = word.endswith((".", "!", "?", "…"))
    return [root for root in found if root not in _EVERYWHERE]


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
    return senses | harms | fields
