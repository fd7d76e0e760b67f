"""Drafting: what was found in a text becomes a reading, all steps in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft, CaveatDraft, ClaimDraft, EventDraft, Reading
from tracker.domain.timerange import TimeRange
from tracker.extract.casting import casting_of
from tracker.extract.caveats import CaveatFound, caveats_in, covered, is_told
from tracker.extract.chains import Chain, Chains
from tracker.extract.checking import is_checkable
from tracker.extract.citing import names_only
from tracker.extract.datelines import without_dateline
from tracker.extract.dating import Calendar, times_in
from tracker.extract.drafted import Draft, DraftedClaim
from tracker.extract.events import About, events_of
from tracker.extract.facets import facets_of
from tracker.extract.figures import Figures
from tracker.extract.found import FoundAttribution
from tracker.extract.gathering import gathered
from tracker.extract.hedges import hedge_in
from tracker.extract.leaning import Stated, stated
from tracker.extract.own_voice import own_statements
from tracker.extract.parsed_text import ParsedText, Places, inside
from tracker.extract.parsing import Paragraph
from tracker.extract.phrases import has_subject
from tracker.extract.placed import placed
from tracker.extract.sourcing import Sources
from tracker.extract.splitting import Piece, pieces_of, quoted_share
from tracker.extract.statements import statement_of

_WHOLE, _SOME = 0.95, 0.05
_OWN_SCORE = 0.5
_OWN_REASON = "the article states it in its own voice"


def draft(
    article: ArticleDraft,
    text: str,
    paragraphs: tuple[Paragraph, ...],
    found: Sequence[FoundAttribution],
    *,
    outlet: str = "",
) -> Draft:
    """Draft all claims of a text, anchored, explained and scored; ``outlet`` is its name."""
    return _Drafting(article, ParsedText(text, paragraphs), found, outlet).run()


class _Drafting:
    """One text on its way to a reading."""

    def __init__(
        self,
        article: ArticleDraft,
        text: ParsedText,
        found: Sequence[FoundAttribution],
        outlet: str,
    ) -> None:
        self._article = article
        self._text = text
        self._found = gathered(text, found)
        self._calendar = Calendar(article.published_at, article.zone)
        self._casting = casting_of(text, self._found)
        self._chains = Chains(text, self._casting, self._found)
        self._sources = Sources(self._casting.cast, outlet)
        self._figures = Figures(text)
        self._caveats = [one for one in caveats_in(text) if not is_told(text, one, self._found)]
        self._reserved = Places(one.sentence for one in self._caveats)
        self._going_on: dict[tuple[int, str], tuple[Chain, TimeRange | None]] = {}

    def run(self) -> Draft:
        """Draft everything in the order of the text."""
        drafted: list[DraftedClaim] = []
        for one in self._found:
            if not self._claims(one):
                continue
            chain, said_at = self._continued(one, self._chains.of(one), self._said_at(one))
            pieces = pieces_of(self._text, one.content, self._figures.within(one.content))
            each = stated(self._text, pieces, one.cue)
            drafted += placed(self._attributed(one, said, chain, said_at) for said in each)
        own = own_statements(self._text, self._found, [one.sentence for one in self._caveats])
        drafted += [self._own(without_dateline(self._text.text, (span,))[0]) for span in own]
        drafted.sort(key=lambda one: one.claim.spans)
        keys = [f"c{number}" for number in range(1, len(drafted) + 1)]
        events, event_of = self._events(keys, drafted)
        notes = self._notes(keys, drafted)
        noted: defaultdict[str, list[str]] = defaultdict(list)
        for words, about in notes:
            for key in about:
                noted[key].append(words)
        drafted = [
            DraftedClaim(
                replace(
                    one.claim,
                    key=key,
                    event=event_of.get(key),
                    caveats=tuple(map(CaveatDraft, noted[key])),
                ),
                one.cue,
                one.source,
            )
            for key, one in zip(keys, drafted, strict=True)
        ]
        reading = Reading(
            article=replace(self._article, outlet=self._sources.outlet_key),
            text=self._text.text,
            sources=self._sources.drafts(),
            events=tuple(events),
            claims=tuple(one.claim for one in drafted),
        )
        return Draft(reading, tuple(drafted), tuple(notes))

    def _continued(
        self, one: FoundAttribution, chain: Chain, said_at: TimeRange | None
    ) -> tuple[Chain, TimeRange | None]:
        """Carry way and time over to what a speaker goes on to say in the same paragraph."""
        if chain.speaker is None:
            return chain, said_at
        at = self._text.paragraph_at(one.content[0].start), chain.speaker.key
        before, before_at = self._going_on.get(at, (None, None))
        known = before.relays if before is not None else ()
        if before is not None and not chain.medium and set(chain.relays) <= set(known):
            chain = replace(chain, medium=before.medium, relays=before.relays)
        said_at = said_at or before_at
        self._going_on[at] = chain, said_at
        return chain, said_at

    def _attributed(
        self, one: FoundAttribution, said: Stated, chain: Chain, said_at: TimeRange | None
    ) -> DraftedClaim:
        text, (piece, statement) = self._text, said
        tokens = [token for span in piece for token in text.tokens(span)]
        words = " ".join(text.words(span) for span in piece)
        cue, cues = (text.words(one.cue), text.tokens(one.cue)) if one.cue else ("", [])
        verb = next((token for token in cues if token.pos_ in ("VERB", "NOUN")), None)
        hops = self._sources.hops(chain, cue, said_at.words if said_at else "")
        claim = ClaimDraft(
            key="",
            statement=statement,
            voice=self._voice(piece),
            spans=piece,
            chain=hops,
            cue=cue,
            hedge=hedge_in(words) or hedge_in(cue),
            figures=tuple(figure.figure for figure in self._figures.within(piece)),
            facets=facets_of(
                text,
                piece,
                one.cue,
                self._figures.within(piece),
                self._times(piece),
                hops[0].source if hops else None,
            ),
            checkable=is_checkable(tokens, verb.lemma_.lower() if verb is not None else ""),
            said_at=said_at,
            score=round(one.score, 3),
            score_reason=one.reason,
        )
        return DraftedClaim(claim, one.cue, one.source)

    def _own(self, span: Span) -> DraftedClaim:
        text, piece = self._text, (span,)
        figures = self._figures.within(piece)
        claim = ClaimDraft(
            key="",
            statement=statement_of(text, piece, None),
            voice=Voice.ARTICLE,
            spans=piece,
            hedge=hedge_in(text.words(span)),
            figures=tuple(figure.figure for figure in figures),
            facets=facets_of(text, piece, None, figures, self._times(piece)),
            checkable=is_checkable(text.tokens(span)),
            score=_OWN_SCORE,
            score_reason=_OWN_REASON,
        )
        return DraftedClaim(claim, None, None)

    def _voice(self, piece: Piece) -> Voice:
        share = quoted_share(self._text, piece)
        if share >= _WHOLE:
            return Voice.DIRECT
        return Voice.MIXED if share > _SOME else Voice.INDIRECT

    def _said_at(self, one: FoundAttribution) -> TimeRange | None:
        """When it was said: a time in the cue's sentence, outside of what is said."""
        if one.cue is None:
            return None
        sentence = self._text.sentence_at(one.cue.start).span
        words = self._text.words(sentence)
        for span, expression in times_in(words, start=sentence.start):
            if not inside(span.start, one.content) and self._of_cue(span, one.cue):
                return self._calendar.time(expression)
        return None

    def _of_cue(self, time: Span, cue: Span) -> bool:
        """Whether a time is no other verb's: "said, the first since a truce was signed in May"."""
        for word in self._text.tokens(time)[:1]:
            for above in word.ancestors:
                if cue.start <= above.start < cue.end:
                    return True
                if has_subject(above):
                    return False
        return True

    def _times(self, piece: Piece) -> list[tuple[Span, TimeRange]]:
        return [
            (span, self._calendar.time(expression))
            for part in piece
            for span, expression in times_in(self._text.words(part), start=part.start)
        ]

    def _claims(self, one: FoundAttribution) -> bool:
        """Whether it is a claim: no caveat, no mere passing on, no mere naming of a source."""
        passed_on = self._chains.relays_only(one)
        return not (self._is_caveat(one) or passed_on or names_only(self._text, one))

    def _is_caveat(self, one: FoundAttribution) -> bool:
        return self._reserved.holds((one.cue or one.content[0]).start)

    def _events(
        self, keys: Sequence[str], drafted: Sequence[DraftedClaim]
    ) -> tuple[list[EventDraft], dict[str, str]]:
        abouts = []
        for key, one in zip(keys, drafted, strict=True):
            facets = {value.facet.value: value for value in one.claim.facets}
            place = facets["place"].words if "place" in facets and not facets["place"].sense else ""
            time = facets["time"].time if "time" in facets else None
            abouts.append(About(key, one.claim.spans, place, time))
        return events_of(self._text, abouts)

    def _notes(
        self, keys: Sequence[str], drafted: Sequence[DraftedClaim]
    ) -> list[tuple[str, tuple[str, ...]]]:
        claims = [
            (key, one.claim.spans[0], one.claim.chain[0].source if one.claim.chain else "")
            for key, one in zip(keys, drafted, strict=True)
        ]
        return [
            (self._words(caveat), keys)
            for caveat in self._caveats
            if (keys := covered(self._text, caveat, claims))
        ]

    def _words(self, caveat: CaveatFound) -> str:
        return " ".join(self._text.words(caveat.span).split())
