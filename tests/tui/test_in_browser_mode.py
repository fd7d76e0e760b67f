"""At the desk in a browser nothing of the server's machine is within reach."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.app import App


@pytest.fixture
def delivered(monkeypatch):
    """What is handed to the browser, by name."""
    files: dict[str, bytes] = {}

    def deliver(_app, file, *, save_filename, **_more):
        files[save_filename] = file.read()

    monkeypatch.setattr(App, "deliver_binary", deliver)
    return files


@pytest.mark.parametrize("keys", [("p",), ("5", "p"), ("5", "j", "enter")])
async def test_a_report_goes_to_the_browser_and_asks_for_no_place_on_the_server(
    sit_down, ferry, tmp_path, monkeypatch, delivered, keys
):
    monkeypatch.setenv("EDITOR", str(tmp_path / "no-such-editor"))
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.rglob("*"))
    async with sit_down(ferry) as seat:
        seat.app.settings = replace(seat.app.settings, browser=True)
        await seat.press(*keys)
        assert "is with your browser’s downloads." in seat.told
    assert [name.rpartition(".")[2] for name in delivered] == ["html"]
    assert {file for file in set(tmp_path.rglob("*")) - before if "ferry" not in file.name} <= {
        tmp_path / "state"
    }


async def test_the_server_is_not_suspended_from_a_browser(sit_down, ferry):
    async with sit_down(ferry) as seat:
        seat.app.settings = replace(seat.app.settings, browser=True)
        await seat.press("ctrl+z", "j")
        assert seat.cursor == "C2"
