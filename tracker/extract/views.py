"""Views: phrases that say in whose view something is so, "in her opinion", "by its own count"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tracker.extract.attributing import attributed, is_clause, stretch
from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import plain_phrase
from tracker.extract.words import FINITE, Word

OWN = frozenset(
    """account admission analysis appraisal arithmetic assessment belief book books bulletin
    calculation calculations communique communiqué count dispatch estimate estimation eyes
    figures judgement judgment mind opinion reading reckoning recollection records
    submission tally telling testimony version view words""".split()  # noqa: SIM905
)
_BY = frozenset({"by", "in", "on", "to"})
_GIVING = frozenset({"give", "offer", "present", "put", "supply", "tell"})
_WITHIN = frozenset({"ADJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
_LONGEST = 8
_EDGES = " \t\r\n,;:.—–-"
_SCORE = 0.6
_VIEW = "a phrase that says in whose view"


def in_view(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "in the board's view, …", "…, in the words of a nurse", "by its own count …".

    And "in the version given by the owner".
    """
    noun = words[at]
    if (owned := _owned(words, at)) is not None:
        first, owner = owned
        return _beside(text, words, (first, noun), noun, owner)
    lead = noun.head
    if noun.dep_ != "pobj" or lead.lower_ not in _BY or lead not in words:
        return None
    of = next((one for one in noun.rights if one.lower_ == "of" and one.dep_ == "prep"), None)
    of = of or _given_by(noun)
    whose = of and next((one for one in of.children if one.dep_ == "pobj"), None)
    if whose is None:
        return None
    return _beside(text, words, (words.index(lead), whose.right_edge), noun, whose)


def _given_by(noun: Word) -> Word | None:
    """The "by" of "in the version given by the owner"."""
    given = (one for one in noun.rights if one.dep_ == "acl" and one.lemma_ in _GIVING)
    return next((by for one in given for by in one.rights if by.dep_ == "agent"), None)


def _owned(words: Sequence[Word], at: int) -> tuple[int, Word] | None:
    """Where "by her count" begins, and whose it is, by its words alone.

    The parser is led astray by what follows: in "by her count nine men" it hangs "count" on men.
    """
    first = at - 1
    while first >= 0 and words[first].lower_ not in _BY:
        if at - first > _LONGEST or words[first].pos_ not in _WITHIN:
            return None
        first -= 1
    between = words[first + 1 : at] if first >= 0 else ()
    if not between:
        return None
    owners = [one for one, other in pairwise(between) if other.tag_ == "POS"]
    owner = between[0] if between[0].tag_ == "PRP$" else next(iter(owners), None)
    if owner is None and kind_of_noun(between[-1].lemma_) is not None:  # "by police estimates"
        owner = between[-1]
    return (first, owner) if owner is not None else None


def according(text: ParsedText, words: Sequence[Word], at: int) -> FoundAttribution | None:
    """Read "…, according to the owner" where nothing else did."""
    to = words[at + 1]
    whose = next((one for one in to.children if one.dep_ == "pobj"), None)
    if to.lower_ != "to" or whose is None:
        return None
    return _beside(text, words, (at, whose.right_edge), words[at], whose)


def if_right(text: ParsedText, word: Word) -> FoundAttribution | None:
    """Read "…, if the mayor is to be believed", "…, if the paper is right"."""
    own = any(one.dep_ == "mark" for one in word.lefts)  # "is" may be above "believed"
    lefts = word.lefts if own else word.head.lefts
    mark = next((one for one in lefts if one.dep_ == "mark"), None)
    whose = next((one for one in lefts if one.dep_ in ("nsubj", "nsubjpass")), None)
    if mark is None or mark.lower_ != "if" or whose is None:
        return None
    before = [one for one in word.sent if one.i < mark.i - 1]
    behind = [one for one in word.sent if one.i > word.i + 1]
    if mark is word.sent[0] and behind and behind[0].nbor(-1).text == "," and is_clause(behind):
        return attributed(text, [stretch(behind)], word, whose, (_SCORE, _VIEW))
    if not before or mark.nbor(-1).text != "," or not is_clause(before):
        return None
    return attributed(text, [stretch(before)], word, whose, (_SCORE, _VIEW))


def judging_by(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "judging by the log, …", "…, to judge from a photograph of the general's staff"."""
    by = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    whose = next((one for one in by.children if one.dep_ == "pobj"), None)
    to = verb.i > 0 and verb.nbor(-1).lower_ == "to"
    if by.lower_ not in ("by", "from") or whose is None or not (to or verb.tag_ == "VBG"):
        return None
    words = [one for one in verb.sent if not one.is_space]
    first = words.index(verb) - to
    end = whose.right_edge
    return _beside(text, words, (max(first, 0), end), verb, whose)


def for_somebody(text: ParsedText, words: Sequence[Word]) -> FoundAttribution | None:
    """Read "For the owner, Jana Kol, the fire was an accident"."""
    whose = next((one for one in words[0].children if one.dep_ == "pobj"), None)
    if whose is None or whose not in words:
        return None
    naming = naming_of(plain_phrase(whose))
    commas = [at for at, one in enumerate(words) if one.text == "," and one.i > whose.i]
    named = [at for at in commas if all(one.pos_ == "PROPN" for one in words[commas[0] + 1 : at])]
    rest = words[named[-1] + 1 :] if named else words[words.index(whose) + 1 :]
    if not naming.kind or not is_clause(rest) or rest[0].pos_ not in ("PRON", "DET"):
        return None
    verb = next((one for one in rest if one.tag_ in FINITE), rest[0])
    if verb.lemma_ != "be" and verb.tag_ != "MD":
        return None
    return attributed(text, [stretch(rest)], words[0], whose, (_SCORE, _VIEW))


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
    told = is_clause(before) or _has_predicate(before)
    behind_comma = first > begins and words[first - 1].text in (",", "”", '"')
    if len(before) <= 1 and is_clause(behind):
        return attributed(text, [stretch(behind)], cue, whose, (_SCORE, _VIEW))
    if not behind_comma or not before:
        return None
    spans = [stretch(before)]
    if behind and words[until].text == "," and not told:
        spans.append(stretch(behind))
    whole = [*before, *(behind if len(spans) > 1 else ())]
    told = told or is_clause(whole)
    return attributed(text, spans, cue, whose, (_SCORE, _VIEW)) if told else None


def _has_predicate(words: Sequence[Word]) -> bool:
    """Whether short words tell something: "sixty remain", "300 perished"."""
    return any(
        one.pos_ == "VERB" and any(each.dep_ == "nsubj" and each in words for each in one.lefts)
        for one in words
    )
