"""The safe sentence: what can be printed now, every side in the same words and neutral order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.domain.account import Account, account_of, standing
from tracker.domain.dossier import Dossier, Tie
from tracker.domain.facet import Facet
from tracker.domain.phrasing import capital, listed
from tracker.domain.relation import RelationKind
from tracker.domain.status import Status

_PAIR = 2


def safe_sentence(dossier: Dossier) -> str:
    """Say what can be printed now: who said what, and how far it is verified.

    Both sides of what is only suggested are told, until an editor confirmed one that stands against
    the claim: then the confirmed ones. A side too many is soon struck out, one too few not missed.
    Text is kept letter for letter; making it harmless belongs to the boundary that shows it.
    """
    against = decided(standing(dossier.counter_claims))
    agreeing = () if against else _corroborations(dossier)
    told = in_order(dossier, (*against, *agreeing))
    clauses = [account.words for account in told]
    if dossier.claim.checkable:
        clauses.append(_ending(dossier, len(told), contested=bool(against)))
    sentence = capital("; ".join(clauses))
    return sentence if sentence.endswith(".") else f"{sentence}."


def decided(against: Sequence[Tie]) -> tuple[Tie, ...]:
    """Of what stands against a claim those that an editor confirmed; all where that is none."""
    return tuple(tie for tie in against if tie.relation.confirmed) or tuple(against)


def in_order(dossier: Dossier, ties: Iterable[Tie]) -> tuple[Account, ...]:
    """The accounts of a claim and of its ties in neutral order, each claim once."""
    told = {dossier.claim.id: account_of(dossier)}
    for tie in ties:
        told.setdefault(tie.other.id, account_of(dossier, tie))
    return tuple(sorted(told.values(), key=lambda account: account.place))


def open_facets(dossier: Dossier) -> tuple[Facet, ...]:
    """The facets on which an editor confirmed that a standing counter-claim is against it."""
    named = {
        tie.relation.facet or Facet.OCCURRENCE
        for tie in standing(dossier.ties)
        if tie.relation.against and tie.relation.confirmed
    }
    return tuple(facet for facet in Facet if facet in named)


def proven(dossier: Dossier, this: str) -> str:
    """What evidence says of a claim, called ``this``; empty where it does not decide."""
    match dossier.claim.status:
        case Status.CONFIRMED if dossier.grounds().supporting:
            return f"{this} has been confirmed by primary evidence"
        case Status.CONFIRMED:
            return f"{this} has been confirmed by an admission against interest"
        case Status.REFUTED:
            return f"{this} has been shown by evidence to be false"
        case Status.MISLEADING:
            return f"{this} is literally right but misleading"
        case Status.CORROBORATED | Status.UNVERIFIED | Status.DISPUTED | Status.UNVERIFIABLE:
            return ""


def questions_open(facets: Iterable[Facet], *, tried: bool) -> str:
    """Say what is not verified; "could not be" where that was tried. Empty without a facet."""
    questions = [facet.open_question for facet in facets]
    if not questions:
        return ""
    has = "could" if tried else "has" if len(questions) == 1 else "have"
    return f"{listed(questions)} {has} not {'be' if tried else 'been'} independently verified"


def what_was_said(dossier: Dossier) -> str:
    """Name what a claim says without saying it: "what the mayor said"."""
    account = account_of(dossier)
    return f"what {account.called} {account.verb}"


def _ending(dossier: Dossier, told: int, *, contested: bool) -> str:
    this = "this" if told == 1 else what_was_said(dossier)
    if decided := proven(dossier, this):
        return decided
    if dossier.claim.status is Status.CORROBORATED and not contested:
        if told == 1:
            return "this has not been confirmed by primary evidence"
        return "the accounts have independent origins, but no primary evidence confirms them"
    return _unproven(dossier, told)


def _unproven(dossier: Dossier, told: int) -> str:
    # "Could not be" claims that somebody tried, so it needs a logged attempt.
    tried = bool(dossier.attempts)
    if told == 1:
        return f"this {'could not be' if tried else 'has not been'} independently verified"
    if questions := questions_open(open_facets(dossier), tried=tried):
        return questions
    if tried:
        return f"{what_was_said(dossier)} could not be independently verified"
    # The attempts are this claim's own, so they say nothing of the other accounts.
    none = "neither account" if told == _PAIR else "none of the accounts"
    return f"{none} has been independently verified"


def _corroborations(dossier: Dossier) -> tuple[Tie, ...]:
    if dossier.claim.status is not Status.CORROBORATED:
        return ()
    return tuple(
        tie
        for tie in standing(dossier.ties)
        if tie.relation.kind is RelationKind.CORROBORATES
        and tie.relation.confirmed
        and tie.origin != dossier.origin
    )
