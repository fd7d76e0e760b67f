"""What can be checked at all: facts can; opinions, predictions and promises cannot."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.words import Word

_PROMISING = frozenset(
    [
        "vow",
        "pledge",
        "promise",
        "swear",
        "undertake",
        "intend",
        "plan",
        "aim",
        "commit",
        "guarantee",
        "threaten",
        "offer",
    ]
)
_PREDICTING = frozenset(
    """predict forecast foresee expect anticipate fear hope believe think feel doubt consider
    wish want prefer favor favour""".split()  # noqa: SIM905
)
_ASKING = frozenset(
    """urge ask call demand order want appeal request recommend propose suggest advise warn
    caution welcome praise condemn criticize criticise thank congratulate""".split()  # noqa: SIM905
)
_FACTUAL = frozenset({"warn", "suggest", "caution", "believe", "think", "swear", "offer", "fear"})
"""Cues that may lead to a fact all the same, when a finite clause in the past follows."""
_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "wo", "should", "must", "ought"})
_JUDGING = frozenset(
    """absurd admirable amazing appalling awful bad barbaric beautiful best better brilliant
    brave cowardly cruel cynical dangerous deplorable despicable disastrous disgraceful
    disgusting excellent fair fantastic fine foolish good great happy heroic honest
    horrible immoral impressive inappropriate incredible irresponsible lovely
    magnificent modest nonsense outrageous pathetic perfect poor proud reckless
    ridiculous right sad shameful shocking stupid terrible theatre theater tragic
    unacceptable unfair unfortunate unjust unprecedented unreasonable wonderful worse
    worst wrong""".split()  # noqa: SIM905
)
_FEELING = frozenset({"apologise", "apologize", "grieve", "mourn", "regret", "sympathise"})
_PAST = frozenset({"VBD", "VBN"})


def is_checkable(tokens: Sequence[Word], cue_lemma: str = "") -> bool:
    """Whether words, said with this cue, state something that can be found true or false."""
    past = any(token.tag_ == "VBD" for token in tokens)
    factual = cue_lemma in _FACTUAL and past
    if cue_lemma in _PROMISING | _PREDICTING | _ASKING and not factual:
        return False
    main = _main(tokens)
    if main is None:
        return bool(tokens)
    if asks(tokens):
        return False
    helping = [child for child in main.children if child.dep_ == "aux"]
    gone = any(child.lower_ == "have" for child in helping)  # "must have been hit"
    if not gone and any(child.lower_ in _AHEAD for child in helping):
        return False
    if main.lemma_ in ("go", "expect", "plan") and any(
        child.dep_ == "xcomp" and main.tag_ in ("VBG", "VBN") for child in main.children
    ):
        return False
    fed_up = main.lemma_ == "have" and any(one.lower_ == "enough" for one in main.rights)
    if main.lemma_ in _FEELING or fed_up:
        return False
    judged = main.lemma_ == "be" and any(
        child.lower_ in _JUDGING for child in main.children if child.dep_ in ("acomp", "attr")
    )
    return not judged and main.lower_ not in _JUDGING


def asks(tokens: Sequence[Word]) -> bool:
    """Whether words leave open if something is so: "whether she would resign"."""
    main = _main(tokens)
    marks = () if main is None else (one for one in main.children if one in tokens)
    return any(one.dep_ == "mark" and one.lower_ in ("whether", "if") for one in marks)


def _main(tokens: Sequence[Word]) -> Word | None:
    """The verb that the rest of some words hangs on; a lone word of judgement counts too."""
    members = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in members or token.head == token]
    verbs = [token for token in tops if token.pos_ in ("VERB", "AUX")]
    if verbs:
        return verbs[0]
    return next((token for token in tops if token.lower_ in _JUDGING), None)
