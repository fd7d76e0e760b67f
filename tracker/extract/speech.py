"""Speech: the verbs by which something is said, and whether words are a clause that could be."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.words import Word

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NAMING = frozenset({"ADJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
_FORMS = FINITE | {"VB", "VBN"}
SUBORDINATE = frozenset(
    """after although as because before if once since that though until when whenever where whereas
    wherever whether which while who whom whose""".split()  # noqa: SIM905
)
_SAYING = frozenset(
    """acknowledge add admit affirm allege announce answer argue assert assure aver beam boast brag
    caution chime chuckle claim clarify comment complain concede conclude confess confide confirm
    contend counter declare demur deny disclose enthuse estimate exclaim explain forecast foresee
    fume groan grumble gush hint inform insist interject joke lament maintain marvel muse mutter
    note object observe opine plead pledge predict proclaim promise pronounce protest quip quote
    reason recall reckon recount reflect reiterate relate remark remember remind reply report
    respond retort reveal riposte say scoff shout shrug sigh snap sneer sniff speculate state
    stress submit suggest suspect swear tell testify theorise theorize think tweet
    volunteer vow warn whisper wonder worry write""".split()  # noqa: SIM905
)
_TAGGING = frozenset(
    """attest believe bemoan bluster certify charge continue cry crow decide depose discover
    email enter exult fear figure find gloat growl guess hazard imagine imply intimate intone
    jest judge log murmur post profess quibble radio rail read record recollect rejoice relate
    relay repeat roar rule rumble show signal snarl snort specify surmise telephone text
    thunder trumpet venture whine yell""".split()  # noqa: SIM905
)
"""Verbs that say something only where they stand behind it: "…, the maid entered in her book"."""
_WITH_PARTICLE = {
    "go": "on", "shoot": "back", "fire": "back", "hit": "back", "cut": "in", "chip": "in",
    "chime": "in", "weigh": "in", "call": "out", "carry": "on", "blurt": "out", "sum": "up",
    "read": "out", "point": "out", "strike": "back", "throw": "in",
}  # fmt: skip
_THINKING = frozenset({"muse", "reason", "suspect", "think", "wonder", "worry"})
HAVING = frozenset({"had", "has", "have"})
_TELLING = frozenset({"assure", "inform", "remind", "tell", "warn"})
_KNOWN = frozenset({"know", "known", "slip"})
_FEWEST, _NEAR = 3, 9


def says(word: Word) -> bool:
    """Whether a word is a verb of speech with a tense."""
    return word.lemma_.lower() in _SAYING and word.tag_ in FINITE


def has_said(word: Word) -> bool:
    """Whether a word is a verb of speech with a tense, or one behind "had" or "has"."""
    if word.tag_ != "VBN" or word.lemma_.lower() not in _SAYING - _THINKING:
        return says(word)
    helped = {one.dep_: one.lower_ for one in word.lefts}
    return helped.get("aux") in HAVING and not {"auxpass", "neg"} & helped.keys()


def begins(words: Sequence[Word], at: int) -> int:
    """Where a verb begins among some words, with the "has" and the adverb before it."""
    verb = words[at]
    while at and words[at - 1].head == verb and words[at - 1].dep_ in ("aux", "advmod"):
        at -= 1
    return at


def is_saying(verb: Word, behind: Sequence[Word]) -> bool:
    """Whether a verb is one of speech: "said", "went on", "shot back"."""
    particle = _WITH_PARTICLE.get(verb.lemma_.lower())
    return says(verb) or bool(particle and behind and behind[0].lower_ == particle)


def may_have_said(verb: Word) -> bool:
    """Whether a past of speech may have been taken for a participle that tells of a noun."""
    helped = any(one.dep_ in ("aux", "auxpass") for one in verb.lefts)
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_ in _SAYING and not helped


def may_tag(verb: Word, behind: Sequence[Word]) -> bool:
    """Whether a verb may stand behind what is said: "…, it reads", "…, she let the paper know"."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return _is_misread(verb, behind)
    if verb.tag_ not in _FORMS:
        return False
    if verb.tag_ == "VB" and verb.lower_ not in ("let", "read"):
        return False
    if lemma == "let":
        return any(one.lower_ in _KNOWN for one in behind[:_NEAR])
    return lemma in _SAYING or lemma in _TAGGING or is_saying(verb, behind)


def tells(verb: Word) -> bool:
    """Whether a verb of speech may be followed by who is told: "…, she (has) assured investors"."""
    finite = says(verb) or (verb.i > 0 and verb.tag_ == "VBN" and verb.nbor(-1).lower_ in HAVING)
    return verb.lemma_.lower() in _TELLING and finite


def is_clause(words: Sequence[Word]) -> bool:
    """Whether words are a statement: with a verb of its own, not hanging on another."""
    plain = [one for one in words if not one.is_punct]
    led_in = [one.lower_ for one in plain[:2]] == ["as", "for"]
    points = bool(plain) and plain[0].lower_ == "that" and plain[0].tag_ == "DT"  # "that picture"
    opened = led_in or points or (plain and plain[0].head.dep_ == "csubj")
    opens = set() if opened else {one.lower_ for one in plain[:1]}
    return (
        len(plain) >= _FEWEST
        and not SUBORDINATE & {*opens, plain[-1].lower_}
        and (plain[0].tag_ != "VBG" or plain[0].dep_ in ("csubj", "nsubj"))
        and any(one.tag_ in FINITE or _is_past(one) for one in plain)
        and not _may_be_tagged(words)
    )


def _is_past(verb: Word) -> bool:
    """Whether a past was taken for a participle: "The gas ignited in the lower gallery"."""
    helped = any(one.dep_ in ("aux", "auxpass") for one in verb.lefts) or any(
        one.lower_ == "by" for one in verb.rights
    )
    before = verb.i and verb.nbor(-1).pos_ in ("NOUN", "PROPN")
    return verb.tag_ == "VBN" and bool(before) and not helped and verb.dep_ in ("acl", "ccomp")


def _may_be_tagged(words: Sequence[Word]) -> bool:
    """Whether somebody says a part of it already: "The gate was shut, he said, and …"."""
    comma = next((at for at, one in enumerate(words) if one.text == ","), len(words))
    return any(map(says, words[comma:]))


def _is_misread(verb: Word, behind: Sequence[Word]) -> bool:
    """Whether a verb before a mark was taken for a noun: "…, the bank reckons."."""
    stem = verb.lower_.removesuffix("s")
    ends = not behind or behind[0].text in (",", ".", ";")
    plural = verb.tag_ == "NN" and (stem == "read" or verb.dep_ in ("parataxis", "ROOT"))
    verbal = verb.tag_ == "NNS" or plural
    return ends and verbal and (stem in _SAYING or stem in _TAGGING)
