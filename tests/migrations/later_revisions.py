"""Revisions that do not exist yet."""

from __future__ import annotations

import shutil
from pathlib import Path

from tracker.resources import migrations_folder

HEADER = '''
"""A revision of the test's own."""
from alembic import op
import sqlalchemy as sa
revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
'''

REBUILD_CLAIM = """
    # SQLite computes queue_key itself, so it cannot be copied over; numbers must not be reused.
    key = sa.Computed(
        "CASE WHEN settled THEN '1' ELSE '0' END"
        " || CASE WHEN contested THEN '0' ELSE '1' END || coalesce(due, '9')"
        " || '|' || CAST(9 - risk AS TEXT)",
        persisted=True,
    )
    with op.batch_alter_table(
        "claim", recreate="always", table_kwargs={"sqlite_autoincrement": True}
    ) as batch:
        batch.drop_column("queue_key")
        batch.add_column(sa.Column("urgency", sa.Integer, nullable=False, server_default="0"))
        batch.add_column(sa.Column("queue_key", sa.String(64), key))
"""


def later_migrations(parent: Path, body: str) -> Path:
    """Make a folder of migrations whose newest, 0002, has this body."""
    folder = parent / "100% later migrations"
    shutil.copytree(migrations_folder(), folder)
    (folder / "versions" / "0002_later.py").write_text(HEADER + body, encoding="utf-8")
    return folder
