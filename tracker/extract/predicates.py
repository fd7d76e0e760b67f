"""Predicates: words that say what something is, and lack the verb that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import is_plural
from tracker.extract.words import Word

_CALLING = frozenset(
    """brand call characterise characterize condemn consider declare decry deem denounce describe
    dismiss dub find hail judge label paint portray praise pronounce regard rule see slam term
    think""".split()  # noqa: SIM905
)
_AS = " as "
_POINTING = frozenset({"that", "this", "it"})
_VERBS = frozenset({"VERB", "AUX"})
_HANGING = frozenset({"oprd", "acomp", "ccomp", "xcomp", "attr"})
_EDGES = " \t\r\n,;:—–-."
_MARKS = "“”\"‘’'"
_NONE = frozenset({"nil", "nobody", "none", "nothing", "zero"})
_VALUED = {
    "correct": " to ", "cut": " to ", "estimate": " at ", "give": " as ", "have": " at ",
    "lower": " to ", "measure": " at ", "make": " ", "peg": " at ", "place": " at ", "put": " at ",
    "raise": " to ", "reckon": " at ", "reduce": " to ", "revise": " to ", "value": " at ",
}  # fmt: skip
"""Verbs that give something a value, and what stands before it."""
_PUT = re.compile(r",?\s(?:is|are|was|were|(?:has|have|had) been)\s\w+$")
_SHARES = frozenset({"double", "half", "twice"})
_FIGURING = frozenset(
    """accept admit arrive confirm find give have hear jot note recall recognise recognize remember
    settle show write""".split()  # noqa: SIM905
)
"""By these a number by itself may be found, which needs a noun to be read."""
_DOING = {"her": "she", "him": "he", "me": "I", "them": "they", "us": "we"}
_SOON = 6


def predicated(text: ParsedText, verb: Word | None, plain: str, tokens: Sequence[Word]) -> str:
    """Make a clause of what something is called: "(called) the plot a hoax" is "… was a hoax".

    Empty where there is none.
    """
    if verb is None or verb.lemma_.lower() not in _CALLING or any(map(_is_finite, tokens)):
        return ""
    if any(one.dep_ == "neg" for one in verb.lefts):  # "does not find it fair"
        return ""
    passive = next((one for one in verb.lefts if one.dep_ == "nsubjpass"), None)
    if passive is not None and passive in tokens and tokens[-1].i > verb.i:
        called = text.words(text.span([one for one in tokens if one.i > verb.i]))
        quality = " ".join(called.split()).removeprefix("as ").strip(_EDGES)
        return f"{text.words(text.subtree(passive)).strip(_EDGES)} {_be(passive)} {quality}"
    thing, _, quality = plain.partition(_AS)
    if quality and thing:
        quality = quality.removeprefix("being ")
        return f"{thing.rstrip(_EDGES)} {_be(_subject(verb, tokens))} {quality}"
    if len(tokens) > 1 and tokens[0].lower_ in _POINTING and tokens[1].pos_ in ("DET", "ADJ"):
        that, _, thing = plain.partition(" ")
        return f"{that.lower()} was {thing}"
    predicate = next((one for one in tokens if _is_predicate(one, verb)), None)
    if predicate is None:
        return ""
    about = _subject(predicate, tokens) or _subject(verb, tokens)
    if about is None and passive is not None and passive not in tokens:
        words = " ".join(text.words(text.subtree(passive)).split()).strip(_EDGES)
        return f"{words} {_be(passive)} {plain}"
    if about is None or about.i >= predicate.i:
        return ""
    within = about.right_i < predicate.i
    behind = [one for one in tokens if one.i > about.right_i] if within else []
    if not behind or tokens[0].i != about.left_i:
        return ""
    subject = " ".join(text.words(text.subtree(about)).split()).strip(_EDGES)
    subject = _DOING.get(subject, subject)
    said = text.words(Span(behind[0].start, tokens[-1].end))
    return f"{subject} {_be(about)} {' '.join(said.split()).strip(_EDGES)}"


def valued(text: ParsedText, verb: Word | None, plain: str, tokens: Sequence[Word]) -> str:
    """Make a clause of a thing and its value: "(put) the number at 40" is "the number was 40".

    Empty where there is none.
    """
    if verb is not None and verb.lemma_.lower() in _FIGURING and _is_bare(tokens):
        return f"the figure was {plain}"
    lead = _VALUED.get(verb.lemma_.lower()) if verb is not None else None
    if verb is None or lead is None or any(map(_is_finite, tokens)):
        return ""
    if plain.lower().startswith("it ") and lead == " ":
        return f"it was {plain[3:]}"
    if lead not in plain and (further := _further(text, verb, tokens)):
        return further
    placed = re.fullmatch(
        r"(.*?\b(?:of (?:the |an? )?\w+|place|scene|seat|spot)) ((?:at|in) .*)", plain
    )
    number = any(one.like_num for one in tokens)
    if placed and not number and verb.lemma_.lower() in ("place", "put"):
        return f"{placed[1]} {_be(_subject(verb, tokens))} {placed[2]}"
    thing, _, value = plain.rpartition(lead)
    if verb in tokens and verb.lemma_ != "put":
        return ""
    thing = _PUT.sub("", thing) if verb in tokens else thing
    value = value.strip(_MARKS)
    if thing and lead == " as ":
        return f"{thing} {_be(_subject(verb, tokens))} {value}"
    given = re.fullmatch(r"an? ([\w -]{2,40}) of (.*\d.*)", plain)
    if given and lead == " as ":
        return f"the {given[1]} was {given[2]}"
    digits = any(letter.isdigit() for letter in value.removeprefix("least ")[:20])
    soon = value.split()[:_SOON]
    spelled = any((one.like_num or one.lower_ in _SHARES) and one.text in soon for one in tokens)
    if not thing or not (digits or spelled or value.split(" ", 1)[0].lower() in _NONE):
        return ""
    bound = "at " if value.startswith(("least ", "most ")) else ""
    passive = next((one for one in verb.lefts if one.dep_ == "nsubjpass"), None)
    return f"{thing.rstrip(_EDGES)} {_be(passive or _subject(verb, tokens))} {bound}{value}"


def _is_bare(tokens: Sequence[Word]) -> bool:
    """Whether words are a number and nothing that it counts: "4,500 at the most"."""
    things = ("AUX", "NOUN", "PRON", "PROPN", "SYM", "VERB")
    counted = any(one.pos_ in things for one in tokens)
    return not counted and any(one.like_num for one in tokens)


def _further(text: ParsedText, verb: Word, tokens: Sequence[Word]) -> str:
    """Make a clause of "(put) participation far lower", "(placed) it nine miles out"."""
    thing = next((one for one in verb.rights if one.dep_ == "dobj"), None)
    behind = [one for one in tokens if thing is not None and one.i > thing.right_i]
    if thing is None or not behind or tokens[0].i != thing.left_i:
        return ""
    far = behind[0].like_num or any(one.tag_ in ("RBR", "JJR") for one in behind[:2])
    what, where = Span(tokens[0].start, thing.end), Span(behind[0].start, tokens[-1].end)
    return f"{text.words(what)} {_be(thing)} {text.words(where)}" if far else ""


def _is_finite(word: Word) -> bool:
    return word.tag_ in ("VBD", "VBZ", "VBP", "MD") and word.dep_ not in ("relcl", "aux", "auxpass")


def _is_predicate(word: Word, verb: Word) -> bool:
    adjective = word.pos_ == "ADJ" and word.dep_ in _HANGING
    return word.head is verb and adjective


def _subject(word: Word, tokens: Sequence[Word]) -> Word | None:
    """What a predicate is about: its own subject, or the object of the verb that it hangs on."""
    wanted = ("nsubj", "dobj") if word.pos_ in _VERBS else ("nsubj",)
    return next((one for one in word.children if one.dep_ in wanted and one in tokens), None)


def _be(word: Word | None) -> str:
    return "were" if word is not None and is_plural(word) else "was"
