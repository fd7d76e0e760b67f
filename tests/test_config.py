"""What a run is told: options before the environment, that before the settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.config import SettingsError, settings


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file of a run with nothing in its environment."""
    for name in ("TRACKER_LEDGER", "TRACKER_EDITOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "claim-tracker" / "settings.toml"
    file.parent.mkdir()
    monkeypatch.delenv("TRACKER_SETTINGS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return file


def test_without_a_settings_file_there_are_defaults(said):
    found = settings()
    assert found.ledger.endswith("ledger.db")
    assert found.editor
    assert (found.theme, dict(found.keys)) == ("dark", {})


def test_an_option_wins_over_the_environment_and_that_over_the_file(said, monkeypatch):
    said.write_text('ledger = "file.db"\neditor = "File"\n')
    assert (settings().ledger, settings().editor) == ("file.db", "File")
    monkeypatch.setenv("TRACKER_EDITOR", "Environment")
    assert settings().editor == "Environment"
    assert settings(editor="Option").editor == "Option"
    assert settings(ledger="option.db").ledger == "option.db"


def test_the_file_gives_theme_and_keys(said):
    said.write_text('theme = "light"\n[keys]\n"claim.accept" = "A"\n')
    assert settings().theme == "light"
    assert settings().keys == {"claim.accept": "A"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("editor = ", "cannot be read"),
        ('colour = "red"', "no setting “colour”"),
        ("editor = 3", "editor needs a text"),
        ('ledger = " "', "ledger needs a text"),
        ('theme = "pink"', "theme is one of dark, light"),
        ('keys = "a"', "keys is a table"),
        ("[keys]\naccept = 1", "keys is a table"),
    ],
)
def test_what_the_file_cannot_mean_is_refused_with_its_name(said, text, why):
    said.write_text(text)
    with pytest.raises(SettingsError, match=why) as refused:
        settings()
    assert str(said) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_text_is_refused(said):
    said.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="cannot be read"):
        settings()


def test_a_file_that_is_named_has_to_be_there(said, monkeypatch, tmp_path):
    monkeypatch.setenv("TRACKER_SETTINGS", str(tmp_path / "none.toml"))
    with pytest.raises(SettingsError, match="there is no settings file"):
        settings()
