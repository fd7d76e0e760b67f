"""A row of a newsroom's spreadsheet: a claim as it is noted there, before it is stored."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from hashlib import sha256

from tracker.domain.timerange import TimeRange


@dataclass(frozen=True)
class RowDraft:
    """A claim in a row. ``quote`` is what the article at ``url`` says, letter for letter."""

    statement: str
    speaker: str = ""
    role: str = ""
    quote: str = ""
    cue: str = ""
    hedge: str = ""
    said: TimeRange | None = None
    event: str = ""
    place: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    published_at: datetime | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    uid: str = ""

    @property
    def identity(self) -> str:
        """Which claim it is in any ledger: its uid, or else what follows from its contents."""
        if self.uid:
            return self.uid
        text = json.dumps(asdict(self), sort_keys=True, default=str)
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


ROW_FIELDS = tuple(one.name for one in fields(RowDraft))
