"""The desk: one attribute for each subject that an editor can ask about."""

from __future__ import annotations

from pathlib import Path

from tracker.desk.auditing import Auditing
from tracker.desk.browsing import Browsing
from tracker.desk.claiming import Claiming
from tracker.desk.curating import Curating
from tracker.desk.editing import Editing
from tracker.desk.exporting import Exporting
from tracker.desk.gathering import Gathering
from tracker.desk.importing import Importing
from tracker.desk.matching import Matching
from tracker.desk.receiving import Receiving
from tracker.desk.relating import Relating
from tracker.desk.reporting import Reporting
from tracker.desk.reviewing import Reviewing
from tracker.store.database import Database


class Desk:
    """All that can be done with one open ledger."""

    def __init__(self, database: Database, *, safe_copy: Path | None = None) -> None:
        """Take the open ledger, and the copy made of it where it was just brought up to date."""
        self._database = database
        self.safe_copy = safe_copy
        self.browsing = Browsing(database)
        self.importing = Importing(database)
        self.claiming = Claiming(database)
        self.reviewing = Reviewing(database)
        self.gathering = Gathering(database)
        self.relating = Relating(database)
        self.matching = Matching(database)
        self.editing = Editing(database)
        self.curating = Curating(database)
        self.auditing = Auditing(database)
        self.reporting = Reporting(database)
        self.exporting = Exporting(database)
        self.receiving = Receiving(database)

    @property
    def place(self) -> str:
        """Where the ledger lies, as a person would name it."""
        return self._database.name

    @property
    def home(self) -> dict[str, str]:
        """What there is to say of a server that keeps the ledger, by name; of a file nothing."""
        return self._database.facts()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written here."""
        return self._database.read_only

    @property
    def warning(self) -> str:
        """What an editor should know of the ledger before working in it; mostly nothing."""
        if self._database.private:
            return ""
        return f"others on this machine can read {self.place}; chmod 600 keeps it private."

    def close(self) -> None:
        """Let go of the ledger."""
        self._database.close()
