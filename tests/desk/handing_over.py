"""Ledgers handed over as text: out of one desk, into another."""

from __future__ import annotations

import io

from tracker.desk.exporting import Choice
from tracker.domain.listing import Filter
from tracker.intake.from_json import read_ledger


def exported(desk, form="jsonl", where=None, **choice):
    """The text of an export."""
    return "".join(desk.exporting.pieces(Choice(form, where or Filter(), **choice), []))


def received(desk, text, by="Bea"):
    """What came of taking a text over."""
    header, batches = read_ledger(io.StringIO(text))
    return desk.receiving.take_over(header, batches, by=by, origin="a file")


def handed(desk, other, **choice):
    """Hand a ledger on."""
    return received(other, exported(desk, **choice))
