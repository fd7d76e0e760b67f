"""A real browser without a window, told what to do over its debugging protocol (CDP)."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import aiohttp

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--remote-debugging-port=0", "--window-size=1000,700",
)  # fmt: skip
PATIENCE = 30.0
TEXT, BINARY = 1, 2
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Tab:
    """One page of the browser, with what it logged and asked for."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = count(1)
        self._loaded = False
        self.asked: list[str] = []
        """The addresses that the page asked for."""
        self.sent: list[str] = []
        """What the page told the desk."""
        self.delivered: list[str] = []
        """The keys of the files that the desk handed over."""
        self.shown = ""
        """What the desk wrote to the page's terminal since this was last emptied."""

    async def tell(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while True:
            message = await self._socket.receive_json(timeout=PATIENCE)
            self._note(message)
            if message.get("id") == number:
                return message.get("result", {})

    async def open(self, address: str) -> None:
        """Go to an address, and wait until its page is there."""
        for domain in ("Page", "Network", "Runtime"):
            await self.tell(f"{domain}.enable")
        await self.tell("Emulation.setFocusEmulationEnabled", enabled=True)
        self._loaded = False
        await self.tell("Page.navigate", url=address)
        async with asyncio.timeout(PATIENCE):
            while not self._loaded:
                self._note(await self._socket.receive_json())

    async def until_shown(self, text: str) -> None:
        """Wait until the desk has written a text."""
        async with asyncio.timeout(PATIENCE):
            while text not in (seen := _ESCAPES.sub("", self.shown)):
                try:
                    self._note(await self._socket.receive_json())
                except asyncio.CancelledError as late:
                    raise AssertionError(f"“{text}” was not shown, but {seen[-800:]}") from late

    async def value(self, script: str) -> Any:
        """Evaluate a script in the page."""
        result = await self.tell("Runtime.evaluate", expression=script, returnByValue=True)
        return result["result"].get("value")

    async def type(self, text: str) -> None:
        """Type letters, one key after the other."""
        for letter in text:
            key = {"\r": "Enter"}.get(letter, letter)
            await self.tell("Input.dispatchKeyEvent", type="keyDown", text=letter, key=key)
            await self.tell("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size, in pixels."""
        await self.tell(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip

    def _note(self, message: dict[str, Any]) -> None:
        params = message.get("params", {})
        match message.get("method"):
            case "Page.loadEventFired":
                self._loaded = True
            case "Network.requestWillBeSent":
                self.asked.append(params["request"]["url"])
            case "Network.webSocketFrameSent":
                self.sent.append(params["response"]["payloadData"])
            case "Network.webSocketFrameReceived" if params["response"]["opcode"] == TEXT:
                said, what = json.loads(params["response"]["payloadData"])[:2]
                self.delivered += [what] if said == "deliver_file_start" else []
            case "Network.webSocketFrameReceived" if params["response"]["opcode"] == BINARY:
                self.shown += base64.b64decode(params["response"]["payloadData"]).decode()


@asynccontextmanager
async def browser() -> AsyncIterator[Any]:
    """Start the browser; yields what opens a tab."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = await asyncio.create_subprocess_exec(
            str(CHROMIUM), *_OPTIONS, f"--user-data-dir={folder}", "about:blank",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            port = await _port(process)
            async with aiohttp.ClientSession() as session:
                yield lambda: _tab(session, port)
        finally:
            process.kill()
            await process.wait()


async def _port(process: asyncio.subprocess.Process) -> int:
    assert process.stderr is not None
    async with asyncio.timeout(PATIENCE):
        while line := await process.stderr.readline():
            if found := re.match(rb"DevTools listening on ws://127\.0\.0\.1:(\d+)/", line):
                return int(found[1])
    raise AssertionError("the browser ended")


async def _tab(session: aiohttp.ClientSession, port: int) -> Tab:
    async with session.put(f"http://127.0.0.1:{port}/json/new?about:blank") as answer:
        address = json.loads(await answer.text())["webSocketDebuggerUrl"]
    return Tab(await session.ws_connect(address, max_msg_size=0))
