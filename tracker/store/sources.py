"""Sources in the ledger, and the names that are kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import RowMapping, delete, insert, select

from tracker.domain.reference import Kind
from tracker.domain.source import Source
from tracker.store import parts, tables
from tracker.store.parts import Part
from tracker.store.shelf import Shelf

_PLAIN = (
    "name", "kind", "role", "affiliation_id", "reliability", "own_origin", "restricted",
    "merged_into",
)  # fmt: skip
_ALIASES = Part(
    "aliases", tables.alias, "source_id", lambda row: row["name"], lambda name: {"name": name}
)


class Sources(Shelf[Source]):
    """The shelf of sources."""

    kind = Kind.SOURCE
    table = tables.source

    def with_affiliations(self, numbers: Iterable[int]) -> dict[int, Source]:
        """Fetch sources and everything they are affiliated to, however far up."""
        found: dict[int, Source] = {}
        wanted = set(numbers)
        while wanted:
            found |= self.get_many(sorted(wanted))
            above = {source.affiliation_id for source in found.values()} - {None}
            wanted = {number for number in above if number is not None} - found.keys()
        return found

    def named(self, name: str) -> Source | None:
        """Find the source of exactly this name or alias; None if there is none, or several."""
        by_alias = select(tables.alias.c.source_id).where(tables.alias.c.name == name)
        numbers = self._connection.scalars(
            select(tables.source.c.id)
            .where((tables.source.c.name == name) | tables.source.c.id.in_(by_alias))
            .where(tables.source.c.merged_into.is_(None))
            .limit(2)
        ).all()
        return self.get(numbers[0]) if len(numbers) == 1 else None

    def affiliated_to(self, source_id: int) -> tuple[Source, ...]:
        """Fetch the sources directly affiliated to one, by id."""
        return self.having("affiliation_id", source_id)

    def hide_name(self, source: Source, name: str) -> None:
        """Keep a protected source's real name apart; the history says only that it was set."""
        self._drop_name(source)
        self._connection.execute(
            insert(tables.restricted_name).values(source_id=source.id, name=name)
        )
        self._journal.protect(name, source.name)
        self._journal.remarked(source.ref, "restricted_name")

    def erase_name(self, source: Source) -> None:
        """Erase a protected source's real name for good."""
        self._drop_name(source)
        self._journal.remarked(source.ref, "restricted_name_erased")

    def stand_ins(self) -> dict[str, str]:
        """What is said instead of each protected name."""
        rows = self._connection.execute(
            select(tables.restricted_name.c.name, tables.source.c.name.label("instead")).join(
                tables.source, tables.source.c.id == tables.restricted_name.c.source_id
            )
        )
        return {row.name: row.instead for row in rows}

    def _drop_name(self, source: Source) -> None:
        self._connection.execute(
            delete(tables.restricted_name).where(tables.restricted_name.c.source_id == source.id)
        )

    def _value(self, row: RowMapping, parts: Mapping[str, Any]) -> Source:
        return Source(
            **{name: row[name] for name in _PLAIN},
            **parts,
            id=row["id"],
            uid=row["uid"],
            version=row["version"],
        )

    def _row(self, value: Source) -> dict[str, Any]:
        return {name: getattr(value, name) for name in _PLAIN}

    def _parts(self, numbers: list[int]) -> dict[int, dict[str, Any]]:
        return parts.fetch(self._connection, (_ALIASES,), numbers)

    def _put_parts(self, value: Source, old: Source | None) -> None:
        parts.put(self._connection, (_ALIASES,), value, old)

    def _drop_parts(self, value: Source) -> None:
        parts.drop(self._connection, (_ALIASES,), value.id)
