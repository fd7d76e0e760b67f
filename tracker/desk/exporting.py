"""Exporting: the ledger, or the claims that pass a filter, for other programs to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tracker.desk.acting import Subject
from tracker.desk.numbers import batches
from tracker.desk.putting import put_whole
from tracker.desk.selecting import wanted_by
from tracker.desk.veiling import Veiling
from tracker.domain.errors import BadInputError, RefusedError
from tracker.domain.holdings import FORMAT, SECTIONS, Section
from tracker.domain.listing import Filter, Order
from tracker.domain.status import Stage
from tracker.domain.veil import named_in, veiled
from tracker.exchange.to_claimreview import to_claimreview
from tracker.exchange.to_csv import to_csv
from tracker.exchange.to_json import to_json, to_jsonl
from tracker.store.flat_rows import FLAT_COLUMNS
from tracker.store.shelves import Shelves

FORMATS = ("json", "jsonl", "csv", "claimreview")
_WHOLE = ("json", "jsonl")


@dataclass(frozen=True)
class Choice:
    """What to export, and how: ``form`` is one of ``FORMATS``; ``raw`` CSV is for machines.

    ``publisher`` signs the reviews; without one, each editor their own.
    """

    form: str
    where: Filter
    with_restricted: bool = False
    raw: bool = False
    publisher: str = ""


_ENDINGS = {"jsonld": "claimreview"}


def form_of(target: Path) -> str:
    """Find the format that a file's suffix asks for.

    Raises:
        BadInputError: the suffix is none that an export can have.
    """
    suffix = target.suffix.removeprefix(".").casefold()
    form = _ENDINGS.get(suffix, suffix)
    if form not in FORMATS:
        raise BadInputError(
            f"{target.name} does not say which format; end its name in .json, .jsonl, .csv or "
            ".jsonld, or name one with --format."
        )
    return form


class Exporting(Subject):
    """Writes what the ledger holds, piece by piece, as it stood when the first was asked for."""

    def pieces(self, choice: Choice, remarks: list[str]) -> Iterator[str]:
        """The text of an export; what an editor should know of it is added to ``remarks``.

        Raises:
            RefusedError: protected names were asked for in a format that has no place for them, or
                reviews of what is not signed off.
        """
        if choice.with_restricted and choice.form not in _WHOLE:
            raise RefusedError("protected names go into json and jsonl only.")
        with self._database.reading() as shelves:
            match choice.form:
                case "csv":
                    yield from _sheet(shelves, choice)
                case "claimreview":
                    yield from _reviews(shelves, choice, remarks)
                case _:
                    yield from _ledger(shelves, choice, remarks)

    def write(self, pieces: Iterable[str], target: Path, choice: Choice, *, force: bool) -> None:
        """Write the pieces to a file, whole or not at all; its owner's alone if it names people.

        Raises:
            RefusedError: something that is not to be replaced is there already.
            TrackerError: the file cannot be written; nothing is left behind.
        """
        encoded = (piece.encode() for piece in pieces)
        put_whole(encoded, target, force=force, private=choice.with_restricted)


def _sheet(shelves: Shelves, choice: Choice) -> Iterator[str]:
    rows: Iterable[list[Any]] = shelves.flat_rows(choice.where)
    if names := shelves.sources.stand_ins():
        rows = (veiled(row, names) if named_in(row, names) else row for row in rows)
    return to_csv(FLAT_COLUMNS, rows, raw=choice.raw)


def _reviews(shelves: Shelves, choice: Choice, remarks: list[str]) -> Iterator[str]:
    if choice.where.stage not in (None, Stage.SIGNED_OFF):
        raise RefusedError("only what is signed off leaves as ClaimReview; leave --stage out.")
    where = replace(choice.where, stage=Stage.SIGNED_OFF)
    numbers = shelves.queue.ids(where, Order.ID)
    if not numbers:
        remarks.append("none of these claims is signed off yet, so there is no review to write.")
    stale = shelves.queue.count(replace(where, stale=True))
    if stale:
        remarks.append(f"something new has come since {stale:,} of these verdicts (--stale).")
    dossiers = (dossier for some in batches(numbers) for dossier in shelves.dossiers.of(some))
    return to_claimreview(dossiers, publisher=choice.publisher)


def _ledger(shelves: Shelves, choice: Choice, remarks: list[str]) -> Iterator[str]:
    wanted = None if choice.where == Filter() else wanted_by(shelves, choice.where)
    records = shelves.records(wanted)
    names = {} if choice.with_restricted else shelves.sources.stand_ins()
    veiling = Veiling(names, remarks, shelves.foreign.forks() if names else ())
    left_out = set() if choice.with_restricted else {"restricted_names"}
    if veiling.names:
        left_out.add("copies")
        if records.count("copies"):
            remarks.append("captured copies stay here: any may name a protected source.")
    counts = {
        section.many: 0 if section.many in left_out else records.count(section.many)
        for section in SECTIONS
    }
    header = {"format": FORMAT, "counts": counts}

    def sections() -> Iterator[tuple[Section, Iterator[dict[str, Any]]]]:
        for section in SECTIONS:
            if section.many in left_out:
                yield section, iter(())
            else:
                yield section, veiling.over(section, records.of(section.many))

    write = to_json if choice.form == "json" else to_jsonl
    yield from write(header, sections())
