"""Tags: who says it stands behind what is said, or amid it: "…, the mayor told the paper, …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.domain.article import Span
from tracker.extract.dating import DATES, TIMES
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.speech import FINITE, NAMING, SUBORDINATE, is_clause, says, tells
from tracker.extract.words import Word

_BETWEEN = frozenset({"of", "for", "and", "at", "with", "in", "from", "on"})
_JOINING = frozenset({"and", "but", "or"})
_BECAUSE = frozenset({"after", "although", "because", "since", "though", "when"})
_LEADS_ON = frozenset({"about", "of", "that", "to"})
_OPENING = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "PDT"})
_WAYS = frozenset({"ADP", "ADV", "PART", "PUNCT", "SCONJ"})
_TELLING = frozenset({"assure", "inform", "let", "remind", "tell"})
_WHEN = DATES | TIMES
_QUOTES = "\"“”„«»'‘’"
_EDGES = f" \t\r\n,;:.{_QUOTES}"
_APART = (",", "”", '"', "’")
_FEWEST, _LONGEST = 2, 12
_SCORE = 0.6
_BEHIND = "who says it stands behind what is said"
_COLON = "what is said stands behind a colon"


@dataclass(frozen=True)
class _Tag:
    """A speaker and a verb: ``first`` is the place where they begin, ``last`` where they end."""

    verb: Word
    source: Sequence[Word]
    first: int
    last: int
    inverted: bool


def tagged(text: ParsedText, words: Sequence[Word], at: int) -> Iterator[FoundAttribution]:
    """Read "…, she assured investors", "…, replied the union" and what goes on behind it."""
    tag = _tag(words, at)
    if tag is None or not (tells(tag.verb) or _ends(words, tag)):
        return
    mark = _mark_after(words, tag.last)
    rest = words[mark + 1 :] if mark is not None else []
    apart = words[tag.first - 1].text in _APART
    before = _since_semicolon(words[: tag.first - 1])
    joined = mark is not None and words[mark].text == "," and apart
    if joined and tag.inverted and _breaks_off(text, before, rest):
        yield _saying(text, before, tag, _BEHIND, rest)
        return
    if apart and (is_clause(before) or _is_quote(before) or _is_answer(before, words, tag)):
        yield _saying(text, before, tag, _BEHIND, rest if joined and _goes_on(rest) else ())
    elif words[tag.first - 1].text not in (*_APART, ";"):
        return
    if mark is None or words[mark].text not in (":", ";"):
        return
    rest = rest or text.behind(words[mark])
    if words[mark].text == ":":
        yield from [_saying(text, rest, tag, _COLON)] if is_clause(rest) else []
    elif _has_own(rest):
        yield _saying(text, rest, tag, _BEHIND)


def phrase_before(words: Sequence[Word], at: int) -> tuple[int, Sequence[Word]]:
    """The phrase that ends right before a verb, with its apposition, and where it begins."""
    if at and words[at - 1].text == ",":  # "its chairman, Milan Hork, said"
        inner, _ = _plain_before(words, at - 1)
        if inner < at - 1 and inner and words[inner - 1].text == ",":
            outer, _ = _plain_before(words, inner - 1)
            if outer < inner - 1:
                return outer, words[outer : at - 1]
        return at, ()
    return _plain_before(words, at)


def _tag(words: Sequence[Word], at: int) -> _Tag | None:
    verb = words[at]
    first, source = phrase_before(words, at)
    if not source or (first and words[first - 1].text not in _APART):
        first, source = _told_of_before(words, at)
    inverted = () if source else _phrase_after(words, at)
    if inverted:
        first, source = at, inverted
    if not source or first == 0 or not _names_somebody(source, surely=bool(inverted)):
        return None
    if tells(verb) if inverted else verb.tag_ == "VB":
        return None
    last = words.index(source[-1]) if inverted else at
    return _Tag(verb, source, first, last, bool(inverted))


def _ends(words: Sequence[Word], tag: _Tag) -> bool:
    """Whether nothing but a way stands behind a verb: "…, the maid entered in her book"."""
    if words[tag.first - 1].text not in _APART:
        return False
    following = words[tag.last + 1 :]
    behind = next((place for place, one in enumerate(following) if one.is_punct), len(following))
    between = following[:behind]
    if tag.verb.lemma_.lower() == "let":
        return not any(one.tag_ in FINITE for one in between)
    plain = not between or between[0].pos_ in _WAYS or _is_way(between[0])
    clause = any(one.tag_ in FINITE or one.lower_ == "that" for one in between)
    return not clause and (tag.inverted or plain)


def _is_way(word: Word) -> bool:
    """Whether a word begins what only says when or how: "(concluded) the same evening"."""
    return "npadvmod" in (word.dep_, word.head.dep_) or word.dep_ == "prt"


def _breaks_off(text: ParsedText, before: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Whether a clause is broken off at its subject: "That, said the deputy, was a tale"."""
    if len(before) < _FEWEST or not rest or is_clause(before) or text.quoted(before[-1].start):
        return False
    return rest[0].tag_ in FINITE


def _goes_on(rest: Sequence[Word]) -> bool:
    """Whether what stands behind a tag belongs to what is said: "and …", "because …"."""
    if len(rest) < _FEWEST or any(map(says, rest)):
        return False
    if rest[0].lower_ in _JOINING:
        finite = next((place for place, one in enumerate(rest) if one.tag_ in FINITE), 0)
        return finite > 0
    return rest[0].lower_ in _BECAUSE and _has_own(rest[1:])


def _has_own(words: Sequence[Word]) -> bool:
    """Whether words are a clause with a subject of its own before its verb."""
    plain = [one for one in words if not one.is_punct]
    plain = plain[1:] if plain and plain[0].lower_ in _JOINING else plain
    finite = [place for place, one in enumerate(plain) if one.tag_ in FINITE]
    own = bool(finite) and any(one.pos_ in NAMING for one in plain[: finite[0]])
    return own and is_clause(plain)


def _is_answer(before: Sequence[Word], words: Sequence[Word], tag: _Tag) -> bool:
    """Whether words without a verb are all that is said: "Thieves, the priest told his flock."."""
    plain = [one for one in before if not one.is_punct]
    behind = [one for one in words[tag.last + 1 :] if not one.is_punct]
    if len(plain) < _FEWEST or plain[0].tag_ not in _OPENING or before[0] is not words[0]:
        return False
    if any(one.tag_ in FINITE or one.lower_ in _WHEN for one in plain):
        return False
    tells = tag.verb.lemma_.lower() in _TELLING and bool(behind)
    return tells and not any(one.tag_ in FINITE or one.lower_ in _LEADS_ON for one in behind)


def _told_of_before(words: Sequence[Word], at: int) -> tuple[int, Sequence[Word]]:
    """The phrase before a clause that tells of it: "(…,) a diver who saw it (reported)"."""
    comma = next((place for place in range(at - 1, 0, -1) if words[place].text == ","), 0)
    end = next((one for one in range(comma, at) if words[one].tag_ in ("WP", "WDT")), 0)
    if not comma or end <= comma + 1 or not all(map(_names, words[comma + 1 : end])):
        return at, ()
    return comma + 1, words[comma + 1 : end]


def _names(word: Word) -> bool:
    doing = word.tag_ in ("VBG", "VBN") and word.dep_ in ("amod", "compound")  # "returning officer"
    return word.pos_ in NAMING or word.lower_ in _BETWEEN or doing


def _plain_before(words: Sequence[Word], at: int) -> tuple[int, Sequence[Word]]:
    first = at
    while first and _names(words[first - 1]):
        first -= 1
    return first, words[first:at]


def _phrase_after(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The phrase right behind a verb that stands right behind a comma: "…, replied the union"."""
    if not at or words[at - 1].text not in (",", "”", '"'):
        return ()
    end = _end_of_name(words, at + 1)
    if end < len(words) - 1 and words[end].text == ",":  # "replied the minister, Jana Kol"
        further = _end_of_name(words, end + 1)
        named = all(one.pos_ == "PROPN" for one in words[end + 1 : further])
        if further > end + 1 and named and (further == len(words) or words[further].is_punct):
            end = further
    goes_on = end < len(words) and words[end].tag_ in (*FINITE, "TO")  # "said he knew"
    return () if goes_on else words[at + 1 : end]


def _end_of_name(words: Sequence[Word], at: int) -> int:
    while at < len(words) and _names(words[at]):
        at += 1
    return at


def _mark_after(words: Sequence[Word], at: int) -> int | None:
    """The next comma, colon or semicolon, unless a clause begins before it."""
    for place in range(at + 1, len(words)):
        if words[place].text in (",", ";", ":"):
            return place
        if words[place].tag_ in FINITE or words[place].lower_ in SUBORDINATE:
            return None
    return None


def _since_semicolon(words: Sequence[Word]) -> Sequence[Word]:
    marks = [place for place, one in enumerate(words) if one.text == ";"]
    return words[marks[-1] + 1 :] if marks else words


def _until_semicolon(words: Sequence[Word]) -> Sequence[Word]:
    return words[: next((at for at, one in enumerate(words) if one.text == ";"), len(words))]


def _is_quote(words: Sequence[Word]) -> bool:
    """Whether words are a quotation and nothing else: "“Nonsense,” replied …"."""
    return len(words) > 1 and words[0].text in ('"', "“", "''") and words[-1].text in _QUOTES + ","


def _names_somebody(phrase: Sequence[Word], *, surely: bool) -> bool:
    naming = naming_of(list(phrase))
    known = bool(naming.kind or naming.name or naming.pronoun)
    if phrase[0].tag_ in ("WP", "WP$", "WDT"):
        return False
    return known or (not surely and phrase[-1].pos_ == "NOUN" and not _is_several(phrase))


def _is_several(phrase: Sequence[Word]) -> bool:
    """Whether two phrases stand side by side: "(…,) a crime his defence (says …)"."""
    return any(
        one.tag_ in ("DT", "PRP$") and before.pos_ == "NOUN" for before, one in pairwise(phrase)
    )


def _saying(
    text: ParsedText, said: Sequence[Word], tag: _Tag, reason: str, more: Sequence[Word] = ()
) -> FoundAttribution:
    content = tuple(_stretch(one) for one in (said, _until_semicolon(more)) if one)
    cue = Span(tag.verb.start, tag.verb.end)
    return FoundAttribution(content, cue, text.span(list(tag.source)), _SCORE, reason)


def _stretch(words: Sequence[Word]) -> Span:
    loud = [one for one in words if one.text.strip(_EDGES)] or list(words)
    return Span(loud[0].start, loud[-1].end)
