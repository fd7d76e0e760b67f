"""A claim's words on a facet: as they stand in it, and as a reader needs them beside another's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.domain.claim import Claim
from tracker.domain.denying_words import polar
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure

_MOST_WORDS = 8
_UNDONE = re.compile(r"\b(?:not?|never|nobody|nothing|none|without)\b|n['’]t\b", re.IGNORECASE)
_COUNTING = (Facet.CASUALTIES, Facet.QUANTITY)


def words_on(claim: Claim, facet: Facet) -> str | None:
    """What a claim says on a facet, in its own words; None where it is silent."""
    words = list(dict.fromkeys(one.words for one in values_on(claim, facet)))
    if not words and facet is Facet.CASUALTIES:
        words = [counted(figure) for figure in claim.figures if figure.harm is not None]
    return "; ".join(words) if words else None


def told_on(claim: Claim, facet: Facet, beside: Iterable[Claim] = ()) -> str | None:
    """What to show of a claim on a facet, beside what others say; None where it is silent.

    Figures are shown with what they count, a deed that is said not to have been done with "not".
    Of several deeds those are shown that the others speak of too.
    """
    values: Sequence[FacetValue] = values_on(claim, facet)
    if facet is Facet.OCCURRENCE:
        values = _shared(values, [one for other in beside for one in values_on(other, facet)])
    told = list(dict.fromkeys(_told(claim, one) for one in values))
    return "; ".join(told) if told else words_on(claim, facet)


def values_on(claim: Claim, facet: Facet) -> tuple[FacetValue, ...]:
    """What a claim says on a facet; a deed that it denies was not done."""
    said = claim.quote or claim.statement
    return tuple(polar(one, claim.cue, said) for one in claim.facets if one.facet is facet)


def in_short(statement: str) -> str:
    """The first words of a statement, in quotation marks."""
    few = statement.strip("“”\"' ").split()
    more = "…" if len(few) > _MOST_WORDS else ""
    return f"“{' '.join(few[:_MOST_WORDS])}{more}”"


def counted(figure: Figure) -> str:
    """A figure with what it counts: "four people killed"."""
    return figure.text if figure.counts in figure.text else f"{figure.text} {figure.counts}"


def deeds_of(value: FacetValue) -> frozenset[str]:
    """The senses of a deed, done or not."""
    return frozenset(value.sense.removeprefix("not ").split())


def _shared(ours: Sequence[FacetValue], theirs: Iterable[FacetValue]) -> Sequence[FacetValue]:
    deeds = frozenset(deed for one in theirs for deed in deeds_of(one))
    return [one for one in ours if deeds_of(one) & deeds] or ours


def _told(claim: Claim, value: FacetValue) -> str:
    if value.facet in _COUNTING:
        figures = (one for one in claim.figures if one.text == value.words)
        return next(map(counted, figures), value.words)
    undone = value.facet is Facet.OCCURRENCE and value.sense.startswith("not ")
    return f"not {value.words}" if undone and not _UNDONE.search(value.words) else value.words
