"""Figures and denials said by the way: "put it at 30", "a count by", "which X denies"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.attributing import attributed
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.words import Word

_PUTTING = frozenset({"assess", "date", "estimate", "place", "put", "reckon", "value"})
_PLACED = frozenset(
    "beginning cause death origin place point scene seat site source spot start time".split()  # noqa: SIM905
)
_TELLING = frozenset({"suggest", "show", "indicate", "find", "reveal", "conclude"})
_DOCUMENTS = frozenset(
    """analysis audit census count data document estimate figure forecast inquiry investigation log
    poll reckoning record report review study survey tally""".split()  # noqa: SIM905
)
_CHARGES = frozenset(
    """account accusation allegation assertion charge claim figure report statement suggestion
    version""".split()  # noqa: SIM905
)
_RECORDING = frozenset({"count", "list", "log", "measure", "record", "register", "tally"})
_SPEAKING = frozenset({"speak", "talk"})
_ACCOUNTS = frozenset(
    """account answer description explanation picture reading reason story tale theory
    version""".split()  # noqa: SIM905
)
_GIVEN = frozenset({"figure", "number", "estimate"})
_NEAR = 3
_DENYING = frozenset(
    "brush contest contradict deny dismiss dispute refute reject wave".split()  # noqa: SIM905
)
_GOING_ON = frozenset({"all", "half", "including", "most", "none", "some"})
"""After a comma these still tell of the figure: "at three, all of them sailors"."""
_EDGES = ' \t\r\n,;.”"'
_SCORE, _FAINT = 0.7, 0.5
_SPOKEN = "somebody speaks of it"
_PUT = "a figure that somebody puts"
_BY = "a figure by somebody"
_TOLD = "what somebody's account is, after a colon"
_DENIED = "a charge that somebody rejects"


def estimates(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Find what is said by the way, unless it was found."""
    known = Places(one.cue for one in found if one.cue is not None)
    told = Places(span for one in found for span in one.content)
    for sentence in text.sentences:
        for word in sentence.tokens:
            readings = _READINGS.get(word.lemma_.lower(), ())
            if not readings or known.holds(word.start):
                continue
            for reading in readings:
                one = reading(text, word)
                if one is not None and (reading is _denied or not told.touches(one.content[0])):
                    yield one


def _put(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the police put the crowd at 300", and "…, he said, putting the toll at nine"."""
    if verb.pos_ != "VERB":
        return None
    thing = next((one for one in verb.children if one.dep_ == "dobj"), None)
    leads = [one for one in verb.subtree if one.dep_ == "prep" and one.i > verb.i]
    at = next((one for one in leads if one.lower_ == "at" and _numbered(one)), None)
    if at is None and thing is not None and thing.lemma_.lower() in _PLACED:
        at = next((one for one in leads if one.lower_ in ("at", "in", "to", "between")), None)
    if at is None or verb.tag_ == "VBN":
        return None
    speaker = _child(verb, "nsubj")
    first = thing or at
    content = Span(first.left_edge.start, _end(text, at))
    return attributed(text, [content], verb, speaker, (_SCORE, _PUT))


def _counted(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "a count by the union gave 40", "the firm's log suggested nine", "records show two"."""
    verb = noun.head
    plain = noun.dep_ == "nsubj" and verb.pos_ in ("VERB", "AUX")
    if not plain:
        return None
    by = next((one for one in noun.children if one.lower_ in ("by", "from", "of")), None)
    author = _child(by, "pobj") if by is not None else None
    owner = next((one for one in noun.children if one.dep_ == "poss"), None)
    last = [one for one in verb.rights if not one.is_punct]
    telling = verb.lemma_.lower() in _TELLING
    if (author is None and owner is None and not telling) or not last:
        return None
    if not telling and not any(_numbered(one) for one in last):
        return None
    start = last[0].left_edge.start if telling else verb.start
    content = Span(start, _end(text, last[-1]))
    cue = verb if telling else noun
    return attributed(text, [content], cue, author or noun, (_SCORE, _BY))


def _given(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "up to nine was the figure given by officials"."""
    if noun.dep_ != "attr":
        return None
    given = next((one for one in noun.children if one.dep_ == "acl"), None)
    by = _child(given, "agent") if given is not None else None
    subject = _child(noun.head, "nsubj")
    if given is None or by is None or subject is None or not _numbered(subject):
        return None
    content = text.subtree(subject)
    return attributed(text, [content], given, _child(by, "pobj"), (_SCORE, _BY))


def _spoke(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the organisers spoke of 300"."""
    of = next((one for one in verb.children if one.lower_ == "of" and one.dep_ == "prep"), None)
    thing = _child(of, "pobj") if of is not None else None
    if verb.pos_ != "VERB" or thing is None or thing.pos_ == "PRON":
        return None
    numbered = _numbered(thing)
    if not numbered and (verb.tag_ not in ("VBD", "VBZ") or thing.pos_ == "PROPN"):
        return None
    content = Span(thing.left_edge.start, _end(text, thing))
    told = (_SCORE, _PUT) if numbered else (_FAINT, _SPOKEN)
    return attributed(text, [content], verb, _child(verb, "nsubj"), told)


def _recorded(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the clinic has counted 40 cases since Friday"."""
    if verb.pos_ != "VERB":
        return None
    thing, speaker = _child(verb, "dobj"), _child(verb, "nsubj")
    if thing is None or not _numbered(thing):
        return None
    last = [one for one in verb.rights if one.dep_ in ("dobj", "prep", "npadvmod")][-1]
    content = Span(thing.left_edge.start, _end(text, last))
    return attributed(text, [content], verb, speaker, (_SCORE, _BY))


def _after_colon(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "an engineer offered another explanation: two bolts had rusted"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB":
        return None
    colon = next((one for one in noun.sent if one.text == ":" and one.i > noun.i), None)
    if colon is None or colon.i - noun.i > _NEAR:
        return None
    words = [one for one in noun.sent if one.i > colon.i] or text.behind(colon)
    if not words:
        return None
    start, end = words[0].start, words[-1].end
    end = start + len(text.text[start:end].rstrip(_EDGES))
    return attributed(text, [Span(start, end)], verb, _child(verb, "nsubj"), (_SCORE, _TOLD))


def _denied(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "a charge the ministry rejected" and "which the union denies"."""
    if verb.dep_ != "relcl":
        return None
    what = next((one for one in verb.children if one.tag_ == "WDT" and one.dep_ == "dobj"), None)
    speaker = _child(verb, "nsubj")
    charge = verb.head.lemma_.lower() in _CHARGES
    if speaker is None or speaker.tag_ == "WDT" or not (charge or what):
        return None
    particle = _child(verb, "prt") or _child(verb, "advmod")
    content = Span(verb.start, (particle or verb).end)
    return attributed(text, [content], verb, speaker, (_SCORE, _DENIED))


def _end(text: ParsedText, word: Word) -> int:
    """Where a phrase ends, without an aside in apposition behind it."""
    stop = word.right_edge
    for one in word.subtree:
        goes_on = one.text == "," and one.i + 1 < len(one.doc) and one.nbor(1).lower_ in _GOING_ON
        if one.is_punct and one.i > word.i and one.text == "," and not goes_on:
            stop = one.nbor(-1)
            break
    end = stop.end
    words = text.text[word.start : end]
    return word.start + len(words.rstrip(_EDGES))


def _child(word: Word, dep: str) -> Word | None:
    return next((one for one in word.children if one.dep_ == dep), None)


def _numbered(word: Word) -> bool:
    return any(one.like_num for one in word.subtree)


_READINGS = {
    lemma: tuple(
        reading
        for lemmas, reading in (
            (_PUTTING, _put),
            (_DOCUMENTS, _counted),
            (_GIVEN, _given),
            (_RECORDING, _recorded),
            (_SPEAKING, _spoke),
            (_ACCOUNTS, _after_colon),
            (_DENYING, _denied),
        )
        if lemma in lemmas
    )
    for lemma in _PUTTING | _DOCUMENTS | _GIVEN | _RECORDING | _SPEAKING | _ACCOUNTS | _DENYING
}
"""How a word may tell something by the way, by its lemma: few words do."""
