"""Deeds: what a claim says was done or not done, by whom and to whom, as its grammar shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.domain.article import Span
from tracker.domain.meanings import Phrase, lexicon, matches, stem
from tracker.domain.numerals.measures import UNIT_WORDS
from tracker.extract.dating import DATES, TIMES
from tracker.extract.denying import denied, undoes
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import phrase_of
from tracker.extract.words import Word

_LIGHT = frozenset(
    """be have do make get seem become appear age say tell add claim go come take give want need try
    begin start continue keep let hope expect believe think""".split()  # noqa: SIM905
)
_BEFALLING = frozenset(
    "fail burn die sound rise fall open close leak run start stop crash".split()  # noqa: SIM905
)
"""Senses whose lone subject is what it befell, not who did it."""
_WHEN = DATES | TIMES
_MEASURES = frozenset({"average", "figure", "number", "percentage", "rate", "toll", "total"})
"""What does nothing and suffers nothing, though a sentence may begin with it."""
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True)
class Deed:
    """A deed: its words, its senses (the stem of an unknown word), whether it is said not to be."""

    span: Span
    senses: frozenset[str]
    denied: bool
    actor: Span | None = None
    target: Span | None = None

    @property
    def sense(self) -> str:
        """The senses as they are kept: "attack", "not close"."""
        words = " ".join(sorted(self.senses))
        return f"not {words}" if self.denied else words


def deeds_of(text: ParsedText, tokens: Sequence[Word]) -> Iterator[Deed]:
    """Yield the deeds that some words tell of, in their order."""
    for token in tokens:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            yield from _verbal(token)
            if token.lemma_ == "be":
                yield from _to_blame(text, token)
        elif token.pos_ != "NOUN":
            continue
        elif pair := _misread(token):
            yield Deed(text.span(pair), lexicon().deeds[_stems(pair)], denied(token.head))
        elif token.dep_ != "compound":
            yield from _nominal(token)


def _to_blame(text: ParsedText, verb: Word) -> Iterator[Deed]:
    """Whoever is said to be to blame: "the crew was responsible for", "the owner was behind"."""
    for child in verb.children:
        blame = child.lemma_.lower() in ("blame", "responsible", "behind", "fault", "culpable")
        doer = _subject(verb)
        if child.lemma_.lower() in ("work", "doing", "handiwork") and doer is not None:
            yield from _work_of(text, child, doer, denied(verb))
        elif blame and doer is not None:
            told = frozenset(
                sense
                for noun in child.subtree
                for sense in lexicon().told.get((stem(noun.lemma_.lower()),), ())
            )
            undone = denied(verb)
            yield Deed(text.span([child]), told | {"blame"}, undone, _span(doer))


def _work_of(text: ParsedText, work: Word, deed: Word, undone: bool) -> Iterator[Deed]:
    """Whose work something was: "the blast was the work of saboteurs"."""
    of = next((one for one in work.children if one.lower_ == "of"), None)
    doer = next((one for one in of.children if one.dep_ == "pobj"), None) if of else None
    if doer is not None:
        senses = lexicon().told.get((stem(deed.lemma_.lower()),), frozenset())
        yield Deed(text.span([work]), senses | {"blame"}, undone, _span(doer))


def _misread(token: Word) -> list[Word]:
    """A verb with its particle that the parser took for a noun: "felt the boat speed up"."""
    if token.i + 1 >= len(token.doc) or token.nbor(1).dep_ != "prt":
        return []
    pair = [token, token.nbor(1)]
    return pair if _stems(pair) in lexicon().deeds else []


def _stems(tokens: Sequence[Word]) -> Phrase:
    return tuple(stem(one.lemma_.lower()) for one in tokens)


def _verbal(verb: Word) -> Iterator[Deed]:
    senses, matched = _senses(verb)
    if not senses:
        return
    subject = _subject(verb)
    target = next((one for one in verb.children if one.dep_ in ("dobj", "dative")), None)
    if target is not None and len(matched) > 1 and stem(target.lemma_.lower()) == matched[1]:
        target = None
    agent = next((one for by in verb.children if by.dep_ == "agent" for one in by.children), None)
    passive = any(one.dep_ in ("auxpass", "nsubjpass") for one in verb.children)
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and subject is None:
        passive, subject = True, verb.head
    if passive:
        actor, target = agent, subject or target
    elif target is None and (senses & _BEFALLING or not _acts(subject)):
        actor, target = None, subject or _onto(verb)
    else:
        actor, target = subject, target or _onto(verb)
    yield Deed(
        span=Span(verb.start, verb.end),
        senses=senses,
        denied=denied(verb),
        actor=_span(actor),
        target=_span(target),
    )


def _nominal(noun: Word) -> Iterator[Deed]:
    governor = noun.head
    own = any(undoes(one) for one in noun.lefts)
    if noun.dep_ == "pobj":  # "without warning", "no date for a release"
        over = governor.head
        none = over.pos_ == "NOUN" and any(undoes(one) for one in over.lefts)
        own = own or governor.lower_ == "without" or none
    root = stem(noun.lemma_.lower())
    found = lexicon().told.get((root,), frozenset({root}) if own else frozenset())
    kinds = lexicon().kinds["cause"]
    if not found or any((stem(one.lower_), root) in kinds for one in noun.lefts):
        return  # a "heart attack" is no attack
    state = lexicon().states.get((stem(noun.nbor(-1).lower_), root)) if noun.i else None
    if state is not None and not state & found:
        return  # what is "in order" was not ordered
    verb = governor if governor.pos_ in ("VERB", "AUX") else None
    under = verb is not None and denied(verb, but=noun)
    by = [
        one for one in noun.rights if one.lower_ in ("by", "from") and one.dep_ in ("prep", "agent")
    ]
    doer = next((one for prep in by for one in prep.children if one.dep_ == "pobj"), None)
    if doer is None:
        doer = next((one for one in noun.lefts if one.dep_ == "poss"), None)
        if doer is not None and doer.lower_ in DATES:  # "Friday's attack"
            doer = None
    doer = doer or _orderer(noun)
    aim = next(
        (
            one
            for prep in noun.rights
            if prep.lower_ in ("on", "of", "against", "at") and prep.dep_ == "prep"
            for one in prep.children
            if one.dep_ == "pobj"
        ),
        None,
    )
    if aim is None and governor.dep_ == "prep" and governor.head.lemma_ in ("be", "remain", "stay"):
        aim = _subject(governor.head)
    yield Deed(
        span=Span(noun.start, noun.end),
        senses=found,
        denied=own != under,
        actor=_span(doer),
        target=_span(aim),
    )


def _orderer(noun: Word) -> Word | None:
    """Whoever a deed was ordered by: "carried out on orders from", "ordered by", "the work of"."""
    for word in noun.subtree:
        if word.lower_ in ("orders", "order", "behest", "instructions", "ordered", "work"):
            for prep in word.children:
                if prep.lower_ in ("from", "of", "by"):
                    return next((one for one in prep.children if one.dep_ == "pobj"), None)
    return None


def _senses(verb: Word) -> tuple[frozenset[str], Phrase]:
    """What a verb means, with its particle, its preposition or its object, else alone."""
    deeds = lexicon().deeds
    own = stem(verb.lemma_.lower())
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "advmod", "dobj", "acomp"):
            pair: Phrase = (own, stem(child.lemma_.lower()))
            if pair in deeds:
                return deeds[pair], pair
    near = [stem(one.lemma_.lower()) for one in verb.doc[verb.i : verb.i + 4]]
    longer = [
        (found, tuple(near[:last]))
        for first, last, found in matches(deeds, tuple(near))
        if not first and last > 1
    ]
    if longer:
        return longer[0]
    if verb.lemma_.lower() in _LIGHT or verb.pos_ == "AUX":
        # "took a bribe", "made threats": the noun says what was done.
        thing = [one for one in verb.children if one.dep_ == "dobj" and one.pos_ == "NOUN"]
        root = stem(thing[0].lemma_.lower()) if thing else ""
        return deeds.get((root,), frozenset({root})) if root else frozenset(), (own, root)
    return deeds.get((own,), frozenset({own})), (own,)


def _subject(verb: Word) -> Word | None:
    """The subject of a verb, or of the verb that it is joined to."""
    seen = verb
    for _ in range(4):
        for child in seen.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return _meant(child)
        if seen.dep_ not in ("conj", "xcomp", "advcl") or seen.head == seen:
            return None
        seen = seen.head
    return None


def _meant(subject: Word) -> Word:
    """Whom a relative pronoun stands for."""
    if subject.tag_ in ("WP", "WDT") and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def _acts(subject: Word | None) -> bool:
    return subject is not None and subject.pos_ in _NOUNS


def _onto(verb: Word) -> Word | None:
    """What a deed without an object was done to: "fired on the car", "entered into the town"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("on", "at", "into", "upon", "against"):
            onto = next((one for one in prep.children if one.dep_ == "pobj"), None)
            if onto is None or onto.lower_ not in _WHEN:  # nothing is done to a Sunday
                return onto
    return None


def _span(noun: Word | None) -> Span | None:
    if noun is None or noun.pos_ not in _NOUNS or noun.tag_ in ("WP", "WDT"):
        return None
    measure = noun.lower_ in _WHEN | UNIT_WORDS.keys() or noun.lemma_.lower() in _MEASURES
    alone = noun.pos_ == "NUM" and noun.left_edge is noun.right_edge  # "six (were hurt)"
    return None if measure or alone else phrase_of(noun)
