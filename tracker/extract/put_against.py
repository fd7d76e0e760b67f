"""Put against: a figure that somebody else puts behind what was said is not said by the first."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.putting import PUTTING
from tracker.extract.trimming import said_until
from tracker.extract.words import FINITE, Word

_JOINING = frozenset({"and", "but", "though", "although", "while", "whereas", "yet"})
_SETTING_AGAINST = _JOINING - {"and"}


def put_against(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Read "(twelve died, doctors said,) but the army put the toll at four" as the army's."""
    known = Places(one.cue for one in found if one.cue is not None)
    whole = list(found)
    for sentence in text.sentences:
        for verb in sentence.tokens:
            if verb.lemma_.lower() not in PUTTING or known.holds(verb.start):
                continue
            joint = _joint(verb)
            if joint is None or text.quoted(verb.start):
                continue
            within = next((one for one in whole if _holds(one, joint)), None)
            put = _put(text, verb) if within is not None else None
            if within is not None and put is not None:
                whole[whole.index(within)] = said_until(text, within, joint.start)
                whole.append(put)
    return whole


def _put(text: ParsedText, verb: Word) -> FoundAttribution | None:
    readings = (reading(text, verb) for reading in PUTTING[verb.lemma_.lower()])
    return next((one for one in readings if one is not None), None)


def _joint(verb: Word) -> Word | None:
    """The "but" behind a comma that leads to a verb whose subject, a noun, follows at once."""
    subject = next((one for one in verb.lefts if one.dep_ == "nsubj"), None)
    if verb.tag_ not in FINITE or subject is None or subject.pos_ == "PRON":
        return None
    first = subject.left_edge
    joint = first.nbor(-1) if first.i > 1 else first
    return joint if joint.lower_ in _JOINING and joint.nbor(-1).text == "," else None


def _holds(one: FoundAttribution, joint: Word) -> bool:
    """Whether somebody is taken to go on there; behind "and" only where he was named between."""
    if one.cue is None or one.content[0].start >= joint.start:
        return False
    between = one.content[0].start < one.cue.start < joint.start
    within = any(span.start <= joint.start < span.end for span in one.content)
    return within and (between or joint.lower_ in _SETTING_AGAINST)
