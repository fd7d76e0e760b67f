"""Loose ends: rows of a recovered ledger that point to rows that are lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from tracker.domain.evidence import NoCapture
from tracker.store.tables import metadata, tag

_WITHOUT_COPY = "FROM evidence WHERE capture NOT IN (SELECT sha256 FROM capture)"


def list_names(saved: sqlite3.Connection) -> dict[str, int]:
    """Enter every editor and tag that is named somewhere and not in its list; how many of each.

    An editor's first entry says since when.
    """
    entered = {"editor": 0, "tag": 0}
    for table, column, name in _naming():
        since = f'(SELECT min(at) FROM history WHERE "by" = "{column}")'
        first = "(SELECT min(at) FROM history)"
        row = f'"{column}"' if name == tag.name else f'"{column}", coalesce({since}, {first})'
        entered[name] += saved.execute(
            f'INSERT OR IGNORE INTO "{name}" SELECT DISTINCT {row} FROM "{table}" '
            f'WHERE "{column}" IS NOT NULL'
        ).rowcount
    return entered


def _naming() -> Iterator[tuple[str, str, str]]:
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name in ("editor", "tag"):
                yield table.name, key.parent.name, key.column.table.name


def keep_without_copy(saved: sqlite3.Connection) -> int:
    """Keep the evidence whose captured copy is lost; how many copies that are."""
    (lost,) = saved.execute(f"SELECT count(DISTINCT capture) {_WITHOUT_COPY}").fetchone()
    saved.execute(
        "UPDATE evidence SET capture = NULL, no_capture = ? "
        f"WHERE id IN (SELECT id {_WITHOUT_COPY})",
        (str(NoCapture.NOT_CAPTURED),),
    )
    return int(lost)


def untie(saved: sqlite3.Connection) -> list[tuple[str, int]]:
    """Untie what points to rows that are lost; returns each row left out for it: table and rowid.

    A row whose other end is lost is kept without it, or left out where it means nothing without.
    """
    left_out: list[tuple[str, int]] = []
    while broken := saved.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, _, number in broken:
            keys = saved.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            column = next(key[3] for key in keys if key[0] == number)
            try:
                saved.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (row,))
            except sqlite3.IntegrityError:
                gone = saved.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,)).rowcount
                left_out += [(table, row)] * gone
    return left_out
