"""Fragments: no words that stand apart are glued to what is said without those between.

"(claimed) victory [on Friday after a count] marred by delays": what hangs on words that were left
out is left out with them, and what they lack within one phrase is given back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.sifting import is_speech
from tracker.extract.words import FINITE, Word

_ASIDE = frozenset({"advcl", "advmod", "agent", "npadvmod", "prep"})
"""What hangs on a word of speech in one of these ways may tell of the speaking."""
_MOST = 2
"""Words, at most, that are given back."""


def unglued(
    text: ParsedText, found: Sequence[FoundAttribution], cues: Places
) -> list[FoundAttribution]:
    """Leave out of each what belongs to no word that is said, and close the gaps in a phrase.

    ``cues`` are all the words by which somebody may have said something.
    """
    return [_unglued(text, one, cues) for one in found]


def _unglued(text: ParsedText, one: FoundAttribution, cues: Places) -> FoundAttribution:
    if one.cue is None or one.content[0].start < one.cue.end or len(one.content) == 1:
        return one
    if text.tokens(one.content[0])[0].tag_ == "WP":  # "(sorrow at) what he called a fall"
        return one
    sentence = text.sentence_at(one.cue.start).span
    kept = [one.content[0]]
    for span in one.content[1:]:
        gap = Span(kept[-1].end, span.start)
        if span.end > sentence.end or text.quoted(span.start) or not _is_plain(text, gap):
            kept.append(span)
        elif cues.touches(gap) or any(map(_speaks, text.tokens(gap))):
            kept += [] if _says_next(text, kept, gap) else [span]
        elif (hangs := _hangs_on(text, span, gap, one.cue)) is None:
            kept.append(span)
        elif hangs and len(text.tokens(gap)) <= _MOST:
            kept[-1] = Span(kept[-1].start, span.end)
    return replace(one, content=tuple(kept))


def _is_plain(text: ParsedText, gap: Span) -> bool:
    """Whether no mark sets apart what stands between two stretches."""
    return not any(one.is_punct for one in text.tokens(gap))


def _speaks(word: Word) -> bool:
    return word.pos_ == "VERB" and is_speech(word)  # a count, a report are things here


def _says_next(text: ParsedText, before: Sequence[Span], gap: Span) -> bool:
    """Whether a clause is over where the next is said: "it had burned (but did not say) why"."""
    said = [one for span in before for one in text.tokens(span)]
    clause = any(one.tag_ in FINITE and any(two.i < one.i for two in said) for one in said)
    joins = {"and", "but"} & {one.lower_ for one in (said[-1], *text.tokens(gap))}
    return clause and bool(joins)


def _hangs_on(text: ParsedText, span: Span, gap: Span, cue: Span) -> bool | None:
    """Whether what hangs on words left out belongs to what is said by them; None if none does."""
    words = text.tokens(span)
    tops = [one for one in words if not span.start <= one.head.start < span.end]
    for top in tops:
        through: Word | None = None
        for above in top.ancestors:
            if gap.start <= above.start < gap.end:
                through = above
            elif through is None and not span.start <= above.start < span.end:
                break
            elif through is not None and cue.start <= above.start < cue.end:
                return _hangs_loose(tops, through)
            elif through is not None:
                return True
    return None


def _hangs_loose(tops: Sequence[Word], through: Word) -> bool | None:
    """False where words only tell more of when or how it was said; None where they may be said."""
    if through.dep_ not in _ASIDE:
        return True
    more = all(one.lower_ == "of" or (one.dep_ == "acl" and one.tag_ == "VBN") for one in tops)
    return False if more and all(one.head.pos_ == "NOUN" for one in tops) else None
