"""Incoming: all that comes in from another ledger, read and checked before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.desk.merging import Merging, Tally
from tracker.desk.revising import carry_over
from tracker.domain.errors import BadInputError
from tracker.domain.history import Chain, Entry, ForeignEntry
from tracker.domain.holdings import Batch, Copy, RestrictedName
from tracker.domain.reference import Kind, Ref
from tracker.store.shelves import Shelves
from tracker.store.tray import Tray


class Incoming:
    """What comes in, on a tray; the real names of protected sources touch no disk there."""

    def __init__(self) -> None:
        self._tray = Tray()
        self._names: list[RestrictedName] = []
        self._chain = Chain()

    def close(self) -> None:
        """Throw away what came in."""
        self._tray.close()

    def read(self, batches: Iterable[Batch]) -> None:
        """Read all of it.

        Raises:
            BadInputError: something in it is wrong.
        """
        for section, values in batches:
            if section.kind is not None:
                self._tray.put_things(values)
            elif section.value is Copy:
                self._tray.put_copies(values)
            elif section.value is RestrictedName:
                self._names.extend(values)
            elif section.value is Entry:
                self._read_history(values)
            elif section.value is ForeignEntry:
                self._read_foreign(values)
        self._tray.history.settle()

    def merge(self, shelves: Shelves) -> Tally:
        """Merge it within an action."""
        self._know_history(shelves)
        self._protect(shelves)
        for copies in self._tray.copies():
            for copy in copies:
                shelves.evidence.keep_copy(copy.content, copy.media_type, copy.captured_at)
        merging = Merging(shelves, self._tray)
        tally = merging.run()
        self._carry_over(shelves, merging.revisions)
        self._hide_names(shelves, tally)
        for news in self._tray.history.news():
            shelves.foreign.add(news)
            tally.entries += len(news)
        return tally

    def _read_history(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            for broken in self._chain.broken_by(entry):
                raise BadInputError(f"{broken}.")
        self._tray.history.put([ForeignEntry(one) for one in entries], own=True)

    def _read_foreign(self, foreign: Sequence[ForeignEntry]) -> None:
        for one in foreign:
            if one.entry.sealed() != one.entry.hash:
                raise BadInputError(f"entry {one.entry.seq} of the foreign history was altered.")
        self._tray.history.put(foreign, own=False)

    def _know_history(self, shelves: Shelves) -> None:
        """Note which lines are here too.

        Raises:
            BadInputError: one follows nothing that is there or here.
        """
        for hashes in self._tray.history.hashes():
            self._tray.history.know(shelves.foreign.known(hashes))
        for followed in self._tray.history.followed():
            known = shelves.foreign.known(before for _, before in followed)
            for seq, before in followed:
                if before not in known:
                    raise BadInputError(f"entry {seq} of the foreign history follows nothing.")

    def _protect(self, shelves: Shelves) -> None:
        """Keep their protected names out of what the history will say of all that comes in."""
        assert shelves.journal is not None, "an action is written"
        for one in self._names:
            source = self._tray.thing(Ref(Kind.SOURCE, one.source_id))
            if source is None:
                raise BadInputError("a protected name is given for a source that is not there.")
            shelves.journal.protect(one.name, source.name)

    def _carry_over(self, shelves: Shelves, revisions: Sequence[Ref]) -> None:
        """Look for the passages that were here in the revisions that came in."""
        here = self._tray.placed(revisions)
        for ref in revisions:
            *former, newest = shelves.articles.revisions(here[ref].here)
            carry_over(shelves, tuple(former), newest)

    def _hide_names(self, shelves: Shelves, tally: Tally) -> None:
        here = self._tray.placed(Ref(Kind.SOURCE, one.source_id) for one in self._names)
        for one in self._names:
            source = shelves.sources.get(here[Ref(Kind.SOURCE, one.source_id)].here)
            ours = shelves.sources.restricted_name(source)
            if ours is None:
                shelves.sources.hide_name(source, one.name)
            elif ours != one.name:
                tally.conflicts.append((source.ref, ("restricted_name",)))
