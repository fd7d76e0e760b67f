"""Mending a parse: what the parser takes amiss so often that reading would go wrong by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.meanings import lexicon, named
from tracker.extract.kinds_of_sources import kind_of_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENGLISH = frozenset({"A", "As"})
"""These open a name only amid a sentence."""
_ARTICLES = _ENGLISH | {"Das", "Der", "Die", "El", "Il", "La", "Las", "Le", "Les", "Los", "O", "Os"}
"""Articles of other languages as outlets are called by them."""
_SAID = frozenset("add admit announce claim confirm insist report say tell".split())  # noqa: SIM905
JUDGING = frozenset(
    "accuse blame condemn criticise criticize denounce deny dismiss reject".split()  # noqa: SIM905
)
"""What a speaker goes on to do who has told what befell others."""
_CONCEDING = frozenset({"accept", "acknowledge", "admit", "concede", "confirm"})
_DENYING = frozenset({"deny", "dispute", "reject"})
"""Who admits one thing denies another: "acknowledged that … but denied …"."""
CALLING = frozenset("appeal call demand pledge praise promise threaten urge vow warn".split())  # noqa: SIM905
_DENIABLE = frozenset(
    """accusation allegation blame charge claim involvement report responsibility role
    wrongdoing""".split()  # noqa: SIM905
)
"""What people deny; they are denied food and bail."""
_MARKS = frozenset('"“”')
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_HELPERS = frozenset({"aux", "auxpass"})


def mended(doc: Doc) -> Doc:
    """Mend the parse of a paragraph in place: its tags, and what hangs on what."""
    _join_articles(doc)
    for word in doc:
        if word.lower_ == "that" and word.tag_ == "DT" and (told := _leads_to(word)) is not None:
            word.tag_, word.pos_, word.dep_ = "IN", "SCONJ", "mark"
            word.head = told
        speech = word.dep_ == "conj" and word.lemma_.lower() in JUDGING | CALLING | _DENYING
        if speech and (_speaks_on(word) or _concedes(word)):
            _hang_on_speech(word, word.head, word.head.head)
    return doc


def _hang_on_speech(verb: Token, told: Token, said: Token) -> None:
    verb.tag_ = "VBD"
    for word in (verb, *(one for one in told.children if one.i > told.i)):
        if word is verb or (word.dep_ in ("cc", "punct") and word.i < verb.i):
            word.head = said


def _join_articles(doc: Doc) -> None:
    """Take the article that opens a foreign name for a part of it: "Die Zeit", "(told) A Voz"."""
    for article in doc[:-1]:
        name = article.nbor(1)
        if article.text not in _ARTICLES or name.tag_ != "NNP" or article.tag_ == "NNP":
            continue
        before = article.nbor(-1).text if article.i else ""
        if article.text not in _ENGLISH or before.islower() or before == ",":
            article.tag_, article.pos_, article.dep_ = "NNP", "PROPN", "compound"
            article.head = name


def _leads_to(that: Token) -> Token | None:
    """The verb of the clause that a "that" leads to: "said on Friday that runner Lena Korn fell".

    It points to nothing before somebody's name.
    """
    if that.dep_ == "mark":
        return that.head
    noun = that.head
    while noun.dep_ in ("compound", "nmod") and noun.head is not noun:
        noun = noun.head
    told = noun.head
    named = that.dep_ == "det" and noun.pos_ == "PROPN" and noun.dep_ in _SUBJECTS
    led = named and told.dep_ == "ccomp" and told.head.i < that.i
    return told if led and not _has(told, {"mark"}) else None


def _speaks_on(verb: Token) -> bool:
    """Whether a verb is the next that a speaker does, and no deed of those he speaks of.

    "The governor said three people were killed and blamed rebels": none of the killed blamed
    anybody. So it is where they are things, or suffered, where it is told how they are, or where
    a comma parts both.
    """
    told, said = verb.head, verb.head.head
    if told.dep_ != "ccomp" or said.lemma_.lower() not in _SAID or not _has(said, {"nsubj"}):
        return False
    if verb.tag_ not in ("VBD", "VBN") or _has(verb, _SUBJECTS | _HELPERS) or said.i > told.i:
        return False
    between = [one.text for one in verb.doc[said.i : verb.i]]
    if sum(one in _MARKS for one in between) % 2:
        return False
    of = next((one for one in told.children if one.dep_ in _SUBJECTS), None)
    if "," in between[-2:] or told.lemma_ == "be" or (of is not None and _is_thing(of)):
        return True
    return _has(told, {"auxpass"}) and verb.lemma_.lower() in JUDGING and _has_its_object(verb)


def _concedes(verb: Token) -> bool:
    """Whether somebody admits what stands before a verb, but denies what stands behind it."""
    told, said = verb.head, verb.head.head
    conceded = told.dep_ == "ccomp" and said.lemma_.lower() in _CONCEDING and said.i < told.i
    but = verb.i > 0 and verb.nbor(-1).lower_ == "but"
    denies = verb.lemma_.lower() in _DENYING and verb.tag_ in ("VBD", "VBN")
    return conceded and but and denies and _has(said, {"nsubj"})


def _has_its_object(verb: Token) -> bool:
    """Whether a verb is no participle like the one before it: "arrested and accused of theft"."""
    if verb.lemma_.lower() != "deny":
        return _has(verb, {"dobj"})
    things = {one.lemma_.lower() for one in verb.children if one.dep_ == "dobj"}
    return bool(things & _DENIABLE) or _has(verb, {"ccomp"})


def _has(word: Token, deps: set[str] | frozenset[str]) -> bool:
    return any(one.dep_ in deps for one in word.children)


def _is_thing(subject: Token) -> bool:
    """Whether a subject can neither speak nor act: "the bus", "the attack"."""
    noun = subject.lower_
    source = kind_of_noun(noun) is not None or named(lexicon().parties, noun)
    return subject.pos_ == "NOUN" and not source
