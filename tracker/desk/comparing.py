"""Comparing: a new article's claims are held against the ledger's, and join its events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest
from typing import NamedTuple

from tracker.compare.account import Account
from tracker.compare.across import opposed
from tracker.compare.candidates import likeness
from tracker.compare.found import Finding, settled
from tracker.compare.one_event import of_one_world, one_happening
from tracker.compare.pairing import alike, one_speaker
from tracker.compare.retracting import retracted_elsewhere
from tracker.compare.told import account_of
from tracker.desk.acting import action_editor, action_time
from tracker.desk.relating import suggest
from tracker.desk.same_event import Met, Told
from tracker.desk.stories import PER_ARTICLE
from tracker.domain.article import Article
from tracker.domain.claim import Claim
from tracker.domain.relation import Relation, RelationOrigin, RelationState
from tracker.domain.status import Stage
from tracker.store.shelves import Shelves

PER_KEY = 40
"""Claims looked at for one key, the newest; a busy place would else make all work quadratic."""
PER_CLAIM = 10
"""Claims of other articles that one claim is compared with: those that are likest."""
_BY_KEYS = 8
"""So many of those that share most keys, and some more for those that are left out."""
_SPARE = 4
_ARTICLES, _ONE_EVENT = 3, 2.0
"""Other articles, at most, that tell of one event with the new: that share so telling words."""
_PER_WORD = 40
"""Articles of one word from which it tells nothing."""
LEFT_OUT = (Stage.DISMISSED,)


class Beside(NamedTuple):
    """A new claim's account, that of a claim of another article, and how many keys they share."""

    ours: Account
    theirs: Account
    claim: Claim
    shared: int


class Found(NamedTuple):
    """A claim of another article, how many keys it shares, and how the two stand to each other.

    ``one`` says that they tell of one deed in one place on one day.
    """

    claim: Claim
    shared: int
    findings: list[Finding]
    one: bool


def compare_with_ledger(
    shelves: Shelves, article: Article, claims: Sequence[int], again: Collection[int] = ()
) -> tuple[int, ...]:
    """Relate new claims to those of other articles, within an action.

    A pair that an editor decided on is left as it is. ``again`` are the claims of others that the
    article makes, too: reading has set those against its own. Returns the events of the ledger that
    the new claims go on with.
    """
    new = shelves.claims.get_many(claims)
    beside = [
        Met(new[number], *found)
        for number, all_found in found_for(shelves, article, new.values(), again).items()
        for found in all_found
    ]
    told = Told(shelves, beside)
    findings = [
        it for one in beside if one.findings and told.may_be_one(one) for it in one.findings
    ]
    suggest_found(shelves, findings)
    return told.join(new)


def compare_with_former(shelves: Shelves, claims: Sequence[int], former: Iterable[Claim]) -> None:
    """Relate a revision's new claims to what the same speakers said in former texts of it.

    What stands there no more a later figure takes the place of, or somebody has taken back.
    """
    new = shelves.claims.get_many(claims)
    gone = [one for one in former if one.passages and all(it.orphaned for it in one.own_passages)]
    accounts = accounts_for(shelves, [*new.values(), *gone])
    findings: list[Finding] = []
    for mine in new.values():
        for other in gone:
            if other.speaker_id == mine.speaker_id and other.stage not in LEFT_OUT:
                ends = accounts[other.id], accounts[mine.id]
                findings += settled([*alike(*ends), *retracted_elsewhere(*ends)])
    suggest_found(shelves, findings)


def found_for(
    shelves: Shelves, article: Article, claims: Iterable[Claim], again: Collection[int] = ()
) -> dict[int, list[Found]]:
    """Find the claims of other articles that new ones may bear on, and how; nothing is written."""
    beside = beside_for(shelves, article, claims, again)
    against = opposed([(one.theirs, one.ours) for one in beside])
    found: dict[int, list[Found]] = defaultdict(list)
    for one, opposing in zip(beside, against, strict=True):
        ends = one.theirs, one.ours
        agreeing = alike(*ends) if one.shared or one_speaker(*ends) else ()
        findings = settled([*opposing, *agreeing])
        told = one.shared > 0 and one_happening(*ends)
        found[one.ours.id].append(Found(one.claim, one.shared, findings, told))
    return found


def beside_for(
    shelves: Shelves, article: Article, claims: Iterable[Claim], again: Collection[int] = ()
) -> list[Beside]:
    """Lay the claims of other articles beside those new ones that they may bear on."""
    new = list(claims)
    shared = {claim.id: shelves.claims.sharing_keys(claim, most=PER_KEY).shared for claim in new}
    by_keys = {
        number: nlargest(_BY_KEYS + _SPARE, found, key=lambda one: (found[one], one))
        for number, found in shared.items()
    }
    by_article = {
        one: sure
        for told, sure in _of_one_event(shelves, article).items()
        for one in shelves.claims.first_of(told, most=PER_ARTICLE)
    }
    known = _kept(
        shelves,
        article,
        ({one for found in by_keys.values() for one in found} | by_article.keys()) - set(again),
    )
    accounts = accounts_for(shelves, [*new, *known.values()])
    beside: list[Beside] = []
    for claim in new:
        keyed = [one for one in by_keys[claim.id] if one in known][:_BY_KEYS]
        likely = {
            one: shared[claim.id].get(one, 0)
            + by_article.get(one, 0.0)
            + likeness(accounts[one], accounts[claim.id])
            for one in dict.fromkeys((*keyed, *by_article))
            if one in known
        }
        beside += [
            Beside(accounts[claim.id], accounts[one], known[one], shared[claim.id].get(one, 0))
            for one in nlargest(PER_CLAIM, likely, key=lambda one: (likely[one], one))
        ]
    return beside


def compared_in_part(shelves: Shelves, claims: Iterable[Claim]) -> tuple[int, ...]:
    """The claims that name what so many others name that only the newest of those are compared."""
    return tuple(
        one.id for one in claims if shelves.claims.sharing_keys(one, most=PER_KEY).left_out
    )


def _of_one_event(shelves: Shelves, article: Article) -> dict[int, float]:
    """The other articles that may tell of the event of a new one, and how surely.

    Words that many have tell little, so that each article of an event would make the others less
    likely: those whose event it is for one that is likely are looked at as well.
    """
    alike = shelves.articles.sharing_words(article, most=_PER_WORD)
    likely = [one for one in sorted(alike, reverse=True) if alike[one] >= _ONE_EVENT]
    likely = nlargest(_ARTICLES + _SPARE, likely, key=lambda one: alike[one])
    also = sorted(_telling_of_the_same(shelves, likely[:1]) & alike.keys() - {*likely})
    likely += nlargest(_ARTICLES, also, key=lambda one: alike[one])
    told = shelves.articles.get_many(likely)
    apart = [one for one in likely if _apart(article, told[one])][:_ARTICLES]
    return {one: alike[one] for one in apart}


def _telling_of_the_same(shelves: Shelves, articles: Iterable[int]) -> set[int]:
    """The articles that tell of what most claims of some articles tell of."""
    found: set[int] = set()
    for number in articles:
        claims = shelves.claims.get_many(shelves.claims.first_of(number, most=PER_ARTICLE))
        events = Counter(one.event_id for one in claims.values() if one.event_id is not None)
        for event, _ in events.most_common(1):
            found |= set(shelves.claims.articles_of_event(event))
    return found


def _kept(shelves: Shelves, article: Article, numbers: Collection[int]) -> dict[int, Claim]:
    """Those claims that are not left out, and of another article of the same days."""
    claims = shelves.claims.get_many(sorted(numbers))
    articles = shelves.articles.get_many(
        {one.article_id for one in claims.values() if one.article_id is not None}
    )
    return {
        number: one
        for number, one in claims.items()
        if one.stage not in LEFT_OUT
        and (told := articles.get(one.article_id or 0)) is not None
        and _apart(article, told)
    }


def _apart(article: Article, other: Article) -> bool:
    """Whether another article is no revision of a new one, of the same days, and of its world."""
    revised = (article.revision_of or article.id) == (other.revision_of or other.id)
    same_days = not revised and article.of_the_days_of(other)
    return same_days and of_one_world(article.text, other.text)


def accounts_for(shelves: Shelves, claims: Iterable[Claim]) -> dict[int, Account]:
    """The accounts of claims of any articles, by claim."""
    held = list(claims)
    speakers = {claim.speaker_id for claim in held if claim.speaker_id is not None}
    sources = shelves.sources.with_affiliations(speakers)
    appeared = shelves.articles.appeared({one.article_id for one in held if one.article_id})
    return {
        claim.id: account_of(claim, sources, appeared.get(claim.article_id or 0)) for claim in held
    }


def suggest_found(shelves: Shelves, findings: Iterable[Finding]) -> tuple[Relation, ...]:
    """Suggest what was found, where there is no such relation yet, and nobody rejected it."""
    by, at = action_editor(shelves), action_time(shelves)
    relations = [
        Relation(
            one.a,
            one.b,
            one.kind,
            one.facet,
            RelationState.SUGGESTED,
            RelationOrigin.MACHINE,
            by,
            at,
            one.reason,
            one.score,
        )
        for one in findings
    ]
    return suggest(shelves, relations)
