"""Asking which claim another is related to, how, and on which facet; then relating them."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.dossier import Dossier, Tie
from tracker.domain.facet import Facet
from tracker.domain.relation import (
    AGAINST,
    RELATION_GLYPHS,
    RELATION_MEANINGS,
    Relation,
    RelationKind,
    RelationState,
)
from tracker.domain.status import Missing
from tracker.tui.dialogs.choose import Choice, Choose
from tracker.tui.dialogs.pick import Pick
from tracker.tui.dialogs.pick_claim import pick_claim
from tracker.tui.screens.base import TrackerScreen, ask

_KINDS_FOR = {
    Missing.COUNTER_CLAIM: (RelationKind.CONTRADICTS, RelationKind.DENIES),
    Missing.CORROBORATION: (RelationKind.CORROBORATES,),
}
RELATED = tuple(_KINDS_FOR)
"""What a guard can lack that a relation adds."""


async def ask_relation(
    screen: TrackerScreen,
    number: int,
    missing: Sequence[Missing] = (),
    first: int | None = None,
) -> Relation | None:
    """Ask for a relation of a claim and set it; None if the editor leaves.

    Where a guard lacks one, a relation that is suggested already is offered first. Of the claims
    to relate it to, ``first`` is.
    """
    lacking = next((piece for piece in missing if piece in _KINDS_FOR), None)
    kinds = _KINDS_FOR[lacking] if lacking else tuple(RelationKind)
    browsing = screen.desk.browsing
    dossier = await ask(browsing.dossier, number)
    waiting = _suggested(dossier, kinds) if lacking else []
    if waiting:
        chosen = await screen.answer_to(_which_suggested(waiting))
        if chosen is None:
            return None
        if chosen:
            confirm = screen.desk.relating.confirm
            return (await screen.save(confirm, [chosen]))[0]
    return await _ask_new(screen, dossier, kinds, pick_claim(browsing, dossier, first, lacking))


async def said_apart(screen: TrackerScreen, relations: Sequence[Relation]) -> str:
    """What to say where claims of two events were related as those of one are; else nothing."""
    pairs = await ask(screen.desk.relating.apart, relations)
    key = screen.key("merge_event")
    events = [f"{one.events[0]} and {one.events[1]}" for one in pairs]
    return "".join(f", across {both}: if they are one, {key} merges them" for both in events)


def which_of(relations: Sequence[Relation]) -> Choose[Relation]:
    """Ask which relation of a pair is to be rejected."""
    choices = [Choice(one, f"{one.ref} {one.words}", remark=one.state) for one in relations]
    return Choose("Which one is to be rejected?", "", choices, accept="Go on")


def facet_choice(title: str, first: Facet | None = None) -> Choose[Facet]:
    """Ask for a facet."""
    choices = [Choice(facet, facet.value, remark=facet.open_question) for facet in Facet]
    place = list(Facet).index(first) if first else 0
    return Choose(title, "", choices, first=place)


def _suggested(dossier: Dossier, kinds: Sequence[RelationKind]) -> list[Tie]:
    return [
        tie
        for tie in dossier.ties
        if tie.relation.kind in kinds and tie.relation.state is RelationState.SUGGESTED
    ]


def _which_suggested(waiting: Sequence[Tie]) -> Choose[int]:
    """Ask which suggested relation to confirm; 0 is none of them."""
    choices = [Choice(tie.relation.id, _sentence(tie)) for tie in waiting]
    choices.append(Choice(0, "relate it to another claim …"))
    body = "No relation to another claim is confirmed yet that this status could stand on."
    return Choose("Confirm what is suggested?", body, choices, accept="Confirm")


def _sentence(tie: Tie) -> str:
    relation = tie.relation
    on = f" on {relation.facet}" if relation.facet else ""
    said = f"{tie.speaker} said {tie.other.statement}"
    return f"C{relation.a} {relation.kind} C{relation.b}{on}: {said}"


async def _ask_new(
    screen: TrackerScreen, dossier: Dossier, kinds: Sequence[RelationKind], pick: Pick
) -> Relation | None:
    ref = dossier.claim.ref
    other = await screen.answer_to(pick)
    if other is None:
        return None
    kind: RelationKind | None = kinds[0]
    if len(kinds) > 1:
        choices = [
            Choice(one, f"{RELATION_GLYPHS[one]} {one}", remark=RELATION_MEANINGS[one])
            for one in kinds
        ]
        kind = await screen.answer_to(Choose(f"{ref} … C{other}", "", choices))
    if kind is None:
        return None
    likely = None
    if kind in AGAINST:
        likely = await ask(screen.desk.relating.facet_at_odds, dossier.claim.id, other)
    title = f"{ref} {kind} C{other} – on which facet?"
    facet = await screen.answer_to(facet_choice(title, likely))
    if facet is None:
        return None
    relate = screen.desk.relating.relate
    return await screen.save(relate, dossier.claim.id, other, kind, facet)
