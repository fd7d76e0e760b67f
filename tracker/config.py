"""Settings: where the ledger lies and who is at the desk, from options and environment."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """What a run of the program was told. ``ledger`` is a path or a database URL."""

    ledger: str
    editor: str
    color: bool = True


def settings(ledger: str | None = None, editor: str | None = None) -> Settings:
    """Gather the settings: options first, then the environment, then defaults."""
    return Settings(
        ledger=ledger or os.environ.get("TRACKER_LEDGER") or str(data_folder() / "ledger.db"),
        editor=(editor or os.environ.get("TRACKER_EDITOR") or _login_name()).strip(),
        color=not os.environ.get("NO_COLOR"),
    )


def data_folder() -> Path:
    """The platform's folder for a user's data of this program."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed for help and version

    return user_data_path("claim-tracker", appauthor=False)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "editor"
