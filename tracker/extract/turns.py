"""Turns of phrase by which somebody says something: "would have it that", "in her view"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.blaming import blamed_span, blames
from tracker.extract.found import FoundAttribution
from tracker.extract.frames import is_saying
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.phrases import named_phrase, plain_phrase
from tracker.extract.sifting import is_speech
from tracker.extract.trimming import ASIDE
from tracker.extract.words import Word

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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
_OWN = frozenset(
    """account admission analysis appraisal assessment belief book books calculation calculations
    count estimate estimation eyes figures judgement judgment mind opinion reading reckoning
    recollection records submission tally telling testimony version view words""".split()  # noqa: SIM905
)
_BY = frozenset({"by", "in", "on", "to"})
_REPLYING = frozenset(
    """answer bristle contradict counter deny differ disagree dismiss dispute elaborate give hear
    laugh object offer oppose paint present produce protest rebuff rebut refute reject remember
    reply respond retort scoff scorn see shrug sketch supply tell wave""".split()  # noqa: SIM905
)
"""Verbs that lead up to a colon and what somebody said."""
_CLAUSE_BEFORE = 12
"""Words between a verb and the "that" which it leads to."""
_EDGES = " \t\r\n,;:.—–-"
_FEWEST = 3
_SCORE = 0.6
_BLAME = "a turn of phrase that blames or explains"
_ASIDE = "a clause that sets what another says beside it"
_THAT = "a turn of phrase that leads to what is said"
_VIEW = "a phrase that says in whose view"
_REPLY = "somebody's answer, after a colon"


def turns(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Find what turns of phrase give to somebody, unless it was found."""
    known = Places(one.cue for one in found if one.cue is not None)
    told = Places(span for one in found for span in one.content)
    for sentence in text.sentences:
        words = [one for one in sentence.tokens if not one.is_space]
        for at in range(len(words)):
            one = _turn(text, words, at)
            if one is None or (one.cue is not None and known.holds(one.cue.start)):
                continue
            if one.reason == _ASIDE or not any(told.touches(span) for span in one.content):
                yield one


def _turn(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    word = words[at]
    if word.lower_ == "that" and word.dep_ in ("mark", "nsubj", "det"):
        return _that(text, words, at)
    if word.lemma_.lower() in _OWN or word.lower_ in _OWN:
        return _in_view(text, words, at)
    if word.pos_ == "VERB" and blames(word):
        return _blame(text, word)
    if word.lower_ in ASIDE and word.dep_ == "mark":
        return _aside(text, word)
    if word.lower_ == "according" and at + 1 < len(words):
        return _according(text, words, at)
    if not at and word.lower_ in ("for", "to"):
        return _for(text, words)
    return _answer(text, words, at) if word.text == ":" and at == len(words) - 1 else None


def _that(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "a porter declared on the radio that …" and "the union would have it that …"."""
    rest = words[at + 1 :]
    if not _is_clause(rest):
        return None
    between: list[Word] = []
    for word in reversed(words[max(0, at - _CLAUSE_BEFORE) : at]):
        verb = word.pos_ in ("VERB", "AUX") and word.dep_ in _PREDICATES
        if verb and (_leads(word, between) or word.tag_ in _FINITE):
            subject = _subject(word)
            if not _leads(word, between) or subject is None or _denies(word):
                return None
            return _made(text, [_stretch(rest)], word, subject, _THAT)
        if word.text in (";", ":") or word.tag_ in ("WDT", "WP", "WRB"):
            return None
        between.append(word)
    return None


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
    finite = verb.tag_ in _FINITE or any(one.tag_ in _FINITE for one in verb.lefts)
    span = blamed_span(verb)
    if not finite or span is None or _denies(verb):
        return None
    return _made(text, [span], verb, _subject(verb), _BLAME)


def _aside(text: ParsedText, mark: Word) -> FoundAttribution | None:
    """Read "…, while the drivers' union speaks of three"."""
    verb = mark.head
    rights = [one for one in verb.rights if not one.is_punct and one.dep_ not in ("cc", "conj")]
    if not (is_speech(verb) and verb.tag_ in _FINITE and rights) or _denies(verb):
        return None
    content = Span(rights[0].left_edge.start, rights[-1].right_edge.end)
    return _made(text, [content], verb, _subject(verb), _ASIDE)


def _in_view(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "in the board's view, …", "…, in the words of a nurse", "by its own count …"."""
    noun = words[at]
    lead = noun.head
    if noun.dep_ != "pobj" or lead.lower_ not in _BY or lead not in words:
        return None
    owner = next((one for one in noun.lefts if one.dep_ == "poss"), None)
    of = next((one for one in noun.rights if one.lower_ == "of" and one.dep_ == "prep"), None)
    whose = owner or (of and next((one for one in of.children if one.dep_ == "pobj"), None))
    if whose is None:
        return None
    end = noun if owner is not None else whose.right_edge
    return _beside(text, words, (words.index(lead), end), noun, whose)


def _according(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    to = words[at + 1]
    whose = next((one for one in to.children if one.dep_ == "pobj"), None)
    if to.lower_ != "to" or whose is None:
        return None
    return _beside(text, words, (at, whose.right_edge), words[at], whose)


def _for(text: ParsedText, words: Sequence[Word]) -> FoundAttribution | None:
    """Read "For the owner, Jana Kol, the fire was an accident"."""
    whose = next((one for one in words[0].children if one.dep_ == "pobj"), None)
    if whose is None or whose not in words:
        return None
    naming = naming_of(plain_phrase(whose))
    commas = [at for at, one in enumerate(words) if one.text == "," and one.i > whose.i]
    named = [at for at in commas if all(one.pos_ == "PROPN" for one in words[commas[0] + 1 : at])]
    rest = words[named[-1] + 1 :] if named else words[words.index(whose) + 1 :]
    if not naming.kind or not _is_clause(rest) or rest[0].pos_ not in ("PRON", "DET"):
        return None
    verb = next((one for one in rest if one.tag_ in _FINITE), rest[0])
    if verb.lemma_ != "be" and verb.tag_ != "MD":
        return None
    return _made(text, [_stretch(rest)], words[0], whose, _VIEW)


def _beside(
    text: ParsedText, words: Sequence[Word], phrase: tuple[int, Word], cue: Word, whose: Word
) -> FoundAttribution | None:
    """What a phrase of somebody's view is about: the clause behind it, or around it."""
    first, last = phrase
    if last not in words:
        return None
    begins = max([0, *(at + 1 for at in range(first) if words[at].text in (";", ":"))])
    until = words.index(last) + 1
    ends = next((at for at in range(until, len(words)) if words[at].text in (";", ":")), len(words))
    before = [one for one in words[begins:first] if one.text.strip(_EDGES)]
    behind = [one for one in words[until:ends] if one.text.strip(_EDGES)]
    behind_comma = first > begins and words[first - 1].text in (",", "”", '"')
    if len(before) <= 1 and _is_clause(behind):
        return _made(text, [_stretch(behind)], cue, whose, _VIEW)
    if not behind_comma or not before:
        return None
    spans = [_stretch(before)]
    if behind and words[until].text == "," and not _is_clause(before):
        spans.append(_stretch(behind))
    whole = [*before, *(behind if len(spans) > 1 else ())]
    return _made(text, spans, cue, whose, _VIEW) if _is_clause(whole) else None


def _answer(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "the consul laughed off the idea: nobody had been there"."""
    rest = text.behind(words[at])
    verb = next((one for one in words[:at] if one.dep_ == "ROOT"), words[0])
    finite = verb.tag_ in _FINITE or any(one.tag_ in _FINITE for one in verb.children)
    answers = verb.lemma_.lower() in _REPLYING or is_saying(verb, words[words.index(verb) + 1 :])
    if not (answers and finite and _is_clause(rest)):
        return None
    subject = _subject(verb)
    plain = naming_of(plain_phrase(subject)) if subject is not None else None
    speaks = plain is not None and (plain.kind or plain.pronoun in ("he", "she", "they"))
    return _made(text, [_stretch(rest)], verb, subject, _REPLY) if speaks else None


def _subject(verb: Word) -> Word | None:
    """Who does what a verb says, also where another verb before it has the subject."""
    for _ in range(_FEWEST):
        subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None)
        if subject is not None or verb.dep_ not in ("conj", "xcomp") or verb.head is verb:
            return subject
        verb = verb.head
    return None


def _is_clause(words: Sequence[Word]) -> bool:
    finite = next((at for at, one in enumerate(words) if one.tag_ in _FINITE), 0)
    return len(words) >= _FEWEST and any(
        one.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET") for one in words[:finite]
    )


def _stretch(words: Sequence[Word]) -> Span:
    """The words up to a semicolon, without marks at the edges."""
    stop = next((at for at, one in enumerate(words) if one.text == ";"), len(words))
    plain = [one for one in words[:stop] if one.text.strip(_EDGES)] or list(words)
    return Span(plain[0].start, plain[-1].end)


def _made(
    text: ParsedText, content: Sequence[Span], cue: Word, speaker: Word | None, reason: str
) -> FoundAttribution | None:
    if speaker is None:
        return None
    phrase = named_phrase(speaker)
    naming = naming_of(phrase)
    if not (naming.kind or naming.name or naming.pronoun):
        return None
    return FoundAttribution(
        tuple(content), Span(cue.start, cue.end), text.span(phrase), _SCORE, reason
    )
