"""The safe sentence of an event that more than two tell otherwise: every account, in one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.domain.account import account_of
from tracker.domain.contest import Contest
from tracker.domain.dossier import Dossier
from tracker.domain.facet import Facet
from tracker.domain.phrasing import capital
from tracker.domain.relation import AGAINST, SAME_SPEAKER, Relation, RelationKind
from tracker.domain.safe_sentence import proven, questions_open, safe_sentence, what_was_said

_AGREEING = (RelationKind.CORROBORATES, RelationKind.CONCEDES, RelationKind.REFINES)
_PAIR = 2
_MANY = 6
"""Accounts beyond which only those are told that meet one of the two that are compared."""


def event_sentence(contest: Contest, side: int) -> str:
    """Say what can be printed of an event now; of a pair alone, what can be of the claim of a side.

    Told are the two that are compared, if anything ties them, the accounts that stand against
    another, and those that an editor confirmed to agree with one of them or to be the newer word
    of the same speaker; of many, only those that one of the two that are compared meets so. Of a
    claim that an editor confirmed one against, those are left out that are only suggested.
    """
    told = _told(contest)
    for near in (_near(contest, confirmed=False), _near(contest, confirmed=True)):
        if len(told) > _MANY:
            told = [one for one in told if one.claim.id in near]
    if len(told) <= _PAIR:
        return safe_sentence(contest.sides[side])
    sentences = [account_of(one).words for one in told]
    sentences += [words for one in told if (words := proven(one, what_was_said(one)))]
    if ending := _ending(told):
        sentences.append(ending)
    return " ".join(_stopped(capital(sentence)) for sentence in sentences)


def _told(contest: Contest) -> list[Dossier]:
    accounts = {one.claim.id: one for one in contest.accounts}
    settled = set(_decided(contest.accounts))
    against: set[int] = set()
    beside: dict[int, set[int]] = {}
    for number, one in accounts.items():
        for tie in one.ties:
            relation = tie.relation
            if tie.other.id not in accounts or not tie.stands:
                continue
            if relation.against:
                if relation.confirmed or not {number, tie.other.id} & settled:
                    against.add(number)
            elif _goes_with(relation, number):
                beside.setdefault(number, set()).add(tie.other.id)
    with_them = {number for number, others in beside.items() if others & against}
    compared = {one.claim.id for one in contest.sides} if contest.pair.relations else set()
    return [one for number, one in accounts.items() if number in against | with_them | compared]


def _decided(accounts: Iterable[Dossier]) -> Iterator[int]:
    """The claims against which an editor confirmed that another stands."""
    for one in accounts:
        if any(tie.stands and tie.relation.against and tie.relation.confirmed for tie in one.ties):
            yield one.claim.id


def _near(contest: Contest, *, confirmed: bool) -> set[int]:
    """The two that are compared, and what stands against one of them or an editor tied to it."""
    found = {one.claim.id for one in contest.sides}
    return found | {
        tie.other.id
        for one in contest.sides
        for tie in one.ties
        if tie.stands and tie.relation.stands
        if tie.relation.confirmed or (tie.relation.against and not confirmed)
    }


def _goes_with(relation: Relation, number: int) -> bool:
    """Whether an editor confirmed that a claim agrees with another, or is its speaker's news."""
    if not relation.confirmed:
        return False
    return relation.kind in _AGREEING or (relation.kind in SAME_SPEAKER and relation.a == number)


def _ending(told: Sequence[Dossier]) -> str:
    unproven = [one for one in told if not proven(one, "this")]
    if not unproven:
        return ""
    tried = all(one.attempts for one in unproven)
    named = set(_open_facets(unproven))
    open_ones = [facet for facet in Facet if facet in named]
    if questions := questions_open(open_ones, tried=tried):
        return questions
    if len(unproven) < len(told):
        return ""
    verified = "could be" if tried else "has been"
    return f"none of these accounts {verified} independently verified"


def _open_facets(told: Sequence[Dossier]) -> Iterator[Facet]:
    """The facets on which an editor confirmed that two of the accounts cannot both be right."""
    numbers = {one.claim.id for one in told}
    for one in told:
        for tie in one.ties:
            relation = tie.relation
            if relation.kind in AGAINST and relation.confirmed and tie.other.id in numbers:
                yield relation.facet or Facet.OCCURRENCE


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
