"""By what way words came: a post, a speech, a briefing, a radio station that was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.domain.article import Span
from tracker.domain.source import SourceKind
from tracker.extract.dating import DATES
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.naming import Naming, naming_of
from tracker.extract.parsed_text import ParsedText, inside
from tracker.extract.words import Word

MEDIA = frozenset(
    """address advert affidavit announcement appearance article blog book briefing broadcast
    bulletin call channel column comment comments communique communiqué conference
    debate dispatch email e-mail essay filing forum hearing interview letter livestream memo
    memoir message newsletter note op-ed phone podcast post posting press programme
    program radio rally release remark remarks report reporter reporters journalist
    journalists sermon show speech statement stream submission summary telecast
    telephone television testimony text thread tv tweet video webcast website page""".split()  # noqa: SIM905
)
_PLATFORMS = frozenset(
    """telegram twitter x facebook instagram youtube tiktok whatsapp weibo linkedin bluesky
    mastodon threads reddit snapchat signal viber vkontakte""".split()  # noqa: SIM905
)
_BESIDE = frozenset({"on", "in", "to", "with", "at"})
_WHERE = frozenset({"at", "from", "in", "near"})
_SHORT = 6
_PRESS = frozenset({"reporter", "journalist", "press", "media"})
_WAYS = frozenset(
    {"in", "on", "at", "via", "through", "during", "by", "to", "over", "with", "from"}
)
_CARRIERS = frozenset(
    {"quote", "interview", "cite", "carry", "publish", "see", "contact", "air", "run", "obtain"}
)
_TELLING = frozenset({"tell", "inform", "give", "brief", "show"})
_TALKING = frozenset({"speak", "talk"})


class Way(NamedTuple):
    """How words came: the medium in the article's words, and an outlet that passed them on."""

    medium: str = ""
    outlet: Word | None = None
    naming: Naming = Naming()


def way_of(text: ParsedText, cue: Span, contents: Sequence[Span]) -> Way:
    """Find the medium of what is said and the outlet that was told, in the cue's sentence."""
    tokens = [
        token for token in text.sentence_at(cue.start).tokens if not inside(token.start, contents)
    ]
    cues = [token for token in tokens if cue.start <= token.start < cue.end]
    medium, outlet = "", Way()
    for noun, way in _ways(tokens, cues):
        naming = naming_of(_phrase(noun))
        own = any(child.tag_ == "PRP$" for child in noun.lefts)
        if not own and is_outlet(noun, naming):
            outlet = outlet if outlet.outlet is not None else Way(_station(noun), noun, naming)
        elif not medium and _is_medium(noun, way):
            medium = _medium(noun, way)
    return Way(medium or outlet.medium, outlet.outlet, outlet.naming)


def is_outlet(noun: Word, naming: Naming) -> bool:
    """Whether a phrase names an outlet: by its noun, or by its name's last word."""
    if naming.kind is SourceKind.OUTLET:
        if naming.noun == "site" and noun.head.lower_ in _WHERE:  # of the wreck
            return False
        return naming.noun not in _PRESS and noun.lemma_.lower() not in _PRESS
    named = noun.pos_ == "PROPN" and noun.lower_ not in _PLATFORMS
    words = {child.lower_ for child in noun.lefts} | {noun.lower_}
    return (named and any(kind_of_noun(word) is SourceKind.OUTLET for word in words)) or (
        "news" in words and noun.lemma_.lower() == "agency"
    )


def names_a_way(tokens: Sequence[Word]) -> bool:
    """Whether words only say how others came: "in a post", "on television"."""
    first = tokens[0].lower_ if tokens else ""
    nouns = [token for token in tokens if token.dep_ == "pobj"]
    return first in _WAYS and bool(nouns) and _is_medium(nouns[0], first)


def _ways(tokens: Sequence[Word], cues: Sequence[Word]) -> Iterator[tuple[Word, str]]:
    """Each noun that may say how words came, with the word that leads to it."""
    for cue in cues:
        if cue.lemma_.lower() in _TELLING:
            for child in cue.rights:
                if child.dep_ in ("dobj", "dative", "nsubj", "iobj") and child.pos_ != "PRON":
                    yield child, "to"
    for token in tokens:
        if token.dep_ not in ("prep", "agent", "dative") or token.lower_ not in _WAYS:
            continue
        for child in token.rights:
            if child.dep_ != "pobj":
                continue
            above = token.head.lemma_.lower()
            talked = token.lower_ in ("to", "with") and above in _TALKING
            if talked or _leads(token.lower_, above, child.lower_):
                yield child, "to" if talked else token.lower_


def _leads(way: str, above: str, noun: str) -> bool:
    """Whether a preposition leads to the way by which words came."""
    if way == "by":
        return above in _CARRIERS or noun in ("phone", "telephone", "email")
    return way not in ("to", "with")


def _is_medium(noun: Word, way: str) -> bool:
    word = noun.lemma_.lower()
    if word in _PRESS:
        return way == "to"
    if noun.lower_ in _PLATFORMS:
        return way in ("on", "via", "through", "over", "in")
    social = noun.lower_ == "media" and any(child.lower_ == "social" for child in noun.lefts)
    return social or word in MEDIA


def _medium(noun: Word, way: str) -> str:
    if way == "to" and noun.lemma_.lower() in _PRESS:
        return "told reporters"
    left = [token for token in noun.lefts if token.dep_ != "det" and token.tag_ != "PRP$"]
    words = [*(one for token in left for one in token.subtree), noun]
    for prep in noun.rights:
        beside = list(prep.subtree) if prep.dep_ == "prep" and prep.lower_ in _BESIDE else []
        if len(beside) <= _SHORT and not any(token.lower_ in DATES for token in beside):
            words += beside
    return " ".join("".join(token.text_with_ws for token in words).split())


def _station(noun: Word) -> str:
    """What kind of outlet was told, where its words say so."""
    words = [*(child.lower_ for child in noun.lefts), noun.lower_]
    if "radio" in words or "fm" in words:
        return "radio"
    return "television" if {"tv", "television", "broadcaster"} & set(words) else ""


def _phrase(noun: Word) -> list[Word]:
    end = min(noun.right_edge.i + 1, noun.i + 12)
    return list(noun.doc[max(noun.left_edge.i, noun.i - 12) : end])
