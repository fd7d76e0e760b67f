"""Accusing: a charge becomes what the accused is said to have done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.each_other import alone, other_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.past_tense import past_of
from tracker.extract.phrases import began_low, is_plural, plain_phrase
from tracker.extract.words import Word

_EDGES = " \t\r\n,;:—–-."
_MARKS = "“”„«»\"‘’'"
_DOUBLED = 2
_OTHER_CHARGE = re.compile(r"and (?:[\w'’-]+ ){0,5}of (?:having )?\w+ing\b", re.IGNORECASE)
_AS_SUBJECT = {"him": "he", "her": "she", "them": "they", "me": "I", "us": "we"}


def accusation(text: ParsedText, verb: Word, tokens: Sequence[Word], plain: str) -> str:
    """Turn "accused X of doing Y" into "X did Y", and "blamed Y on X" into "X did it".

    Empty where more stands there than one deed, or deeds, of whoever is accused.
    """
    other = other_of(verb, tokens)
    if other is not None:
        return _of_the_other(text, verb, other, tokens)
    return _accusation(text, verb, tokens, plain)


def _accusation(text: ParsedText, verb: Word, tokens: Sequence[Word], plain: str) -> str:
    accused = next((one for one in verb.children if one.dep_ in ("dobj", "nsubjpass")), None)
    if accused is None and verb.dep_ == "amod" and verb.head.i > verb.i:
        accused = verb.head  # "she blamed rebels" read as rebels that were blamed
    deed = next((token for token in tokens if token.tag_ == "VBG" and _is_charge(token)), None)
    if deed is not None and accused is not None:
        at = deed.start
        subject = _called(text, accused, at)
        if _says_more(subject, verb, deed, tokens):
            return ""
        end = max(token.end for token in tokens)
        rest = _rest(text, deed, end, plural=is_plural(accused))
        if rest.count('"') % 2 or rest.count("“") != rest.count("”"):
            rest = rest.strip(_MARKS)
        did = _did(deed, plural=is_plural(accused))
        return f"{began_low(text, subject, list(accused.subtree))} {did} {rest}".strip()
    onto = next((one for one in verb.children if one.lower_ == "on" and one.dep_ == "prep"), None)
    if verb.lemma_.lower() == "blame" and onto is not None and accused is not None:
        culprit = next((one for one in onto.children if one.dep_ == "pobj"), None)
        if culprit is not None:
            theirs = text.words(Span(culprit.left_edge.start, culprit.end))
            deed_words = text.words(text.subtree(accused)).strip(_EDGES)
            were = "were" if is_plural(culprit) else "was"
            done = began_low(text, deed_words, list(accused.subtree))
            return f"{theirs} {were} responsible for {done}"
    why = next((one for one in verb.children if one.lower_ == "for" and one.dep_ == "prep"), None)
    if verb.lemma_.lower() == "blame" and accused is not None and why is None:
        why = next(
            (one for one in (*accused.rights, *_asides(accused)) if one.lower_ == "for"), None
        )
    if verb.lemma_.lower() == "blame" and why is not None and accused is not None:
        theirs = _taken_up(text, verb, accused) or _called(text, accused, why.start)
        were = "were" if is_plural(accused) or theirs == "they" else "was"
        end = max(token.end for token in tokens)
        what = " ".join(text.words(Span(why.start, max(why.end, end))).split()).strip(_EDGES)
        return f"{theirs} {were} responsible {what}"
    if verb.lemma_.lower() == "blame" and accused is not None and accused in tokens:
        whole = began_low(text, _called(text, accused, accused.right_edge.end), tokens)
        return f"{whole} {'were' if is_plural(accused) else 'was'} responsible"
    return _guilty(text, verb, accused, tokens) or began_low(text, plain, tokens)


def _of_the_other(text: ParsedText, verb: Word, other: Word, tokens: Sequence[Word]) -> str:
    """What one of two that accuse each other did, or was the cause of."""
    whole = began_low(text, text.words(text.span(alone(other))), alone(other))
    plural = other.tag_ in ("NNS", "NNPS")
    end = max(token.end for token in tokens)
    deed = next((token for token in tokens if token.tag_ == "VBG" and _is_charge(token)), None)
    if deed is not None:
        return (
            f"{whole} {_did(deed, plural=plural)} {_rest(text, deed, end, plural=plural)}".strip()
        )
    lead = next((one for one in tokens if one.lower_ in ("for", "of") and one.i > verb.i), None)
    charge = text.words(Span(lead.start, end)).strip(_EDGES) if lead is not None else ""
    quality = "guilty" if charge.startswith("of") else "responsible"
    return f"{whole} {'were' if plural else 'was'} {quality} {charge}".strip()


def _asides(accused: Word) -> Iterator[Word]:
    """What the parser hangs on an aside: "blames the mill, a supplier, for the loss"."""
    return (one for aside in accused.rights if aside.dep_ == "appos" for one in aside.rights)


def _taken_up(text: ParsedText, verb: Word, accused: Word) -> str:
    """Whoever a pronoun takes up: "the mill, which it blames for the loss"; else empty."""
    if accused.tag_ not in ("WDT", "WP") or verb.dep_ != "relcl" or verb.head.i > accused.i:
        return ""
    phrase = plain_phrase(verb.head)
    return began_low(text, " ".join(text.words(text.span(phrase)).split()), phrase)


def _guilty(text: ParsedText, verb: Word, accused: Word | None, tokens: Sequence[Word]) -> str:
    """Make a clause of "the bank (was accused by customers) of fraud"."""
    of = next((one for one in tokens if one.lower_ == "of" and one.i > verb.i), None)
    if accused is None or of is None or accused not in tokens or accused.i > verb.i:
        return ""
    whole = began_low(text, _called(text, accused, verb.start), tokens)
    charge = text.words(Span(of.start, tokens[-1].end)).strip(_EDGES)
    return f"{whole} {'were' if is_plural(accused) else 'was'} guilty {charge}"


def _says_more(subject: str, verb: Word, deed: Word, tokens: Sequence[Word]) -> bool:
    """Whether somebody else is accused too, or the words end where a sentence only begins."""
    if verb.lemma_.lower() == "blame" and " for " in subject:
        return True  # "blamed rebels for a blast, killing two": not all of it is a doer
    behind = [one for one in tokens if one.i > deed.i]
    others = any(_OTHER_CHARGE.match(" ".join(map(str, behind[at:]))) for at in range(len(behind)))
    last = max(tokens, key=lambda one: one.i).i
    cut = any(one.dep_ in ("nsubj", "nsubjpass") and one.head.i > last for one in behind)
    return others or cut


def _rest(text: ParsedText, deed: Word, end: int, *, plural: bool) -> str:
    """What stands behind a deed, with the deeds beside it in the past, too."""
    pieces, at = [], deed.end
    for one in _beside(deed):
        if one.end <= end:
            pieces += [text.words(Span(at, one.start)), _did(one, plural=plural)]
            at = one.end
    return " ".join("".join((*pieces, text.words(Span(at, end)))).split()).strip(_EDGES)


def _beside(deed: Word) -> Iterator[Word]:
    """The deeds that are named beside a deed: "of burning ledgers and hiding the keys"."""
    for one in deed.rights:
        if one.dep_ == "conj" and one.tag_ == "VBG":
            yield one
            yield from _beside(one)


def _did(deed: Word, *, plural: bool) -> str:
    """The past of a charge: "hitting" is "hit", "fitting" is "fitted", "having lost" "had lost"."""
    if deed.lower_ == "having":
        return "had"
    did, stem = past_of(deed.lemma_.lower(), plural=plural), deed.lower_.removesuffix("ing")
    doubled = len(stem) > _DOUBLED and stem[-1] == stem[-_DOUBLED] and did == f"{stem[:-1]}ed"
    return f"{stem}ed" if doubled else did


def _called(text: ParsedText, accused: Word, at: int) -> str:
    """Whoever is accused, as the subject of what they did; an aside behind them is closed."""
    told = _until(text.subtree(accused), at)
    blaming = [one.end for one in accused.lefts if one.lemma_.lower() in ("accuse", "blame")]
    whole = text.words(Span(max(told.start, *blaming, 0), told.end))
    words = _without_charge(whole)
    aside = "," in words and any(one.dep_ == "appos" for one in accused.children)
    return _AS_SUBJECT.get(words.lower(), f"{words}," if aside else words)


def _until(span: Span, at: int) -> Span:
    """A phrase up to the deed, where the parser hangs the deed on whoever is accused of it."""
    return Span(span.start, at) if span.start < at < span.end else span


def _without_charge(words: str) -> str:
    return words.strip(_EDGES).removesuffix(" of").removesuffix(" for").strip(_EDGES)


def _is_charge(token: Word) -> bool:
    deed = token.head if token.dep_ == "aux" else token  # "of having lost"
    return deed.dep_ in ("pcomp", "conj", "advcl", "xcomp")
