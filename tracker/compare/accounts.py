"""Accounts of a reading: its claims, with their parties and what the article says around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from tracker.compare.account import MOST_FIGURES, MOST_VALUES, Account
from tracker.compare.contrast import told_otherwise
from tracker.compare.denials import rejects
from tracker.compare.layout import Layout
from tracker.compare.newer import is_said_before
from tracker.compare.own_words import own_words
from tracker.compare.party import NOBODY, Party, party_of
from tracker.domain.article import Span
from tracker.domain.attribution import HopRole
from tracker.domain.denying_words import polar
from tracker.domain.draft import ClaimDraft, FacetDraft, Reading, SourceDraft
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.source import Source

_PRONOUNS = frozenset({"they", "them", "it", "he", "she", "him", "those", "these"})
_REMEMBERED = 4
"""Claims of one speaker over which "they" keeps its meaning."""


def accounts_of(reading: Reading) -> list[Account]:
    """Turn the claims of a reading into accounts, numbered from 1 in its order."""
    numbers = {source.key: number for number, source in enumerate(reading.sources, 1)}
    sources = {numbers[one.key]: _source(one, numbers) for one in reading.sources}
    parties = {number: party_of(source, sources) for number, source in sources.items()}
    accounts: list[Account] = []
    block, last = 0, None
    layout = Layout(
        reading.text,
        (
            span
            for claim in reading.claims
            for span in claim.spans
            if claim.chain and not told_otherwise(reading.text[span.start : span.end])
        ),
    )
    own = own_words(reading.claims)
    for at, claim in enumerate(reading.claims):
        speaker = numbers[claim.chain[0].source] if claim.chain else None
        block += speaker != last
        last = speaker
        mine = replace(claim, spans=own[at], facets=_within(claim, own[at]))
        accounts.append(_account(at, mine, reading.text, layout, numbers, parties, block, speaker))
    accounts = _carried(accounts)
    return [_resolved(one, accounts) for one in accounts]


def _carried(accounts: Sequence[Account]) -> list[Account]:
    """Let what introduces a speaker hold for all that the speaker goes on to say."""
    carried: list[Account] = []
    for account in accounts:
        last = carried[-1] if carried else None
        one = replace(account, place=place_told(account.values) or _place_before(account, carried))
        together = last is not None and last.paragraph == one.paragraph
        # "The army rejected the charge. Its guns were silent, a colonel said."
        if last and together and (last.block == one.block or rejects(last)):
            carried.append(replace(one, lead=f"{last.lead} {one.lead}"))
        else:
            carried.append(one)
    return carried


def narration_of(reading: Reading) -> str:
    """What an article says in its own words: all but its claims by others."""
    spans = sorted(span for claim in reading.claims if claim.chain for span in claim.spans)
    pieces, at = [], 0
    for span in spans:
        pieces.append(reading.text[at : max(at, span.start)])
        at = max(at, span.end)
    return " ".join((*pieces, reading.text[at:]))


def _within(claim: ClaimDraft, spans: Sequence[Span]) -> tuple[FacetDraft, ...]:
    return tuple(
        one
        for one in claim.facets
        if one.span is None
        or any(span.start <= one.span.start < span.end for span in spans)
        or not any(span.start <= one.span.start < span.end for span in claim.spans)
    )


def place_told(values: Sequence[FacetValue]) -> str:
    """Where a claim speaks of itself."""
    return next((value.words for value in values if value.facet is Facet.PLACE), "")


def _place_before(account: Account, earlier: Sequence[Account]) -> str:
    """Where the same speaker spoke of, earlier in the same paragraph."""
    return next(
        (
            one.place
            for one in takewhile(lambda one: one.paragraph == account.paragraph, reversed(earlier))
            if one.place and one.party.id == account.party.id
        ),
        "",
    )


def _account(
    at: int,
    claim: ClaimDraft,
    text: str,
    layout: Layout,
    numbers: Mapping[str, int],
    parties: Mapping[int, Party],
    block: int,
    speaker: int | None,
) -> Account:
    start = claim.spans[0].start if claim.spans else 0
    words = " ".join(text[span.start : span.end] for span in claim.spans) or claim.statement
    return Account(
        id=at + 1,
        words=words,
        party=parties[speaker] if speaker is not None else NOBODY,
        cue=claim.cue,
        hedge=claim.hedge,
        values=tuple(
            polar(_value(one, numbers), claim.cue, words) for one in claim.facets[:MOST_VALUES]
        ),
        figures=tuple(islice((one for one in claim.figures if one.text in words), MOST_FIGURES)),
        relays=frozenset(
            numbers[hop.source] for hop in claim.chain if hop.role is not HopRole.SPEAKER
        ),
        at=at,
        paragraph=layout.paragraph(start),
        block=block,
        sentence=layout.sentence(start),
        lead=layout.lead(claim.spans),
        checkable=claim.checkable or not claim.chain,
        said_at=claim.said_at,
        said_before=is_said_before(claim.cue, *layout.sides(claim.spans)),
    )


def _value(draft: FacetDraft, numbers: Mapping[str, int]) -> FacetValue:
    return FacetValue(
        draft.facet,
        draft.words,
        draft.span,
        numbers.get(draft.source or ""),
        draft.low,
        draft.high,
        draft.place,
        draft.time,
        draft.sense,
    )


def _resolved(account: Account, accounts: Sequence[Account]) -> Account:
    """Say whom "they" means in a speaker's mouth: the doer that the speaker named before."""
    if not any(_is_pronoun(value) for value in account.values):
        return account
    doer = next(_named_before(account, accounts), None)
    if doer is None:
        return account
    values = tuple(
        replace(value, words=doer.words, source_id=doer.source_id) if _is_pronoun(value) else value
        for value in account.values
    )
    return replace(account, values=values)


def _is_pronoun(value: FacetValue) -> bool:
    plain = value.words.lower() in _PRONOUNS
    return value.facet is Facet.ACTOR and plain and value.source_id is None


def _named_before(account: Account, accounts: Sequence[Account]) -> Iterator[FacetValue]:
    mine = [
        one
        for one in accounts[max(0, account.at - _REMEMBERED) : account.at]
        if one.party.id == account.party.id
    ]
    for one in reversed(mine):
        for value in one.of(Facet.ACTOR):
            if not _is_pronoun(value) and value.source_id is None:
                yield value


def _source(draft: SourceDraft, numbers: Mapping[str, int]) -> Source:
    return Source(
        draft.name,
        draft.kind,
        draft.role,
        draft.aliases,
        numbers.get(draft.affiliation or ""),
        id=numbers[draft.key],
    )
