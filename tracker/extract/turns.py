"""Turns of phrase by which somebody says something: "would have it that", "in her view"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.attributing import attributed, is_clause, stretch, subject_of
from tracker.extract.blaming import blamed_span, blames
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import Naming, naming_of
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.passives import agent_of
from tracker.extract.phrases import plain_phrase
from tracker.extract.sifting import is_speech
from tracker.extract.speech import is_saying, may_have_said
from tracker.extract.trimming import ASIDE
from tracker.extract.views import OWN, according, for_somebody, in_view
from tracker.extract.words import FINITE, Word

_PREDICATES = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis", "relcl"})
_BEFORE_THAT = (
    ("have", "it"), ("make", "clear"), ("make", "plain"), ("let", "known"), ("leave", "doubt"),
    ("be", "doubt"), ("be", "view"), ("be", "opinion"), ("take", "view"), ("take", "line"),
    ("take", "position"), ("put", "it"), ("put", "forward"), ("give", "word"),
    ("give", "assurances"),
    ("give", "assurance"), ("give", "understand"), ("be", "record"), ("point", "out"),
    ("hold", "out"), ("hit", "back"), ("fire", "back"), ("shoot", "back"), ("go", "say"),
    ("go", "on"), ("be", "say"), ("offer", "assurances"), ("stand", "by"), ("draw", "conclusion"),
    ("come", "conclusion"), ("reach", "conclusion"), ("express", "confidence"),
    ("express", "hope"),
    ("express", "fear"), ("express", "concern"), ("voice", "fear"), ("voice", "concern"),
    ("raise", "possibility"), ("hold", "hope"), ("spread", "word"), ("send", "word"),
    ("get", "across"),
)  # fmt: skip
"""A verb, and a word between it and "that": "had it that", "left no doubt that"."""
_REPLYING = frozenset(
    """answer back bristle contradict counter deny differ disagree dismiss dispute elaborate give
    hear laugh object offer oppose paint present produce protest rebuff rebut recall refute reject
    remember reply respond retort scoff scorn see shrug side sketch supply tell wave""".split()  # noqa: SIM905
)
"""Verbs that lead up to a colon and what somebody said."""
_CLAIMS = frozenset(
    """admission allegation announcement argument assertion assurance charge claim complaint
    contention declaration finding insistence statement suggestion warning""".split()  # noqa: SIM905
)
_PERSONS = frozenset({"he", "she", "they"})
_CLAUSE_BEFORE = 12
"""Words between a verb and the "that" which it leads to."""
_FEWEST = 3
_TURNING = frozenset({"that", "according", ":"}) | ASIDE | OWN
_SCORE = 0.6
_BLAME = "a turn of phrase that blames or explains"
_ASIDE = "a clause that sets what another says beside it"
_CLAIM = "somebody's claim, told as a noun"
_THAT = "a turn of phrase that leads to what is said"
_REPLY = "somebody's answer, after a colon"


def turns(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Find what turns of phrase give to somebody, unless it was found."""
    known = Places(one.cue for one in found if one.cue is not None)
    told = Places(span for one in found for span in one.content)
    for sentence in text.sentences:
        words = [one for one in sentence.tokens if not one.is_space]
        for at, word in enumerate(words):
            one = _turn(text, words, at) if _may_turn(word, at) else None
            if one is None or (one.cue is not None and known.holds(one.cue.start)):
                continue
            if one.reason == _ASIDE or not any(told.touches(span) for span in one.content):
                yield one


def _may_turn(word: Word, at: int) -> bool:
    """Whether a word may be in a turn of phrase at all: few are, and every word is asked."""
    return word.pos_ == "VERB" or not at or word.lower_ in _TURNING or word.lemma_ in OWN


def _turn(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    word = words[at]
    if word.lower_ == "that" and word.dep_ in ("mark", "nsubj", "det", "dobj"):
        return _that(text, words, at)
    if word.lemma_.lower() in OWN or word.lower_ in OWN:
        return in_view(text, words, at)
    if word.pos_ == "VERB" and blames(word):
        return _blame(text, word)
    if word.lower_ in ASIDE and word.dep_ == "mark":
        return _aside(text, word)
    if word.lower_ == "according" and at + 1 < len(words):
        return according(text, words, at)
    if not at and word.lower_ in ("for", "to"):
        return for_somebody(text, words)
    return _answer(text, words, at) if word.text == ":" else None


def _that(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "a porter declared on the radio that …" and "the union would have it that …"."""
    rest = words[at + 1 :]
    if not is_clause(rest):
        return None
    if (claimed := _claimed_by(text, words[at])) is not None:
        return claimed
    between: list[Word] = []
    for word in reversed(words[max(0, at - _CLAUSE_BEFORE) : at]):
        verb = word.pos_ in ("VERB", "AUX") and word.dep_ in _PREDICATES
        misread = _headless(word)
        if misread is not None or (verb and (_leads(word, between) or word.tag_ in FINITE)):
            subject = misread or subject_of(word)
            leads = misread or (words[at].dep_ != "dobj" and _leads(word, between))
            leads = leads or (word.lemma_ == "hold" and not between and words[at].dep_ == "mark")
            if not leads or subject is None or _denies(word):
                return None
            return attributed(text, [stretch(rest)], word, subject, (_SCORE, _THAT))
        if word.text in (";", ":") or word.tag_ in ("WDT", "WP", "WRB"):
            return None
        between.append(word)
    return None


def _claimed_by(text: ParsedText, that: Word) -> FoundAttribution | None:
    """Read "a suggestion by the union that the fans stood still (made him laugh)"."""
    clause, noun = that.head, that.head.head
    tells = that.dep_ == "mark" and clause.dep_ in ("acl", "ccomp")
    if not tells or noun.lemma_.lower() not in _CLAIMS:
        return None
    by = next((one for one in noun.rights if one.lower_ == "by"), None)
    whose = by and next((one for one in by.rights if one.dep_ == "pobj"), None)
    if whose is None or clause.right_edge.i <= that.i:
        return None
    told = Span(that.nbor(1).start, clause.right_edge.end)
    return attributed(text, [told], noun, whose, (_SCORE, _CLAIM))


def _headless(verb: Word) -> Word | None:
    """Who speaks where the verb was taken for a participle: "a man in red declared on air that"."""
    top = next((one for one in verb.ancestors if one.head is one), verb)
    return top if may_have_said(verb) and top.pos_ in ("NOUN", "PROPN") else None


def _leads(verb: Word, between: Sequence[Word]) -> bool:
    lemma = verb.lemma_.lower()
    if is_saying(verb, between[::-1]):
        return not any(one.pos_ in ("NOUN", "PROPN") and one.dep_ == "dobj" for one in between)
    near = {form for one in between for form in (one.lower_, one.lemma_.lower())}
    return any(lemma == head and word in near for head, word in _BEFORE_THAT)


def _denies(verb: Word) -> bool:
    return any(one.dep_ == "neg" for one in verb.children)


def _blame(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the group laid the raid at the door of the police"."""
    finite = verb.tag_ in FINITE or any(one.tag_ in FINITE for one in verb.lefts)
    span = blamed_span(verb)
    if not finite or span is None or _denies(verb):
        return None
    return attributed(text, [span], verb, subject_of(verb), (_SCORE, _BLAME))


def _aside(text: ParsedText, mark: Word) -> FoundAttribution | None:
    """Read "…, while the drivers' union speaks of three"."""
    verb = mark.head
    rights = [one for one in verb.rights if not one.is_punct and one.dep_ not in ("cc", "conj")]
    if not (is_speech(verb) and verb.tag_ in FINITE and rights) or _denies(verb):
        return None
    content = Span(rights[0].left_edge.start, rights[-1].right_edge.end)
    return attributed(text, [content], verb, subject_of(verb), (_SCORE, _ASIDE))


def _answer(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "the consul laughed off the idea: nobody had been there"."""
    rest = words[at + 1 :] or text.behind(words[at])
    quotes = bool(rest) and rest[0].text in ('"', "“")
    verbs = [one for one in words[:at] if one.pos_ in ("VERB", "AUX") and subject_of(one) in words]
    main = [one for one in verbs if one.dep_ in _PREDICATES]
    verb = next((one for one in main if one.dep_ != "relcl"), next(iter(main), words[0]))
    finite = verb.tag_ in FINITE or any(one.tag_ in FINITE for one in verb.children)
    answers = verb.lemma_.lower() in _REPLYING or is_saying(verb, words[words.index(verb) + 1 :])
    if not (finite and (quotes or (answers and is_clause(rest)))):
        return None
    agent = agent_of(verb) if verb.tag_ == "VBN" else None
    subject = agent or subject_of(verb)
    plain = naming_of(plain_phrase(subject)) if subject is not None else Naming()
    called = plain.name or (subject is not None and subject.text in text.names)
    replies = bool(agent) or quotes or verb.lemma_.lower() in _REPLYING
    speaks = plain.kind or plain.pronoun in _PERSONS or (called and replies)
    return attributed(text, [stretch(rest)], verb, subject, (_SCORE, _REPLY)) if speaks else None
