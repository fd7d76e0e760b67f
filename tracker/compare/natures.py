"""Causes, intents and the nature of what was hit: kinds of answers of which only one is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.compare.account import Account, Deed
from tracker.compare.clash import Clash
from tracker.compare.doers import is_weapon
from tracker.compare.found import Finding
from tracker.compare.once import once
from tracker.compare.reasons import of_phrases
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.meanings import lexicon, named
from tracker.domain.relation import AGAINST, RelationKind
from tracker.domain.sides import heads

_CAUSES = frozenset({"attack", "failure", "error", "nature", "illness", "drug", "self", "beating"})
_BLAMING = re.compile(r"\bblam", re.IGNORECASE)
_TOLD = "told: "
"""What begins the kind of a cause that is only told in words."""
_MUTUAL = 0.55
_BARE = 4
"""Words, at most, of an account that only says what is blamed, and not for what."""
_NAME = re.compile(r"\b[^\W\d_a-z]\w")
_BY_DEED = {"attack": "attack", "fail": "failure"}
_IT_WAS = re.compile(
    r"^ (?:it|this|that|the (?:\w+ ){1,2}|they|those|these|the (?:dead|victims|targets?)|"
    r"(?:all )?(?:of )?(?:those|the people) (?:killed|hit|dead|hurt|injured))"
    r"(?: \w+)? ?(?:was|were|is|are|had been) (?:not |only |just |simply |all |mostly |in fact )*"
)
_WERE = re.compile(
    r" (?:killed|dead|hit|struck|hurt|wounded|target|targets|victims) (?:was|were|are|is) "
)
_GENERA = frozenset({"build", "vehicl", "ship", "aircraft", "site", "vessel", "structur"})
_AIMED = frozenset({"attack", "hurt", "die", "destroy"})
_NATURES = (("fighters", "civilians"), ("military_things", "civilian_things"))


def cause_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where two accounts lay one outcome to causes that exclude each other."""
    if ours.party.id is None or theirs.party.id is None:
        return
    first, second = causes_of(ours), causes_of(theirs)
    if len(first) != 1 or len(second) != 1 or set(first) == set(second):
        return
    if {"blame", "attack"} == set(first) | set(second):
        return  # who did it is another question than what it was
    alike = len(ours.fields & theirs.fields) + len(ours.stems & theirs.stems)
    unsaid = leaves_effect_unsaid(ours) or leaves_effect_unsaid(theirs)
    if not (alike or contrast or unsaid) or _one_cause(first, second):
        return
    if _befell_another(ours, theirs) or _befell_another(theirs, ours):
        return
    if is_chain(ours, theirs):
        return
    (one,), (two,) = first.values(), second.values()
    score = 0.45 + 0.1 * min(1, alike) + 0.2 * contrast
    yield Clash(Facet.CAUSE, score, of_phrases(ours, theirs, one, two))


def is_chain(ours: Account, theirs: Account) -> bool:
    """Whether what one calls the cause is to the other what was caused."""
    first, second = (heads(" ".join(causes_of(one).values())) for one in (ours, theirs))
    chained = first & (theirs.stems - second) or second & (ours.stems - first)
    return bool(first and second and chained)


def _one_cause(first: dict[str, str], second: dict[str, str]) -> bool:
    """Whether two causes, one of no known kind, share a noun, so that they may be one."""
    unknown = any(kind.startswith(_TOLD) for kind in (*first, *second))
    nouns = [heads(" ".join(each.values())) for each in (first, second)]
    return unknown and bool(nouns[0] & nouns[1])


def leaves_effect_unsaid(account: Account) -> bool:
    """Whether an account only says what is blamed, and not for what."""
    return _BLAMING.search(account.cue) is not None and len(account.words.split()) <= _BARE


def _befell_another(ours: Account, theirs: Account) -> bool:
    """Whether an attack is told whose target has nothing to do with what another account tells."""
    aims = [
        deed.target.words
        for deed in ours.deeds
        if "attack" in deed.senses and deed.target is not None and heads(deed.target.words)
    ]
    met = any(
        heads(aim) & theirs.stems or named(lexicon().fields, aim) & theirs.fields for aim in aims
    )
    return bool(aims) and not met and any(deed.target for deed in theirs.deeds)


@once
def causes_of(account: Account) -> dict[str, str]:
    """The kinds of cause that an account gives, with its words for them."""
    found: dict[str, str] = {}
    causes = account.of(Facet.CAUSE)
    for value in causes:
        for kind in value.sense.split():
            if kind in _CAUSES and not value.sense.startswith("not "):
                found.setdefault(kind, value.words)
    if account.kinds(Facet.INTENT) == {"meant"}:
        found.setdefault("attack", _intent(account))
    for deed in account.deeds if not causes else ():
        if not deed.denied:
            found = dict(_by_deed(deed)) | found
    told = {f"{_TOLD}{value.words}": value.words for value in causes if not value.sense}
    return found or told or _blamed(account)


def _by_deed(deed: Deed) -> Iterator[tuple[str, str]]:
    """The kinds of cause that a deed is, with its words, or with the weapon that did it."""
    for sense in deed.senses & _BY_DEED.keys():
        yield _BY_DEED[sense], _told(deed)
    if "hurt" in deed.senses and deed.actor is not None and is_weapon(deed.actor.words):
        yield "attack", deed.actor.words


def _blamed(account: Account) -> dict[str, str]:
    """What an account blames, where it calls nothing the cause."""
    if _BLAMING.search(account.cue):
        for doer in account.of(Facet.ACTOR)[:1]:
            words = doer.words.split(" for ")[0]
            return {"blame" if _is_somebody(doer) else f"{_TOLD}{words}": words}
    return {}


def _is_somebody(doer: FacetValue) -> bool:
    """Whether what is blamed is a side or has a name, and is no thing."""
    side = named(lexicon().parties, doer.words) or _NAME.search(doer.words)
    return doer.source_id is not None or bool(side)


def intent_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where one calls meant what the other calls an accident."""
    first, second = ours.kinds(Facet.INTENT), theirs.kinds(Facet.INTENT)
    if len(first) == len(second) == 1 and first != second:
        alike = bool(ours.fields & theirs.fields or ours.stems & theirs.stems)
        if alike or contrast:
            score = 0.45 + 0.15 * alike + 0.15 * contrast
            reason = of_phrases(ours, theirs, _intent(ours), _intent(theirs))
            yield Clash(Facet.INTENT, score, reason)


def target_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where one tells of fighters and the other of civilians, or of two things for one."""
    first, second = _hit(ours), _hit(theirs)
    if first is None or second is None:
        return
    if ours.party.id is None or theirs.party.id is None:
        return
    named = (
        _IT_WAS.match(ours.plain)
        or _IT_WAS.match(theirs.plain)
        or ours.tells(_WERE)
        or theirs.tells(_WERE)
    )
    shared = ours.fields & theirs.fields & {"building", "vehicle", "ship", "aircraft", "dead"}
    one_deed = any(
        mine.senses & other.senses & _AIMED for mine in ours.deeds for other in theirs.deeds
    )
    if (
        of_two_natures(ours, theirs)
        and contrast
        and (named or one_deed)
        and not _one_target(ours, theirs)
    ):
        score = 0.4 + 0.1 * bool(named) + 0.1 * one_deed + 0.15 * contrast
        yield Clash(Facet.TARGET, score, of_phrases(ours, theirs, first, second))
    elif named and shared and contrast and not _general(ours, theirs):
        score = 0.4 + 0.2 * contrast
        yield Clash(Facet.TARGET, score, of_phrases(ours, theirs, first, second))


def of_two_natures(ours: Account, theirs: Account) -> bool:
    """Whether one speaks of fighters or of what is military, and the other of civilian life."""
    first, second = ours.natures(), theirs.natures()
    return any(
        (one in first and two in second and not {one, two} <= first & second)
        or (two in first and one in second)
        for one, two in _NATURES
    )


def _one_target(ours: Account, theirs: Account) -> bool:
    """Whether both name one thing as the target of one deed."""
    return any(
        mine.senses & other.senses and heads(mine.target.words) & heads(other.target.words)
        for mine in ours.deeds
        for other in theirs.deeds
        if mine.target is not None and other.target is not None
    )


def _general(ours: Account, theirs: Account) -> bool:
    """Whether two accounts name one thing, or one only its genus: "building", "vehicle"."""
    if ours.stems & theirs.stems:
        return True
    return bool((ours.stems | theirs.stems) & _GENERA)


@once
def _hit(account: Account) -> str | None:
    """What an account says was hit, or that it was."""
    if told := _IT_WAS.match(account.plain) or account.tells(_WERE):
        rest = account.plain[told.end() :].strip()
        return " ".join(rest.split()[:4]) or None
    for deed in account.deeds:
        if deed.senses & _AIMED and deed.target is not None and not deed.denied:
            return deed.target.words
    return None


def _intent(account: Account) -> str:
    return next((value.words for value in account.of(Facet.INTENT) if value.sense), "")


def _told(deed: Deed) -> str:
    target = f" {deed.target.words}" if deed.target else ""
    return f"{deed.words}{target}"


def mutual_intents(accounts: Sequence[Account], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield where two sides that stand against each other each say that the other meant it."""
    of = {one.id: one for one in accounts}
    rivals = {
        frozenset((of[one.a].party.id, of[one.b].party.id)) for one in found if one.kind in AGAINST
    }
    meant = [one for one in accounts if one.kinds(Facet.INTENT) == {"meant"}]
    for number, one in enumerate(meant):
        for other in meant[:number]:
            if frozenset((one.party.id, other.party.id)) in rivals and one.party.id:
                told = [next(v.words for v in each.of(Facet.INTENT)) for each in (other, one)]
                reason = f"each says the other meant it: {told[0]}, {told[1]}"
                kind = RelationKind.CONTRADICTS
                yield Finding(other.id, one.id, kind, Facet.INTENT, _MUTUAL, reason)
