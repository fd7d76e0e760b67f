"""An event whole: who said what about it, in the order in which it was said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.cli.claim_json import source_json
from tracker.cli.event_course import courses_json, put_courses, put_moments
from tracker.cli.event_grid import grid_json, put_grid
from tracker.cli.json_text import iso
from tracker.cli.output import Output
from tracker.cli.sheet import Sheet
from tracker.cli.styles import strong
from tracker.domain.account import account_of
from tracker.domain.course import courses_of, moments_of
from tracker.domain.crowd import Crowd
from tracker.domain.dossier import Dossier
from tracker.domain.event import Event
from tracker.domain.grid import Grid, grid_of
from tracker.domain.listing import Filter, Order
from tracker.domain.record import as_json as plain
from tracker.domain.reference import Kind, Ref

if TYPE_CHECKING:
    from tracker.desk.desk import Desk

_MOST = 500
_MOST_SIDE_BY_SIDE = 40


class Whole(NamedTuple):
    """An event, its claims in neutral order, their number, those compared in part, who speaks."""

    event: Event
    dossiers: tuple[Dossier, ...]
    total: int
    in_part: tuple[int, ...] = ()
    crowd: Crowd | None = None


def fetched(desk: Desk, number: int) -> Whole:
    """Fetch it.

    Raises:
        UnknownRefError: there is no such event.
    """
    event = desk.browsing.event(number)
    numbers = desk.browsing.ids(Filter(event_id=number), Order.ID)
    dossiers = desk.browsing.dossiers(numbers[:_MOST])
    in_order = sorted(dossiers, key=lambda one: account_of(one).place)
    in_part = desk.relating.compared_in_part(numbers[:_MOST])
    return Whole(event, tuple(in_order), len(numbers), in_part, desk.pairing.crowd(number))


def put(sheet: Sheet, out: Output, whole: Whole) -> None:
    """Put it on a sheet."""
    event = whole.event
    place = " · ".join(dict.fromkeys(filter(None, (event.place, event.place_name))))
    sheet.heading(strong(f"{event.ref}  {event.title}"))
    sheet.side("place", place)
    sheet.side("time", event.time.words if event.time else "")
    sheet.side("merged", f"into E{event.merged_into}" if event.merged_into else "")
    if whole.in_part:
        sheet.side("compared", _in_part(len(whole.in_part)))
    moments = moments_of(whole.dossiers)
    if moments:
        put_moments(sheet, out, moments)
    if whole.total > _MOST:
        sheet.side("", f"and {whole.total - _MOST:,} more: “tracker claims --event {event.id}”")
    put_courses(sheet, out, courses_of(moments))
    if grid := _grid(whole):
        put_grid(sheet, out, grid)


def as_json(whole: Whole) -> dict[str, Any]:
    """It for scripts; its claims in neutral order: time, then name."""
    event, grid = whole.event, _grid(whole)
    merged = event.merged_into
    return {
        "id": str(event.ref),
        "uid": event.uid,
        "title": event.title,
        "place": event.place,
        "place_name": event.place_name,
        "time": plain(event.time),
        "merged_into": str(Ref(Kind.EVENT, merged)) if merged else None,
        "claims": [
            {
                "id": str(one.claim.ref),
                "statement": one.claim.statement,
                "status": one.claim.status.value,
                "stage": one.claim.stage.value,
                "source": source_json(one.claim.speaker_id, one.sources),
                "hedge": one.claim.hedge or None,
                "said_at": one.claim.said_at.words if one.claim.said_at else None,
                "said_from": iso(one.claim.said_at.start) if one.claim.said_at else None,
                "counter_claims": list(_against(one)),
            }
            for one in whole.dossiers
        ],
        "compared_in_part": [str(Ref(Kind.CLAIM, one)) for one in whole.in_part],
        "grid": grid_json(grid) if grid else None,
        "figures": courses_json(courses_of(moments_of(whole.dossiers))),
    }


def _in_part(claims: int) -> str:
    """What was left out when claims of other articles were looked for."""
    many = f"{claims:,} of its claims name" if claims > 1 else "1 of its claims names"
    return f"with the newest only: {many} what very many others name"


def _grid(whole: Whole) -> Grid | None:
    """The grid of those who tell of it; of very many, of those that are contested first."""
    contested = sorted(whole.dossiers, key=lambda one: not one.claim.contested)
    return grid_of(contested[:_MOST_SIDE_BY_SIDE], whole.crowd)


def _against(dossier: Dossier) -> Iterator[str]:
    return (str(tie.other.ref) for tie in dossier.counter_claims)
