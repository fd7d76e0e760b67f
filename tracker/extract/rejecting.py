"""Rejecting: what others claim, and somebody denies: "dismissed as gossip claims that …".

Whoever rejects it is the speaker of the denial; the claim between is nobody's assertion here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tracker.domain.article import Span
from tracker.extract.attributing import acts, attributed, child, is_clause, reach, subject_of
from tracker.extract.denying import denied
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import began_low, is_plural
from tracker.extract.words import FINITE, Word

CHARGES = frozenset(
    """account accusation allegation assertion charge claim figure insinuation link report rumour
    rumor statement story suggestion version""".split()  # noqa: SIM905
)
REJECTING = frozenset(
    "deny dismiss dispute rebut refute reject repudiate".split()  # noqa: SIM905
)
_ASIDE = {
    "brush": "aside away off", "laugh": "off", "shrug": "off", "wave": "aside away off",
}  # fmt: skip
"""Verbs that reject with a word behind them."""
_CALLING = frozenset(
    "brand call denounce describe dismiss label portray reject term".split()  # noqa: SIM905
)
_LEADS = frozenset({"by", "from", "in", "made", "of", "on", "that"})
_OWNING = frozenset({"by", "from", "of"})
_STOPS = frozenset({",", ";", ":", "—", "–", "by"})
_FAR = 10
"""Words from a verb to the charge, and from the charge to its "that"."""
_QUALITY = 4
"""Words, at most, of what a charge is called behind its clause: "a pack of lies"."""
_MARKS = ' “”"'
_SCORE = 0.7
_REASON = "somebody rejects what others claim"
_OF_OTHERS = "it is told who claims what somebody rejects"


def rejections(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Read what somebody rejects as rejected, and not as said by whoever rejects it."""
    known = {one.cue.start: one for one in found if one.cue is not None and one.source is not None}
    read: dict[int, FoundAttribution] = {}
    claimed: list[FoundAttribution] = []
    for rejected in _rejected(text):
        if one := _by(text, rejected, known.get(rejected.verb.start)):
            read[rejected.verb.start] = one
            claimed += filter(None, [_claimed(text, rejected)])
    between = [Span(at, one.content[0].start + 1) for at, one in read.items()]
    kept = [
        one
        for one in found
        if one.cue is None or not any(span.start <= one.cue.start < span.end for span in between)
    ]
    return [*kept, *read.values(), *claimed]


def rejects(text: ParsedText, cue: Span | None) -> bool:
    """Whether a cue denies what follows it: "denied", "brushed aside"."""
    words = text.tokens(cue) if cue is not None else []
    verb = next((one for one in reversed(words) if one.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    rejecting = verb.lemma_.lower() in REJECTING or _with_particle(verb) in words[1:]
    return rejecting and not any(one.dep_ == "neg" for one in words)


def charge_called(text: ParsedText, tokens: Sequence[Word], lemma: str) -> str:
    """Word what a charge is called: "(called) the story that milk was short | was absurd".

    Empty where no charge is called anything.
    """
    that = next((at for at, one in enumerate(tokens) if one.lower_ == "that"), 0)
    noun = next((one for one in tokens[:that] if one.lemma_.lower() in CHARGES), None)
    if lemma not in _CALLING or noun is None:
        return ""
    called = _called(tokens, by_as=lemma != "call")
    if called is None or called not in tokens[that + 2 :]:
        return ""
    last = next(one for one in reversed(tokens) if one.i < called.i)
    charge = began_low(text, text.text[tokens[0].start : last.end], tokens).strip(_MARKS)
    quality = text.text[called.start : tokens[-1].end].removeprefix("as ").strip(_MARKS)
    quality = f"“{quality}”" if text.quoted(called.start) else quality
    return f"{charge} {'were' if is_plural(noun) else 'was'} {quality}"


class _Rejected(NamedTuple):
    verb: Word
    cue: Span
    said: Span
    charge: Word


def _rejected(text: ParsedText) -> Iterator[_Rejected]:
    for sentence in text.sentences:
        for verb in sentence.tokens:
            if verb.lemma_.lower() in REJECTING | _CALLING | _ASIDE.keys() and _acts(verb):
                one = None if text.quoted(verb.start) or denied(verb) else _read(text, verb)
                if one is not None:
                    yield one


def _acts(verb: Word) -> bool:
    """Whether somebody rejects, also where the parser takes it for a participle of theirs."""
    alone = verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.head is verb.head
    return acts(verb) or (alone and verb.head.i < verb.i and not verb.lefts)


def _by(
    text: ParsedText, rejected: _Rejected, known: FoundAttribution | None
) -> FoundAttribution | None:
    verb, cue, said, _ = rejected
    if known is not None:
        return replace(known, cue=cue, content=(said,))
    speaker = verb.head if verb.tag_ == "VBN" and verb.dep_ == "acl" else subject_of(verb)
    one = attributed(text, [said], verb, speaker, (_SCORE, _REASON))
    return one and replace(one, cue=cue)


def _claimed(text: ParsedText, rejected: _Rejected) -> FoundAttribution | None:
    """What is rejected as said by whoever is said to claim it: "(rejected) the union's claim"."""
    noun, said = rejected.charge, rejected.said
    behind = [one for one in noun.rights if one.lower_ in _OWNING and one.start < said.start]
    owners = [child(one, "pobj") for one in behind]
    owner = next((one for one in noun.lefts if one.dep_ == "poss"), next(iter(owners), None))
    if owner is None or owner.pos_ not in ("NOUN", "PROPN") or noun.start > said.start:
        return None
    return attributed(text, [said], noun, owner, (_SCORE, _OF_OTHERS))


def _read(text: ParsedText, verb: Word) -> _Rejected | None:
    lemma, last = verb.lemma_.lower(), verb
    if lemma in _ASIDE:
        particle = _with_particle(verb)
        if particle is None:
            return None
        last = particle
    noun = _charge(last)
    first = _clause(noun) if noun is not None else None
    if noun is None or first is None:
        return None
    said = reach(text, first)
    words = text.tokens(said)
    if not is_clause(words):
        return None
    called = _called(words, by_as=lemma != "call") if lemma in _CALLING else None
    if called is None and lemma not in REJECTING | _ASIDE.keys():
        return None
    if called is not None and lemma in REJECTING:
        said = Span(said.start, called.nbor(-1).end)
    elif called is not None:
        begins = noun if noun.left_edge.i <= last.i else noun.left_edge
        said = Span(begins.start, said.end)
    return _Rejected(verb, text.span([verb, last]), said, noun)


def _with_particle(verb: Word) -> Word | None:
    """The word that makes a verb reject: "brushed aside"."""
    behind = verb.nbor(1)
    return behind if behind.lower_ in _ASIDE.get(verb.lemma_.lower(), "").split() else None


def _charge(last: Word) -> Word | None:
    """What is rejected, if it is something that is claimed."""
    for one in last.doc[last.i + 1 : min(last.i + 1 + _FAR, last.sent[-1].i + 1)]:
        if one.lemma_.lower() in CHARGES and one.nbor(1).lemma_.lower() not in CHARGES:
            return one
        if one.lower_ in _STOPS or one.tag_ in FINITE:
            return None
    return None


def _clause(noun: Word) -> Word | None:
    """Where it begins what is claimed, also behind whose claim it is: "of the union that …"."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 1 + _FAR, noun.sent[-1].i)]
    if behind and behind[0].pos_ in ("DET", "PRON", "PROPN") and behind[0].lower_ != "that":
        verb = next((one for one in noun.rights if one.dep_ in ("acl", "ccomp")), None)
        finite = verb is not None and any(one.tag_ in FINITE for one in (verb, *verb.lefts))
        return behind[0] if finite else None
    if not behind or behind[0].lower_ not in _LEADS:
        return None
    for one in behind:
        if one.lower_ == "that":
            made = one.dep_ == "dobj" and one is behind[0]  # "the claims that they had made"
            return None if made or one.dep_ == "nsubj" else one.nbor(1)
        if (one.is_punct and one.text not in "'’") or one.tag_ in FINITE:
            return None
    return None


def _called(words: Sequence[Word], *, by_as: bool) -> Word | None:
    """The first word of what a charge is called at its end: "as lies", "absurd"."""
    if by_as:
        return next((one for one in words[-_QUALITY - 1 :] if one.lower_ == "as"), None)
    last = words[-1]
    while last.is_punct and last.i > words[0].i:
        last = last.nbor(-1)
    named = last.pos_ in ("ADJ", "ADV", "NOUN")
    return last if named and last.nbor(-1).tag_ not in ("DT", "IN", *FINITE) else None
