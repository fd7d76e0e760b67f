"""Denials: what is rejected, whose word it is, and what is no denial at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.compare.account import Account
from tracker.compare.contrast import contrast
from tracker.compare.doers import charged, is_weapon
from tracker.compare.once import once
from tracker.domain.denying_words import DENYING, is_told_as_denial
from tracker.domain.meanings import lexicon, named, stems_in
from tracker.domain.sides import heads

_SENT_AWAY = re.compile(r"\b(?:be|been|being|got|was|were) dismissed\b", re.IGNORECASE)
_CALLING = re.compile(
    r"\b(?:call\w*|describ\w*|label\w*|brand\w*|dismiss\w*|term\w*|denounc\w*|characteri[sz]\w*|"
    r"portray\w*)\b",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:a lie|lies|false|untrue|not true|fake|fabricat\w+|nonsense|baseless|groundless|"
    r"unfounded|"
    r"invent\w+|fantasy|fiction|theatre|theater|propaganda|absurd|ridiculous|rubbish|hoax|myth|"
    r"staged|a film|a show|a stunt|smear|slander|disinformation|misinformation|rumou?rs?|"
    r"speculation|fairy tales?|science fiction|a joke|wishful|no truth|no basis|no evidence|"
    r"somewhere else|did not happen|never happened|made up|pure invention|a distortion|"
    r"a provocation|malicious|libel\w*|defamat\w+)\b"
)
_NO_SUCH = re.compile(
    r"\b(?:no such|nothing of the (?:sort|kind)|none of (?:this|that|it)|never happened|"
    r"not what (?:happened|occurred|took place)|"
    r"did not happen|not the case|not so|quite untrue|no truth|"
    r"no (?:evidence|indication|proof|sign|trace) (?:of|for) (?:that|this|it|any such))\b"
)
_SAVED = re.compile(
    r"^\W*(?:it|they|he|she|that|this|we|i) (?:ha[ds]|have|did|does|do|was|were|is|are|would|could)"
    r"(?: not|n['’]t)\W*$",
    re.IGNORECASE,
)
"""A denial that saves what it denies: "they had not"."""
_NOT_SAYING = re.compile(
    r"\b(?:comment|confirm (?:n)?or deny|discuss|say (?:whether|if|how)|elaborate|be drawn|answer|"
    r"respond|blame on|speculate)\b"
)
_NO_PART = re.compile(
    r"\b(?:nothing to do with|no (?:part|role|hand|involvement) in|not involved in|not behind|"
    r"not responsible for|no knowledge of)\b"
)
_CLAIMED = re.compile(
    r"\b(?:statement|claim|claims|assertion|accusation|accusations|allegation|allegations|charge|"
    r"charges|account|version|report|reports|story|figure|figures|number|numbers|estimate|that|"
    r"announcement|suggestion|idea|this|it|them)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"^\W*(?:that|this|it|them)\b", re.IGNORECASE)
_ONLY_THAT = re.compile(r"^\W*(?:that|this|it|them|these|those)\W*$", re.IGNORECASE)
_PART_IN = re.compile(
    r"^ (?:(?:any|all|a|the) )?(?:responsibility|involvement|role|part|hand|knowledge) "
    r"(?:for|in|of) "
)
"""What somebody denies to have had."""
_SEVERAL = re.compile(r"\b(?:claims|accusations|allegations|charges|reports|all|both)\b")
_ACCUSING = re.compile(r"\b(?:accus|alleg|charg)", re.IGNORECASE)
_CONCEDING = ("conced", "admit", "acknowledg", "own", "confess")
_BARE = 4
"""Words, at most, of a denial that says nothing of its own."""
_BACK = 10
"""Claims of one article in which a denial looks for what it denies."""
_BLANKET = 4
"""Claims of one speaker, at most, that one denial of them all reaches."""


@once
def denies(account: Account) -> float:
    """How plainly an account rejects somebody's word, 0–1; a refusal to comment does not."""
    if keeps_silent(account):
        return 0.0
    if account.tells(_NO_SUCH):
        return 0.9
    told = DENYING.search(account.cue) is not None
    if _SAVED.search(account.words) or (told and is_bare(account)):
        return 0.8
    if told or (_CALLING.search(account.cue) and account.tells(_FALSE)):
        return 0.9 if account.tells(_FALSE) else 0.6
    if account.tells(_NO_PART):
        return 0.7
    short = len(account.words.split()) <= _BARE
    rejected = DENYING.search(account.words) and not _SENT_AWAY.search(account.words)
    if short and (rejected or account.tells(_FALSE)):
        return 0.75
    return 0.4 if account.tells(_FALSE) and _CLAIMED.search(account.words) else 0.0


@once
def keeps_silent(account: Account) -> bool:
    """Whether somebody only declines to say: "would not comment" denies nothing."""
    said = account.tells(_NO_SUCH) is not None
    return account.tells(_NOT_SAYING) is not None and not said


def concedes(account: Account) -> bool:
    """Whether somebody only admits it."""
    return account.cue.lower().startswith(_CONCEDING)


def rejects(account: Account) -> bool:
    """Whether an account only rejects what was said, so that what follows says why."""
    return denies(account) > 0 and is_bare(account)


@once
def is_bare(account: Account) -> bool:
    """Whether a denial only points: "that", "the accusation", "the rebel statement as theatre"."""
    words = account.words.split()
    return _CLAIMED.search(" ".join(words[:_BARE])) is not None or (
        len(words) <= _BARE and not account.deeds
    )


def only_points(account: Account) -> bool:
    """Whether an account only says "this", "they had not" or "(a claim it) denies"."""
    words = account.words
    return words == account.cue or any(one.search(words) for one in (_ONLY_THAT, _SAVED))


def denies_that(account: Account) -> bool:
    """Whether somebody denies "this" or "that", and says no more."""
    return _ONLY_THAT.search(account.words) is not None and is_told_as_denial(account.cue)


def denied_by(denial: Account, others: Sequence[Account]) -> Iterator[tuple[Account, float]]:
    """Yield the accounts that a denial is about, each with how sure that is, 0–1.

    ``others`` are the accounts of the same article, in their order.
    """
    before = [
        one
        for one in others
        if denial.at - _BACK <= one.at != denial.at
        and (one.at < denial.at or _cites(denial, one))
        and not one.party.allied(denial.party)
        and one.party.id is not None
        and not denies(one)
        and one.checkable
    ]
    if not before:
        return
    beside = [one for one in before if one.sentence == denial.sentence]
    named = [one for one in before if _names_speaker(denial, one)]
    # Whoever denies is, more often than not, whom the claim was about.
    named = named or [one for one in before if denial.party.names & one.stems]
    pool = beside or named or before
    common = {one.id: telling(denial, one) for one in pool}
    most = max(common.values())
    if not most and not is_bare(denial) and not beside:
        return
    if most:
        chosen = [one for one in pool if common[one.id] >= most - 0.5]
    else:
        nearest = pool[-1]
        chosen = [one for one in pool if one.party.allied(nearest.party)]
        chosen = [one for one in chosen if one.paragraph >= nearest.paragraph - 1]
        # "rejected the accusation": the first thing that the other side said, unless it is several.
        if not _SEVERAL.search(denial.words):
            pointed = _CLAIMED.search(denial.words) and not _THAT.search(denial.words)
            accused = [one for one in chosen if _ACCUSING.search(one.cue)]
            if accused and _ACCUSING.search(denial.words):
                chosen = accused
            chosen = chosen[:1] if pointed else chosen[-1:]
    best = chosen[-1]
    blanket = denial.tells(_NO_SUCH) is not None
    if blanket:
        chosen = [
            one
            for one in pool
            if one in chosen
            or one.party.allied(best.party)
            or one.relays & best.party.line
            or one.relays & best.relays
        ]
    also = [
        one
        for one in before
        if one not in chosen
        and any(one.party.allied(two.party) and telling(one, two) >= 1 for two in chosen)
    ]
    for one in (*also, *chosen)[-_BLANKET:]:
        sure = (
            0.1 * bool(named) + 0.1 * min(1.0, telling(denial, one)) + 0.1 * contrast(denial, one)
        )
        at_once = only_points(denial) and one is pool[-1] and one.paragraph == denial.paragraph
        yield one, sure + 0.2 * at_once


def _cites(denial: Account, other: Account) -> bool:
    """Whether a denial tells itself what it rejects, and whose: "the army's claim that …"."""
    return denial.sentence == other.sentence and _names_speaker(denial, other)


def _names_speaker(denial: Account, other: Account) -> bool:
    """Whether a denial says whose word it rejects: "the army's assertion"."""
    words = heads(denial.words) | heads(denial.lead)
    sides = named(lexicon().parties, denial.words) - denial.party.sides
    return bool(words & other.party.names) or bool(sides & other.party.sides)


def denies_what_is_told(denial: Account, other: Account) -> bool:
    """Whether what an account says was not done is what another says was, so far as it says what.

    "There was no leak" does not deny that three died at the works; "we had no part in it" denies
    nothing that is laid to nobody; that it was not rebels who fired, not that two were killed.
    """
    if denial.tells(_NO_PART) and not _lays_it_to(denial, other):
        return False
    undone = [deed for deed in denial.deeds if deed.denied]
    if is_denied_of_doers(denial, other):
        return False
    told = {
        sense for one in (*other.deeds, *other.states) if not one.denied for sense in one.senses
    }
    return not undone or any(
        deed.senses & told or frozenset(stems_in(deed.words)) & other.stems for deed in undone
    )


def is_denied_of_doers(denial: Account, other: Account) -> bool:
    """Whether it is denied that somebody did it, and the other counts the harm, laid to nobody."""
    counts = any(one.harm is not None for one in other.figures) and charged(other) is None
    undone = [deed for deed in denial.deeds if deed.denied]
    named = bool(undone) and all(deed.actor for deed in undone)
    return counts and (named or denial.tells(_PART_IN) is not None)


def _lays_it_to(denial: Account, other: Account) -> bool:
    """Whether an account says who did it, or names who denies having had a part in it."""
    doer = charged(other)
    told = doer is not None and not is_weapon(doer.words)
    return told or denial.party.meant_by(other.words)


def telling(denial: Account, other: Account) -> float:
    """How much of the same a denial and what it may deny speak of."""
    words = denial.stems & other.stems
    fields = denial.fields & other.fields
    senses = {s for one in denial.deeds for s in one.senses} & {
        s for one in other.deeds for s in one.senses
    }
    return len(words) + 0.7 * len(fields) + 0.7 * len(senses)
