"""Reprinting: what of a new article stands in others already, so that its claims are theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from heapq import nsmallest

from tracker.compare.names import likeness
from tracker.domain.article import Article, Passage
from tracker.domain.claim import Claim
from tracker.domain.denying_words import is_told_as_denial
from tracker.domain.draft import ClaimDraft, Reading, SourceDraft
from tracker.domain.in_common import InCommon
from tracker.domain.reprint import Reprint
from tracker.domain.source import Source
from tracker.store.shelves import Shelves

_FIRST = 4
"""Articles with a sentence that are looked at, the first: what they say, the later ones have."""
_ARTICLES = 5
"""Articles that are looked at: those that share most sentences."""


@dataclass(frozen=True)
class Reprinted:
    """The articles whose words stand in a new one, and its claims that are theirs, by draft."""

    articles: tuple[Reprint, ...] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)


def reprinted(
    shelves: Shelves, reading: Reading, article: Article, passages: Mapping[str, Passage]
) -> Reprinted:
    """Find in other articles what a new one says again, within an action.

    A claim is made again where its words stand in the other article, too, and who says them, how
    surely, and whether they say or deny it is the same. ``passages`` are those of the drafts that
    are not known otherwise.
    """
    drafts = {draft.key: draft for draft in reading.claims if draft.key in passages}
    speakers = {draft.key: draft for draft in reading.sources}
    claims: dict[str, Claim] = {}
    found: list[Reprint] = []
    for other in _sharing(shelves, article):
        common = InCommon(article.text, other.text)
        if not (common.one_text or article.of_the_days_of(other)):
            continue
        theirs = shelves.claims.standing_in([other.id])
        for key, claim in _pairs(common, passages, theirs, other.id):
            known = key in claims or claim.id in {one.id for one in claims.values()}
            if not known and _one_claim(shelves, drafts[key], claim, speakers):
                claims[key] = claim
        stand = {one.id for one in theirs}
        again = sum(claim.id in stand for claim in claims.values())
        if again or common.one_text:
            found.append(Reprint(other.ref, common.share, common.one_text, again))
    found.sort(key=lambda one: (-one.claims, one.article.number))
    return Reprinted(tuple(found), claims)


def reprints_of(shelves: Shelves, article: Article) -> tuple[Reprint, ...]:
    """The other articles whose words stand in one of the ledger, those with most claims first."""
    ours = {claim.id for claim in shelves.claims.standing_in([article.id])}
    found = []
    for other in _sharing(shelves, article):
        common = InCommon(article.text, other.text)
        both = ours & {claim.id for claim in shelves.claims.standing_in([other.id])}
        if both or common.one_text:
            found.append(Reprint(other.ref, common.share, common.one_text, len(both)))
    found.sort(key=lambda one: (-one.claims, one.article.number))
    return tuple(found)


def stands_here_too(claim: Claim, passage: Passage) -> Claim:
    """Let a claim stand in another article, too."""
    return replace(claim, passages=(*claim.passages, passage))


def _sharing(shelves: Shelves, article: Article) -> Iterator[Article]:
    """The articles that share most sentences with one, each followed by its newest revision."""
    family = article.revision_of or article.id
    shared = shelves.articles.sharing_sentences(article, most=_FIRST)
    likely = nsmallest(_ARTICLES, shared, key=lambda one: (-shared[one], one))
    seen: set[int] = set()
    for number in likely:
        texts = shelves.articles.revisions(number)
        if family in (texts[0].id, texts[0].revision_of):
            continue
        for text in (next(one for one in texts if one.id == number), texts[-1]):
            if text.id not in seen:
                seen.add(text.id)
                yield text


def _pairs(
    common: InCommon, passages: Mapping[str, Passage], claims: Collection[Claim], other: int
) -> list[tuple[str, Claim]]:
    """The drafts and claims whose words are the same, those that share most of them first."""
    standing = [
        (passage, claim)
        for claim in claims
        for passage in claim.passages
        if passage.article_id == other and claim.merged_into is None
    ]
    pairs = []
    for key, passage in passages.items():
        there = common.place(passage.spans)
        for place, claim in standing:
            if there is None or not any(map(there.meets, place.spans)):
                continue
            if shared := common.shared(passage.spans, place.spans):
                pairs.append((-shared, passage.spans[0].start, claim.id, key, claim))
    return [(key, claim) for *_, key, claim in sorted(pairs, key=lambda one: one[:3])]


def _one_claim(
    shelves: Shelves, draft: ClaimDraft, claim: Claim, speakers: Mapping[str, SourceDraft]
) -> bool:
    """Whether what is said in the same words is said by the same, as surely, and not denied."""
    if draft.hedge.casefold() != claim.hedge.casefold():
        return False
    if is_told_as_denial(draft.cue) is not is_told_as_denial(claim.cue):
        return False
    if not draft.chain or claim.speaker_id is None:
        return not draft.chain and claim.speaker_id is None
    said_by = speakers[draft.chain[0].source]
    known = shelves.sources.get(claim.speaker_id)
    if said_by.name in (known.name, *known.aliases, shelves.sources.restricted_name(known)):
        return True
    return likeness(known, Source(said_by.name, said_by.kind, aliases=said_by.aliases)) is not None
