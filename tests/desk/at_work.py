"""An editor at work in a process of their own: LEDGER NAME WHAT. Run by the tests.

``mark``: look at the queue and mark a claim, 25 times; ``import``: take in an article;
``hammer``: mark until killed, saying each time that it was done.
"""

from __future__ import annotations

import sys
import uuid
from datetime import UTC, datetime

from tracker.desk.desk import Desk
from tracker.desk.reviewing import Backing
from tracker.domain.attribution import Voice
from tracker.domain.draft import ArticleDraft, ClaimDraft, Reading
from tracker.domain.evidence import AttemptDraft
from tracker.domain.listing import Filter
from tracker.domain.status import Status
from tracker.store.database import Database
from tracker.store.home import place_of


def main() -> None:
    place, name, what = place_of(sys.argv[1]), sys.argv[2], sys.argv[3]
    desk = Desk(Database(place, clock=lambda: datetime.now(UTC), new_uid=lambda: uuid.uuid4().hex))
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    match what:
        case "mark":
            for turn in range(25):
                desk.browsing.dossiers(desk.browsing.ids(Filter()))  # looks, then decides
                mark(desk, turn % 5 + 1, name, f"{name} {turn}")
        case "import":
            said = desk.importing.take_in(
                Reading(
                    ArticleDraft("Later"),
                    "The pier is open.",
                    claims=(ClaimDraft("a", "it is", Voice.ARTICLE, quote=("The pier is open",)),),
                ),
                by=name,
            )
            print(said.article.ref, said.new, flush=True)  # noqa: T201
        case "hammer":
            for turn in range(10_000):
                mark(desk, turn % 5 + 1, name, f"{name} {turn}")
                print(turn, flush=True)  # noqa: T201
    desk.close()


def mark(desk: Desk, number: int, name: str, reason: str) -> None:
    backing = Backing(reason, attempt=AttemptDraft(reason, "no answer"))
    desk.reviewing.mark([number], Status.UNVERIFIABLE, by=name, backing=backing)


main()
