"""Whose account it is: "a count by the union gave 40", "her figure is 300", "which they deny"."""

from __future__ import annotations

from tracker.domain.article import Span
from tracker.domain.source import SourceKind
from tracker.extract.attributing import (
    attributed,
    behind_colon,
    by_lemma,
    child,
    colon_behind,
    end_of,
    numbered,
    reach,
    stretch,
)
from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_TELLING = frozenset({"suggest", "show", "indicate", "find", "reveal", "conclude"})
_DOCUMENTS = frozenset(
    """analysis audit calculation census count data document estimate figure forecast inquiry
    investigation list log measurement poll reading reckoning record report result review sample
    study survey tally test""".split()  # noqa: SIM905
)
_ESTIMATES = frozenset(
    "calculation count estimate figure list measurement number reading reckoning tally".split()  # noqa: SIM905
)
"""These are whose they are; other documents speak for themselves."""
_SUSPICIONS = frozenset({"accusation", "allegation", "blame", "charge", "suspicion"})
_MAINTAINED = frozenset(
    """alibi argument belief conclusion contention defence defense finding line point position
    stance suspicion thesis""".split()  # noqa: SIM905
)
"""What somebody holds by "is that" alone: "his alibi is that he was at home"."""
_WORD = frozenset({"estimate", "figure", "news", "number", "report", "tally", "word"})
_CHARGES = frozenset(
    """account accusation allegation assertion charge claim figure report statement suggestion
    version""".split()  # noqa: SIM905
)
_ACCOUNTS = frozenset(
    """account answer description explanation picture reading reason story tale theory
    version""".split()  # noqa: SIM905
)
_EXPLAINING = frozenset("conclusion diagnosis explanation finding theory".split())  # noqa: SIM905
_DIFFERING = frozenset({"change", "come", "differ", "follow", "go", "remain", "run", "sound"})
_GIVEN = frozenset({"figure", "number", "estimate"})
_RESULTS = frozenset({"clean", "inconclusive", "negative", "positive"})
_WON = _RESULTS | frozenset({"defeat", "lead", "majority", "tie", "victory", "win"})
_DENYING = frozenset(
    "brush contest contradict deny dismiss dispute refute reject wave".split()  # noqa: SIM905
)
_SCORE = 0.7
_BY = "a figure by somebody"
_TOLD = "what somebody's account is, after a colon"
_WHOSE = "what somebody's account is"
_DENIED = "a charge that somebody rejects"


def _counted(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "a count by the union gave 40", "the firm's log suggested nine", "records show two"."""
    verb = noun.head
    plain = noun.dep_ == "nsubj" and verb.pos_ in ("VERB", "AUX")
    if not plain:
        return None
    leads = {one.lower_: one for one in reversed(noun.rights) if one.dep_ == "prep"}
    by = leads.get("by") or leads.get("from") or leads.get("of")
    author = child(by, "pobj") if by is not None else None
    owner = child(noun, "poss") or _beside(noun)
    last = [one for one in verb.rights if not one.is_punct]
    telling = verb.lemma_.lower() in _TELLING
    if (author is None and owner is None and not telling) or not last:
        return None
    if not telling and not any(numbered(one) or one.lemma_ in _WON for one in last):
        return None
    start = last[0].left_edge.start if telling else verb.start
    content = Span(start, end_of(text, last[-1]))
    cue = verb if telling else noun
    whose = owner if owner is not None and noun.lemma_.lower() in _ESTIMATES else None
    by_whom = author if (by is not None and by.lower_ != "of") or owner is None else None
    return attributed(text, [content], cue, whose or by_whom or noun, (_SCORE, _BY))


def _beside(noun: Word) -> Word | None:
    """Whose figure it is where the owner only stands before it: "the police figure"."""
    if noun.lemma_.lower() not in _ESTIMATES:
        return None
    before = [one for one in noun.lefts if one.dep_ == "compound"]
    people = (None, SourceKind.PERSON, SourceKind.UNNAMED)  # a passenger list is not theirs
    return next((one for one in before if kind_of_noun(one.lemma_) not in people), None)


def _given(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "up to nine was the figure given by officials"."""
    if noun.dep_ != "attr":
        return None
    given = next((one for one in noun.children if one.dep_ == "acl"), None)
    by = child(given, "agent") if given is not None else None
    subject = child(noun.head, "nsubj")
    figure = noun.lemma_ in _GIVEN
    if given is None or by is None or subject is None or (figure and not numbered(subject)):
        return None
    content = text.subtree(subject)
    return attributed(text, [content], given, child(by, "pobj"), (_SCORE, _BY))


def _told_by(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "the prefecture's version is that he fell", "her story is of a mob"."""
    verb = noun.head
    of = next((one for one in noun.rights if one.lower_ == "of"), None)
    owner = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    if noun.dep_ != "nsubj" or verb.lemma_ not in ("be", "have") or owner is None:
        return None
    if noun.lemma_.lower() in _MAINTAINED and child(verb, "ccomp") is None:
        return None
    if (colon := colon_behind(noun)) and (told := behind_colon(text, colon)):
        return attributed(text, [told], noun, owner, (_SCORE, _TOLD))
    behind = [one for one in verb.rights if one.dep_ in ("attr", "ccomp", "dobj")]
    explains = noun.lemma_.lower() in _EXPLAINING and any(one.dep_ == "attr" for one in behind)
    if behind and (verb.lemma_ == "have" or explains):
        return attributed(text, [reach(text, behind[0].left_edge)], noun, owner, (_SCORE, _WHOSE))
    clause = child(verb, "ccomp")
    of = next((one for one in verb.rights if one.lower_ == "of" and one.dep_ == "prep"), None)
    if clause is not None and clause.i > verb.i:
        mark = child(clause, "mark")
        rest = clause.doc[clause.left_i : clause.right_i + 1]
        words = [one for one in rest if mark is None or one.i > mark.i]
        return attributed(text, [stretch(words)], noun, owner, (_SCORE, _WHOSE))
    thing = child(of, "pobj") if of is not None else None
    if thing is None:
        return None
    return attributed(text, [reach(text, thing.left_edge)], noun, owner, (_SCORE, _WHOSE))


def _came_from(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "word of nine dead came from the ministry", "a figure of 300 was given by the board"."""
    verb = noun.head
    of = next((one for one in noun.rights if one.lower_ == "of"), None)
    thing = child(of, "pobj") if of is not None else None
    lead = {"come": "from", "give": "by"}.get(verb.lemma_, "")
    by = next((one for one in verb.rights if one.lower_ == lead), None)
    if thing is None or by is None or not numbered(thing):
        return None
    helpers = [one for one in verb.lefts if one.dep_ in ("aux", "auxpass")]
    until = (helpers[0] if helpers else verb).nbor(-1)
    if until.i < thing.i:
        return None
    what = Span(thing.left_edge.start, until.end)
    return attributed(text, [what], verb, child(by, "pobj"), (_SCORE, _BY))


def _after_colon(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "an engineer offered another explanation: two bolts had rusted"."""
    verb = noun.head
    colon = colon_behind(noun) if noun.dep_ in ("dobj", "nsubj") and verb.pos_ == "VERB" else None
    told = behind_colon(text, colon) if colon is not None else None
    if told is None:
        return None
    differs = noun.dep_ == "nsubj" and verb.lemma_ in _DIFFERING
    if noun.dep_ == "nsubj" and not differs:
        return None
    speaker = child(noun, "poss") if differs else child(verb, "nsubj")
    return attributed(text, [told], verb, speaker, (_SCORE, _TOLD))


def _suspected(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "her suspicion falls on a lodger", "his allegation is aimed at the guild"."""
    verb, owner = noun.head, child(noun, "poss")
    lead = next((one for one in verb.rights if one.lower_ in ("at", "on")), None)
    thing = child(lead, "pobj") if lead is not None else None
    if thing is None or owner is None or verb.lemma_ not in ("aim", "direct", "fall", "rest"):
        return None
    return attributed(text, [reach(text, thing.left_edge)], noun, owner, (_SCORE, _WHOSE))


def rejected(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "a charge the ministry rejected" and "which the union denies"."""
    if verb.dep_ != "relcl":
        return None
    what = next((one for one in verb.children if one.tag_ == "WDT" and one.dep_ == "dobj"), None)
    speaker = child(verb, "nsubj")
    charge = verb.head.lemma_.lower() in _CHARGES
    if speaker is None or speaker.tag_ == "WDT" or not (charge or what):
        return None
    particle = child(verb, "prt") or child(verb, "advmod")
    content = Span(verb.start, (particle or verb).end)
    return attributed(text, [content], verb, speaker, (_SCORE, _DENIED))


ACCOUNTS = by_lemma(
    (_SUSPICIONS, _suspected),
    (_DOCUMENTS, _counted),
    (_GIVEN | _ACCOUNTS, _given),
    (_ACCOUNTS | _MAINTAINED, _told_by),
    (_WORD, _came_from),
    (_ACCOUNTS, _after_colon),
    (_DENYING, rejected),
)
"""How a word may tell whose account it is, by its lemma."""
