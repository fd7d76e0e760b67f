"""What an account shows by itself of whether it stands against another."""

from __future__ import annotations

import re
from math import log

from tracker.compare.account import Account
from tracker.compare.alike import is_forecast
from tracker.compare.denials import denies, is_bare, keeps_silent
from tracker.compare.doers import charged
from tracker.domain.facet import Facet

Features = dict[str, float]

NOT = re.compile(
    r" (?:no|not|never|none|nobody|nothing|neither|nor|without|nowhere|hardly|cannot|\w+n't|"
    r"denied|denies|deny|false|untrue|lie|lies) "
)
_WHOLLY = re.compile(
    r" (?:nobody|never|not one|not a single|every|all|none|nothing|entirely|always|at no point|"
    r"at any point|no such|any|ever|anybody|anyone|whatsoever|whole|wholly|completely|everyone|"
    r"whatever) "
)
_TO_COME = re.compile(
    r" (?:will|would|should|must|may|might|could|can|shall|plans?|hopes?|wants?|intends?|ought|"
    r"expects?|likely) "
)
_PAST = re.compile(
    r" (?:was|were|had|did|been|\w+ed|fell|took|went|came|left|gave|shot|hit|struck|knew|saw|"
    r"heard|made|told|broke|ran|got|lost|won|began|paid|sent|put|held) "
)
_OWN = re.compile(r" (?:we|i|us|my|our|me|ours) ")
_CAUSE = re.compile(
    r" (?:cause[ds]?|because|due|blame[ds]?|fault|led to|result\w*|owing|reason|responsib\w+|"
    r"triggered|brought about|thanks to|behind|down to|lay with) "
)
_JUDGING = re.compile(
    r" (?:best|worst|most|generous|proud|sorry|deserve\w*|unacceptable|shame\w*|disgrace\w*|"
    r"hope\w*|families|feel\w*|believe|message|clear\w*|serious\w*|important) "
)
_POINTING = re.compile(r" (?:it|they|he|she|that|this|the) ")
_CUES = {
    "accuses": r"accus|blam|alleg|charg|denounc|implicat|claim|boast|complain",
    "objects": r"repl|respond|counter|retort|insist|den[iy]|reject|dismiss|disput|maintain|contend|"
    r"rebut|refut|brush|hit back|protest|assur|object|contradict|argu|assert|contest|shot back|"
    r"adamant|answer",
    "finds": r"found|show|record|confirm|document|measur|calculat|estimat|reckon|put|conclud|"
    r"testif|announc|report",
    "wishes": r"ask|urg|call|demand|promis|hope|warn|welcom|want|propos|recommend|agree|vow|"
    r"pledge|invit|offer|thank|apolog|admit|conced|acknowledg|advis|expect|plan|add",
}
_CUED = {name: re.compile(words, re.IGNORECASE) for name, words in _CUES.items()}
_SHORT = 4


def account_features(account: Account) -> Features:
    """Tell what an account shows by itself."""
    words = len(account.words.split())
    plain = account.plain
    found: dict[str, float | bool] = {
        **{name: bool(told.search(account.cue)) for name, told in _CUED.items()},
        "not": bool(NOT.search(plain)),
        "wholly": bool(_WHOLLY.search(plain)),
        "to come": bool(_TO_COME.search(plain)),
        "forecast": is_forecast(account),
        "past": bool(_PAST.search(plain)),
        "own": bool(_OWN.search(plain)),
        "cause": bool(_CAUSE.search(plain)),
        "judging": bool(_JUDGING.search(plain)),
        "pointing": bool(_POINTING.match(plain)),
        "figure": bool(account.figures),
        "bare": is_bare(account),
        "denies": denies(account),
        "silent": keeps_silent(account),
        "length": log(words + 1),
        "short": words <= _SHORT,
        "checkable": account.checkable,
        "hedged": bool(account.hedge),
        "unnamed": account.party.unnamed,
        "of a side": bool(account.party.sides),
        "charges": charged(account) is not None,
        "time": bool(account.of(Facet.TIME)),
        "place": bool(account.of(Facet.PLACE)),
    }
    return {name: float(value) for name, value in found.items()}
