"""Retracting: what somebody takes back: "withdrew his statement that …", "corrected itself"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.domain.retracting import SAID, takes_back
from tracker.extract.attributing import attributed, child, reach, subject_of
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText, inside
from tracker.extract.passives import agent_of
from tracker.extract.phrases import began_low, is_plural
from tracker.extract.undoing import short_doer
from tracker.extract.words import Word

_OUTRIGHT = frozenset({"disavow", "disown", "recant", "renounce", "rescind", "retract", "withdraw"})
_OWN = frozenset(
    "abandon amend apologise apologize correct disavow drop regret reverse revise".split()  # noqa: SIM905
)
"""Of these only one's own words are taken back: a rival's remarks are disavowed by anybody."""
_MINE = frozenset({"her", "his", "its", "my", "our", "their"})
_WITH = {
    "apologise": "for", "apologize": "for",
    "back": "away down off", "backtrack": "on", "roll": "back", "row": "back", "step": "back",
    "take": "back", "walk": "back",
}  # fmt: skip
"""Verbs that take something back with a word behind them."""
_UNDOING = _OUTRIGHT | _OWN | _WITH.keys()
_DONE = {"amend": "amended", "apolog": "regretted", "correct": "corrected", "regret": "regretted",
         "revis": "revised"}  # fmt: skip
"""What becomes of what was said, by how the cue begins; else it is withdrawn."""
_HOLDING = frozenset(
    "accept argue assert assume believe claim contend hold insist maintain say think".split()  # noqa: SIM905
)
_CLAUSES = frozenset({"ccomp", "csubj", "dobj", "pcomp"})
_SELVES = frozenset({"herself", "himself", "itself", "themselves"})
_NEAR = 3
_SCORE = 0.7
_REASON = "somebody takes back what was said"


def retractions(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Read what is taken back as taken back, and not as said by whoever takes it back."""
    told = list(_taken_back(text, found))
    cues = [one.cue for one in told if one.cue is not None]
    kept = [
        one
        for one in found
        if one.cue is None
        or not (
            any(cue.start <= one.cue.start < cue.end for cue in cues)
            or any(inside(one.cue.start, taken.content) for taken in told)
        )
    ]
    return [*(_corrected(text, one) for one in kept), *told]


def withdrawn(text: ParsedText, cue: Span | None, plain: str, tokens: Sequence[Word]) -> str:
    """Word what is taken back: "his statement that the engine had failed is withdrawn"."""
    words = text.words(cue).lower() if cue is not None else ""
    done = next((done for begins, done in _DONE.items() if words.startswith(begins)), "")
    if cue is None or not (takes_back(words, plain) or done == "regretted"):
        return ""
    if words.startswith("no longer"):
        return f"{short_doer(text, text.tokens(cue)[-1])} {words} that {plain}"
    noun = next((one for one in tokens if one.lemma_.lower() in SAID), None)
    be = "are" if noun is not None and is_plural(noun) else "is"
    return f"{began_low(text, plain, tokens)} {be} {done or 'withdrawn'}"


def _taken_back(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    for sentence in text.sentences:
        for verb in sentence.tokens:
            lemma = verb.lemma_.lower()
            if verb.pos_ != "VERB" or lemma not in _UNDOING | _HOLDING:
                continue
            undone = (_passive(text, verb) or _active(text, verb)) if lemma in _UNDOING else None
            one = undone or _no_longer(text, verb)
            told = one is not None and any(
                other.cue is not None
                and other.cue.start != verb.start
                and inside(verb.start, other.content)
                for other in found
            )
            if one is not None and not told:
                yield one


def _no_longer(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "no longer holds that the seal was broken"."""
    longer = next((one for one in verb.lefts if one.lower_ == "longer"), None)
    said = child(verb, "ccomp")
    if longer is None or longer.i == 0 or longer.nbor(-1).lower_ != "no" or said is None:
        return None
    first = said.left_edge.nbor(1) if said.left_edge.lower_ == "that" else said.left_edge
    told = (_SCORE, _REASON)
    one = attributed(text, [reach(text, first)], verb, subject_of(verb), told)
    return one and replace(one, cue=text.span([longer.nbor(-1), verb]))


def _active(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "retracted its claim that …", "took back what he had said", "backed away from it"."""
    last = verb
    if verb.lemma_.lower() in _WITH:
        near = verb.doc[verb.i + 1 : verb.i + 2]
        if not near or near[0].lower_ not in _WITH[verb.lemma_.lower()].split():
            return None
        last = near[0]
    if any(one.dep_ == "neg" for one in verb.lefts):
        return None
    thing = _thing(verb, last)
    if thing is None:
        return None
    first = thing.left_edge if thing.left_edge.i > last.i else thing
    one = attributed(text, [reach(text, first)], verb, subject_of(verb), (_SCORE, _REASON))
    return None if one is None else replace(one, cue=text.span([verb, last]))


def _thing(verb: Word, last: Word) -> Word | None:
    """What is taken back, if it was said."""
    behind = [one for one in verb.doc[last.i + 1 : verb.sent[-1].i + 1] if verb in one.ancestors]
    nouns = [one for one in behind if one.pos_ in ("NOUN", "PROPN", "VERB")]
    first = nouns[0] if nouns else None
    if first is None:
        return None
    if first.pos_ == "VERB":  # "what he had said"
        asked = first.left_edge.lower_ == "what" and first.dep_ in _CLAUSES
        return first if asked else None
    while first.dep_ == "compound" and first.head.i > first.i:
        first = first.head
    whose = {one.lower_ for one in first.lefts}
    own = verb.lemma_.lower() not in _OWN or bool(whose & (_MINE | {"earlier"}))
    near = first.left_edge.i - last.i <= _NEAR
    return first if near and own and first.lemma_.lower() in SAID else None


def _passive(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the claim that … was withdrawn by the ministry"."""
    thing = child(verb, "nsubjpass")
    agent = agent_of(verb) if verb.tag_ == "VBN" and thing is not None else None
    if thing is None or agent is None or thing.lemma_.lower() not in SAID:
        return None
    return attributed(text, [text.subtree(thing)], verb, agent, (_SCORE, _REASON))


def _corrected(text: ParsedText, one: FoundAttribution) -> FoundAttribution:
    """Let what follows "corrected itself, saying" be the correction."""
    if one.cue is None:
        return one
    said = text.tokens(one.cue)[0]
    above = said.head
    own = child(above, "dobj")
    corrects = above.lemma_.lower() == "correct" and own is not None and own.lower_ in _SELVES
    if not corrects or own is None or not above.i < own.i < said.i <= own.i + _NEAR:
        return one
    return replace(one, cue=Span(above.start, one.cue.end))
