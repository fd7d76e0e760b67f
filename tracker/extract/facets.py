"""What a claim says on each facet, as far as its grammar and its plain words show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.domain.draft import FacetDraft
from tracker.domain.facet import Facet
from tracker.domain.figure_grammar import FoundFigure
from tracker.domain.meanings import lexicon, matches, stem
from tracker.domain.timerange import TimeRange
from tracker.extract.around import around, is_time, up_to_its_noun
from tracker.extract.causing import Causation, causations
from tracker.extract.datelines import in_dateline
from tracker.extract.deeds import deeds_of
from tracker.extract.denying import UNDOING
from tracker.extract.parsed_text import ParsedText, inside
from tracker.extract.phrases import phrase_of
from tracker.extract.words import Word

_OURS = frozenset({"we", "us", "our", "ours", "i", "me", "my"})
_ITS_OWN = frozenset({"it", "its", "he", "his", "she", "her", "they", "their", "them"})
_KINDS = {
    "cause": Facet.CAUSE,
    "intent": Facet.INTENT,
    "means": Facet.MEANS,
    "place": Facet.PLACE,
    "outcome": Facet.OUTCOME,
}
_NAMED = frozenset({Facet.CAUSE, Facet.MEANS})
"""What nouns name; the verbs of the same stems are deeds."""
_AS_NOUNS = frozenset({"nature", "attack", "failure"})
"""Kinds of cause that only nouns and adjectives name; their verbs are deeds."""
_TROOPS = frozenset({"force", "forces", "group", "groups", "wing", "services"})
_PARTICLES = frozenset({"down", "in", "off", "on", "out", "over", "up"})
_PURPOSE = frozenset({"to", "that", "for"})
"""Behind "in order" these lead on to what something is done for."""
_NEAR = 3
"""Words before a state within which "not" undoes it."""


def facets_of(
    text: ParsedText,
    piece: Sequence[Span],
    cue: Span | None,
    figures: Sequence[FoundFigure],
    times: Sequence[tuple[Span, TimeRange]],
    speaker: str | None = None,
) -> tuple[FacetDraft, ...]:
    """Read a claim's facets, in their order; ``speaker`` is the key of whoever makes it."""
    tokens = [token for span in piece for token in text.tokens(span)]
    causes = list(causations(tokens, text.tokens(cue) if cue is not None else ()))
    effects = [one.effect for one in causes if one.effect is not None]
    found = [*_accused(text, cue, tokens), *_deeds(text, tokens)]
    kinds = [one for one in _kinds(text, tokens) if not _is_effect(one, effects)]
    found += [_as_called(text, one, causes) for one in kinds]
    found += _causes(text, causes, found)
    for facet, span in around(tokens):
        if all(one.facet is not facet for one in found):
            words = text.words(span)
            found.append(
                FacetDraft(facet, words, span, place=words if facet is Facet.PLACE else "")
            )
    for one in figures:
        facet = Facet.CASUALTIES if one.figure.harm is not None else Facet.QUANTITY
        figure = one.figure
        found.append(FacetDraft(facet, figure.text, one.span, low=figure.low, high=figure.high))
    found += [
        FacetDraft(Facet.TIME, time.words, span, time=time)
        for span, time in times
        if inside(span.start, piece)
    ]
    order = list(Facet)
    owned = (_owned(text, one, speaker) for one in dict.fromkeys(found))
    return tuple(sorted(owned, key=lambda draft: order.index(draft.facet)))


def _owned(text: ParsedText, value: FacetDraft, speaker: str | None) -> FacetDraft:
    """Name the speaker where a doer or a target is the speaker's own: "our troops", "its men"."""
    if value.facet not in (Facet.ACTOR, Facet.TARGET) or value.span is None or speaker is None:
        return value
    words = value.words.lower().split()
    spoken = text.quoted(value.span.start)
    own = _OURS & set(words) if spoken else (_OURS | _ITS_OWN) & set(words[:1])
    if value.facet is Facet.TARGET and words in (["it"], ["him"], ["her"]):
        return value
    return replace(value, source=speaker) if own else value


def _accused(text: ParsedText, cue: Span | None, tokens: Sequence[Word]) -> Iterator[FacetDraft]:
    """Whoever a charge names: "accused X of", "blamed X for", "blamed on X"."""
    for token in text.tokens(cue) if cue is not None else ():
        if token.lemma_.lower() not in ("accuse", "blame", "hold", "suspect"):
            continue
        objects = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
        onto = [
            child
            for prep in token.children
            if prep.lower_ == "on" and prep.dep_ == "prep"
            for child in prep.children
            if child.dep_ == "pobj"
        ]
        senses = " ".join(
            dict.fromkeys(sense for deed in deeds_of(text, tokens) for sense in sorted(deed.senses))
        )
        for child in [one for one in (onto or objects) if not is_time(one)][:1]:
            span = phrase_of(child)
            yield FacetDraft(Facet.ACTOR, text.words(span), span, sense=senses or "blame")


def _deeds(text: ParsedText, tokens: Sequence[Word]) -> Iterator[FacetDraft]:
    """Who did what to whom, or is said not to have."""
    for deed in deeds_of(text, tokens):
        yield FacetDraft(Facet.OCCURRENCE, text.words(deed.span), deed.span, sense=deed.sense)
        actor = deed.actor
        if actor is not None and in_dateline(text.text, actor):  # misread as the subject
            actor = _first_named(tokens, deed.span)
        for facet, span in ((Facet.ACTOR, actor), (Facet.TARGET, deed.target)):
            if span is not None:
                yield FacetDraft(facet, text.words(span), span, sense=deed.sense)


def _first_named(tokens: Sequence[Word], deed: Span) -> Span | None:
    """The first thing that some words name before a deed."""
    named = (one for one in tokens if one.pos_ in ("NOUN", "PROPN") and one.dep_ != "compound")
    first = next(named, None)
    return phrase_of(first) if first is not None and first.start < deed.start else None


def _kinds(text: ParsedText, tokens: Sequence[Word]) -> Iterator[FacetDraft]:
    """Causes, intents, means, waters and states of things, where plain words name them."""
    stems = tuple(stem(token.lower_) for token in tokens)
    tables = [(_KINDS[name], table) for name, table in lexicon().kinds.items() if name in _KINDS]
    for facet, table in [*tables, (Facet.OUTCOME, lexicon().states)]:
        for first, last, names in matches(table, stems):
            alone = tokens[first] if last == first + 1 else None
            if alone is not None and not _tells(alone, facet, names):
                continue
            if _for_a_purpose(tokens, first, last):
                continue
            span = text.span(tokens[first:last])
            span = up_to_its_noun(tokens[first:last], span) if facet is Facet.PLACE else span
            undone = any(one.lower_ in UNDOING for one in tokens[max(0, first - _NEAR) : first])
            sense = ("not " if undone else "") + " ".join(sorted(names))
            words = text.words(span)
            place = words if facet is Facet.PLACE else ""
            yield FacetDraft(facet, words, span, place=place, sense=sense)


def _is_effect(value: FacetDraft, effects: Sequence[Span]) -> bool:
    """Whether the name of a cause stands for what was caused: "rainfall caused the failure"."""
    if value.facet is not Facet.CAUSE or value.span is None:
        return False
    return any(one.start <= value.span.start < one.end for one in effects)


def _as_called(text: ParsedText, value: FacetDraft, causes: Sequence[Causation]) -> FacetDraft:
    """The name of a cause in the whole phrase that is called one: "record rainfall"."""
    if value.facet is not Facet.CAUSE or value.span is None:
        return value
    at = value.span.start
    told = (one.cause for one in causes if one.cause is not None)
    whole = next((one for one in told if one.start <= at < one.end), None)
    return value if whole is None else replace(value, words=text.words(whole), span=whole)


def _causes(
    text: ParsedText, causes: Sequence[Causation], found: Sequence[FacetDraft]
) -> Iterator[FacetDraft]:
    """What is called a cause, unless a plain word in it already names one."""
    known = [one.span.start for one in found if one.facet is Facet.CAUSE and one.span is not None]
    for cause, _ in causes:
        if cause and not any(cause.start <= start < cause.end for start in known):
            yield FacetDraft(Facet.CAUSE, text.words(cause), cause)


def _for_a_purpose(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether some words only lead on to a purpose: "sent in order to guard the bridge"."""
    order = [one.lower_ for one in tokens[first:last]] == ["in", "order"]
    return order and last < len(tokens) and tokens[last].lower_ in _PURPOSE


def _tells(word: Word, facet: Facet, kinds: frozenset[str]) -> bool:
    """Whether a word names a kind of answer: "flood zone" and "armed forces" do not."""
    if facet in _NAMED:
        part = word.dep_ == "compound" and kinds == {"nature"}
        deed = word.pos_ in ("VERB", "AUX") and (facet is Facet.MEANS or kinds <= _AS_NOUNS)
        return not deed and not part
    if facet is Facet.INTENT and kinds == {"meant"}:
        return word.pos_ not in ("NOUN", "PROPN")  # planes are not planned
    if facet is Facet.OUTCOME:
        troops = word.dep_ == "amod" and word.head.lower_ in _TROOPS
        if word.lower_ in _PARTICLES and not _is_so(word):
            return False
        return word.pos_ not in ("NOUN", "PROPN") and not troops
    return True


def _is_so(particle: Word) -> bool:
    """Whether a particle says how a thing stands: "is over"; "over 200", "flew over" do not."""
    return particle.head.lemma_ in ("be", "declare") and particle.tag_ in ("RB", "JJ")
