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
_GOING_ON = frozenset(
    """acknowledge add admit allege argue claim concede confirm contend explain insist maintain note
    say state stress warn""".split()  # noqa: SIM905
)
"""By these a speaker says the next thing: "confirmed that …, but said …"."""
_MORE = frozenset({"add", "note", "stress"})
"""These go on with what was said just now, and so are the same speaker's."""
_CHARGES = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "version"})
_DENIES = {
    "contests": "contest", "denies": "deny", "disputes": "dispute", "rejects": "reject",
}  # fmt: skip
_FAR = 6
"""Words, at most, from a charge to the verb behind it."""
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
        if word.tag_ == "NNS" and (charge := _charge_before(word)) is not None:
            _deny(word, charge)
        if word.dep_ != "conj":
            continue
        speech = word.lemma_.lower() in JUDGING | CALLING | _DENYING
        if (speech and (_speaks_on(word) or _concedes(word))) or _says_next(word):
            _hang_on_speech(word, word.head, word.head.head)
    return doc


def _charge_before(noun: Token) -> Token | None:
    """The charge that a verb, taken for a noun, denies: "(…,) a claim the union disputes"."""
    if noun.lower_ not in _DENIES or noun.i + 1 == len(noun.doc) or not noun.nbor(1).is_punct:
        return None
    for at in range(noun.i - 2, max(noun.i - _FAR, 1), -1):
        word = noun.doc[at]
        if word.lower_ in _CHARGES and word.nbor(-1).lower_ in ("a", "an"):
            led = word.nbor(1).lower_ in ("that", "which")
            return word if word.nbor(-2).text == "," and not led else None
    return None


def _deny(verb: Token, charge: Token) -> None:
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", _DENIES[verb.lower_]
    speaker = verb.nbor(-1)
    if charge.head == verb:
        charge.head, charge.dep_ = verb.head, "npadvmod"
    for word in verb.doc[charge.i + 1 : speaker.i]:
        word.head = speaker
    speaker.head, speaker.dep_ = verb, "nsubj"
    verb.head, verb.dep_ = charge, "relcl"


def _hang_on_speech(verb: Token, told: Token, said: Token) -> None:
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
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
    if _parts_quote(said, verb):
        return False
    between = [one.text for one in verb.doc[max(said.i, verb.i - 2) : verb.i]]
    of = next((one for one in told.children if one.dep_ in _SUBJECTS), None)
    if "," in between or told.lemma_ == "be" or (of is not None and _is_thing(of)):
        return True
    return _has(told, {"auxpass"}) and verb.lemma_.lower() in JUDGING and _has_its_object(verb)


def _concedes(verb: Token) -> bool:
    """Whether somebody admits what stands before a verb, but denies what stands behind it."""
    told, said = verb.head, verb.head.head
    conceded = told.dep_ == "ccomp" and said.lemma_.lower() in _CONCEDING and said.i < told.i
    but = verb.i > 0 and verb.nbor(-1).lower_ == "but"
    denies = verb.lemma_.lower() in _DENYING and verb.tag_ in ("VBD", "VBN")
    return conceded and but and denies and _has(said, {"nsubj"})


def _says_next(verb: Token) -> bool:
    """Whether a speaker says the next thing: "confirmed that it had burned but said it was empty".

    None of those spoken of says it where they are things, and hardly where "but" leads to it.
    """
    told, said = verb.head, verb.head.head
    speech = verb.lemma_.lower() in _GOING_ON and said.lemma_.lower() in _GOING_ON | _DENYING
    if not speech or told.dep_ != "ccomp" or not said.i < told.i < verb.i:
        return False
    if not _has(said, {"nsubj"}) or _has(verb, _SUBJECTS) or _parts_quote(said, verb):
        return False
    if _leaves_out(verb):
        return said.tag_ == "VBD"
    if not _has(verb, {"ccomp"}) or _has(verb, _HELPERS):
        return False
    of = next((one for one in told.children if one.dep_ in _SUBJECTS), None)
    if of is not None and _is_thing(of):
        return verb.tag_ == said.tag_ or (verb.tag_ == "VBN" and said.tag_ == "VBD")
    but = verb.nbor(-1).lower_ == "but"
    past = verb.tag_ in ("VBD", "VBN") and said.tag_ == "VBD"
    return past and (but or verb.lemma_.lower() in _MORE)


def _leaves_out(verb: Token) -> bool:
    """Whether it is told what a speaker did not say: "…, but did not say who had done it"."""
    words = [one.lower_ for one in verb.doc[max(verb.i - 3, 0) : verb.i]]
    return words in (["but", "did", "not"], ["but", "did", "n't"]) and _has(verb, {"ccomp"})


def _parts_quote(said: Token, verb: Token) -> bool:
    """Whether a quotation opens or closes between two verbs."""
    return sum(one.text in _MARKS for one in verb.doc[said.i : verb.i]) % 2 == 1


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
