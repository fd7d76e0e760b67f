"""Verdicts: "“Nonsense” was her reply", "which they waved off as gossip", "called it a stunt"."""

from __future__ import annotations

from tracker.domain.article import Span
from tracker.extract.attributing import (
    acts,
    attributed,
    by_lemma,
    child,
    is_clause,
    reach,
    stretch,
    subject_of,
)
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import FINITE, Word

_ANSWERS = frozenset(
    """answer assessment comment conclusion description explanation message opinion reaction
    rejoinder reply response retort summary verdict view""".split()  # noqa: SIM905
)
_SUMMING = frozenset({"characterise", "describe", "explain", "phrase", "put", "recall", "sum"})
_CALLING = frozenset("brand call deem dub label pronounce term".split())  # noqa: SIM905
_AS = frozenset(
    """brush characterise characterize condemn decry denounce deride describe dismiss hail laugh
    portray reject ridicule wave""".split()  # noqa: SIM905
)
"""With these it is "as" that leads to what something is called."""
_FAR = 14
_SCORE = 0.6
_ANSWER = "a quotation that is said to be somebody's answer"
_NAMED = "what somebody calls it"
_SUMMED = "a line that names who tells it so"


def _was_answer(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "“Nonsense” was the owner's only comment", "… was the verdict of a critic"."""
    first = noun.left_edge
    of = next((one for one in noun.rights if one.lower_ == "of" and one.dep_ == "prep"), None)
    owner = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    quote = _quote_before(text, first)
    return attributed(text, [quote], noun, owner, (_SCORE, _ANSWER)) if quote else None


def _summed_up(text: ParsedText, how: Word) -> FoundAttribution | None:
    """Read "“A few bruises” was how the doctor summed it up"."""
    verb = next((one for one in how.doc[how.i : how.i + _FAR] if one.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in _SUMMING:
        return None
    quote = _quote_before(text, how)
    return attributed(text, [quote], verb, subject_of(verb), (_SCORE, _ANSWER)) if quote else None


def _quote_before(text: ParsedText, word: Word) -> Span | None:
    """The quotation that a sentence begins with, before the "was" that stands before a word."""
    be = word.nbor(-1) if word.i else word
    if be.lemma_ != "be" or be.tag_ not in FINITE:
        return None
    said = [one for one in be.sent if one.i < be.i and not one.is_punct]
    whole = bool(said) and text.quoted(said[0].start) and text.quoted(said[-1].start)
    return Span(said[0].start, said[-1].end) if whole else None


def _called(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "called them a seminar", "described it as shameful"."""
    thing = child(verb, "dobj")
    if thing is None or thing.i < verb.i or _name(verb) is None or text.quoted(verb.start):
        return None
    what = reach(text, verb.nbor(1))
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _NAMED))


def called(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "(…,) in what she called “a trap”", "(a tale) which they brushed aside as gossip"."""
    what = _is_what(child(verb, "dobj"))
    return None if what and not _in_own_words(text, verb) else _called_before(text, verb)


def _called_what(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "(would not discuss) what it called rebel arithmetic", where nobody says all of it."""
    return _called_before(text, verb) if _is_what(child(verb, "dobj")) else None


def _is_what(thing: Word | None) -> bool:
    return thing is not None and thing.lower_ == "what"


def _called_before(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """What something is called that stands before the verb."""
    thing, name = child(verb, "dobj"), _name(verb)
    if name is None or text.quoted(verb.start) or (thing is not None and thing.i > verb.i):
        return None
    before = verb if name.dep_ == "oprd" else name
    first = before.nbor(1)
    if first is before:
        return None
    said = _whole(text, reach(text, first))
    return attributed(text, [said], verb, subject_of(verb), (_SCORE, _NAMED))


def _whole(text: ParsedText, said: Span) -> Span:
    """A quotation with the mark that closes it."""
    closes = text.quoted(said.start) and text.quoted(said.end - 1)
    return Span(said.start, said.end + 1) if closes and text.quoted(said.end) else said


def _name(verb: Word) -> Word | None:
    """The word that leads to what something is called, behind a verb with a tense."""
    if not acts(verb) or verb.tag_ not in FINITE:
        return None
    calls = verb.lemma_.lower() in _CALLING
    return next(
        (one for one in verb.rights if (one.dep_ == "oprd" if calls else one.lower_ == "as")), None
    )


def _in_own_words(text: ParsedText, verb: Word) -> bool:
    """Whether it is a quotation of somebody who speaks already: "in what she called “a trap”"."""
    speaker = subject_of(verb)
    own = speaker is not None and speaker.lower_ in ("he", "she", "they")
    return own and any(text.quoted(one.start) for one in verb.doc[verb.i + 1 : verb.i + 3])


def _thus(text: ParsedText, word: Word) -> FoundAttribution | None:
    """Read "He had locked the gate himself: thus the guard"."""
    words = word.sent
    colon = word.nbor(-1) if word.i else word
    noun = next((one for one in words if one.head is one), word)
    if words[0] is not word or colon.text != ":" or len(words) > _FAR:
        return None
    said = colon.sent
    if any(one.tag_ in FINITE for one in words) or not is_clause(said):
        return None
    return attributed(text, [stretch(said)], word, noun, (_SCORE, _SUMMED))


VERDICTS = by_lemma(
    (_ANSWERS, _was_answer),
    (("how",), _summed_up),
    (_CALLING | _AS, called),
    (_CALLING | _AS, _called),
    (_CALLING | _AS, _called_what),
    (("thus",), _thus),
)
"""How a word may tell somebody's verdict, by its lemma."""
