"""What documents hold: "a printout has 78", "the minutes show a vote of five to four"."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.source import SourceKind
from tracker.extract.attributing import (
    attributed,
    by_lemma,
    child,
    numbered,
    reach,
    scant,
    subject_of,
)
from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_TELLING = frozenset({"suggest", "show", "indicate", "find", "reveal", "conclude"})
_HOLDING = frozenset(
    """amount ask come consist contain feature give have hold list make mention name place put read
    run show speak""".split()  # noqa: SIM905
)
_PARTS = frozenset(
    """appendix chapter circulation copy edition line margin page paragraph reader signature stamp
    volume word""".split()  # noqa: SIM905
)
"""What a document has of itself, not what it tells."""
_PLACING = frozenset({"have", "place", "put"})
_WHERE = frozenset("above at below in inside near outside over within".split())  # noqa: SIM905
_SCORE = 0.7
_HELD = "what a document holds"


def _held(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "a printout has 78", "the minutes show a vote of five to four"."""
    source = _document_of(verb)
    if source is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    behind = [one for one in verb.rights if one.dep_ in ("ccomp", "dobj", "prep")]
    first = behind[0] if behind else None
    placed = first is not None and first.dep_ == "ccomp"  # "has two names crossed out"
    if first is not None and placed:
        first = child(first, "nsubj")
    telling = verb.lemma_.lower() in _TELLING
    thing = child(first, "pobj") if first is not None and first.dep_ == "prep" else first
    bears = thing is not None and thing.lemma_.lower() in _PARTS
    if bears or child(verb, "dative") is not None:
        return None
    if verb.lemma_ == "ask" and (first is None or first.lower_ != "for"):
        return None
    if verb.lemma_ == "make" and (thing is None or thing.lemma_ != "mention"):
        return None
    if thing is None:
        return None
    placed = placed or (verb.lemma_ in _PLACING and _is_placed(thing, behind))
    if not (telling or placed or numbered(thing) or scant(thing)):
        return None
    what = reach(text, thing.left_edge)
    return attributed(text, [what], verb, source, (_SCORE, _HELD))


def _is_placed(thing: Word, behind: Sequence[Word]) -> bool:
    """Whether a known thing is put somewhere: "has the plane over the lake"."""
    known = thing.pos_ in ("PRON", "PROPN") or thing.left_edge.lower_ in ("that", "the", "this")
    return known and any(one.lower_ in _WHERE for one in behind)


def _document_of(verb: Word) -> Word | None:
    """The document that tells something, also "minutes" of "minutes leaked to a paper show"."""
    subject = subject_of(verb)
    if subject is None:
        astray = next((one for one in verb.lefts if one.dep_ == "ccomp"), verb.head)
        subject = child(astray, "nsubj") if astray.pos_ == "VERB" else None
    if subject is None or kind_of_noun(subject.lower_) is not SourceKind.DOCUMENT:
        return None
    return subject


DOCUMENTS = by_lemma((_HOLDING, _held))
"""How a verb may tell what a document holds, by its lemma."""
