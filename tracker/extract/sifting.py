"""Sifting what was found: a claim must be likely enough, and say something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.domain.source import SourceKind
from tracker.extract.denying import denied
from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.standing_for import stands_for
from tracker.extract.words import Word

LEAST = 0.15
"""The score (0–1) below which nothing that was found is looked at."""
_NOT_TO_BE = 3
_WITHOUT_NAME = frozenset({"anonymous", "anonymity", "unnamed"})
_EMPTY = frozenset({"PRON", "DET", "ADP"})
_TELLING = frozenset(
    """announce cite comment describe detail disclose elaborate explain mention report respond
    reveal say specify state suggest tell""".split()  # noqa: SIM905
)
_SAID, _DONE = 0.34, 0.44
"""The scores from which something counts as said: with a word of speech and a source, else."""
_SPEECH = frozenset(
    """accord accuse acknowledge add admit advise affirm agree allege announce answer appeal argue
    ask assert assure attribute believe blame boast brief call caution charge cite claim comment
    complain concede conclude condemn confess confirm contend count criticise criticize declare
    decry demand denounce deny describe detail disclose dismiss dispute doubt echo emphasise
    emphasize estimate expect explain express fear find forecast foresee hint hope imply indicate
    inform insist joke lament maintain mention note object observe order pledge point post praise
    predict proclaim promise propose protest put question quote read recall reckon recommend refute
    reject remark reply report request respond reveal rule say show signal speak speculate
    state stress suggest suspect swear tell testify think threaten tweet underline urge voice
    vow want warn welcome wonder write""".split()  # noqa: SIM905
)
_SHOWING = frozenset(
    "bear contain detail document have list name prove put register set show suggest".split()  # noqa: SIM905
)
"""What documents and pictures do when they tell something."""
_CARRYING = frozenset(
    {"see", "obtain", "quote", "carry", "publish", "interview", "contact", "cite"}
)
"""Participles that say which outlet a document or a person reached: a way, not a claim."""
_NOUNS = frozenset(
    """account accusation admission allegation announcement argument assertion assessment assurance
    charge claim comment complaint conclusion confession confirmation contention count demand denial
    estimate explanation figure finding forecast insistence pledge prediction promise remark report
    request statement suggestion testimony threat verdict version vow warning word""".split()  # noqa: SIM905
)

_ASKED = frozenset({"about", "for", "how", "if", "on", "what", "when", "whether", "why"})
_AWAITING = frozenset({"anticipate", "await", "expect", "hope", "plan", "schedule"})
_DOING = frozenset({"abstain", "resist", "vote"})
"""What the article tells as a deed, though it shows what somebody thinks."""
_POINTING = frozenset({"it", "that", "them", "these", "this", "those"})
_REJECTING = frozenset({"contest", "deny", "dispute", "rebut", "refute", "reject"})
_UNTOLD = frozenset("account allusion clue comment hint indication mention reference sign".split())  # noqa: SIM905
"""Of what there is none of these it is not told: "makes no mention of a collision"."""
_UNSAID = _TELLING | _REJECTING | frozenset({"accuse", "allege", "blame", "claim", "contend"})


def sifted(text: ParsedText, found: Iterable[FoundAttribution]) -> list[FoundAttribution]:
    """Keep what is likely enough and says something; what is no word of speech needs more.

    What another passes on whole ("…, the agency reported") is as likely as the passing on.
    """
    each = list(found)
    passed = {
        outer.content[0].start: outer.score
        for outer in each
        if outer.cue and _passes_on(text, outer)
    }
    return [
        one
        for one in each
        if max(one.score, passed.get(_opening(one), 0.0)) >= _needed(text, one) and _says(text, one)
    ]


def _passes_on(text: ParsedText, outer: FoundAttribution) -> bool:
    """Whether a sentence ends on somebody who reports all of it."""
    if outer.cue is None or outer.content[-1].end > outer.cue.start:
        return False
    return any(verb.lemma_.lower() == "report" for verb in text.tokens(outer.cue))


def _opening(one: FoundAttribution) -> int:
    """Where an attribution with its speaker in front of the cue begins; -1 for any other."""
    if one.source is None or one.cue is None or one.source.end > one.cue.start:
        return -1
    return min(one.source.start, one.content[0].start)


def _says(text: ParsedText, one: FoundAttribution) -> bool:
    """Whether something is said: "that", "him", a name, and declining to comment say nothing."""
    tokens = [token for span in one.content for token in text.tokens(span) if not token.is_punct]
    if tokens and tokens[0].lower_.endswith(("self", "selves")):
        return False
    cue = text.tokens(one.cue) if one.cue is not None else []
    if tokens and all(token.lower_ in _POINTING for token in tokens):
        return any(verb.lemma_.lower() in _REJECTING for verb in cue)  # "denies this"
    if tokens and (
        _says_no_more(cue, tokens)
        or (_unsaid(cue, tokens) and not _said_before(cue, one))
        or _nameless(tokens)
        or _only_sorry(cue, tokens)
    ):
        return False
    if any(verb.dep_ == "acl" and verb.lemma_.lower() in _CARRYING for verb in cue):
        return False
    if stands_for(cue, tokens):
        return False
    if _is_share(text, one) or _only_asks(tokens):
        return False
    if any(verb.pos_ == "VERB" and verb.lemma_.lower() in _DOING for verb in cue):
        return False
    if _asks_about(cue, tokens) or _only_told(cue, one, tokens) or _only_awaited(cue, one, tokens):
        return False
    return any(token.pos_ not in _EMPTY and token.lower_ != "else" for token in tokens)


def _only_sorry(cue: Sequence[Word], tokens: Sequence[Word]) -> bool:
    """Whether somebody only apologised to somebody."""
    sorry = any(verb.lemma_.lower() in ("apologise", "apologize") for verb in cue)
    return sorry and tokens[0].lower_ == "to"


def _only_asks(tokens: Sequence[Word]) -> bool:
    """Whether nothing is told but what it is about: "(accounts) of what was the cause"."""
    asks = len(tokens) > 1 and tokens[0].lower_ in ("of", "about", "on", "as")
    return asks and tokens[1].tag_ in ("WP", "WRB", "WDT")


def _only_told(cue: Sequence[Word], one: FoundAttribution, tokens: Sequence[Word]) -> bool:
    """Whether nothing is left but who was told: "assured the couple"."""
    if one.cue is not None and one.content[0].start < one.cue.start:
        return False
    tells = any(verb.lemma_.lower() in ("assure", "inform", "remind", "tell") for verb in cue)
    verbs = any(one.pos_ in ("VERB", "AUX") for one in tokens)
    naming = naming_of(tokens) if tells and not verbs else None
    return naming is not None and bool(naming.kind or naming.name)


def _only_awaited(cue: Sequence[Word], one: FoundAttribution, tokens: Sequence[Word]) -> bool:
    """Whether a thing is awaited by nobody in particular: "a verdict is expected in May"."""
    awaited = any(verb.tag_ == "VBN" and verb.lemma_.lower() in _AWAITING for verb in cue)
    return awaited and one.source is None and not any(token.pos_ == "VERB" for token in tokens)


def _asks_about(cue: Sequence[Word], tokens: Sequence[Word]) -> bool:
    """Whether somebody is only asked about something: "asked about the charge, he …"."""
    asked = any(
        verb.lemma_.lower() == "ask"
        and verb.tag_ == "VBN"
        and not any(one.tag_ in ("VBP", "VBZ") for one in verb.lefts)
        for verb in cue
    )
    return asked and bool(tokens) and tokens[0].lower_ in _ASKED


def _is_share(text: ParsedText, one: FoundAttribution) -> bool:
    """Whether a share of people says or does it, which is the article's or a poll's own figure."""
    source = text.tokens(one.source) if one.source is not None else []
    return any(token.lower_ in ("percent", "%", "cent") for token in source)


def _is_finite(token: Word) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _says_no_more(cue: Sequence[Word], tokens: Sequence[Word]) -> bool:
    """Whether somebody only would not speak: "declined to comment", "refused to say more"."""
    declines = any(verb.lemma_.lower() in ("decline", "refuse") for verb in cue)
    speaks = next((one for one in tokens if one.tag_ == "VB"), None)
    return declines and speaks is not None and is_speech(speaks)


def _unsaid(cue: Sequence[Word], tokens: Sequence[Word]) -> bool:
    """Whether it was not said: "did not say whether", "did not dispute it", "nobody told him"."""
    things = [one for verb in cue for one in verb.rights if one.dep_ == "dobj"]
    for noun in (*cue, *things):  # "makes no mention of (a collision)"
        none = noun.lemma_ in _UNTOLD and any(one.lower_ == "no" for one in noun.lefts)
        if none and noun not in tokens and noun in tokens[0].ancestors:
            return True
    telling = [one for one in cue if one.pos_ == "VERB" and one.lemma_.lower() in _UNSAID]
    return any(denied(one) and not _tells_of_none(one) for one in telling)


def _said_before(cue: Sequence[Word], one: FoundAttribution) -> bool:
    """Whether a "no" belongs to what stands before its speaker: "No stone fell, she said"."""
    if one.cue is None or one.source is None or one.content[0].end > one.source.start:
        return False
    return not any(child.dep_ == "neg" for verb in cue for child in verb.children)


def _tells_of_none(verb: Word) -> bool:
    """Whether it is said that there was none: "reported no losses"."""
    if verb.lemma_.lower() not in ("mention", "report"):
        return False
    thing = next((one for one in verb.rights if one.dep_ == "dobj"), None)
    none = thing is not None and any(one.lower_ == "no" for one in thing.lefts)
    return none and not any(one.dep_ == "neg" for one in verb.lefts)


def _nameless(tokens: Sequence[Word]) -> bool:
    """Whether somebody only asked for a name to be left out: "asked not to be identified"."""
    words = [one.lower_ for one in tokens]
    nameless = [one for one in tokens if one.lower_ in _WITHOUT_NAME]
    nameless = [one for one in nameless if not _of_another(one, tokens)]
    if words[:_NOT_TO_BE] != ["not", "to", "be"] and words[:2] != ["to", "be"]:
        return bool(nameless)
    return any(one.lemma_.lower() in ("name", "identify", "quote") for one in tokens)


def _of_another(word: Word, told: Sequence[Word]) -> bool:
    """Whether it only tells of somebody: "a donor who wishes to stay anonymous (gave half)"."""
    return any(one.dep_ == "relcl" and one in told for one in word.ancestors)


def _needed(text: ParsedText, one: FoundAttribution) -> float:
    cue = text.tokens(one.cue) if one.cue is not None else []
    spoken = any(map(is_speech, cue)) or (_is_document(text, one) and any(map(_shows, cue)))
    return _SAID if one.source is not None and spoken else _DONE


def _is_document(text: ParsedText, one: FoundAttribution) -> bool:
    source = text.tokens(one.source) if one.source is not None else []
    kinds = (SourceKind.DOCUMENT, SourceKind.FOOTAGE)
    return any(kind_of_noun(word.lemma_) in kinds for word in source)


def _shows(word: Word) -> bool:
    return word.lemma_.lower() in _SHOWING


def is_speech(token: Word) -> bool:
    """Whether a word is one of speech, a verb or a noun."""
    lemma = token.lemma_.lower()
    return lemma in (_NOUNS if token.pos_ == "NOUN" else _SPEECH)
