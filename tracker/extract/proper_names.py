"""Proper names: where in a noun phrase a name stands, and what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.source import SourceKind
from tracker.extract.kinds_of_sources import is_form, is_suffix, is_title, kind_of_noun
from tracker.extract.words import Word

PARTICLES = frozenset(
    [
        "abu",
        "al",
        "bin",
        "ben",
        "da",
        "de",
        "del",
        "della",
        "der",
        "di",
        "dos",
        "du",
        "den",
        "el",
        "ibn",
        "la",
        "le",
        "ter",
        "van",
        "von",
        "y",
    ]
)
_JOINS = frozenset({"of", "for", "and", "&", "the", "-", "'s", "’s", "’", "'", "in"})
_SELF = frozenset({"himself", "herself", "itself", "themselves"})
_LEADING = frozenset({"as", "of", "only"})
_GOING = frozenset({"give", "go", "use"})
_CALLED = frozenset({"call", "name", "identify", "know", "dub"})
HEAVY = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_OF_STATE = 3
_MOST_WORDS = 12
_FORENAME_AND_SURNAME = 2


def named(part: Sequence[Word]) -> tuple[str, list[Word]]:
    """The proper name that a phrase ends on, and what stands before it."""
    phrase = nominal(part)
    while (
        phrase
        and not _ends_on_odd_surname(phrase)
        and (phrase[-1].pos_ in ("PART", "ADV", "PUNCT") or _is_suffix(phrase))
    ):
        phrase = phrase[:-1]
    if not phrase or not (
        _is_proper(phrase[-1]) or _ends_on_small_word(phrase) or _ends_on_odd_surname(phrase)
    ):
        return _leading_name(part)
    start = len(phrase) - 1
    while start and _goes_on(phrase[start - 1]):
        start -= 1
    if not (is_body(phrase[-1]) or _is_body_of(phrase[start:])):
        start = _past_titles(phrase, start)
    start += phrase[start].lower_ in _JOINS or _tells_trade(phrase[start:])
    run = phrase[start:]
    if not run or (len(run) == 1 and (is_title(run[0].lower_) or _begins_plainly(run[0]))):
        return "", []
    return spelled(run), list(phrase[:start])


def self_named(words: Sequence[Word]) -> str:
    """The name that somebody goes by: "a commander calling himself …", "a man named …"."""
    for at, token in enumerate(words):
        gives = token.lower_ == "name" and any(one.lemma_ in _GOING for one in words[:at])
        if gives or (token.lemma_.lower() in _CALLED and at and token.pos_ == "VERB"):
            rest = [one for one in words[at + 1 :] if one.lower_ not in _SELF | _LEADING]
            run = next((i for i, one in enumerate(rest) if one.pos_ != "PROPN"), len(rest))
            if run:
                return spelled(rest[:run])
    return ""


def nominal(part: Sequence[Word]) -> list[Word]:
    """The phrase up to what follows its noun; a name may go on over "of" or "for"."""
    for at, token in enumerate(part):
        if not at or token.pos_ in HEAVY or token.pos_ in ("DET", "PART", "ADV"):
            continue
        if (
            token.dep_ == "amod"
            or modifies(token)
            or _misread(token, part[at - 1])
            or token.lower_ in PARTICLES | {"&", "-", "'", "’"}
        ):
            continue
        before, after = part[at - 1], part[at + 1] if at + 1 < len(part) else None
        if after is not None and after.lower_ == "the" and at + 2 < len(part):
            after = part[at + 2]
        if _ends_on_small_word(part[: at + 1]):
            continue
        named = after is not None and (after.pos_ == "PROPN" or after.text[:1].isupper())
        joins = token.lower_ in _JOINS and named and not (token.lower_ == "in" and is_body(before))
        titled = any(is_title(one.lower_) for one in part[:at])
        body = token.lower_ in ("on", "against") and is_body(before)
        proper = before.pos_ == "PROPN" or _names_many(before)
        if (joins or body) and proper and (is_body(before) or not titled):
            continue
        if token.lower_ == "of" and is_title(before.lower_) and _titled_of(part, at):
            continue
        return list(part[:at])
    return list(part)


def spelled(tokens: Sequence[Word]) -> str:
    """Words as they stand in the text, without what dangles at their end."""
    tokens = list(tokens)[:_MOST_WORDS]
    while tokens and (tokens[-1].pos_ in ("ADP", "PUNCT", "CCONJ") or tokens[-1].tag_ == "POS"):
        tokens = tokens[:-1]
    return " ".join("".join(token.text_with_ws for token in tokens).split())


def _is_suffix(phrase: Sequence[Word]) -> bool:
    return len(phrase) > _FORENAME_AND_SURNAME and is_suffix(phrase[-1].text)


def _is_proper(token: Word) -> bool:
    """Whether a word is a name, also where the parser takes a surname for a plural."""
    if token.pos_ == "PROPN":
        return not token.text[:1].islower()
    capital = token.pos_ == "NOUN" and token.text[:1].isupper() and not token.is_sent_start
    return capital and kind_of_noun(token.lemma_) is None and not token.text.isupper()


def _begins_plainly(token: Word) -> bool:
    """Whether a noun has its capital from the sentence that it begins: "Police in Selm said"."""
    return bool(token.is_sent_start) and kind_of_noun(token.lower_) is not None


def _misread(token: Word, before: Word) -> bool:
    """Whether a word within a name was taken for a common one: "Mayor Per Holm"."""
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else token
    capitals = token.text[:1].isupper() and token.text[1:].islower() and follows.text[:1].isupper()
    return capitals and (before.pos_ == "PROPN" or is_title(before.lower_)) and follows.i > token.i


def _ends_on_small_word(phrase: Sequence[Word]) -> bool:
    """Whether a name ends on a word that is none by itself: "Water for All"."""
    if len(phrase) <= _FORENAME_AND_SURNAME or not phrase[-1].text.istitle():
        return False
    return phrase[-2].lower_ in _JOINS and phrase[-3].pos_ == "PROPN"


def _ends_on_odd_surname(phrase: Sequence[Word]) -> bool:
    """Whether a surname behind a first name was taken for an adverb: "Jan Holly"."""
    last = phrase[-1]
    named = len(phrase) > 1 and phrase[-2].pos_ == "PROPN" and phrase[-2].text.istitle()
    return last.pos_ == "ADV" and last.text.istitle() and named


def modifies(word: Word) -> bool:
    """Whether a participle tells what kind of somebody it is: "its managing director"."""
    participle = word.tag_ in ("VBG", "VBN") and word.nbor(1).tag_ in ("NN", "NNP")
    return participle and word.nbor(-1).tag_ in ("POS", "PRP$")


def _titled_of(part: Sequence[Word], at: int) -> bool:
    """Whether a title such as "Secretary of State" stands before a name."""
    run = 0
    while at + 1 + run < len(part) and part[at + 1 + run].pos_ == "PROPN":
        run += 1
    return run >= _OF_STATE and part[at - 1].text[:1].isupper()


def _past_titles(nominal: Sequence[Word], start: int) -> int:
    """Where the name begins behind its titles: "U.S. Secretary of State", "Captain"."""
    for at in range(start, len(nominal) - 1):
        if is_title(nominal[at].lower_):
            joined = nominal[at + 1].lower_ == "of" and at + _OF_STATE < len(nominal)
            start = at + (_OF_STATE if joined else 1)
    # The parser may cut the stop of a title off: "Col", ".", "Jana", "Kol".
    stops = [at for at in range(start, len(nominal) - 1) if nominal[at].text == "."]
    return stops[-1] + 1 if stops else start


def _tells_trade(run: Sequence[Word]) -> bool:
    """Whether a capital is the sentence's, on a word for a trade: "Carmaker Varden Motors"."""
    first = run[0] if len(run) > 1 else None
    if first is None or not first.is_sent_start or is_form(run[1].text):
        return False
    maker = kind_of_noun(first.lower_) in (SourceKind.COMPANY, SourceKind.OUTLET)
    return maker and first.lower_.endswith(("er", "or")) and run[1].pos_ == "PROPN"


def _leading_name(part: Sequence[Word]) -> tuple[str, list[Word]]:
    """The name behind a noun that stands beside it: "the choir Voices of Spring"."""
    for at, token in enumerate(part[1:], 1):
        if token.pos_ == "PROPN" and part[at - 1].pos_ == "NOUN" and token.text[:1].isupper():
            end = next(
                (i for i in range(at, len(part)) if part[i].pos_ not in ("PROPN", "ADP")), len(part)
            )
            return spelled(part[at:end]), list(part[:at])
        if token.pos_ in ("ADP", "VERB"):
            break
    return "", []


def _goes_on(before: Word) -> bool:
    """Whether a name may stretch back over a word: "the Dock Workers' Union" is one."""
    if before.tag_ == "POS" and before.text in ("'", "’") and before.i > 0:
        return before.nbor(-1).text[:1].isupper()
    follows = before.nbor(1).tag_ == "POS" if before.i + 1 < len(before.doc) else False
    if follows and before.text[:1].isupper() and before.text.endswith("s"):
        return True
    if before.i > 0 and _misread(before, before.nbor(-1)):
        return True
    if before.pos_ == "PROPN" or before.lower_ in PARTICLES:
        return before.tag_ != "POS"
    if before.lower_ in ("of", "for", "on", "&", "-", "the") or before.tag_ == "POS":
        proper = before.i > 0 and (
            before.nbor(-1).pos_ in ("PROPN", "ADP") or _names_many(before.nbor(-1))
        )
        return proper and before.tag_ != "POS"
    return _names_many(before)


def _names_many(token: Word) -> bool:
    """Whether a name begins with a plural: "the Daughters of the Marsh"."""
    capital = token.tag_ == "NNS" and token.text[:1].isupper() and not token.is_sent_start
    return capital and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of"


def _is_body_of(run: Sequence[Word]) -> bool:
    """Whether a name is of a body for something: "the State Office for Mines"."""
    return any(one.lower_ in ("of", "for") and is_body(run[at - 1]) for at, one in enumerate(run))


def is_body(token: Word) -> bool:
    """Whether a word of a name says that it is no person's."""
    kind = kind_of_noun(token.lower_)
    return kind not in (None, SourceKind.UNNAMED)
