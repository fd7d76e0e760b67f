"""A later revision to migrate to: a folder of migrations with one more in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from later_revisions import later_migrations

from tracker.store import outgrown, recognising, schema, server_schema


@pytest.fixture
def later(tmp_path: Path) -> Callable[[str], Path]:
    """Make a folder of migrations whose newest, 0002, has this body; returns the folder."""
    return lambda body: later_migrations(tmp_path, body)


@pytest.fixture
def with_later(
    later: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Path]:
    """Let the program know that later revision; returns the folder."""

    def _make(body: str) -> Path:
        folder = later(body)
        for module in (schema, recognising):
            monkeypatch.setattr(module, "migrations_folder", lambda: folder)
        for module in (outgrown, schema, recognising, server_schema):
            monkeypatch.setattr(module, "HEAD", "0002")
        return folder

    return _make
