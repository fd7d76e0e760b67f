"""Taking in an article with the claims that a reading proposes, in one action.

The same text is taken in once, wherever it appeared; another text at the same address is a new
revision of the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.desk.acting import Subject, start_action
from tracker.desk.reprinting import reprints_of
from tracker.desk.revising import appears_elsewhere
from tracker.desk.taken_in import TakenIn
from tracker.desk.taking_in import Intake
from tracker.domain.draft import Reading
from tracker.domain.errors import RefusedError
from tracker.domain.reprint import Reprint
from tracker.domain.status import Stage
from tracker.domain.veil import named_in_part, veiled
from tracker.store.shelves import Shelves


class Importing(Subject):
    """Takes readings into the ledger."""

    def take_in(self, reading: Reading, *, by: str, stage: Stage = Stage.SUGGESTED) -> TakenIn:
        """Store an article, its sources, events, claims and relations; the same text only once."""
        return self._take_in([reading], by=by, stage=stage)[0]

    def take_in_all(self, readings: Sequence[Reading], *, by: str) -> list[TakenIn]:
        """Store several articles in one transaction, each in an action of its own."""
        return self._take_in(readings, by=by, stage=Stage.SUGGESTED)

    def holds(self, text: str) -> bool:
        """Whether exactly this text is in the ledger."""
        with self._database.reading() as shelves:
            return shelves.articles.has_text(text)

    def reprints(self, number: int) -> tuple[Reprint, ...]:
        """The other articles whose words stand in one, those with most of its claims first."""
        with self._database.reading() as shelves:
            return reprints_of(shelves, shelves.articles.get(number))

    def _take_in(self, readings: Sequence[Reading], *, by: str, stage: Stage) -> list[TakenIn]:
        with self._database.reading() as shelves:
            there = [_there_already(shelves, reading) for reading in readings]
            known = [one for one in there if one is not None]
            if len(known) == len(readings):
                return veiled(known, shelves.sources.stand_ins())
        with self._database.writing(by=by, did="take in") as shelves:
            taken = []
            for reading in readings:
                start_action(shelves)
                taken.append(_take_in_one(shelves, reading, stage))
            return veiled(taken, shelves.sources.stand_ins())


def _there_already(shelves: Shelves, reading: Reading) -> TakenIn | None:
    """What there is to say of a text that is known, and known to be where it is."""
    known = shelves.articles.of_text(reading.text)
    if known is None or appears_elsewhere(shelves, known, reading):
        return None
    return TakenIn(known, new=False, revision=shelves.articles.revision_number(known))


def _take_in_one(shelves: Shelves, reading: Reading, stage: Stage) -> TakenIn:
    # Somebody may have taken it in at the same moment, or taken it back.
    if there := _there_already(shelves, reading):
        return there
    intake = Intake(shelves, reading, stage)
    if known := shelves.articles.of_text(reading.text):
        return intake.publish_again(known)
    if not reading.searched:
        raise RefusedError(
            "an article was taken back while its text was being looked at; ingest it again."
        )
    draft, names = reading.article, shelves.sources.stand_ins()
    told = named_in_part(f"{draft.title}\n{draft.byline}\n{reading.text}", names)
    return replace(intake.run(), told_in_part=told)
