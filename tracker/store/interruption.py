"""Interruption: ctrl+c ends a statement of SQLite at once, also one that takes minutes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import ExceptionContext

_STEPS = 100_000
"""Steps of SQLite's own machine, some milliseconds, after which Python sees a signal."""


@contextmanager
def interruptible(connection: Connection) -> Iterator[None]:
    """Let Python look up now and then while SQLite works; PostgreSQL's driver does by itself.

    Raises:
        KeyboardInterrupt: somebody has had enough.
    """
    driver: Any = connection.connection.dbapi_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.set_progress_handler(lambda: 0, _STEPS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)


def tell_interruption(context: ExceptionContext) -> None:
    """Say of a statement that was ended by ctrl+c just that: SQLite only says that it ended."""
    if getattr(context.original_exception, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
        raise KeyboardInterrupt from context.original_exception
