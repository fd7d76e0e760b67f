"""Editing: correcting any field of a claim, article, event, source, relation or evidence."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.desk.acting import Subject
from tracker.domain.errors import RefusedError
from tracker.domain.reference import Ref


class Editing(Subject):
    """Corrects what the ledger holds, field by field."""

    def edit(
        self, ref: Ref, field: str, values: Sequence[str], *, by: str, reason: str = ""
    ) -> None:
        """Give a field a new value, as an editor types it."""
        raise RefusedError(f"{ref} has no field {field}.")
