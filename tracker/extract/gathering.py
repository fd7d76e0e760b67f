"""Gathering: what was found is sifted, added to by rules, and made whole."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.announced import announced
from tracker.extract.answering import with_question, without_question
from tracker.extract.both import each_of_both
from tracker.extract.by_rule import without_rules
from tracker.extract.called_by import called_by
from tracker.extract.citing import without_citing
from tracker.extract.completing import completed
from tracker.extract.denied_behind import denied_behind
from tracker.extract.each_other import each_others
from tracker.extract.estimates import estimates
from tracker.extract.found import FoundAttribution
from tracker.extract.fragments import unglued
from tracker.extract.fronted import fronted
from tracker.extract.going_on import going_on
from tracker.extract.handed_on import handed_on
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.passives import passives
from tracker.extract.pointing import pointing
from tracker.extract.put_against import put_against
from tracker.extract.rejecting import rejections
from tracker.extract.retracting import retractions
from tracker.extract.sayings import with_sayings
from tracker.extract.sifting import sifted
from tracker.extract.speaking_on import speaking_on
from tracker.extract.trimming import without_quote_before
from tracker.extract.turns import turns


def gathered(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """What is likely enough, whole, and what a plain passive adds, in the order of the text."""
    found = announced(text, without_rules(text, found))
    likely = sifted(text, (without_question(text, one) for one in found))
    cues = Places(one.cue for one in found if one.cue is not None)
    likely = unglued(text, likely, cues)
    speaking: dict[int, int] = {}
    for one in likely:
        if one.cue is not None and one.source is not None:
            speaking.setdefault(text.paragraph_at(one.cue.start), one.cue.start)
    likely = [without_quote_before(text, one, speaking) for one in likely]
    likely = sifted(text, called_by(text, likely))
    likely += sifted(text, passives(text, likely))
    likely += pointing(text, likely)
    likely += sifted(text, estimates(text, likely))
    likely = denied_behind(text, put_against(text, likely))
    likely = each_others(text, likely)
    likely += sifted(text, turns(text, likely))
    likely += sifted(text, speaking_on(text, likely))
    likely = sifted(text, with_sayings(text, likely))
    likely = rejections(text, retractions(text, likely))
    likely = without_citing(text, without_rules(text, fronted(text, likely)))
    likely = handed_on(text, likely)
    likely += going_on(text, likely)
    likely = each_of_both(text, likely)
    whole = [with_question(text, one) for one in completed(text, likely)]
    return sorted(whole, key=lambda one: (one.cue or one.content[0]).start)
