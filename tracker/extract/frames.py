"""Frames: where punctuation shows who says it, "…, the mayor said", "…, replied the union: …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_SAYING = frozenset(
    """acknowledge add admit affirm allege announce answer argue assert assure aver beam boast brag
    caution chime chuckle claim clarify comment complain concede conclude confess confide confirm
    contend counter declare demur deny disclose enthuse estimate exclaim explain forecast foresee
    fume groan grumble gush hint inform insist interject joke lament maintain marvel muse mutter
    note object observe opine plead pledge predict proclaim promise pronounce protest quip quote
    reason recall reckon recount reflect reiterate relate remark remember remind reply report
    respond retort reveal riposte say scoff shout shrug sigh snap sneer sniff speculate state
    stress suggest summarise summarize suspect swear tell testify theorise theorize think tweet
    volunteer vow warn whisper wonder worry write""".split()  # noqa: SIM905
)
_WITH_PARTICLE = {
    "go": "on", "shoot": "back", "fire": "back", "hit": "back", "cut": "in", "chip": "in",
    "chime": "in", "weigh": "in", "call": "out", "carry": "on", "blurt": "out", "sum": "up",
}  # fmt: skip
_SURE = frozenset("adamant certain confident convinced insistent positive sure".split())  # noqa: SIM905
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"ADJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
_BETWEEN = frozenset({"of", "for", "and", "at", "with", "in", "from", "on"})
_SUBORDINATE = frozenset(
    """after although as because before if once since that though until when where whereas whether
    which while who whom whose""".split()  # noqa: SIM905
)
_JOINING = frozenset({"and", "but"})
_QUOTES = "\"“”„«»'‘’"
_EDGES = f" \t\r\n,;:.{_QUOTES}"
_SCORE = 0.6
_BEHIND = "who says it stands behind what is said"
_COLON = "what is said stands behind a colon"
_SURELY = "somebody is said to be sure of it"
_APART = (",", "”", '"', "’")
_FEWEST = 3


def sayings(text: ParsedText) -> Iterator[FoundAttribution]:
    """Find what punctuation gives to somebody, in the order of the text."""
    for sentence in text.sentences:
        words = [one for one in sentence.tokens if not one.is_space]
        for at, verb in enumerate(words):
            lemma = verb.lemma_.lower()
            if lemma == "be" and verb.tag_ in _FINITE:
                surely = _surely(text, words, at)
                yield from [surely] if surely is not None else []
            elif _is_last(words, at) or (
                verb.tag_ in _FINITE and verb.pos_ == "VERB" and is_saying(verb, words[at + 1 :])
            ):
                yield from filter(None, _behind(text, words, at))


def _behind(text: ParsedText, words: Sequence[Word], at: int) -> Iterator[FoundAttribution | None]:
    """Read "…, she assured investors", "…, replied the union" and what goes on behind it."""
    first, source = _phrase_before(words, at)
    if not source or (first and words[first - 1].text not in _APART):
        first, source = _told_of_before(words, at)
    inverted = () if source else _phrase_after(words, at)
    first, source = (at, inverted) if inverted else (first, source)
    if not source or first == 0 or not _names_somebody(source):
        return
    end = words.index(source[-1]) if inverted else at
    if inverted and (medial := _medial(text, words, at, end)):
        yield _saying(text, words[: first - 1], words[at], source, _BEHIND, medial)
        return
    before = _since_semicolon(words[: first - 1])
    if words[first - 1].text in _APART and (_is_clause(before) or _is_quote(before)):
        yield _saying(text, before, words[at], source, _BEHIND)
    elif words[first - 1].text not in (*_APART, ";"):
        return
    mark = _mark_after(words, end)
    rest = words[mark + 1 :] if mark is not None else []
    if mark is not None and not rest and words[mark].text in (":", ";"):
        rest = text.behind(words[mark])
    if mark is not None and words[mark].text == ":":
        yield _saying(text, rest, words[at], source, _COLON) if _is_clause(rest) else None
    elif rest and words[mark or 0].text in (",", ";"):
        joined = rest[0].lower_ in _JOINING
        if (joined or words[mark or 0].text == ";") and _goes_on(rest[1:] if joined else rest):
            yield _saying(text, rest, words[at], source, _BEHIND)


def _since_semicolon(words: Sequence[Word]) -> Sequence[Word]:
    marks = [place for place, one in enumerate(words) if one.text == ";"]
    return words[marks[-1] + 1 :] if marks else words


def _is_last(words: Sequence[Word], at: int) -> bool:
    """Whether a sentence ends on a verb that the parser took for a noun: "…, the bank reckons."."""
    ends = at == len(words) - 1 or (at == len(words) - 2 and words[-1].text == ".")
    misread = words[at].tag_ == "NNS" and words[at].lower_.removesuffix("s") in _SAYING
    return ends and misread and "," in [one.text for one in words[:at]]


def _surely(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "the landlady was adamant that …"."""
    if at + 1 >= len(words) or words[at + 1].lower_ not in _SURE:
        return None
    first, source = _phrase_before(words, at)
    rest = words[at + 2 :]
    rest = rest[1:] if rest and rest[0].lower_ == "that" else rest
    if first or not source or not _is_clause(rest):
        return None
    return _saying(text, rest, words[at + 1], source, _SURELY)


def _phrase_before(words: Sequence[Word], at: int) -> tuple[int, Sequence[Word]]:
    """The phrase that ends right before a verb, with its apposition, and where it begins."""
    if at and words[at - 1].text == ",":  # "its chairman, Milan Hork, said"
        inner, _ = _plain_before(words, at - 1)
        if inner < at - 1 and inner and words[inner - 1].text == ",":
            outer, _ = _plain_before(words, inner - 1)
            if outer < inner - 1:
                return outer, words[outer : at - 1]
        return at, ()
    return _plain_before(words, at)


def _told_of_before(words: Sequence[Word], at: int) -> tuple[int, Sequence[Word]]:
    """The phrase before a clause that tells of it: "(…,) a diver who saw it (reported)"."""
    comma = next((place for place in range(at - 1, 0, -1) if words[place].text == ","), 0)
    end = next((one for one in range(comma, at) if words[one].tag_ in ("WP", "WDT")), 0)
    if not comma or end <= comma + 1 or not all(map(_names, words[comma + 1 : end])):
        return at, ()
    return comma + 1, words[comma + 1 : end]


def _medial(text: ParsedText, words: Sequence[Word], at: int, end: int) -> Span | None:
    """What goes on behind "That, said the deputy, (was a tale)"."""
    rest = words[end + 2 :]
    if (
        at <= 1
        or end + 2 >= len(words)
        or words[end + 1].text != ","
        or _is_clause(words[: at - 1])
    ):
        return None
    if rest[0].tag_ not in _FINITE or text.quoted(words[at - 2].start):
        return None
    loud = [one for one in rest if one.text.strip(_EDGES)]
    return Span(loud[0].start, loud[-1].end)


def _names(word: Word) -> bool:
    return word.pos_ in _NAMING or word.lower_ in _BETWEEN


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
    goes_on = end < len(words) and words[end].tag_ in (*_FINITE, "TO")  # "said he knew"
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
        if words[place].tag_ in _FINITE or words[place].lower_ in _SUBORDINATE:
            return None
    return None


def _is_clause(words: Sequence[Word]) -> bool:
    """Whether words are a statement: with a verb of its own, not hanging on another."""
    plain = [one for one in words if not one.is_punct]
    return (
        len(plain) >= _FEWEST
        and not _SUBORDINATE & {plain[0].lower_, plain[-1].lower_}
        and plain[0].tag_ != "VBG"
        and any(one.tag_ in _FINITE for one in plain)
        and not any(_says(one) for one in plain)
    )


def _is_quote(words: Sequence[Word]) -> bool:
    """Whether words are a quotation and nothing else: "“Nonsense,” replied …"."""
    return len(words) > 1 and words[0].text in ('"', "“", "''") and words[-1].text in _QUOTES + ","


def _goes_on(words: Sequence[Word]) -> bool:
    plain = [one for one in words if not one.is_punct]
    finite = [place for place, one in enumerate(plain) if one.tag_ in _FINITE]
    own = bool(finite) and any(one.pos_ in _NAMING for one in plain[: finite[0]])
    return own and _is_clause(words)


def _says(word: Word) -> bool:
    return word.lemma_.lower() in _SAYING and word.tag_ in _FINITE


def is_saying(verb: Word, behind: Sequence[Word]) -> bool:
    """Whether a verb is one of speech: "said", "went on", "shot back"."""
    particle = _WITH_PARTICLE.get(verb.lemma_.lower())
    return _says(verb) or bool(particle and behind and behind[0].lower_ == particle)


def _names_somebody(phrase: Sequence[Word]) -> bool:
    naming = naming_of(list(phrase))
    return bool(naming.kind or naming.name or naming.pronoun)


def _saying(
    text: ParsedText,
    said: Sequence[Word],
    cue: Word,
    source: Sequence[Word],
    reason: str,
    more: Span | None = None,
) -> FoundAttribution | None:
    words = [one for one in said if one.text.strip(_EDGES)]
    if not words:
        return None
    content = Span(words[0].start, words[-1].end), *((more,) if more else ())
    return FoundAttribution(
        content, Span(cue.start, cue.end), text.span(list(source)), _SCORE, reason
    )
