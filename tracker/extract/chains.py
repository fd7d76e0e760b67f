"""Chains: from whoever spoke, through whoever passed it on, to the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.domain.article import Span
from tracker.domain.source import SourceKind
from tracker.extract.apposed import named_behind
from tracker.extract.casting import Casting
from tracker.extract.citing import CITING, cites, is_document, may_speak, names_only
from tracker.extract.found import FoundAttribution
from tracker.extract.handed_on import hands_on
from tracker.extract.kinds_of_sources import is_person
from tracker.extract.media import Way, is_outlet, way_of
from tracker.extract.member import Member
from tracker.extract.naming import naming_of
from tracker.extract.nesting import LEAD, extent, holds, is_same, opens
from tracker.extract.parsed_text import ParsedText, inside, overlap
from tracker.extract.words import FINITE, Word

_FIRST_PERSON = frozenset({"i", "we"})
_REPORTING = frozenset({"report", "say", "write"})
_LAST = 4
_MOSTLY = 0.5


@dataclass(frozen=True)
class Relay:
    """Whoever passed words on, and the verb that says so."""

    member: Member
    verb: str = ""


@dataclass(frozen=True)
class Chain:
    """Who speaks, by what way, and who passed it on, nearest to the speaker first."""

    speaker: Member | None
    medium: str = ""
    relays: tuple[Relay, ...] = ()


class Chains:
    """The chains of a text's attributions."""

    def __init__(
        self, text: ParsedText, casting: Casting, found: Sequence[FoundAttribution]
    ) -> None:
        self._text = text
        self._casting = casting
        self._near: defaultdict[int, list[FoundAttribution]] = defaultdict(list)
        for one in found:
            self._near[self._paragraph(one)].append(one)

    def relays_only(self, one: FoundAttribution) -> bool:
        """Whether an outlet only passes on what somebody else is found to say."""
        speaker = self._speaker(one)
        if speaker is None or one.cue is None:
            return False
        if one.cue.start in self._relaying_at(one):
            return True
        said = sum(span.end - span.start for span in one.content)
        passed = sum(
            overlap(span, self._told(other))
            for other in self._near[self._paragraph(one)]
            if other is not one
            and not names_only(self._text, other)
            and self._passed_on(one, other, speaker)
            for span in one.content
        )
        return passed > _MOSTLY * said

    def _told(self, one: FoundAttribution) -> Span:
        """From an attribution's first word to its last.

        Only from its verb on where something is done before: "Kol (sat there) and promised one".
        """
        whole = extent(one)
        cue = self._text.tokens(one.cue) if one.cue is not None else []
        if not cue or cue[0].start > one.content[0].start:
            return whole
        verb, other = cue[0], cue[0].head
        does = verb.dep_ == "conj" and other.tag_ in FINITE
        before = does and whole.start < other.start < verb.start
        return Span(verb.start, whole.end) if before else whole

    def of(self, one: FoundAttribution) -> Chain:
        """Follow what is said from its speaker to the article."""
        speaker = self._speaker(one)
        relays: list[Relay] = []
        way = Way() if one.cue is None else way_of(self._text, one.cue, one.content)
        cited = self._cited(one)
        if cited is not None and cited is not speaker:
            if speaker is not None:
                relays.append(Relay(speaker, self._words(one.cue)))
            speaker = cited
        told = self._outlet(way)
        if told is not None and told is not speaker:
            relays.append(Relay(told))
        for outer in self._near[self._paragraph(one)]:
            if outer is one:
                continue
            passing = self._speaker(outer)
            known = {relay.member.key for relay in relays} | ({speaker.key} if speaker else set())
            passes = passing is not None and self._passed_on(outer, one, passing)
            if passing is not None and passes and passing.key not in known:
                relays.append(Relay(passing, self._words(outer.cue)))
        for cue, passing in self._relaying(one):
            known = {relay.member.key for relay in relays} | ({speaker.key} if speaker else set())
            if passing.key not in known:
                relays.append(Relay(passing, cue))
        medium = way.medium
        if speaker is not None and speaker.kind is SourceKind.FOOTAGE and not medium:
            medium = speaker.called
        return Chain(speaker, medium, tuple(relays))

    def _passed_on(self, outer: FoundAttribution, inner: FoundAttribution, passing: Member) -> bool:
        """Whether what one says is told by another, who only passes it on."""
        if holds(outer, inner) and _passes_on(passing):
            return True
        if not (holds(outer, inner) or is_same(outer, inner)):
            return False
        begins = opens(outer, inner) or self._follows(inner)
        return begins and hands_on(self._text, outer, inner)

    def _follows(self, inner: FoundAttribution) -> bool:
        """Whether one speaks behind another: "(the mayor said …) and the guild said …"."""
        start = extent(inner).start
        return self._text.text[max(0, start - LEAD) : start].split()[-1:] in (["and"], ["but"])

    def _relaying_at(self, one: FoundAttribution) -> set[int]:
        return {verb.start for verb, _ in self._closing(one)}

    def _relaying(self, one: FoundAttribution) -> Iterator[tuple[str, Member]]:
        """Outlets that a sentence ends on: "…, the agency reported"."""
        for verb, noun in self._closing(one):
            member = self._member(noun)
            mine = one.cue is not None and one.cue.start == verb.start
            if member is not None and not mine:
                yield verb.text, member

    def _closing(self, one: FoundAttribution) -> Iterator[tuple[Word, Word]]:
        """The outlet's verb and the outlet behind somebody else's words, at a sentence's end."""
        if one.cue is None:
            return
        tokens = self._text.sentence_at(one.cue.start).tokens
        others = [
            other
            for other in self._near[self._paragraph(one)]
            if other.cue is not None and tokens[0].start <= other.cue.start < tokens[-1].end
        ]
        for verb in tokens[-_LAST:]:
            nouns = [child for child in verb.lefts if child.dep_ == "nsubj"]
            if verb.lemma_.lower() not in _REPORTING or not nouns:
                continue
            at = verb.start
            told = any(other.cue and other.cue.start < at - 1 for other in others)
            phrase = _phrase_to(nouns[0])
            if told and _comma_before(phrase[0]) and is_outlet(nouns[0], naming_of(phrase)):
                yield verb, nouns[0]

    def _paragraph(self, one: FoundAttribution) -> int:
        return self._text.paragraph_at((one.cue or one.content[0]).start)

    def _speaker(self, one: FoundAttribution) -> Member | None:
        if one.source is None:
            return None
        if self._words(one.source).lower() in _FIRST_PERSON:
            for outer in self._near[self._paragraph(one)]:
                if outer is not one and holds(outer, one) and outer.source != one.source:
                    return self._casting.speakers.get(outer.source) if outer.source else None
        return self._casting.speakers.get(one.source)

    def _outlet(self, way: Way) -> Member | None:
        if way.outlet is None:
            return None
        at = way.outlet.start
        member = self._casting.mentioned(at)
        if member is None and (way.naming.name or way.naming.phrase):
            member = self._casting.cast.meet(way.naming, at, leads=False)
        if member is not None and member.kind is None:
            member.kind = SourceKind.OUTLET
        return member

    def _cited(self, one: FoundAttribution) -> Member | None:
        """Whoever an outlet names as its own source: "citing two officials, the paper said"."""
        if one.cue is None:
            return None
        for token in self._text.sentence_at(one.cue.start).tokens:
            if token.lemma_.lower() not in CITING:
                continue
            if not (cites(token, one.source) or self._is_quoting(token, one.cue)):
                continue
            for child in token.rights:
                if child.dep_ == "dobj" and not inside(token.start, one.content):
                    root = may_speak(child) or (self._reports(one) and is_document(child))
                    return self._member(child) if root else None
        return None

    def _reports(self, one: FoundAttribution) -> bool:
        """Whether whoever speaks only passes on what he cites."""
        speaker = self._speaker(one)
        reported = any(
            word.lemma_.lower() == "report"
            for word in self._text.tokens(one.cue or one.content[0])[:2]
        )
        return reported or (speaker is not None and _passes_on(speaker))

    def _is_quoting(self, verb: Word, cue: Span) -> bool:
        """Whether a cue is the "saying" of "(the radio) quoted an officer as saying"."""
        saying = [one for one in self._text.tokens(cue) if one.dep_ == "pcomp"]
        return any(one.head.lower_ == "as" and verb in one.ancestors for one in saying)

    def _member(self, noun: Word) -> Member | None:
        at = noun.start
        known = self._casting.mentioned(at)
        phrase = _phrase_to(noun)
        behind = named_behind(phrase[-1]) if is_person(noun.lemma_.lower()) else []
        if known is not None and not behind:
            return known
        naming = naming_of(list(noun.doc[phrase[0].i : (behind or phrase)[-1].i + 1]))
        member = self._casting.cast.meet(naming, at, leads=False)
        if member is not None and is_outlet(noun, naming):
            member.kind = SourceKind.OUTLET
        return member

    def _words(self, span: Span | None) -> str:
        return "" if span is None else self._text.words(span)


def _phrase_to(noun: Word) -> list[Word]:
    """A noun with all that belongs to it, also where the parser leaves its description apart."""
    first = noun.left_edge
    while first.i > 0 and first.nbor(-1).pos_ in ("DET", "ADJ", "NOUN", "PROPN"):
        first = first.nbor(-1)
    return list(noun.doc[first.i : noun.right_edge.i + 1])


def _comma_before(token: Word) -> bool:
    return token.i > 0 and token.nbor(-1).text in (",", "”", '"')


def _passes_on(member: Member) -> bool:
    """Whether a source is an outlet, or an agency, which is one where others' words are its own."""
    return member.kind is SourceKind.OUTLET or "agency" in member.nouns
