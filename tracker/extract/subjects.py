"""Subjects: what is said of somebody, where the words that say it lack the somebody."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.parsed_text import ParsedText
from tracker.extract.past_tense import past_of
from tracker.extract.phrases import is_many, is_plural
from tracker.extract.words import FINITE, Word

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_RELATIVES = frozenset({"which", "that", "who"})
_ABROAD = frozenset({"ccomp", "parataxis", "conj", "advcl"})
_FORETELLING = frozenset({"expect", "predict", "forecast", "schedule", "project", "anticipate"})
_WITNESSING = frozenset({"feel", "find", "hear", "notice", "see", "show", "watch"})
_FINDING = frozenset({"detect", "discover", "find", "uncover", "unearth"})
_MANY = frozenset({"were", "are", "have"})
_ONE = frozenset({"was", "is", "has"})
_NEAR = 2
_NOUNS = frozenset({"NOUN", "PROPN"})
_EDGES = " \t\r\n,;:—–-."


def antecedent(text: ParsedText, tokens: Sequence[Word]) -> str:
    """What a relative clause without its pronoun speaks of: "(a van which, he said,) sped off".

    Empty where the words have a subject of their own.
    """
    verb = _finite(tokens)
    if verb is None or any(_is_subject(child, tokens) for child in verb.children):
        return ""
    while verb.dep_ in _ABROAD and verb.head != verb:
        verb = verb.head
    return "" if verb.dep_ != "relcl" or verb.head in tokens else _spoken_of(text, verb, tokens)


def raised(text: ParsedText, verb: Word | None, plain: str, tokens: Sequence[Word]) -> str:
    """Make a clause of an infinitive: "(the trial is expected) to last", "(expect) rain to fall".

    Empty where there is none.
    """
    if verb is None:
        return ""
    will = verb.lemma_.lower() in _FORETELLING
    deed = next((token for token in tokens if _is_infinitive(token)), None)
    if deed is None:
        return ""
    if plain.lower().startswith("to "):
        about = next((one for one in verb.children if one.dep_ == "nsubjpass"), None)
        if about is None or about in tokens:
            return ""
        if about.tag_ in ("WDT", "WP"):
            subject = _spoken_of(text, verb, tokens) if verb.dep_ == "relcl" else ""
        else:
            subject = " ".join(text.words(text.subtree(about)).split()).strip(_EDGES)
        return subject and f"{subject} {_tensed(plain[3:], deed, about, will=will)}"
    return plain.replace(" to ", " will ", 1) if will and " to " in plain else ""


def witnessed(verb: Word | None, plain: str, tokens: Sequence[Word]) -> str:
    """Make a clause of what is seen: "(saw) a car leave" is "… left", "(show) it burnt" "… was".

    Empty where there is none.
    """
    if verb is None or verb.lemma_.lower() not in _WITNESSING:
        return ""
    deed = next((one for one in tokens if one.head is verb and one.dep_ == "ccomp"), None)
    subject = next((one for one in deed.lefts if one.dep_ == "nsubj"), None) if deed else None
    helped = deed is None or any(one.dep_ in ("aux", "auxpass", "mark") for one in deed.lefts)
    if deed is None or subject is None or helped or deed.tag_ not in ("VB", "VBN"):
        return ""
    if tokens[0].i != subject.left_edge.i or deed.text not in plain:
        return ""
    before, _, after = plain.rpartition(deed.text)
    many = is_many(subject)
    done = past_of(deed.lemma_.lower(), plural=many)
    done = done if deed.tag_ == "VB" else f"{'were' if many else 'was'} {deed.text}"
    return f"{before}{done}{after}"


def unfound(verb: Word | None, plain: str, tokens: Sequence[Word]) -> str:
    """Make a clause of what was not found: "did not find any lead" is "there was no lead".

    Empty where there is none.
    """
    if verb is None or verb not in tokens or verb.lemma_.lower() not in _FINDING:
        return ""
    missed = any(one.dep_ == "neg" for one in verb.lefts) or tokens[0].lemma_ == "fail"
    _, _, thing = plain.partition(f"{verb.text} ")
    if not missed or not thing:
        return ""
    first, _, rest = thing.partition(" ")
    what = rest if first.lower() in ("a", "an", "any") else thing
    return f"there was no {what}"


def _spoken_of(text: ParsedText, verb: Word, tokens: Sequence[Word]) -> str:
    """The words that a relative clause is about."""
    begins = verb.left_edge
    before = [one for one in begins.doc[max(0, begins.i - _NEAR) : begins.i] if not one.is_punct]
    noun = before[-1] if before and before[-1].pos_ in _NOUNS else verb.head
    numbers = {one.lower_ for one in tokens[:_NEAR]}
    if numbers & (_MANY | _ONE):
        far = begins.i > 0 and bool(begins.nbor(-1).is_punct)
        noun = _agreeing(noun, plural=bool(numbers & _MANY), far=far)
    words = text.text[_left(noun).start : begins.start]
    return " ".join(words.split()).rstrip(_EDGES)


def _left(noun: Word) -> Word:
    """Where the phrase of a noun begins."""
    lefts = [
        child for child in noun.lefts if child.dep_ in ("det", "amod", "compound", "nummod", "poss")
    ]
    return lefts[0].left_edge if lefts else noun


def _agreeing(noun: Word, *, plural: bool, far: bool) -> Word:
    """The noun that "were" goes with: in "attempts to cross the river, which were" the first.

    Behind a comma (``far``) a clause speaks of the whole thing, not of the last place in it.
    """
    above, fitting = noun, []
    while above.head != above:
        if above.pos_ in _NOUNS and is_plural(above) == plural:
            fitting.append(above)
        above = above.head
        if above.pos_ == "VERB" and above.dep_ not in ("acl", "relcl"):
            break
    return (fitting[-1] if far else fitting[0]) if fitting else noun


def _finite(tokens: Sequence[Word]) -> Word | None:
    """The verb that the words hang on, if it has a tense."""
    for token in tokens:
        if token.head in tokens and token.head != token:
            continue
        verbs = [token, *(child for child in token.children if child.dep_ in ("aux", "auxpass"))]
        if token.pos_ in ("VERB", "AUX") and any(one.tag_ in FINITE for one in verbs):
            return token
    return None


def _is_subject(token: Word, tokens: Sequence[Word]) -> bool:
    own = token.dep_ in _SUBJECTS and token.lower_ not in _RELATIVES
    return own and (token in tokens or token.pos_ != "PRON")


def _is_infinitive(token: Word) -> bool:
    return token.pos_ in ("VERB", "AUX") and any(child.tag_ == "TO" for child in token.children)


def _tensed(words: str, deed: Word, about: Word, *, will: bool) -> str:
    if will:
        return f"will {words}"
    rest = words.split(" ", 1)[1] if " " in words else ""
    auxiliary = next((child for child in deed.children if child.lower_ in ("have", "be")), None)
    first = "had" if auxiliary is not None and auxiliary.lower_ == "have" else ""
    if not first:
        first = past_of(words.split(" ", 1)[0].lower(), plural=is_plural(about))
    return f"{first} {rest}".strip()
