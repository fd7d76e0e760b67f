"""Blaming: "pinned it on", "put it down to", "held her responsible": who or what it was due to."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import is_plural
from tracker.extract.words import Word

_WITH = {
    "ascribe": ("to",), "attribute": ("to",), "chalk": ("up",), "credit": ("with", "for"),
    "date": ("to", "from"), "hold": ("responsible", "accountable", "liable"),
    "lay": ("door", "blame", "responsibility"), "link": ("to", "with"), "pin": ("on",),
    "point": ("finger",), "put": ("down", "blame"), "take": ("responsibility", "blame", "credit"),
    "trace": ("to", "back"),
}  # fmt: skip
"""A verb, and the words of which one must stand behind it."""
_PARTS = frozenset(
    {"acomp", "advmod", "ccomp", "dative", "dobj", "nsubj", "oprd", "prep", "prt", "xcomp"}
)
_CULPRIT = {"at": ("point",), "of": ("lay",), "on": ("lay", "pin", "put"), "to": ("put", "chalk")}
_DUE = frozenset({"ascribe", "attribute", "chalk", "put"})
_EDGES = " \t\r\n,;:.—–-"
_FAR = 12


def blames(verb: Word) -> bool:
    """Whether a verb, with a word behind it, blames or explains."""
    wanted = _WITH.get(verb.lemma_.lower(), ())
    behind = verb.doc[verb.i + 1 : verb.i + _FAR]
    return any(one.lower_ in wanted and verb in one.ancestors for one in behind)


def blamed_span(verb: Word) -> Span | None:
    """What stands behind such a verb as far as it belongs to it."""
    parts = [one for one in verb.rights if one.dep_ in _PARTS or one.left_edge.tag_ == "TO"]
    if not parts:
        return None
    owned = next((at for at, one in enumerate(parts) if one.lower_ == "responsibility"), None)
    if verb.lemma_ == "take" and owned is not None:  # not "in a post", only what for
        parts = [*parts[: owned + 1], *(one for one in parts if one.lower_ == "for")]
    last = parts[-1].right_edge
    behind = verb.doc[parts[-1].i : last.i + 1]
    which = next((one for one in behind if one.tag_ == "WDT" and one.nbor(-1).text == ","), None)
    if which is not None:
        last = which.nbor(-2)
    return Span(parts[0].left_edge.start, last.end)


def blamed(text: ParsedText, verb: Word, tokens: Sequence[Word]) -> str:
    """Make a clause of it: "(pinned) the fire on him" is "he was responsible for the fire".

    Empty where there is none.
    """
    lemma = verb.lemma_.lower()
    if not blames(verb) or not tokens:
        return ""
    about = next((one for one in verb.lefts if one.dep_ == "nsubjpass" and one in tokens), None)
    behind = [one for one in tokens if one.i > verb.i]
    if verb.tag_ == "VBN" and about is not None and behind:
        what = _words(text, about.left_edge.start, about.right_edge.end)
        return f"{what} {_be([about])} {verb.text} {_words(text, behind[0].start, _end(tokens))}"
    thing = next((one for one in verb.rights if one.dep_ == "dobj" and one in tokens), None)
    if lemma == "hold":
        held = next((one for one in tokens if one.lower_ in _WITH["hold"]), None)
        if held is None or held.i <= tokens[0].i:
            return ""
        whom = _words(text, tokens[0].start, held.start)
        return (
            f"{whom} {_be(tokens[: tokens.index(held)])} {_words(text, held.start, _end(tokens))}"
        )
    if lemma in ("point", "lay", "pin") and (culprit := _culprit(tokens, lemma)) is not None:
        whom = _words(text, culprit.left_edge.start, culprit.right_edge.end)
        bare = thing is None or thing.lower_ in ("finger", "blame", "responsibility")
        for_it = (
            ""
            if bare or thing is None
            else f" for {_words(text, thing.left_edge.start, thing.end)}"
        )
        return f"{whom} {_be([culprit])} responsible{for_it}"
    to = next((one for one in tokens if one.lower_ == "to" and one.dep_ == "prep"), None)
    if lemma in _DUE and thing is not None and to is not None and thing.i < to.i:
        first = thing.left_edge.start
        what = _words(text, first, _before(tokens, to).end)
        return f"{what} {_be([thing])} due {_words(text, to.start, _end(tokens))}"
    return ""


def _culprit(tokens: Sequence[Word], lemma: str) -> Word | None:
    leads = [one for one in tokens if lemma in _CULPRIT.get(one.lower_, ()) and one.dep_ == "prep"]
    objects = (child for lead in reversed(leads) for child in lead.children)
    return next((one for one in objects if one.dep_ == "pobj" and one in tokens), None)


def _before(tokens: Sequence[Word], to: Word) -> Word:
    """The last word before "to", without the "down" and "up" that belong to the verb."""
    earlier = [one for one in tokens if one.i < to.i and one.lower_ not in ("down", "up")]
    return earlier[-1]


def _be(words: Sequence[Word]) -> str:
    nouns = [one for one in words if one.pos_ in ("NOUN", "PROPN", "PRON")]
    many = any(is_plural(one) or one.lower_ in ("they", "them") for one in nouns[-1:])
    return "were" if many else "was"


def _words(text: ParsedText, start: int, end: int) -> str:
    return " ".join(text.text[start:end].split()).strip(_EDGES)


def _end(tokens: Sequence[Word]) -> int:
    return tokens[-1].end
