"""Settings: where the ledger lies, who is at the desk, and how it looks."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

THEMES = ("dark", "light")
_HOMELESS = "there is no home folder; set HOME to a folder of yours."


@dataclass(frozen=True)
class Settings:
    """What a run of the program was told. ``ledger`` is a path or a database URL.

    ``keys`` gives actions of the desk, by their ids, other keys than its own; several are
    separated by commas. ``browser`` is a desk whose editor may sit at another machine.
    """

    ledger: str = ""
    editor: str = ""
    color: bool = True
    theme: str = THEMES[0]
    keys: Mapping[str, str] = field(default_factory=dict)
    browser: bool = False


class SettingsError(ValueError):
    """The settings file says what cannot be meant."""


def settings(ledger: str | None = None, editor: str | None = None) -> Settings:
    """Gather the settings: options first, then the environment, the settings file, defaults.

    Raises:
        SettingsError: the settings file cannot be read or says what cannot be meant, or there is
            no home folder to look for it or the ledger.
    """
    said = _said(settings_file())
    ledger = ledger or os.environ.get("TRACKER_LEDGER") or said.ledger
    if ledger.startswith("~"):
        ledger = str(path_named(ledger))
    editor = editor or os.environ.get("TRACKER_EDITOR") or said.editor
    return replace(
        said,
        ledger=ledger or str(data_folder() / "ledger.db"),
        editor=(editor or _login_name()).strip(),
        color=not os.environ.get("NO_COLOR"),
    )


def settings_file() -> Path:
    """Where the settings file lies, whether or not there is one."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed for help and version

    named = os.environ.get("TRACKER_SETTINGS")
    return path_named(named) if named else _own(user_config_path) / "settings.toml"


def path_named(words: str) -> Path:
    """The path that somebody wrote; ``~`` stands for a home folder.

    Raises:
        SettingsError: nobody knows that home.
    """
    try:
        return Path(words).expanduser()
    except RuntimeError as error:
        user = Path(words).parts[0][1:]
        why = (
            f"nobody knows the home folder of “{user}”; name the path in full."
            if user
            else _HOMELESS
        )
        raise SettingsError(why) from error


def templates_folder() -> Path | None:
    """Where a desk keeps report templates of its own: beside the settings file; None if not."""
    folder = settings_file().parent / "templates"
    return folder if folder.is_dir() else None


def data_folder() -> Path:
    """The platform's folder for a user's data of this program."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed for help and version

    return _own(user_data_path)


def state_folder() -> Path:
    """The platform's folder for what a program has to remember from one run to the next."""
    from platformdirs import user_state_path  # noqa: PLC0415 - not needed for help and version

    return _own(user_state_path)


def _own(folder: Callable[..., Path]) -> Path:
    """The program's own among a user's folders of a kind."""
    try:
        return folder("claim-tracker", appauthor=False)
    except RuntimeError as error:  # as for a user of a container that nobody entered
        raise SettingsError(_HOMELESS) from error


def _said(file: Path) -> Settings:
    import tomllib  # noqa: PLC0415 - most have no settings file

    try:
        said = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as error:
        if os.environ.get("TRACKER_SETTINGS"):
            raise SettingsError(f"there is no settings file {file}.") from error
        return Settings()
    except (OSError, ValueError) as error:
        raise SettingsError(f"the settings file {file} cannot be read: {error}.") from error
    for name, value in said.items():
        if why := _problem(name, value):
            raise SettingsError(f"the settings file {file}: {why}.")
    return Settings(**said)


def _problem(name: str, value: object) -> str:
    match name:
        case "ledger" | "editor":
            return "" if isinstance(value, str) and value.strip() else f"{name} needs a text"
        case "theme":
            return "" if value in THEMES else f"theme is one of {', '.join(THEMES)}"
        case "keys":
            fits = isinstance(value, dict) and all(isinstance(key, str) for key in value.values())
            return "" if fits else "keys is a table of actions, each with its key as a text"
    return f"there is no setting “{name}”; there are ledger, editor, theme and keys"


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "editor"
