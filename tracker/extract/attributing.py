"""Attributing a stretch of a text to the speaker whom a word of it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import named_phrase
from tracker.extract.words import FINITE, Word

_NOUNS = frozenset({"DET", "NOUN", "NUM", "PRON", "PROPN"})
_EDGES = ' \t\r\n,;:.—–-”"'
_ENDS = ' \t\r\n,;.”"'
"""What may stand at a sentence's end and belongs to no clause."""
_GOING_ON = frozenset(
    "all both down fewer from half including less more most none one or some two up".split()  # noqa: SIM905
)
"""After a comma these still tell of the figure: "at three, all of them sailors"."""
_ANOTHER = frozenset("although because but though whereas while".split())  # noqa: SIM905
_NEGLIGIBLE = frozenset("barely hardly just neither no nobody none nothing only single".split())  # noqa: SIM905
_SHARES = frozenset("double dozen dozens half hundreds scores thousands third twice zero".split())  # noqa: SIM905
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FEWEST, _REACH = 3, 8
_TO_COLON = 8
"""Words from one that leads up to a colon to the colon."""


def attributed(
    text: ParsedText,
    content: Sequence[Span],
    cue: Word,
    speaker: Word | None,
    told: tuple[float, str],
) -> FoundAttribution | None:
    """Make an attribution, ``told`` its score and reason; None where nobody is named."""
    if speaker is None or speaker.pos_ not in _NOUNS:
        return None
    phrase = named_phrase(speaker)
    naming = naming_of(phrase)
    called = naming.kind or naming.name or naming.pronoun or speaker.text in text.names
    author = _author(speaker) if not called else None
    if author is not None:  # "earlier work by the same group"
        return attributed(text, content, cue, author, told)
    if not called:
        return None
    span = Span(cue.start, cue.end)
    return FoundAttribution(tuple(content), span, text.span(phrase), *told)


def _author(work: Word) -> Word | None:
    by = next((one for one in work.rights if one.lower_ == "by"), None)
    return child(by, "pobj") if by is not None else None


Reading = Callable[[ParsedText, Word], FoundAttribution | None]
"""Whether a word tells what somebody stands for."""


def by_lemma(*kinds: tuple[Iterable[str], Reading]) -> Mapping[str, tuple[Reading, ...]]:
    """The readings of a word by its lemma, in their order: few words have any."""
    readings: defaultdict[str, list[Reading]] = defaultdict(list)
    for lemmas, reading in kinds:
        for lemma in lemmas:
            readings[lemma].append(reading)
    return {lemma: tuple(each) for lemma, each in readings.items()}


def all_of(
    *readings: Mapping[str, tuple[Reading, ...]],
) -> Mapping[str, tuple[Reading, ...]]:
    """Several kinds of readings as one."""
    lemmas = {lemma for each in readings for lemma in each}
    return {lemma: sum((each.get(lemma, ()) for each in readings), ()) for lemma in lemmas}


def subject_of(verb: Word) -> Word | None:
    """Who does what a verb says, also where another verb before it has the subject."""
    finite = verb.tag_ in FINITE
    for _ in range(_FEWEST):
        subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None)
        if subject is not None or verb.head is verb:
            return subject
        if finite and _is_participle(verb.head, verb):
            return next(one for one in verb.head.lefts if one.dep_ == "nsubj")
        if verb.dep_ == "acl" and finite:  # "records, read out by a clerk, speak of …"
            return verb.head
        participle = verb.dep_ == "advcl" and verb.tag_ == "VBG"
        if verb.dep_ not in ("conj", "xcomp") and not participle:
            return _astray(verb)
        verb = verb.head
    return None


def _astray(verb: Word) -> Word | None:
    """A noun that the parser joins to the verb before: "he left, and the group, later, counted"."""
    joined = [one for one in verb.head.rights if one.dep_ == "conj" and one.i < verb.i]
    nouns = [one for one in joined if one.pos_ in ("NOUN", "PROPN")]
    return nouns[-1] if nouns and verb.dep_ == "advcl" and verb.head.pos_ == "VERB" else None


def _is_participle(verb: Word, behind: Word) -> bool:
    """Whether a verb only tells of its subject: "fishermen moored there (spoke of smoke)"."""
    between = verb.doc[verb.i : behind.i]
    return (
        verb.tag_ == "VBD"
        and behind.dep_ in ("advcl", "ccomp", "dobj", "oprd")
        and 0 < len(between) <= _REACH
        and any(one.dep_ == "nsubj" for one in verb.lefts)
        and not any(one.is_punct or one.pos_ in ("CCONJ", "SCONJ") for one in between)
        and not any(one.dep_ in ("aux", "mark", "nsubj") for one in behind.lefts)
    )


def colon_behind(noun: Word) -> Word | None:
    """The colon behind a word, in the same clause and near, with something behind it."""
    colon = next((one for one in noun.sent if one.text == ":" and one.i > noun.i), None)
    if colon is None or colon.i - noun.i > _TO_COLON or colon.i + 1 >= len(colon.doc):
        return None
    between = noun.doc[noun.i : colon.i]
    own = {noun.head, *(one for one in noun.head.lefts if one.dep_ == "aux")}
    verbs = [one for one in between if one.tag_ in FINITE and one not in own]
    return None if verbs else colon


def behind_colon(text: ParsedText, colon: Word) -> Span | None:
    """What stands behind a colon up to the end of its sentence, or the sentence that follows it."""
    words = [one for one in colon.sent if one.i > colon.i] or text.behind(colon)
    if not words:
        return None
    start, end = words[0].start, words[-1].end
    return Span(start, start + len(text.text[start:end].rstrip(_ENDS)))


def acts(verb: Word) -> bool:
    """Whether somebody did what a verb says, also where the parser takes "put" for a participle."""
    if verb.pos_ != "VERB" or any(one.dep_ == "neg" for one in verb.lefts):
        return False
    before = {one.dep_ for one in verb.lefts}
    if verb.tag_ == "VBN" or (verb.tag_ == "VB" and "aux" not in before):
        return "nsubj" in before and not before & {"auxpass", "nsubjpass"}
    return verb.tag_ in ("VBD", "VBZ", "VBP", "VBG") or any(
        one.tag_ in ("MD", "VBD", "VBZ", "VBP") for one in verb.lefts
    )


def child(word: Word, dep: str) -> Word | None:
    """The first word that hangs on another in some way."""
    return next((one for one in word.children if one.dep_ == dep), None)


def numbered(word: Word) -> bool:
    """Whether a phrase holds a number or a share."""
    return any(one.like_num or one.lower_ in _SHARES for one in word.subtree)


def scant(word: Word) -> bool:
    """Whether a phrase says that there was none, or hardly any: "only two lamps"."""
    before = word.doc[word.left_i : word.i + 1]
    return any(one.lower_ in _NEGLIGIBLE for one in before)


def end_of(text: ParsedText, word: Word) -> int:
    """Where a phrase ends, without an aside in apposition behind it."""
    return _ending(text, word.start, [one for one in word.subtree if one.i >= word.i])


def reach(text: ParsedText, first: Word) -> Span:
    """From the first word of what somebody found to the end of it, before another clause."""
    last = first.sent[-1].i + 1
    return Span(first.start, _ending(text, first.start, first.doc[first.i : last]))


def _ending(text: ParsedText, start: int, words: Sequence[Word]) -> int:
    stop = words[0]
    for one in words[1:]:
        follows = one.doc[one.i + 1] if one.i + 1 < len(one.doc) else one
        but_that = one.lower_ == "but" and stop.lower_ in ("all", "none", "nothing")
        if one.text in (";", ":", "—", "–") or (one.lower_ in _ANOTHER and not but_that):
            break
        if one.text == "," and not (follows.lower_ in _GOING_ON or _lists(one, words)):
            break
        joined = next((each for each in one.head.rights if each.dep_ == "conj"), None)
        if one.dep_ == "cc" and joined is not None and joined.tag_ in FINITE:
            break
        stop = one
    return start + len(text.text[start : stop.end].rstrip(_EDGES))


def _lists(comma: Word, words: Sequence[Word]) -> bool:
    """Whether a list goes on behind a comma: "mothers, old men and a keeper"."""
    near = comma.doc[comma.i + 1 : comma.i + _FEWEST + 2]
    return any(
        one.dep_ == "conj" and one.pos_ in _NOUNS and words[0].i <= one.head.i < comma.i
        for one in near
    )


def is_clause(words: Sequence[Word]) -> bool:
    """Whether words hold a verb with a tense and something before it."""
    finite = next((at for at, one in enumerate(words) if one.tag_ in FINITE), 0)
    return len(words) >= _FEWEST and any(one.pos_ in _NOUNS for one in words[:finite])


def stretch(words: Sequence[Word]) -> Span:
    """The words up to a semicolon, without marks at the edges."""
    stop = next((at for at, one in enumerate(words) if one.text == ";"), len(words))
    plain = [one for one in words[:stop] if one.text.strip(_EDGES)] or list(words)
    return Span(plain[0].start, plain[-1].end)
