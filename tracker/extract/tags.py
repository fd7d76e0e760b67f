"""Tags: who says it stands behind what is said, or amid it: "…, the mayor told the paper, …"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tracker.domain.article import Span
from tracker.extract.around_tags import breaks_off, goes_on, has_own, leads_in
from tracker.extract.beside import (
    RELATIVE,
    before_clause,
    names_somebody,
    phrase_after,
    phrase_before,
    told_of_before,
)
from tracker.extract.dating import DATES, TIMES
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.speech import FINITE, HAVING, SUBORDINATE, is_clause, says, tells
from tracker.extract.words import Word

_JOINING = frozenset({"and", "but", "or"})
AT_WHICH = frozenset({"after", "before", "once", "since", "until", "when", "while"})
"""Behind a verb of speech these say when it was said."""
_LEADS_ON = frozenset({"about", "of", "that", "to"})
_OPENING = frozenset({"CD", "DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "PDT"})
_WAYS = frozenset({"ADP", "ADV", "PART", "PUNCT", "SCONJ"})
_TELLING = frozenset({"assure", "inform", "let", "remind", "tell"})
_WHEN = DATES | TIMES
_QUOTES = "\"“”„«»'‘’"
_EDGES = f" \t\r\n,;:.{_QUOTES}"
_APART = (",", "”", '"', "’")
_CLOSING = frozenset(".:;")
_FEWEST, _SHORT, _ASIDE = 2, 5, 12
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
    tag = None if text.quoted(words[at].start) else _tag(words, at)
    if tag is None or not (tells(tag.verb) or _ends(words, tag)):
        return
    mark = _mark_after(words, tag.last)
    rest = words[mark + 1 :] if mark is not None else []
    rest = _behind_aside(rest) if tag.inverted else rest
    apart = words[tag.first - 1].text in _APART
    before = _since_semicolon(words[: tag.first - 1])
    joined = mark is not None and words[mark].text == "," and apart
    if joined and (breaks_off(text, before, rest) or leads_in(text, before, rest)):
        yield _saying(text, before, tag, _BEHIND, rest)
        return
    if apart and (is_clause(before) or _is_quote(before) or _is_answer(before, words, tag)):
        yield _saying(text, before, tag, _BEHIND, rest if joined and goes_on(rest) else ())
    elif words[tag.first - 1].text not in (*_APART, ";"):
        return
    if mark is None or words[mark].text not in (":", ";"):
        return
    rest = rest or text.behind(words[mark])
    if words[mark].text == ":":
        yield from [_saying(text, rest, tag, _COLON)] if is_clause(rest) else []
    elif (other := _tag_at_end(rest) or _tag_amid(rest)) is not None:
        yield _saying(text, rest[: other.first - 1], other, _BEHIND)
    elif has_own(rest):
        yield _saying(text, rest, tag, _BEHIND)


def _tag(words: Sequence[Word], at: int) -> _Tag | None:
    verb = words[at]
    having = verb.tag_ == "VBN" and words[at - 1].lower_ in HAVING
    first, source = phrase_before(words, at - having)
    if not source or (first and words[first - 1].text not in _APART):
        first, source = told_of_before(words, at)
    if not source:
        first, source = before_clause(words, at)
    inverted = () if source else phrase_after(words, at)
    if inverted:
        first, source = at, inverted
    if not source or first == 0 or not names_somebody(source, surely=bool(inverted)):
        return None
    if inverted and (tells(verb) or verb.tag_ == "VB"):
        return None
    last = words.index(source[-1]) if inverted else at
    return _Tag(verb, source, first, last, bool(inverted))


def _tag_at_end(words: Sequence[Word]) -> _Tag | None:
    """Who else says what stands behind a semicolon: "(…, one said;) nearer ten, another said"."""
    last = next((at for at in range(len(words) - 1, 0, -1) if not words[at].is_punct), 0)
    tag = _tag(words, last) if last and says(words[last]) else None
    return tag if tag is not None and words[tag.first - 1].text in _APART else None


def _tag_amid(words: Sequence[Word]) -> _Tag | None:
    """Who else says it, and stands behind the verb: "(…, one said;) under ten, said the union"."""
    for at in range(2, len(words) - 1):
        if says(words[at]) and words[at - 1].text in _APART:
            tag = _tag(words, at)
            return tag if tag is not None and tag.inverted and _ends(words, tag) else None
    return None


def _behind_aside(rest: Sequence[Word]) -> Sequence[Word]:
    """What goes on behind more of a speaker: "(…, said Kol,) who led the descent, and …"."""
    tells = bool(rest) and rest[0].tag_ in ("DT", "WP", "WP$")
    commas = (at for at, one in enumerate(rest[:_ASIDE]) if one.text == ",")
    comma = next(commas, len(rest)) if tells else len(rest)
    joins = comma + 1 < len(rest) and rest[comma + 1].lower_ in _JOINING
    aside = rest[:comma]
    own = any(one.tag_ in FINITE for one in aside) and not any(
        one.tag_ in ("WP", "WP$", "WDT") for one in aside
    )
    return rest[comma + 1 :] if joins and not own else rest


def _ends(words: Sequence[Word], tag: _Tag) -> bool:
    """Whether nothing but a way stands behind a verb: "…, the maid entered in her book"."""
    if words[tag.first - 1].text not in _APART:
        return False
    following = words[tag.last + 1 :]
    behind = next((place for place, one in enumerate(following) if one.is_punct), len(following))
    between = _until(AT_WHICH, following[:behind])
    if tag.inverted and between and between[0].tag_ in RELATIVE:
        return True  # "testified a porter whose door it was"
    if tag.verb.lemma_.lower() == "let":
        return not any(one.tag_ in FINITE for one in between)
    plain = not between or between[0].pos_ in _WAYS or _is_way(between[0])
    clause = any(one.tag_ in FINITE or one.lower_ == "that" for one in between)
    return not clause and (tag.inverted or plain)


def _is_way(word: Word) -> bool:
    """Whether a word begins what only says when or how: "(concluded) the same evening"."""
    time = word.lower_ in _WHEN or word.head.lower_ in _WHEN
    return time or "npadvmod" in (word.dep_, word.head.dep_) or word.dep_ == "prt"


def _is_answer(before: Sequence[Word], words: Sequence[Word], tag: _Tag) -> bool:
    """Whether words without a verb are all that is said: "Thieves, the priest told his flock."."""
    plain = [one for one in before if not one.is_punct]
    behind = [one for one in _until(";", words[tag.last + 1 :]) if not one.is_punct]
    if not plain or plain[0].tag_ not in _OPENING or before[0] is not words[0]:
        return False
    if any(one.tag_ in FINITE for one in plain):
        return False
    next_to = words[tag.last + 1 : tag.last + 2]
    ends = all(one.text in _CLOSING or one.tag_ in RELATIVE for one in next_to)
    if tag.inverted and says(tag.verb) and ends:
        return True
    when = any(one.lower_ in _WHEN for one in plain) and not any(
        one.pos_ == "VERB" for one in plain
    )
    if len(plain) < _FEWEST or when:
        return False
    if not behind:
        return not tag.inverted and says(tag.verb) and len(plain) > _SHORT
    tells = tag.verb.lemma_.lower() in _TELLING
    return tells and not any(one.tag_ in FINITE or one.lower_ in _LEADS_ON for one in behind)


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


def _until(stops: Collection[str], words: Sequence[Word]) -> Sequence[Word]:
    return words[: next((at for at, one in enumerate(words) if one.lower_ in stops), len(words))]


def _is_quote(words: Sequence[Word]) -> bool:
    """Whether words are a quotation and nothing else: "“Nonsense,” replied …"."""
    return len(words) > 1 and words[0].text in ('"', "“", "''") and words[-1].text in _QUOTES + ","


def _saying(
    text: ParsedText, said: Sequence[Word], tag: _Tag, reason: str, more: Sequence[Word] = ()
) -> FoundAttribution:
    content = tuple(_stretch(one) for one in (said, _until(";", more)) if one)
    cue = Span(tag.verb.start, tag.verb.end)
    return FoundAttribution(content, cue, text.span(list(tag.source)), _SCORE, reason)


def _stretch(words: Sequence[Word]) -> Span:
    loud = [one for one in words if one.text.strip(_EDGES)] or list(words)
    return Span(loud[0].start, loud[-1].end)
