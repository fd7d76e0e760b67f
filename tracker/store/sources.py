"""Sources in the ledger, and the names that are kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping, Table, delete, func, insert, select

from tracker.domain.names import keys_of
from tracker.domain.reference import Kind
from tracker.domain.relation import RelationState
from tracker.domain.source import Source, SourceKind
from tracker.store import tables
from tracker.store.asked import add_rows
from tracker.store.parts import Part
from tracker.store.shelf import Shelf
from tracker.store.veiling import stand_ins

_PLAIN = (
    "name", "kind", "role", "affiliation_id", "reliability", "own_origin", "restricted",
    "merged_into",
)  # fmt: skip
_MOST_SHARING = 64
"""Sources looked at for one key: a surname of thousands says nothing."""
_ALIASES = Part(
    "aliases", tables.alias, "source_id", lambda row: row["name"], lambda name: {"name": name}
)


class Sources(Shelf[Source]):
    """The shelf of sources."""

    kind = Kind.SOURCE
    table = tables.source
    own_parts = (_ALIASES,)

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

    def meant(self, name: str, kind: SourceKind) -> Source | None:
        """Find the source that a reading means by exactly this name or alias.

        Of several with the name, only one whose matches still wait for an editor.
        """
        table, waiting = tables.source, tables.match
        candidates = select(table.c.id).where(table.c.kind == kind, table.c.merged_into.is_(None))
        by_alias = select(tables.alias.c.source_id).where(tables.alias.c.name == name)
        for chosen in (
            candidates.where(table.c.name == name),
            candidates.where(table.c.id.in_(by_alias)),
        ):
            numbers = self._connection.scalars(chosen.order_by(table.c.id)).all()
            if len(numbers) == 1:
                return self.get(numbers[0])
            if numbers:
                undecided = self._connection.scalar(
                    select(func.max(waiting.c.other_id)).where(
                        waiting.c.state == RelationState.SUGGESTED,
                        waiting.c.other_id.in_(numbers[-500:]),
                    )
                )
                return None if undecided is None else self.get(undecided)
        return None

    def sharing_a_key(self, source: Source) -> tuple[Source, ...]:
        """Fetch the sources that may be the same by their keys, a bounded number, by id."""
        table = tables.name_key
        numbers: set[int] = set()
        for key in sorted(keys_of(source)):
            sharing = select(table.c.source_id).where(
                table.c.key == key, table.c.source_id != source.id
            )
            newest = sharing.order_by(table.c.source_id.desc()).limit(_MOST_SHARING)
            numbers.update(self._connection.scalars(newest))
        return tuple(self.get_many(sorted(numbers)).values())

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

    def restricted_name(self, source: Source) -> str | None:
        """A protected source's real name, for comparing it only."""
        names = tables.restricted_name
        return self._connection.scalar(select(names.c.name).where(names.c.source_id == source.id))

    def erase_name(self, source: Source) -> None:
        """Erase a protected source's real name for good."""
        self._drop_name(source)
        self._journal.remarked(source.ref, "restricted_name_erased")

    def stand_ins(self) -> dict[str, str]:
        """What is said instead of each protected name."""
        journal = self._journal_or_none
        return stand_ins(self._connection) if journal is None else dict(journal.protected)

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

    def _put_parts(self, value: Source, old: Source | None) -> None:
        super()._put_parts(value, old)
        if old is not None and keys_of(value) == keys_of(old):
            return
        self._drop_keys(value)
        add_rows(self._connection, tables.name_key, _key_rows(value))

    def rows_of(self, values: Sequence[Source]) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
        """The rows of whole sources, with the keys that follow from their names."""
        yield from super().rows_of(values)
        yield tables.name_key, [row for value in values for row in _key_rows(value)]

    def _drop_keys(self, value: Source) -> None:
        table = tables.name_key
        self._connection.execute(delete(table).where(table.c.source_id == value.id))


def _key_rows(value: Source) -> list[dict[str, Any]]:
    return [{"source_id": value.id, "key": key} for key in sorted(keys_of(value))]
