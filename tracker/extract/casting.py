"""Reading a text for its sources: every phrase that may name one is met in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tracker.domain.article import Span
from tracker.domain.source import SourceKind
from tracker.extract.coreference import Cast
from tracker.extract.datelines import in_dateline
from tracker.extract.dating import DATES, FEASTS
from tracker.extract.found import FoundAttribution
from tracker.extract.hints import is_spot, sex_of
from tracker.extract.kinds_of_sources import is_person, kind_of_noun
from tracker.extract.member import Member
from tracker.extract.naming import Naming, naming_of
from tracker.extract.owned import is_fronted, things_owned
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.phrases import began_low
from tracker.extract.words import FINITE, Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ROLES = _SUBJECTS | {"dobj", "pobj", "poss", "attr", "dative"}
_LONGEST = 30
_DATELINE = 20
"""Words at the beginning of a paragraph among which its dateline may stand."""
_ANSWERS = frozenset(
    """account answer charge claim comment complaint denial description explanation figure reaction
    rebuttal reply report response retort statement story version""".split()  # noqa: SIM905
)
_BODIES = frozenset(SourceKind) - {SourceKind.PERSON, SourceKind.UNNAMED, SourceKind.DOCUMENT}
_FIRST_HAND = frozenset(
    """arrive awake count escape feel find flee hear hide know lie lose notice recognise recognize
    run see sit sleep smell spot stand survive wait wake walk watch witness work""".split()  # noqa: SIM905
)
_OF_THEMSELVES = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
_NOBODY = DATES | FEASTS
_STATELY = frozenset(
    """army capital president government parliament territory military forces troops border economy
    embassy ambassador coast-guard navy foreign prime region airspace war""".split()  # noqa: SIM905
)


class Casting(NamedTuple):
    """The cast of a text, and whom each attribution means: by the place of its source."""

    cast: Cast
    speakers: dict[Span, Member]
    mentions: dict[int, Member]

    def mentioned(self, at: int) -> Member | None:
        """Whom the phrase whose noun stands at a position means."""
        return self.mentions.get(at)


class _Phrase(NamedTuple):
    at: int
    span: Span | None
    head: Word | None
    naming: Naming
    leads: bool
    opens: bool = False


def casting_of(text: ParsedText, found: Sequence[FoundAttribution]) -> Casting:
    """Meet all sources of a text: whoever speaks, and whoever a pronoun may mean."""
    sources = {one.source for one in found if one.source is not None}
    said = Places(span for one in found if one.source is not None for span in one.content)
    opened = dict(_opened(text, found))
    phrases = [*_speaking(text, sources), *_mentioned(text, sources), *_owned(text, found)]
    casting = Casting(Cast(text.paragraph_at), {}, {})
    for phrase in sorted(phrases, key=lambda one: (one.at, one.span is None)):
        within = phrase.span is None and said.holds(phrase.at)
        speaks = phrase.span is None and _may_say_it(phrase, opened)
        leads, within = phrase.leads or speaks, within and not speaks
        member = casting.cast.meet(
            phrase.naming, phrase.at, leads=leads, said=within, opens=phrase.opens
        )
        if member is None:
            continue
        if phrase.span is not None:
            member.speaks = True
            casting.speakers[phrase.span] = member
        if phrase.head is not None:
            casting.mentions[phrase.head.start] = member
            _hint(member, phrase)
    return casting


def _hint(member: Member, phrase: _Phrase) -> None:
    """Learn of somebody what the words around a phrase hint at."""
    if phrase.head is None or phrase.naming.pronoun:
        return
    spot = phrase.span is None and is_spot(phrase.head)
    member.placed, member.acts = member.placed or spot, member.acts or not spot
    if phrase.naming.name and not member.hint and not spot:
        member.hint = sex_of(phrase.head)


def _opened(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[tuple[int, bool]]:
    """Where begins what a pronoun says; whether a body there may be meant: "The bank …, it said".

    It is not where another spoke before in the paragraph, unless it is whose chairman speaks.
    """
    for one in found:
        if one.source is None or one.content[0].start >= one.source.start:
            continue
        first = text.words(one.source).lower().split()[0]
        if first in _OF_THEMSELVES:
            start = _subject_or(text, one.content[0])
            opens = start == text.paragraphs[text.paragraph_at(start)].start
            yield start, opens or first in ("his", "her", "its", "their")


def _subject_or(text: ParsedText, said: Span) -> int:
    """Where a clause begins whose subject may have been left out of what is said."""
    verb = next((one for one in text.tokens(said) if one.tag_ in FINITE), None)
    subject = next((one for one in verb.lefts if one.dep_ in _SUBJECTS), None) if verb else None
    return min(said.start, subject.left_edge.start) if subject is not None else said.start


def _may_say_it(phrase: _Phrase, opened: Mapping[int, bool]) -> bool:
    """Whether a phrase opens what he or she says of themselves: "A cook saw it, she said"."""
    if phrase.head is None or phrase.naming.name or phrase.head.left_edge.start not in opened:
        return False
    first_hand = phrase.head.head.lemma_.lower() in _FIRST_HAND
    if is_person(phrase.naming.noun):
        return first_hand
    return phrase.naming.kind in _BODIES and opened[phrase.head.left_edge.start]


def _speaking(text: ParsedText, sources: set[Span]) -> Iterator[_Phrase]:
    for span in sources:
        tokens = _with_name(_spoken_of(text.tokens(span)))
        if tokens:
            at = min(span.start, tokens[0].start)
            noun = _noun(tokens)
            yield _Phrase(at, span, noun, _called(text, tokens), leads=not _asks(noun))


def _spoken_of(tokens: list[Word]) -> list[Word]:
    """The phrase that a relative pronoun takes up: "a porter, who (said …)"."""
    if len(tokens) != 1 or tokens[0].tag_ not in ("WP", "WDT"):
        return tokens
    pronoun = tokens[0]
    clause = next((one for one in pronoun.ancestors if one.dep_ == "relcl"), None)
    if clause is None or clause.head.pos_ not in ("NOUN", "PROPN") or clause.head.i > pronoun.i:
        return tokens
    noun = clause.head
    return list(noun.doc[max(noun.left_edge.i, noun.i - _LONGEST) : pronoun.i])


def _asks(noun: Word | None) -> bool:
    """Whether somebody only asks who speaks next: "asked by a juror, he …"."""
    by = noun.head if noun is not None else None
    return by is not None and by.lower_ == "by" and by.head.lemma_.lower() == "ask"


def _with_name(tokens: list[Word]) -> list[Word]:
    """Add the name that stands right behind a description which was cut short."""
    if tokens and tokens[-1].pos_ == "PROPN":
        return tokens
    while tokens and tokens[-1].i + 1 < len(tokens[-1].doc):
        following = tokens[-1].nbor(1)
        if (
            following.text == "-"
            and not tokens[-1].whitespace_
            and following.i + 1 < len(following.doc)
        ):
            tokens = [*tokens, following, following.nbor(1)]  # the parser cuts "co-author" apart
            continue
        named = following.pos_ == "PROPN" and following.lower_ not in _NOBODY
        if not named or not tokens[-1].whitespace_:
            break
        tokens = [*tokens, following]
    return tokens


def _stands_alone(token: Word) -> bool:
    """Whether no capital stands before a word, as in headlines: "Cole Hints Ferris Lost"."""
    return token.is_sent_start or not token.nbor(-1).text[:1].isupper()


def _mentioned(text: ParsedText, sources: set[Span]) -> Iterator[_Phrase]:
    taken = Places(sources)
    for sentence in text.sentences:
        for token in sentence.tokens:
            misread = token.dep_ in _SUBJECTS and token.text in text.names and _stands_alone(token)
            if not (token.pos_ in ("NOUN", "PROPN") or misread) or token.dep_ not in _ROLES:
                continue
            named = token.pos_ == "PROPN" or misread
            if token.lower_ in _NOBODY or not (named or kind_of_noun(token.lemma_) is not None):
                continue
            at = token.start
            if token.i < _DATELINE and in_dateline(text.text, Span(at, token.end)):
                continue
            if taken.holds(at) and token.dep_ != "poss":
                continue
            around = _around(token)
            naming = _called(text, _with_name(around) if around[-1] == token else around)
            if naming.name and naming.kind is None and _is_state(token):
                naming = Naming(**{**naming.__dict__, "kind": SourceKind.STATE})
            above = token.head if token.dep_ == "poss" and token.head.lemma_ in _ANSWERS else token
            leads = above.dep_ in _SUBJECTS and above.head.dep_ in ("ROOT", "conj")
            opens = above.dep_ in _SUBJECTS and is_fronted(above.head)
            yield _Phrase(at, None, token, naming, leads, opens)


def _called(text: ParsedText, words: Sequence[Word]) -> Naming:
    """What a phrase calls somebody; one that opens a sentence is no name for its capital."""
    naming = naming_of(words)
    phrase = naming.phrase
    if naming.name or not any(one.is_sent_start and phrase.startswith(one.text) for one in words):
        return naming
    known = phrase.isalpha() and kind_of_noun(phrase)
    return replace(naming, phrase=phrase.lower() if known else began_low(text, phrase, words))


def _owned(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[_Phrase]:
    for thing in things_owned(text, found):
        called = _called(text, _around(thing))
        yield _Phrase(thing.start, None, thing, called, leads=False, opens=True)


def _around(token: Word) -> list[Word]:
    left, right = token.left_edge.i, token.right_edge.i
    if token.dep_ == "poss":
        right = token.i
    clause = (one.i for one in token.doc[token.i + 1 : right + 1] if one.tag_ == "PRP")
    right = next(clause, right + 1) - 1  # "a site it bought" is a site
    return list(token.doc[max(left, token.i - _LONGEST) : min(right + 1, token.i + _LONGEST)])


def _noun(tokens: Sequence[Word]) -> Word | None:
    """The word of a phrase that all others hang on."""
    members = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in members or token.head == token]
    return tops[0] if tops else None


def _is_state(token: Word) -> bool:
    """Whether a bare name is a place that governs itself, by what is said to be its own."""
    if token.dep_ == "poss":
        owned = token.head
        return {owned.lower_, *(child.lower_ for child in owned.lefts)} & _STATELY != set() and (
            not is_person(owned.lower_)
        )
    return token.dep_ == "pobj" and token.head.lower_ == "in" and token.left_edge == token
