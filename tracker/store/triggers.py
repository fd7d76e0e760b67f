"""Triggers: a history that only grows, the mark of a contested claim, and the tally of all."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.relation import AGAINST, RelationState
from tracker.store import search_postgres, search_sqlite
from tracker.store.trigger import Trigger

GROWING = ("history", "foreign_entry")
"""The tables of which no row is ever altered or taken away."""

_AGAINST = ", ".join(f"'{kind}'" for kind in AGAINST)

RECKON_ALL = (
    "UPDATE claim SET contested = EXISTS (SELECT 1 FROM relation WHERE "
    "(a = claim.id OR b = claim.id) "  # of “claim.id IN (a, b)” SQLite would go through them all
    f"AND kind IN ({_AGAINST}) AND state <> '{RelationState.REJECTED}')"
)
_RECKON = RECKON_ALL + " WHERE id IN ({row}.a, {row}.b);"


_TALLIED = ("status", "stage", "contested", "stale")

RETELL = (
    "DELETE FROM tally",
    "INSERT INTO tally ({of}, claims) SELECT {of}, count(*) FROM claim GROUP BY {of}".format(
        of=", ".join(_TALLIED)
    ),
)
"""Counts the claims anew, for where no trigger has watched them come."""

_ONE_MORE = (
    "INSERT INTO tally ({of}, claims) VALUES ({new}, 1) "
    "ON CONFLICT ({of}) DO UPDATE SET claims = tally.claims + 1;"
).format(of=", ".join(_TALLIED), new=", ".join(f"NEW.{name}" for name in _TALLIED))
_ONE_LESS = "UPDATE tally SET claims = claims - 1 WHERE {same};".format(
    same=" AND ".join(f"{name} = OLD.{name}" for name in _TALLIED)
)


def _append_only(*ways: str) -> Iterator[Trigger]:
    for table in GROWING:
        for what in ways:
            yield Trigger(f"{table}_no_{what.lower()}", "BEFORE", what, table)


def _contested() -> Iterator[Trigger]:
    watched = {
        "insert": ("INSERT", ("NEW",)),
        "update": ("UPDATE OF a, b, kind, state", ("OLD", "NEW")),
        "delete": ("DELETE", ("OLD",)),
    }
    for name, (what, rows) in watched.items():
        does = " ".join(_RECKON.format(row=row) for row in rows)
        yield Trigger(f"contested_{name}", "AFTER", what, "relation", does)


def _counting() -> Iterator[Trigger]:
    for name, what, does in (
        ("insert", "INSERT", _ONE_MORE),
        ("update", f"UPDATE OF {', '.join(_TALLIED)}", f"{_ONE_LESS} {_ONE_MORE}"),
        ("delete", "DELETE", _ONE_LESS),
    ):
        yield Trigger(f"tally_{name}", "AFTER", what, "claim", does)


def triggers(dialect: str = "sqlite") -> dict[str, str]:
    """Every trigger of a ledger as a database is told to make it, by name."""
    kept = (*_contested(), *_counting())
    if dialect == "postgresql":
        made = (*_append_only("UPDATE", "DELETE", "TRUNCATE"), *kept, *search_postgres.triggers())
        return {trigger.name: trigger.in_postgres() for trigger in made}
    made = (*_append_only("UPDATE", "DELETE"), *kept, *search_sqlite.triggers())
    return {trigger.name: trigger.in_sqlite() for trigger in made}
