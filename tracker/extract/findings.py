"""What somebody finds, counts or knows of, without a word of speech: "has traced eleven men"."""

from __future__ import annotations

from tracker.domain.article import Span
from tracker.domain.source import SourceKind
from tracker.extract.attributing import (
    acts,
    attributed,
    by_lemma,
    child,
    is_clause,
    numbered,
    reach,
    scant,
    stretch,
    subject_of,
)
from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import FINITE, Word

_RECORDING = frozenset(
    """calculate catalog catalogue compute count document identify list log measure recognise
    recognize record register tally trace""".split()  # noqa: SIM905
)
_SENSORS = frozenset({"detect", "log", "measure", "record", "register"})
_NOTING = frozenset({"jot", "note", "set", "write"})
_RECALLING = frozenset({"feel", "recall", "remember"})
_SURE = frozenset({"confirm", "note", "report", "verify", "witness"}) | _RECALLING
_SENSING = frozenset(
    "accept acknowledge admit concede grant hear notice receive see".split()  # noqa: SIM905
)
_FINDING_OUT = frozenset(
    "certify detect diagnose discover find suspect uncover unearth".split()  # noqa: SIM905
)
_STATES = frozenset({"condition", "health", "order", "shape", "state"})
_FOUND_TO_USE = frozenset(
    """favour favor fault footing home job man place reason refuge shelter solution support time
    way work""".split()  # noqa: SIM905
)
"""What is found and told of nothing: "found a way", "found work"."""
_KNOWN_THINGS = frozenset("that the these this those".split())  # noqa: SIM905
_NEAR = 7
_NOW = frozenset({"ca", "can", "will", "wo", "would"})
"""What somebody can not find is no finding: it tells of them."""
_SCORE = 0.7
_BY = "a figure by somebody"
_FINDING = "what somebody finds"


def _recorded(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the clinic has counted 40 cases since Friday", "recorded nothing above 45"."""
    thing = _object(verb)
    if thing is None:
        return None
    senses = verb.lemma_.lower() in _SENSORS and _is_new(thing) and _holds_number(text, thing)
    if not (numbered(thing) or scant(thing) or senses):
        return None
    return attributed(text, [reach(text, thing.left_edge)], verb, subject_of(verb), (_SCORE, _BY))


def _noted(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "her insurer's man wrote down 4,500"."""
    down = child(verb, "prt")
    if down is None or down.lower_ != "down" or not acts(verb) or down.i + 1 >= len(verb.doc):
        return None
    first = down.nbor(1)
    what = reach(text, first)
    if not any(one.like_num for one in text.tokens(what)[:4]):
        return None
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _BY))


def _was_sure(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "a colleague remembered two", "the mission could confirm nine of them"."""
    if (finder := _swallowed(verb)) is not None:
        what = reach(text, verb.nbor(1))
        return attributed(text, [what], verb, finder, (_SCORE, _FINDING))
    thing = _object(verb)
    finder = subject_of(verb)
    if thing is None or finder is None:
        return None
    recalls = verb.lemma_ in _RECALLING and finder.pos_ != "PRON" and _is_new(thing)
    if not (_counts(thing) or scant(thing) or recalls):
        return None
    return attributed(text, [reach(text, thing.left_edge)], verb, finder, (_SCORE, _FINDING))


def _swallowed(verb: Word) -> Word | None:
    """Who finds, where the verb was taken into what tells of them: "a cook who fled noted two"."""
    if verb.dep_ != "amod" or verb.head.i < verb.i or verb.nbor(-1).pos_ in ("ADV", "DET"):
        return None
    before = [one for one in verb.sent if one.i < verb.i]
    clause = next((one.head for one in before if one.lower_ == "who"), verb)
    between = [one for one in before if one.i > clause.i]
    ends = any(one.tag_ in FINITE or one.is_punct for one in between)
    return clause.head if clause.dep_ == "relcl" and not ends else None


def _sensed(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the villagers heard four"; who "hears two accounts" tells of no finding."""
    thing, finder = _object(verb), subject_of(verb)
    if thing is None or finder is None or finder.lower_ in ("i", "we", "you"):
        return None
    counted = thing.like_num and verb.lemma_ != "receive"
    return _was_sure(text, verb) if counted or scant(thing) else None


def _found(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the surveyor found one roof in six unsound", "could find no scratch on it"."""
    thing, finder = _object(verb), subject_of(verb)
    that = next(
        (one for one in verb.doc[verb.i + 1 : verb.i + _NEAR] if one.lower_ == "that"), None
    )
    if that is not None and is_clause(rest := [one for one in verb.sent if one.i > that.i]):
        between = verb.doc[verb.i + 1 : that.i]
        plain = acts(verb) and not any(one.pos_ in ("VERB", "AUX") for one in between)
        what = [stretch(rest)]
        return attributed(text, what, verb, finder, (_SCORE, _FINDING)) if plain else None
    if thing is None or finder is None or thing.lemma_.lower() in _FOUND_TO_USE:
        return None
    plain = _counts(thing) or scant(thing)
    new = _is_new(thing) and kind_of_noun(finder.lemma_) is not SourceKind.COMPANY
    told = finder.pos_ != "PRON" and (new or _is_judged(verb, thing))
    if not (plain or told):
        return None
    return attributed(text, [reach(text, thing.left_edge)], verb, finder, (_SCORE, _FINDING))


def _missed(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the laboratory did not find any arsenic", "failed to find a trace"."""
    thing = child(verb, "dobj")
    undone = next((one for one in verb.lefts if one.dep_ in ("aux", "neg")), None)
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "fail":
        undone = verb.head
    elif not any(one.dep_ == "neg" for one in verb.lefts):
        return None
    if undone is not None and undone.lower_ in _NOW:
        return None
    if thing is None or undone is None or thing.pos_ == "PRON" or not _is_new(thing):
        return None
    what = Span(undone.start, reach(text, thing).end)
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _FINDING))


def _object(verb: Word) -> Word | None:
    """What somebody finds: also the men of "counts eleven men detained"."""
    if not acts(verb):
        return None
    thing = child(verb, "dobj")
    clause = child(verb, "ccomp")
    if thing is None and clause is not None and clause.tag_ not in FINITE:
        thing = child(clause, "nsubj") or child(clause, "nsubjpass")
    return thing if thing is not None and thing.i > verb.i else None


def _holds_number(text: ParsedText, thing: Word) -> bool:
    """Whether a number stands behind: "recorded a tremor at 15:52"."""
    return any(one.tag_ == "CD" for one in text.tokens(reach(text, thing)))


def _counts(noun: Word) -> bool:
    """Whether a noun, or a number by itself, says how many."""
    return bool(noun.like_num) or any(
        one.like_num or numbered(one) for one in noun.lefts if one.dep_ in ("nummod", "quantmod")
    )


def _is_new(noun: Word) -> bool:
    """Whether a thing was not known before: "found a crack", "found bacteria"."""
    first = noun.left_edge.lower_
    return (
        noun.pos_ in ("ADJ", "NOUN")
        and first not in _KNOWN_THINGS
        and noun.left_edge.tag_ != "PRP$"
    )


def _is_judged(verb: Word, thing: Word) -> bool:
    """Whether a thing is said to be somehow: "found the bird in good health", "her radiant"."""
    behind = [one for one in verb.rights if one.i > thing.i]
    if any(one.dep_ in ("acomp", "oprd", "ccomp") for one in behind) or thing.head is not verb:
        return True
    follows = thing.doc[thing.i + 1 : thing.i + 2]
    apart = child(thing, "appos")
    near = thing.doc[thing.i + 1 : thing.i + _NEAR]
    states = any(one.lemma_ in _STATES and verb in one.ancestors for one in near)
    called = apart is not None and apart.left_edge.lower_ in ("a", "an")
    return states or called or thing.pos_ == "ADJ" or any(one.pos_ == "ADJ" for one in follows)


def _turned_up(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the search turned up nothing"."""
    particle, thing = child(verb, "prt"), child(verb, "dobj")
    if particle is None or particle.lower_ != "up" or thing is None or not acts(verb):
        return None
    if not (scant(thing) or _counts(thing)):
        return None
    return attributed(
        text, [reach(text, thing.left_edge)], verb, subject_of(verb), (_SCORE, _FINDING)
    )


FINDINGS = by_lemma(
    (_RECORDING, _recorded),
    (_NOTING, _noted),
    (_SURE, _was_sure),
    (_SENSING, _sensed),
    (_FINDING_OUT, _found),
    (_FINDING_OUT, _missed),
    (("turn",), _turned_up),
)
"""How a word may tell what somebody finds, by its lemma."""
