"""By rule: what is done "according to the law" is done so; the law says nothing of it."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.extract.attributing import child
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

_RULES = frozenset(
    """agreement arrangement calendar constitution contract custom guideline instruction law need
    order plan principle procedure programme protocol regulation rite rule schedule standard statute
    timetable tradition treaty""".split()  # noqa: SIM905
)


def without_rules(text: ParsedText, found: Iterable[FoundAttribution]) -> list[FoundAttribution]:
    """Leave out "held according to the rules", but not "…, according to the law"."""
    return [one for one in found if not _is_by_rule(text, one)]


def _is_by_rule(text: ParsedText, one: FoundAttribution) -> bool:
    words = text.tokens(one.cue) if one.cue is not None else []
    if [word.lower_ for word in words] != ["according", "to"]:
        return False
    rule = child(words[-1], "pobj")
    if rule is None or rule.lemma_.lower() not in _RULES:
        return False
    bare = rule.left_edge is rule and rule.pos_ != "PROPN"  # "according to plan"
    return bare or _is_joined(words[0])


def _is_joined(according: Word) -> bool:
    """Whether no mark parts it from the deed before it."""
    return not according.is_sent_start and according.i > 0 and not according.nbor(-1).is_punct
