"""Statements: what is claimed in neutral words that read on after "X said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.checking import asks
from tracker.extract.parsed_text import ParsedText
from tracker.extract.past_tense import past_of
from tracker.extract.subjects import antecedent, raised, valued
from tracker.extract.words import Word

_EDGES = " \t\r\n,;:—–-."
_MARKS = "“”„«»\"‘’'"
_LEAD = re.compile(r"^(?:that|and|but)\s+", re.IGNORECASE)
_IF = re.compile(r"^if\s+", re.IGNORECASE)
_DENYING = frozenset({"deny", "reject", "dispute", "refute", "rebut", "dismiss"})
_BLAMING = frozenset({"accuse", "blame", "suspect", "charge", "convict"})
_URGING = frozenset({"urge", "ask", "call", "order", "tell", "want", "demand", "warn", "advise"})
_PROMISING = frozenset({"vow", "pledge", "promise", "intend", "plan", "threaten", "offer", "agree"})
_REPORTING = frozenset({"report", "mention", "see", "show", "count", "find", "detect", "record"})
_COUNTABLE = frozenset({"DET", "NUM", "ADJ", "NOUN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HARMING = {"kill": "killed", "injure": "injured", "wound": "wounded", "displace": "displaced"}


def statement_of(text: ParsedText, piece: Sequence[Span], cue: Span | None) -> str:
    """Word a claim; a whole quotation stays one."""
    words = " ".join(" ".join(text.words(span).split()) for span in piece).strip()
    plain = _bare(words)
    tokens = [token for span in piece for token in text.tokens(span)]
    if _is_quotation(text, piece, plain):
        parts = [" ".join(text.words(span).split()).strip(_MARKS + _EDGES) for span in piece]
        return f"“{' … '.join(parts)}”"
    verb = _verb(text, cue)
    lemma = verb.lemma_.lower() if verb is not None else ""
    plain = _LEAD.sub("", plain)
    if asks(tokens):
        return _IF.sub("whether ", plain)
    if lemma in _BLAMING and verb is not None:
        plain = _accusation(text, verb, tokens, plain)
    elif made := raised(text, verb, plain, tokens) or valued(verb, plain):
        plain = _began_low(text, made, tokens)
    elif _is_clause(tokens):
        about = antecedent(text, tokens)
        plain = f"{about} {plain}" if about else _began_low(text, plain, tokens)
        plain = f"it is not true that {plain}" if lemma in _DENYING else plain
    else:
        plain = _completed(text, plain, tokens, lemma)
    return plain


def _bare(words: str) -> str:
    """Words without the marks at their edges; an abbreviation keeps its full stop."""
    plain = words.strip(_EDGES)
    last = plain.rsplit(maxsplit=1)[-1] if plain else ""
    return f"{plain}." if "." in last and words.rstrip().endswith(f"{plain}.") else plain


def _is_quotation(text: ParsedText, piece: Sequence[Span], plain: str) -> bool:
    first, last = piece[0].start, piece[-1].end - 1
    whole = all(text.quoted(span.start) and text.quoted(span.end - 1) for span in piece)
    return whole or (plain[:1] in '“"' and text.quoted(first) and text.quoted(last))


def _verb(text: ParsedText, cue: Span | None) -> Word | None:
    if cue is None:
        return None
    tokens = text.tokens(cue)
    verbs = [token for token in tokens if token.pos_ in ("VERB", "AUX")]
    return verbs[-1] if verbs else (tokens[0] if tokens else None)


def _is_clause(tokens: Sequence[Word]) -> bool:
    """Whether words are a clause by themselves, and not a thing with a clause inside."""
    members = {token.i for token in tokens}
    for token in tokens:
        if token.head.i in members and token.head != token:
            continue
        verbs = [token, *(child for child in token.children if child.dep_ in ("aux", "auxpass"))]
        if token.pos_ in ("VERB", "AUX") and any(verb.tag_ in _FINITE for verb in verbs):
            return True
    return False


def _began_low(text: ParsedText, plain: str, tokens: Sequence[Word]) -> str:
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


def _accusation(text: ParsedText, verb: Word, tokens: Sequence[Word], plain: str) -> str:
    """Turn "accused X of doing Y" into "X did Y", and "blamed Y on X" into "X did it"."""
    accused = next((one for one in verb.children if one.dep_ in ("dobj", "nsubjpass")), None)
    deed = next((token for token in tokens if token.tag_ == "VBG" and _is_charge(token)), None)
    if deed is not None and accused is not None:
        at = deed.start
        subject = _without_charge(text.words(_until(text.subtree(accused), at)))
        end = max(token.end for token in tokens)
        rest = " ".join(text.words(Span(at + len(deed.text), end)).split()).strip(_EDGES)
        if rest.count('"') % 2 or rest.count("“") != rest.count("”"):
            rest = rest.strip(_MARKS)
        did = past_of(deed.lemma_.lower(), plural=_is_plural(accused))
        return f"{_lowered(text, subject, accused)} {did} {rest}".strip()
    onto = next((one for one in verb.children if one.lower_ == "on" and one.dep_ == "prep"), None)
    if verb.lemma_.lower() == "blame" and onto is not None and accused is not None:
        culprit = next((one for one in onto.children if one.dep_ == "pobj"), None)
        if culprit is not None:
            theirs = text.words(Span(culprit.left_edge.start, culprit.end))
            deed_words = text.words(text.subtree(accused)).strip(_EDGES)
            were = "were" if _is_plural(culprit) else "was"
            return f"{theirs} {were} responsible for {_lowered(text, deed_words, accused)}"
    return _began_low(text, plain, tokens)


def _until(span: Span, at: int) -> Span:
    """A phrase up to the deed, where the parser hangs the deed on whoever is accused of it."""
    return Span(span.start, at) if span.start < at < span.end else span


def _without_charge(words: str) -> str:
    return words.strip(_EDGES).removesuffix(" of").removesuffix(" for").strip(_EDGES)


def _is_charge(token: Word) -> bool:
    return token.dep_ in ("pcomp", "conj", "advcl", "xcomp")


def _is_plural(token: Word) -> bool:
    return token.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in token.children)


def _lowered(text: ParsedText, words: str, token: Word) -> str:
    return _began_low(text, words, list(token.subtree))


def _completed(text: ParsedText, plain: str, tokens: Sequence[Word], lemma: str) -> str:
    """Make a clause of words that are none: a count, a wish, a thing."""
    low = _began_low(text, plain, tokens)
    if lemma == "claim" and low.startswith("responsibility"):
        return low.replace("responsibility", "it was responsible", 1)
    first = next((token for token in tokens if not token.is_punct), None)
    if first is None:
        return low
    if first.tag_ == "VBG" and first.lemma_.lower() in _HARMING:
        harmed = low.split(" ", 1)[1] if " " in low else ""
        return f"{harmed} were {_HARMING[first.lemma_.lower()]}" if harmed else low
    if lemma in _DENYING:
        return f"{low.split(',', 1)[0]} {_be(tokens, 'are', 'is')} not true"
    if lemma in _URGING and " to " in f" {low} " and not low.startswith("to "):
        return low.replace(" to ", " should ", 1)
    if low.startswith("to ") and lemma in _PROMISING and _next_is_verb(tokens):
        return f"it intends {low}"
    if lemma in _REPORTING and first.lower_ != "the" and first.pos_ in _COUNTABLE:
        return f"there {_be(tokens, 'were', 'was')} {low}"
    return _with_auxiliary(text, low, tokens)


def _be(tokens: Sequence[Word], many: str, one: str) -> str:
    """The form of "be" that goes with the noun that other words hang on."""
    members = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in members or token.head == token]
    noun = next((token for token in tops if token.pos_ in ("NOUN", "PROPN")), None)
    return many if noun is not None and _is_plural(noun) else one


def _with_auxiliary(text: ParsedText, low: str, tokens: Sequence[Word]) -> str:
    """Give back the "were" that a sentence saved: "(15 boats were sunk and) two damaged"."""
    for token in tokens:
        subjects = [child for child in token.children if child.dep_ in ("nsubjpass", "nsubj")]
        bare = not any(child.dep_ in ("aux", "auxpass") for child in token.children)
        if token.tag_ == "VBN" and token.dep_ == "conj" and subjects and bare:
            subject = " ".join(text.words(text.subtree(subjects[0])).split())
            if low.startswith(subject):
                be = "were" if _is_plural(subjects[0]) else "was"
                return f"{subject} {be}{low[len(subject) :]}"
    return low


def _next_is_verb(tokens: Sequence[Word]) -> bool:
    words = [token for token in tokens if not token.is_punct]
    return len(words) > 1 and words[1].tag_ == "VB"
