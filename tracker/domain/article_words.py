"""Words of an article: by which articles are found that tell of the same event, or the same."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from tracker.domain.claim_keys import EVERYWHERE, capitals
from tracker.domain.common_words import COMMON
from tracker.domain.meanings import stems_in
from tracker.domain.sentences import sentences, words

_MOST = 40
"""Names of one article, and other words, at most: those that it says most often."""
_MOST_SENTENCES = 200
_TELLING = 6
"""Words from which on a sentence is hardly said twice by chance."""


def telling_words(text: str) -> tuple[str, ...]:
    """The stems of a text's names (words with a capital that begin no sentence) and other words."""
    lines = text.splitlines()
    names = Counter(stem for one in lines for stem in capitals(one.split(), begun=True))
    words = Counter(stem for one in lines for stem in stems_in(one))
    told = (one for found in (names, words) for one, _ in _told(found).most_common(_MOST))
    return tuple(dict.fromkeys(told))


def sentence_keys(text: str) -> tuple[str, ...]:
    """A key for each of a text's first sentences that are long enough to tell it by.

    A copy is found by the sentences that it has in common with the original, each as a hash in an
    index (Brin, Davis, Garcia-Molina, Copy detection mechanisms for digital documents, 1995). A key
    begins with a sign that no word has.
    """
    found: dict[str, None] = {}
    for at in sentences(text)[:_MOST_SENTENCES]:
        sentence = text[at.start : at.end].casefold().replace("’", "'")
        said = [sentence[word.start : word.end] for word in words(sentence)]
        if len(said) >= _TELLING:
            digest = blake2b(" ".join(said).encode("utf-8", "surrogatepass"), digest_size=8)
            found[f"={digest.hexdigest()}"] = None
    return tuple(found)


def _told(words: Counter[str]) -> Counter[str]:
    dull = EVERYWHERE | COMMON
    return Counter({one: often for one, often in words.items() if one not in dull and len(one) > 1})
