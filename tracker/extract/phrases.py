"""Phrases: the words of a noun as a claim's facet shows them."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.denying import UNDOING
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_LONGEST = 12


def phrase_of(noun: Word) -> Span:
    """A noun with what stands before it and its short additions, without its relative clauses."""
    first, last = noun.left_edge, noun
    for child in noun.rights:
        heavy = child.dep_ in ("relcl", "acl", "appos", "cc", "conj", "punct", "advcl")
        charge = any(one.dep_ == "pcomp" for one in child.children)
        if heavy or charge or child.right_edge.i - noun.i > _LONGEST:
            break
        last = child.right_edge
    if first.dep_ == "det" and first != noun and first.lower_ not in UNDOING:
        first = first.nbor(1)
    return Span(first.start, last.end)


def plain_phrase(noun: Word) -> list[Word]:
    """A noun with what belongs to it, without its clauses and additions."""
    heavy = ("relcl", "acl", "appos", "punct", "cc", "conj")
    words: list[Word] = []
    for one in noun.doc[noun.left_edge.i : noun.right_edge.i + 1]:
        line = [one, *one.ancestors]
        within = line[: line.index(noun)] if noun in line else line
        if not any(step.dep_ in heavy for step in within):
            words.append(one)
        elif one.i > noun.i:
            break
    return words


def named_phrase(noun: Word) -> list[Word]:
    """A noun with what belongs to it, and the name behind a comma: "its owner, Jana Kol"."""
    words = plain_phrase(noun)
    doc, comma = noun.doc, words[-1].i + 1
    end = comma + 1
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    if end == comma + 1 or doc[comma].text != "," or noun.pos_ == "PROPN":
        return words
    return [*words, *doc[comma:end]]


def points(that: Word) -> bool:
    """Whether a "that" points to something: it leads in no clause."""
    if that.dep_ == "det" and that.head.tag_ in ("NNS", "NNPS"):  # misread: it would be "those"
        return False
    if that.tag_ == "IN" and that.dep_ == "dobj" and that.head.i > that.i + 1:  # misread
        return False
    return that.tag_ == "DT" or that.dep_ in ("nsubj", "nsubjpass", "det", "dobj", "pobj")


def has_subject(verb: Word) -> bool:
    """Whether a verb has a subject of its own before it."""
    return any(one.dep_ in ("nsubj", "nsubjpass") for one in verb.lefts)


def is_plural(noun: Word) -> bool:
    """Whether a noun is of several things."""
    return noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.children)


def is_many(word: Word) -> bool:
    """Whether a noun, or a number by itself ("30 wounded"), is of several."""
    numbers = [word, *(one for one in word.lefts if one.dep_ == "nummod")]
    several = any(one.pos_ == "NUM" and one.lower_ not in ("1", "one") for one in numbers)
    return several or is_plural(word)


def began_low(text: ParsedText, plain: str, tokens: Sequence[Word]) -> str:
    """Begin in lower case, unless the first word is a name or made from one."""
    first = next((token for token in tokens if token.is_alpha), None)
    if first is not None and not plain.startswith(first.text):  # its subject stands elsewhere
        first = next((one for one in first.sent if plain.startswith(f"{one.text} ")), None)
    if first is None or not first.text[:1].isupper():
        return plain
    name = first.pos_ == "PROPN" or first.text in text.names or first.text == "I"
    demonym = first.pos_ == "ADJ" and first.lower_.endswith(("ian", "ish", "ese", "can"))
    if name or demonym or any(letter.isupper() for letter in first.text[1:]):
        return plain
    return plain[0].lower() + plain[1:]
