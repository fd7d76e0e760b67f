"""A contest in words: a column a party, a row a facet, agreement calm, contradiction marked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tracker.domain.cells import cut
from tracker.domain.contest import LEFT, RIGHT, Contest, Party
from tracker.domain.event_sentence import event_sentence
from tracker.domain.relation import Relation, RelationState
from tracker.domain.settling import open_question, still_needed
from tracker.tui.theme import status_words
from tracker.tui.widgets.key_signs import Keys
from tracker.tui.words import party as of
from tracker.tui.words.columns_page import ColumnsPage, columns_for
from tracker.tui.words.facets import put_facets
from tracker.tui.words.page import MUTED, words

_PAIR = 2
_ROOMY = 96
_GAPS, _LEAST = 5, 16
"""Cells between what is proposed, its reason and its keys; and below which no reason is begun."""
_WARNING = "$text-warning"


def contest_page(contest: Contest, side: int, width: int, keys: Keys) -> Content:
    """Lay a contest out; ``side`` is the one that keys act on.

    There are as many columns as parties, or as fit; the two that are compared always.
    """
    parties = shown_parties(contest, width)
    page = ColumnsPage(width, len(parties))
    chosen, opposite = (_place(parties, contest, one) for one in (side, _other(side)))
    _event(page, contest)
    _decision(page, contest, side, keys)
    page.tabs(chosen, opposite)
    names = [of.name_of(one, chosen=place == chosen) for place, one in enumerate(parties)]
    page.beside_each_other("", names)
    fronts = [one.front for one in parties]
    page.beside_each_other("", [of.role_of(one) for one in parties])
    page.beside_each_other("", [of.standing_of(one) for one in parties])
    page.beside_each_other("", [of.deeds_of(one.front) for one in parties])
    page.rule()
    said = [of.statement_of(one) for one in fronts]
    if len(parties) == _PAIR:
        page.beside_each_other("said", said)
    put_facets(page, contest, parties, side)
    page.rule()
    if len(parties) > _PAIR:
        page.beside_each_other("said", said)
    page.beside_each_other("interest", [of.interest_words(one) for one in fronts])
    page.beside_each_other("figures", [of.figures_of(one) for one in fronts])
    page.beside_each_other("hedge", [of.hedge_of(one) for one in fronts])
    page.beside_each_other("chain", [of.chain_of(one) for one in fronts])
    page.beside_each_other("passage", [of.passage_of(one) for one in fronts])
    page.beside_each_other("caveat", [of.caveats_of(one) for one in fronts])
    page.beside_each_other("evidence", [of.evidence_of(one) for one in fronts])
    page.gap()
    page.aside(
        Content.styled("safe", MUTED),
        words(event_sentence(contest, side)),
        keys=f"{keys('copy_sentence')} copies",
    )
    return page.content


def shown_parties(contest: Contest, width: int) -> tuple[Party, ...]:
    """The parties that there is room for; where only two fit, left and right as they stand."""
    room = columns_for(width, len(contest.parties))
    if room == _PAIR:
        return (contest.party(LEFT), contest.party(RIGHT))
    return contest.nearest(room)


def _other(side: int) -> int:
    return RIGHT if side == LEFT else LEFT


def _place(parties: Sequence[Party], contest: Contest, side: int) -> int:
    wanted = contest.sides[side].claim.id
    return next(n for n, one in enumerate(parties) if one.front.claim.id == wanted)


def _event(page: ColumnsPage, contest: Contest) -> None:
    events = dict.fromkeys(one.event for one in contest.sides if one.event)
    for event in events:
        page.say(words(event.title, "bold"), words(f"  {event.ref}", MUTED))
    where = [event.place_name or event.place for event in events]
    when = [event.time.words for event in events if event.time]
    if not events:
        where = ["no event is set"]
    about = dict.fromkeys(part for part in (*where, *when, contest.origins_told) if part)
    page.say(words(" · ".join(about), MUTED))
    page.gap()


def _decision(page: ColumnsPage, contest: Contest, side: int, keys: Keys) -> None:
    """Say what waits for the editor here, and what is still needed to settle it."""
    pair = contest.pair
    waiting = [one for one in pair.relations if one.state is RelationState.SUGGESTED]
    label = Content.styled("to decide", _WARNING)
    told: set[str] = set()
    for relation in waiting:
        offered = _confirm(keys) if relation is waiting[0] else ""
        called = words(_called(relation))
        why = "" if relation.reason in told else relation.reason
        told.add(relation.reason)
        room = page.room - called.cell_length - len(offered) - _GAPS
        page.aside(label, called, words(_reason(why, room), MUTED), keys=offered)
        label = Content("")
    if not waiting:
        _proposals(page, contest, side, keys)
    if question := open_question(pair):
        page.aside(
            Content.styled("to settle", MUTED),
            words(question),
            words(f" – {still_needed(pair)}", MUTED),
            keys=_check(keys) if page.width >= _ROOMY else "",
        )


def _proposals(page: ColumnsPage, contest: Contest, side: int, keys: Keys) -> None:
    proposed = [one.claim for one in contest.sides if one.claim.proposed]
    if not proposed:
        return
    said = dict.fromkeys(
        f"{status_words(one.proposed.status)} for {' and '.join(str(c.ref) for c in proposed)}"
        for one in proposed
        if one.proposed
    )
    here = contest.sides[side].claim.proposed is not None
    offered = [f"{keys('accept')} accept  {keys('dismiss_proposed')} dismiss"] if here else []
    offered += [f"{keys('accept_both')} accept both"] if len(proposed) == _PAIR else []
    page.aside(
        Content.styled("proposed", _WARNING), words("; ".join(said)), keys="  ".join(offered)
    )


def _check(keys: Keys) -> str:
    return f"{keys('add_evidence')} evidence  {keys('log_attempt')} attempt"


def _confirm(keys: Keys) -> str:
    reject, facet = keys("dismiss_proposed"), keys("set_facet")
    return f"{keys('accept')} confirm {reject} reject {facet} facet"


def _reason(why: str, room: int) -> str:
    """A reason as far as there is room on its line; the rows below have the words themselves."""
    return f" – {cut(why, room)}" if why and room >= min(_LEAST, len(why)) else ""


def _called(relation: Relation) -> str:
    """Say what is proposed, and how surely: "R12 contradicts on cause (0.45)"."""
    on = f" on {relation.facet}" if relation.facet else ""
    score = f" ({relation.score:.2f})" if relation.score is not None else ""
    return f"{relation.ref} {relation.kind}{on}{score}"
