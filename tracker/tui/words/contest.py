"""A contest in words: a column a party, a row a facet, agreement calm, contradiction marked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
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
_ONE_ORIGIN = "these two are one origin"


def contest_page(
    contest: Contest, side: int, width: int, keys: Keys, first: Sequence[int] = ()
) -> Sequence[Content]:
    """Lay a contest out; ``side`` is the one that keys act on.

    There are as many columns as parties, or as fit; the two that are compared always. Those of
    the claims ``first`` stand before the others.
    """
    parties = shown_parties(contest, width, first)
    page = ColumnsPage(width, len(parties))
    chosen, opposite = (_place(parties, contest, one) for one in (side, _other(side)))
    names = [of.name_of(one, chosen=place == chosen) for place, one in enumerate(parties)]
    fronts = [one.front for one in parties]
    pair = len(parties) == _PAIR
    _event(page, contest)
    further = _decision(page, contest, side, keys)
    page.tabs(chosen, opposite, names if pair else ())
    if not pair:
        page.beside_each_other("", names)
    heads = [of.standing_of(one) for one in parties]
    page.beside_each_other("", [page.cut(one) for one in heads] if pair else heads)
    put_facets(page, contest, parties, side)
    page.rule()
    for label, told in further:
        page.aside(label, told)
    page.beside_each_other("who", [of.role_of(one) for one in parties])
    page.beside_each_other("stands", [of.deeds_of(one.front) for one in parties])
    page.beside_each_other("said", [of.statement_of(one) for one in fronts])
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
    return page.lines


def shown_parties(contest: Contest, width: int, first: Sequence[int] = ()) -> tuple[Party, ...]:
    """The parties that there is room for, those of some claims first, else in neutral order.

    Where only two fit, left and right as they stand.
    """
    room = columns_for(width, len(contest.parties))
    if room == _PAIR:
        return (contest.party(LEFT), contest.party(RIGHT))
    return tuple(
        sorted(contest.nearest(room), key=lambda one: {c.id for c in one.claims}.isdisjoint(first))
    )


def _other(side: int) -> int:
    return RIGHT if side == LEFT else LEFT


def _place(parties: Sequence[Party], contest: Contest, side: int) -> int:
    wanted = contest.sides[side].claim.id
    return next(n for n, one in enumerate(parties) if one.front.claim.id == wanted)


def _event(page: ColumnsPage, contest: Contest) -> None:
    """Say which event it is in a line, and in another where, when and how many speak of it."""
    events = list(dict.fromkeys(one.event for one in contest.sides if one.event))
    room = page.width // max(1, len(events))
    titles = []
    for event in events:
        title = cut(event.title, room - len(str(event.ref)) - _GAPS)
        titles.append(Content.assemble(words(title, "bold"), words(f"  {event.ref}", MUTED)))
    page.line(Content("   ").join(titles) if events else words("no event is set", MUTED))
    where = [event.place_name or event.place for event in events]
    when = [event.time.words for event in events if event.time]
    told = contest.origins_told
    if contest.one_origin:
        told = _ONE_ORIGIN if told == "one origin" else f"{told} · {_ONE_ORIGIN}"
    about = " · ".join(dict.fromkeys(filter(None, (*where, *when))))
    room = page.width - cell_len(told) - 3
    about = f"{cut(about, room)} · " if about and room >= _LEAST else ""
    page.line(words(f"{about}{told}", MUTED))


def _decision(
    page: ColumnsPage, contest: Contest, side: int, keys: Keys
) -> list[tuple[Content, Content]]:
    """Say what waits for the editor here; give what else there is to say, for further down.

    What is still needed to settle it is said here, too, where there is room.
    """
    pair, further = contest.pair, []
    waiting = [one for one in pair.relations if one.state is RelationState.SUGGESTED]
    label = Content.styled("to decide", _WARNING)
    told = {one.reason for one in waiting[:1]}
    for relation in waiting[1:]:
        why = "" if relation.reason in told else f" – {relation.reason}"
        told.add(relation.reason)
        further.append((label, Content.assemble(words(_called(relation)), words(why, MUTED))))
        label = Content("")
    if waiting:
        _first(page, waiting, keys)
    proposed = not waiting and _proposals(page, contest, side, keys)
    label = Content.styled("rejected", MUTED)
    for relation in _rejected(contest):
        why = f" – {relation.reason}" if relation.reason else ""
        told_so = words(f"{_called(relation)}, by {relation.by}") + words(why, MUTED)
        if pair.relations:
            further.append((label, told_so))
        else:
            page.one_line(label, told_so)
        label = Content("")
    if question := open_question(pair):
        label = Content.styled("to settle", MUTED)
        asked = words(question) + words(f" – {still_needed(pair)}", MUTED)
        if page.width >= _ROOMY:
            page.aside(label, asked, keys=_check(keys))
        elif not (waiting or proposed):
            page.one_line(label, asked)
        else:
            further.append((label, asked))
    return further


def _rejected(contest: Contest) -> list[Relation]:
    """The relations of the two that an editor rejected."""
    right = contest.right.claim.id
    ties = (tie.relation for tie in contest.left.ties if tie.other.id == right)
    return [relation for relation in ties if not relation.stands]


def _first(page: ColumnsPage, waiting: Sequence[Relation], keys: Keys) -> None:
    """Say what is to be decided first in one line: its reason before the keys, which ? tells."""
    first = waiting[0]
    more = f" +{len(waiting) - 1}" if len(waiting) > 1 else ""
    called, offered = words(_called(first) + more), f"  {_confirm(keys)}"
    why, room = first.reason, page.room - called.cell_length
    if why and room - len(offered) < min(_LEAST, cell_len(why)) + 3:
        offered = ""
    reason = _reason(why, room - len(offered) - _GAPS if offered else room - 3)
    page.one_line(
        Content.styled("to decide", _WARNING), called, words(reason, MUTED),
        Content.styled(offered, "$accent"),
    )  # fmt: skip


def _proposals(page: ColumnsPage, contest: Contest, side: int, keys: Keys) -> bool:
    proposed = [one.claim for one in contest.sides if one.claim.proposed]
    if not proposed:
        return False
    said = dict.fromkeys(
        f"{status_words(one.proposed.status)} for {' and '.join(str(c.ref) for c in proposed)}"
        for one in proposed
        if one.proposed
    )
    here = contest.sides[side].claim.proposed is not None
    offered = [f"{keys('accept')} accept  {keys('dismiss_proposed')} dismiss"] if here else []
    offered += [f"{keys('accept_both')} accept both"] if len(proposed) == _PAIR else []
    page.one_line(
        Content.styled("proposed", _WARNING),
        words("; ".join(said)),
        Content.styled(f"  {'  '.join(offered)}", "$accent"),
    )
    return True


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
