"""Passives that name who says it: "was blamed on frost by the growers", "is put at 30 by …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.words import Word

_SAID = frozenset(
    """accuse acknowledge allege announce ascribe attribute blame call claim condemn confirm
    criticise criticize date deny describe dismiss dispute estimate lay link pin price put reckon
    reject report suspect trace value""".split()  # noqa: SIM905
)
_LAYING = frozenset({"lay", "pin"})
_GUILT = frozenset({"blame", "guilt", "responsibility"})
_VALUING = frozenset({"estimate", "price", "put", "reckon", "value"})
"""What is put at 30, or on somebody, is told whole: "the crowd was put at 30"."""
_PARTS = frozenset({"prep", "oprd", "xcomp", "ccomp", "advcl", "attr"})
_EDGES = " \t\r\n,;"
_SCORE = 0.7
_REASON = "a passive that names who says it"


def passives(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Find the passives of speech that have an agent who can speak, unless they were found."""
    known = Places(one.cue for one in found if one.cue is not None)
    for sentence in text.sentences:
        for verb in sentence.tokens:
            if verb.tag_ != "VBN" or verb.lemma_.lower() not in _SAID:
                continue
            agent = agent_of(verb)
            if agent is None or not _is_passive(verb) or known.holds(verb.start):
                continue
            content = _whole(verb, tuple(_content(text, verb)))
            naming = naming_of(_phrase(agent))
            if content and (naming.kind is not None or naming.name):
                cue = Span(verb.start, verb.end)
                yield FoundAttribution(content, cue, text.span(_phrase(agent)), _SCORE, _REASON)


def agent_of(verb: Word) -> Word | None:
    """By whom something is said to be done, behind a participle."""
    for child in verb.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    # "on a crack in the hull by the owners": the parser may hang "by" on the last noun.
    for word in verb.doc[verb.i + 1 : verb.sent[-1].i + 1]:
        if word.lower_ == "by" and verb in word.ancestors:
            return next((one for one in word.children if one.dep_ == "pobj"), None)
    return None


def _whole(verb: Word, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is said, in one piece where the verb belongs to it; nothing of tiles that are laid."""
    lemma = verb.lemma_.lower()
    around = len(content) > 1 and content[0].end < verb.start
    guilt = any(one.dep_ == "nsubjpass" and one.lemma_.lower() in _GUILT for one in verb.lefts)
    if lemma in _LAYING and not guilt:
        return ()
    told_whole = lemma in _VALUING | _LAYING
    return (Span(content[0].start, content[-1].end),) if told_whole and around else content


def _is_passive(verb: Word) -> bool:
    deps = {child.dep_ for child in verb.children}
    return bool(deps & {"auxpass", "nsubjpass"}) or ("aux" not in deps and verb.dep_ == "acl")


def _phrase(agent: Word) -> list[Word]:
    """An agent with what belongs to it, up to a clause that says more: "the union, which …"."""
    words = list(agent.doc[agent.left_edge.i : agent.right_edge.i + 1])
    tells = next((one.left_edge for one in words if one.dep_ == "relcl" and one.i > agent.i), None)
    end = tells.i - agent.left_edge.i if tells is not None else len(words)
    while end > 1 and (words[end - 1].is_punct or words[end - 1].dep_ == "prep"):
        end -= 1
    return words[:end]


def _content(text: ParsedText, verb: Word) -> Iterator[Span]:
    for child in verb.children:
        subject = child.dep_ == "nsubjpass"
        if not subject and (child.dep_ not in _PARTS or child.lower_ == "by"):
            continue
        span = text.subtree(child)
        by = [word for word in child.subtree if word.lower_ == "by" and word.i > verb.i]
        end = min([span.end, *(word.start for word in by)])
        words = text.text[span.start : end].rstrip(_EDGES)
        if words:
            yield Span(span.start, span.start + len(words))
