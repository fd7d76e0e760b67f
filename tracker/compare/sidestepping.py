"""Sidestepping: words that neither grant nor deny what was alleged, and so answer nothing.

"We strike only military targets"; "it was looking into the reports".
"""

from __future__ import annotations

import re

from tracker.compare.account import Account, Deed
from tracker.compare.doers import is_harmful, strikes_figuratively
from tracker.compare.once import once
from tracker.domain.meanings import stem, words_in

_INQUIRING = re.compile(
    r" (?:investigating|looking into|examining|reviewing|checking|verifying|probing|"
    r"(?:would|will|to) (?:\w+ly )?(?:investigate|look into|examine|review|check|verify|probe)|"
    r"(?:opened|open|launched|begun|ordered|started) (?:an?|its|his|her|their) (?:\w+ )?"
    r"(?:investigation|inquiry|probe|review)|under (?:investigation|review)|"
    r"(?:was|is|are|were) aware of|took note of|takes? (?:\w+ ){1,4}seriously) "
)
_WHY = re.compile(r" (?:why|how|who|after) ")
_ONLY = re.compile(r"^(?:\w+ )?(?:only|solely|exclusively|nothing but)\b")
_NEVER = re.compile(r" (?:only|never) (?:\w+ly )?$")
_DOES_NOT = re.compile(r" do(?:es)?(?: not|n't) (?:\w+ly )?$")
_EITHER = ("hit", "beat", "cut", "put", "set", "hurt", "burst")
"""Verbs whose past looks like the present."""
_SHOWN = 30
"""Characters before a deed in which it is said that it never is done."""


@once
def inquires(account: Account) -> bool:
    """Whether an account only says that its speaker looks into what is said."""
    return account.tells(_INQUIRING) is not None and account.tells(_WHY) is None


@once
def tells_of_a_habit(account: Account) -> bool:
    """Whether an account says what its speaker does or never does, not what was done then."""
    harmful = [deed for deed in account.deeds if is_harmful(deed)]
    return any(_is_habit(deed, account.plain) for deed in harmful)


def sidesteps(ours: Account, theirs: Account) -> bool:
    """Whether one of two accounts answers nothing that the other says."""
    if tells_of_a_habit(ours) is not tells_of_a_habit(theirs):
        return True
    figurative = strikes_figuratively(ours) is not strikes_figuratively(theirs)
    if figurative and not ours.stems & theirs.stems:
        return True
    asking = inquires(ours) is not inquires(theirs)
    return asking and not ours.senses & theirs.senses


def _is_habit(deed: Deed, plain: str) -> bool:
    """Whether a deed is told in the present, and as the only one, or as none."""
    (word, *_) = words_in(deed.words) or ("",)
    at = plain.find(f" {word} ")
    if not word or at < 0:
        return False
    before, after = plain[max(0, at - _SHOWN) : at + 1], plain[at + len(word) + 2 :]
    if _DOES_NOT.search(before):
        return True
    only = _NEVER.search(before) or _ONLY.match(after)
    return only is not None and _is_present(word)


def _is_present(word: str) -> bool:
    """Whether a verb is plainly in the present: "strikes", but neither "struck" nor "hit"."""
    return word.startswith(stem(word)) and not word.endswith(("ed", "ing")) and word not in _EITHER
