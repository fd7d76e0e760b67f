"""The desk: one attribute for each subject that an editor can ask about."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.desk.auditing import Auditing
    from tracker.desk.browsing import Browsing
    from tracker.desk.claiming import Claiming
    from tracker.desk.curating import Curating
    from tracker.desk.editing import Editing
    from tracker.desk.exporting import Exporting
    from tracker.desk.gathering import Gathering
    from tracker.desk.importing import Importing
    from tracker.desk.listing import Listing
    from tracker.desk.matching import Matching
    from tracker.desk.pairing import Pairing
    from tracker.desk.receiving import Receiving
    from tracker.desk.relating import Relating
    from tracker.desk.reporting import Reporting
    from tracker.desk.reviewing import Reviewing
    from tracker.store.database import Database


class Desk:
    """All that can be done with one open ledger.

    A subject is loaded when it is first asked about, from the module of its name: a list of claims
    is printed before what exports, compares and reports them would be read from the disk.
    """

    auditing: Auditing
    browsing: Browsing
    claiming: Claiming
    curating: Curating
    editing: Editing
    exporting: Exporting
    gathering: Gathering
    importing: Importing
    listing: Listing
    matching: Matching
    pairing: Pairing
    receiving: Receiving
    relating: Relating
    reporting: Reporting
    reviewing: Reviewing

    def __init__(self, database: Database, *, safe_copy: Path | None = None) -> None:
        """Take the open ledger, and the copy made of it where it was just brought up to date."""
        self._database = database
        self.safe_copy = safe_copy
        self.put_aside: Path | None = None  # the demo's former ledger, of another version

    def __getattr__(self, name: str) -> Any:
        if name not in Desk.__annotations__:
            raise AttributeError(f"the desk has no subject {name}")
        subject = getattr(import_module(f"tracker.desk.{name}"), name.capitalize())
        self.__dict__[name] = subject(self._database)
        return self.__dict__[name]

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

    def tend(self) -> None:
        """Do while nobody waits what a write would have to do else.

        Raises:
            LedgerError: the ledger cannot be reached, or its disk is full.
        """
        self._database.tend()

    def close(self) -> None:
        """Let go of the ledger."""
        self._database.close()
