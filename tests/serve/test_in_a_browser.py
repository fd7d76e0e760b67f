"""The desk in a real browser: typed, marked, resized, by two editors at once."""

from __future__ import annotations

import json
from contextlib import contextmanager

import aiohttp
import pytest
from browser import CHROMIUM, browser

from tracker.config import Settings
from tracker.wiring import open_desk

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@contextmanager
def desk_on(served):
    desk = open_desk(Settings(str(served.ledger), "Cid"))
    try:
        yield desk
    finally:
        desk.close()


def claim(served, number):
    with desk_on(served) as desk:
        return desk.browsing.dossier(number)


async def test_two_editors_work_in_the_browser(serve):
    with serve("--for", "Ada", "--for", "Ben") as served:
        with desk_on(served) as desk:
            desk.relating.confirm([one.id for one in desk.browsing.relations()], by="Cid")
        async with browser() as new_tab, browser() as another:
            ada, ben = await new_tab(), await another()
            await ada.open(served.links["Ada"])
            await ada.until_shown("C1")
            await ben.open(served.links["Ben"])
            await ben.until_shown("C1")

            await ada.type("n")
            await ada.until_shown("Note")
            await ada.type("Seen – “é” [/b]")
            await ada.resize(640, 400)
            await ada.until_shown("Seen")
            await ada.type("\x13")
            await ada.until_shown("left on C1")
            assert [note.text for note in claim(served, 1).notes] == ["Seen – “é” [/b]"]
            assert any(json.loads(sent)[0] == "resize" for sent in ada.sent)

            await ada.type("d")
            await ada.until_shown("C1 marked disputed")
            assert claim(served, 1).claim.judged_by == "Ada"

            await ada.type("p")
            await ada.until_shown("browser’s")
            await ada.until_shown("downloads")
            report = f"{served.origin}/download/{ada.delivered[0]}"
            async with aiohttp.ClientSession() as stranger, stranger.get(report) as answer:
                assert answer.status == 403

            await ben.until_shown("[/b]  Ada")
            await ben.type("i")
            await ben.until_shown("C1 given to Ben")
            assert claim(served, 1).claim.assignee == "Ben"
            assert all(address.startswith(served.origin) for address in ada.asked + ben.asked)


async def test_a_wrong_token_shows_no_desk(serve):
    with serve("--for", "Ada") as served:
        async with browser() as new_tab:
            tab = await new_tab()
            await tab.open(f"{served.origin}/?token=guess")
            text = await tab.value("document.body.innerText")
            assert "used already" in text
            assert not tab.sent


async def test_another_sites_page_cannot_open_the_desk(serve):
    with serve("--for", "Ada") as served:
        async with browser() as new_tab:
            ada = await new_tab()
            await ada.open(served.links["Ada"])
            await ada.until_shown("C1")
            evil = await new_tab()
            await evil.open("data:text/html,<title>evil</title>")
            script = (
                f"new Promise(told => {{ const s = new WebSocket('{served.origin}/ws'"
                ".replace('http', 'ws')); s.onopen = () => told('open');"
                " s.onerror = () => told('refused'); })"
            )
            result = await evil.tell(
                "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
            )
            assert result["result"]["value"] == "refused"
