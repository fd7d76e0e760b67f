"""Going on: what is said without a word of saying, by whoever was said to speak just before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText, Places, Sentence
from tracker.extract.phrases import plain_phrase
from tracker.extract.sifting import is_speech
from tracker.extract.words import FINITE, Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_OTHER = frozenset({"so", "while", "whereas", "meanwhile", "but"})
_TELLING = frozenset({"give", "have", "list", "put", "record", "see"})
_VERDICTS = frozenset(
    """absurd false fantasy fiction invention lie lies no nonsense not rubbish slander untrue
    wrong""".split()  # noqa: SIM905
)
_ANSWERS = frozenset(
    "account answer explanation rejoinder reply response retort story version".split()  # noqa: SIM905
)
_COMING = frozenset({"arrive", "come", "differ", "follow", "run"})
_SHORT = 4
_EDGES = " \t\r\n.;,"
_SCORE, _PERHAPS = 0.5, 0.46
_REASON = "it goes on behind a semicolon or a colon"
_SHIFTED = "the next sentence tells on in the tense of what was said"
_REFUTING = "the next sentence says what was so instead"
_ANNOUNCED = "the next sentence is the answer that was announced"
_QUOTED = "the next sentence is a quotation that nobody else is said to say"


def going_on(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Give to a speaker what follows at once and nobody else is found to say."""
    taken = Places(
        span for one in found for span in (*one.content, *filter(None, (one.cue, one.source)))
    )
    speaking = _by_sentence(text, found)
    last: FoundAttribution | None = None
    before: Sentence | None = None
    for sentence in text.sentences:
        if sentence.tokens[0].i == 0:
            last = None
        spoken = speaking.get(sentence.span.start)
        if spoken is not None or taken.touches(sentence.span):
            last = spoken
        elif (announced := _announced(text, sentence)) is not None:
            last = announced
        else:
            reason = "" if last is None or before is None else _reason(text, before, sentence, last)
            if last is not None and reason:
                score = _SCORE if reason == _REASON else _PERHAPS
                yield replace(last, content=(_said(text, sentence),), score=score, reason=reason)
            else:
                last = None
        before = sentence


def _by_sentence(
    text: ParsedText, found: Sequence[FoundAttribution]
) -> dict[int, FoundAttribution]:
    """Who speaks last in a sentence, by where it begins."""
    return {
        text.sentence_at(one.cue.start).span.start: one
        for one in found
        if one.cue is not None and one.source is not None
    }


def _said(text: ParsedText, sentence: Sentence) -> Span:
    words = text.words(sentence.span)
    start = sentence.span.start
    if text.quoted(start):
        return Span(start, start + len(words.rstrip()))
    return Span(start, start + len(words.rstrip(_EDGES)))


def _reason(text: ParsedText, before: Sentence, sentence: Sentence, last: FoundAttribution) -> str:
    """Why a sentence goes on with what was said before; "" if it does not."""
    words = sentence.tokens
    if text.quoted(sentence.span.start):
        whole = text.quoted(words[-1].start - 1) or text.quoted(words[-1].start)
        return _QUOTED if whole else ""
    if not _states(words):
        return ""
    if text.words(before.span).rstrip().endswith((";", ":")):
        return _REASON
    if not last.content:
        return _ANNOUNCED
    if _is_shifted(sentence.root) and _told(text, last, sentence.root):
        return _SHIFTED
    return _REFUTING if _denied(text, last) and _points_back(sentence.root) else ""


def _is_shifted(verb: Word) -> bool:
    """Whether a verb stands one step further back: "had gone", "would go"."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass")}
    return "would" in helpers or ("had" in helpers and verb.tag_ in ("VBG", "VBN"))


def _told(text: ParsedText, last: FoundAttribution, verb: Word) -> bool:
    """Whether something was told before in the past; behind a quotation, not of the speaker."""
    if not _in_the_past(text, last):
        return False
    if not all(text.quoted(span.start) for span in last.content):
        return True
    subject = _subject(verb)
    speaker = text.words(last.source).lower() if last.source is not None else ""
    if subject is None or subject.pos_ != "PRON":
        return subject is not None and _is_short(text, last)
    return {speaker, subject.lower_} == {"he", "she"}


def _in_the_past(text: ParsedText, last: FoundAttribution) -> bool:
    cue = text.tokens(last.cue) if last.cue is not None else []
    return any(one.tag_ == "VBD" or (one.tag_ == "VBG" and one.head.tag_ == "VBD") for one in cue)


def _denied(text: ParsedText, last: FoundAttribution) -> bool:
    """Whether a speaker said that something was not so: "Nonsense", "It was not theirs"."""
    words = [one for span in last.content for one in text.tokens(span)]
    verdict = _is_short(text, last) and any(one.lower_ in _VERDICTS for one in words)
    return _in_the_past(text, last) and (verdict or any(one.dep_ == "neg" for one in words))


def _is_short(text: ParsedText, last: FoundAttribution) -> bool:
    words = [one for span in last.content for one in text.tokens(span) if one.is_alpha]
    return len(words) <= _SHORT


def _points_back(verb: Word) -> bool:
    """Whether a sentence in the past is about what was just spoken of: "It stood there"."""
    subject = _subject(verb)
    past = verb.tag_ == "VBD" or any(one.tag_ == "VBD" for one in verb.lefts)
    return past and subject is not None and subject.lower_ in ("it", "they")


def _subject(verb: Word) -> Word | None:
    return next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None)


def _announced(text: ParsedText, sentence: Sentence) -> FoundAttribution | None:
    """Whose answer is announced and stands in the next sentence: "Her reply came by letter"."""
    subject = _subject(sentence.root)
    if subject is None or subject.lemma_.lower() not in _ANSWERS:
        return None
    owner = next((one for one in subject.lefts if one.dep_ == "poss"), None)
    if owner is None or sentence.root.lemma_.lower() not in _COMING:
        return None
    cue = Span(subject.start, subject.end)
    return FoundAttribution((), cue, text.span(plain_phrase(owner)), _PERHAPS, _ANNOUNCED)


def _states(words: Sequence[Word]) -> bool:
    finite = any(one.tag_ in FINITE for one in words)
    own = any(one.dep_ in _SUBJECTS for one in words)
    return finite and own and not (_OTHER & {one.lower_ for one in words[:2]} or _speaks(words))


def _speaks(words: Sequence[Word]) -> bool:
    """Whether somebody else speaks: "(…;) the office lists 390"."""
    verb = next((one for one in words if one.head is one), words[0])
    subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None)
    if subject is None or not (is_speech(verb) or verb.lemma_.lower() in _TELLING):
        return False
    naming = naming_of(plain_phrase(subject))
    return bool(naming.kind or naming.name or naming.pronoun)
