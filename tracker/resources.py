"""Where the migrations and the sample lie, in an installed package or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def migrations_folder() -> Path:
    """Find the folder of the ledger's migrations.

    Raises:
        FileNotFoundError: this installation lacks it.
    """
    return _folder("migrations")


def seed_folder() -> Path:
    """Find the folder of the sample article and its claims.

    Raises:
        FileNotFoundError: this installation lacks it.
    """
    return _folder("seed")


def _folder(name: str) -> Path:
    # A wheel carries its copy inside the package; a checkout has the original beside it.
    for folder in (_PACKAGE / f"_{name}", _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"This installation of tracker has no folder “{name}”; install tracker again."
    )
