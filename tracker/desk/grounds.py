"""What verdicts stand on, and what becomes of one when an action takes that away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

from tracker.domain.listing import Filter, Order
from tracker.domain.standing import Standing
from tracker.domain.status import Status, missing_for
from tracker.store.shelves import Shelves


@contextmanager
def watching_grounds(shelves: Shelves, claims: Iterable[int]) -> Iterator[None]:
    """Raise the stale flag of those verdicts that stand before an action and no longer after it.

    A verdict that lacked its grounds before, as one from elsewhere may, is left as it is.
    """
    stood = verdicts_that_stand(shelves, claims)
    yield
    shake_fallen(shelves, stood)


def verdicts_that_stand(shelves: Shelves, claims: Iterable[int]) -> list[int]:
    """Those of some claims whose verdict nothing has shaken and whose guard still holds."""
    standings = shelves.standings.get_many(claims).values()
    judged = (one for one in standings if one.status is not Status.UNVERIFIED and not one.stale)
    return [claim.id for claim in judged if _stands(shelves, claim)]


def shake_fallen(shelves: Shelves, stood: Iterable[int]) -> None:
    """Raise the stale flag of those claims whose guard holds no longer."""
    for claim in shelves.standings.get_many(stood).values():
        if not _stands(shelves, claim):
            shelves.standings.save(claim.unsettled_by_news())


def kin_of(shelves: Shelves, *claims: int) -> set[int]:
    """These claims, and all that are related to them."""
    return set(claims).union(*shelves.relations.ends(claims))


def resting_on(shelves: Shelves, *sources: int) -> set[int]:
    """The claims whose origins depend on sources or on who is affiliated to them, and their kin."""
    below, known = list(sources), set(sources)
    for source in below:
        new = {one.id for one in shelves.sources.affiliated_to(source)} - known
        known |= new
        below += sorted(new)
    spoken = (shelves.queue.ids(Filter(source_id=one), Order.ID) for one in known)
    return kin_of(shelves, *chain.from_iterable(spoken))


def _stands(shelves: Shelves, claim: Standing) -> bool:
    grounds = shelves.dossiers.footing(claim, claim.status).grounds(claim.reason)
    return not missing_for(claim.status, grounds)
