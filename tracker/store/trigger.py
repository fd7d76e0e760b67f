"""One trigger, and how each database is told to make it."""

from __future__ import annotations

from dataclasses import dataclass

REFUSAL = "the history only grows"


@dataclass(frozen=True)
class Trigger:
    """What happens with each row of a table at some moment: statements of SQL, each ended.

    Without statements the change is refused, for nothing but the history is guarded so.
    """

    name: str
    moment: str
    what: str
    table: str
    statements: str = ""

    def in_sqlite(self) -> str:
        """Write it for SQLite."""
        does = self.statements or f"SELECT RAISE(ABORT, '{REFUSAL}');"
        return (
            f"CREATE TRIGGER {self.name} {self.moment} {self.what} ON {self.table} BEGIN {does} END"
        )

    def in_postgres(self) -> str:
        """Write it for PostgreSQL, where a function of its own does the work."""
        does = f"{self.statements} RETURN NULL;" if self.statements else _REFUSE
        each = "STATEMENT" if self.what == "TRUNCATE" else "ROW"
        return (
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql "
            f"AS $$ BEGIN {does} END $$; "
            f"CREATE TRIGGER {self.name} {self.moment} {self.what} ON {self.table} "
            f"FOR EACH {each} EXECUTE FUNCTION {self.name}()"
        )


_REFUSE = f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';"
