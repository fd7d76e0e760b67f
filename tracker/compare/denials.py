"""Denials: what is rejected, whose word it is, and what is no denial at all."""

from __future__ import annotations

import re

from tracker.compare.account import Account
from tracker.compare.doers import charged, is_weapon
from tracker.compare.once import once
from tracker.domain.denying_words import DENYING, is_told_as_denial
from tracker.domain.meanings import stems_in

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
_WRONG = re.compile(
    r"^ (?:that|this|it) (?:is|was) (?:\w+ )?(?:wrong|incorrect|inaccurate|mistaken) $"
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
CLAIMED = re.compile(
    r"\b(?:statement|claim|claims|assertion|accusation|accusations|allegation|allegations|charge|"
    r"charges|account|version|report|reports|story|figure|figures|number|numbers|estimate|that|"
    r"announcement|suggestion|idea|this|it|them)\b",
    re.IGNORECASE,
)
"""What is called a claim, or pointed to as one."""
_TELLS = re.compile(
    r"^ (?:it|they|he|she) (?:was|were|is|are|had|has|have|would|will|did) (?!not )"
)
"""How a denial begins that tells what it denies: "it was about to close"."""
_ONLY_THAT = re.compile(r"^\W*(?:that|this|it|them|these|those)\W*$", re.IGNORECASE)
_PART_IN = re.compile(
    r"^ (?:(?:any|all|a|the) )?(?:responsibility|involvement|role|part|hand|knowledge) "
    r"(?:for|in|of) "
)
"""What somebody denies to have had."""
_CONCEDING = ("conced", "admit", "acknowledg", "own", "confess")
_BARE = 4
"""Words, at most, of a denial that says nothing of its own."""


@once
def denies(account: Account) -> float:
    """How plainly an account rejects somebody's word, 0–1; a refusal to comment does not."""
    if keeps_silent(account):
        return 0.0
    if says_no_such(account) or account.tells(_WRONG):
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
    return 0.4 if account.tells(_FALSE) and CLAIMED.search(account.words) else 0.0


def says_no_such(account: Account) -> bool:
    """Whether somebody says that there was no such thing, of all that was said."""
    return account.tells(_NO_SUCH) is not None


@once
def keeps_silent(account: Account) -> bool:
    """Whether somebody only declines to say: "would not comment" denies nothing."""
    return account.tells(_NOT_SAYING) is not None and not says_no_such(account)


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
    if len(words) <= _BARE and not account.deeds:
        return True
    told = CLAIMED.search(" ".join(words[:_BARE]))
    return told is not None and not _TELLS.match(account.plain)


def only_points(account: Account) -> bool:
    """Whether an account only says "this", "they had not" or "(a claim it) denies"."""
    words = account.words
    return words == account.cue or any(one.search(words) for one in (_ONLY_THAT, _SAVED))


def denies_that(account: Account) -> bool:
    """Whether somebody denies "this" or "that", and says no more."""
    return _ONLY_THAT.search(account.words) is not None and is_told_as_denial(account.cue)


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
