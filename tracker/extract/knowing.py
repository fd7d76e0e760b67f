"""What somebody knows of, has on a list or points to: "knows of no quarrel", "has no record"."""

from __future__ import annotations

from tracker.domain.source import SourceKind
from tracker.extract.attributing import (
    acts,
    attributed,
    by_lemma,
    child,
    numbered,
    reach,
    scant,
    subject_of,
)
from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_HAVING = frozenset(
    {"evidence", "knowledge", "news", "recollection", "record", "report", "sign", "trace", "word"}
)
_PROOF = frozenset({"evidence", "proof"})
_PAPERS = frozenset({"list", "name", "receipt", "record", "table"})
_LISTS = frozenset({"book", "file", "list", "record", "register", "roll"})
_SCORE = 0.7
_KNOWN = "what somebody knows of"
_LISTED = "what somebody has on a list"
_POINTED = "what somebody points to"


def _knew(text: ParsedText, word: Word) -> FoundAttribution | None:
    """Read "the guild knows of no such quarrel", "is aware of a single complaint"."""
    of = next((one for one in word.rights if one.lower_ == "of" and one.dep_ == "prep"), None)
    thing = child(of, "pobj") if of is not None else None
    verb = word.head if word.dep_ == "acomp" else word
    if thing is None or not (scant(thing) or numbered(thing) or _is_single(thing)):
        return None
    return attributed(
        text, [reach(text, thing.left_edge)], word, subject_of(verb), (_SCORE, _KNOWN)
    )


def _listed(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the health office has 41 names on its list", "the railway has no record of it"."""
    thing = child(verb, "dobj")
    if thing is None or verb.pos_ not in ("VERB", "AUX"):
        return None
    what = reach(text, thing.left_edge)
    lists = [one for one in text.tokens(what) if one.lemma_ in _LISTS]
    noun = thing.lemma_.lower()
    proof = noun in _PROOF and any(one.lower_ == "of" for one in thing.rights)
    listed = numbered(thing) and any(one.tag_ == "PRP$" for each in lists for one in each.lefts)
    if not (listed or proof or (scant(thing) and noun in _HAVING)):
        return None
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _LISTED))


def _produced(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the union produced a list of 14 breaches", "returned a verdict of suicide"."""
    thing = child(verb, "dobj")
    if thing is None or not acts(verb):
        return None
    noun, what = thing.lemma_.lower(), reach(text, thing.left_edge)
    of = any(one.lower_ == "of" for one in thing.rights)
    counted = noun in _PAPERS and any(one.like_num for one in text.tokens(what))
    if not (counted or (noun == "verdict" and of)):
        return None
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _LISTED))


def _pointed(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "earlier work had pointed to a lifespan of 70 years", "it points instead at a well"."""
    lead = next((one for one in verb.rights if one.lower_ in ("to", "at")), None)
    thing = child(lead, "pobj") if lead is not None else None
    finder = subject_of(verb)
    if lead is None or thing is None or finder is None or not acts(verb):
        return None
    person = kind_of_noun(finder.lemma_) in (None, SourceKind.PERSON, SourceKind.UNNAMED)
    gesture = verb.tag_ == "VBD" and (lead.lower_ == "at" or person) and not numbered(thing)
    if gesture or thing.lower_ in ("it", "them", "this", "that"):
        return None
    return attributed(text, [reach(text, thing.left_edge)], verb, finder, (_SCORE, _POINTED))


def _swore(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the porter could swear only to a cough"."""
    to = next((one for one in verb.rights if one.lower_ == "to" and one.dep_ == "prep"), None)
    thing = child(to, "pobj") if to is not None else None
    if thing is None or not acts(verb):
        return None
    only = any(one.lower_ == "only" for one in verb.doc[verb.i + 1 : thing.i])
    if not (only or scant(thing)):
        return None
    return attributed(
        text, [reach(text, thing.left_edge)], verb, subject_of(verb), (_SCORE, _POINTED)
    )


def _is_single(noun: Word) -> bool:
    return any(one.lower_ in ("single", "one", "such") for one in noun.lefts)


KNOWING = by_lemma(
    (("aware", "hear", "know"), _knew),
    (("have",), _listed),
    (("deliver", "present", "produce", "publish", "return"), _produced),
    (("point",), _pointed),
    (("swear",), _swore),
)
"""How a word may tell what somebody knows of, by its lemma."""
